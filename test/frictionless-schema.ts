/**
 * What a Frictionless Data Package with tabular resources must look like, as JSON Schema.
 *
 * Source: Data Package v1, Tabular Data Resource, Table Schema (specs.frictionlessdata.io); written down from the
 * standard as far as this data set uses it, and closed to properties the standard does not name, but for `unit`.
 */

const text = { type: 'string', minLength: 1 }
/** A relative POSIX path that does not leave the folder, or a URL. */
const path = { type: 'string', pattern: '^(?:https?://\\S+|(?!/)(?!.*(?:^|/)\\.\\.(?:/|$)).+)$' }
const name = { type: 'string', pattern: '^([-a-z0-9._/])+$' }
const fieldNames = { anyOf: [text, { type: 'array', minItems: 1, uniqueItems: true, items: text }] }

const field = {
  type: 'object',
  required: ['name', 'type'],
  additionalProperties: false,
  properties: {
    name: text,
    type: { enum: ['string', 'integer', 'number', 'boolean', 'date', 'datetime', 'object', 'array', 'any'] },
    format: text,
    title: { type: 'string' },
    description: { type: 'string' },
    unit: text,
    constraints: {
      type: 'object',
      additionalProperties: false,
      properties: { required: { type: 'boolean' }, unique: { type: 'boolean' }, enum: { type: 'array', minItems: 1 } },
    },
  },
}

const tableSchema = {
  type: 'object',
  required: ['fields'],
  additionalProperties: false,
  properties: {
    fields: { type: 'array', minItems: 1, items: field },
    missingValues: { type: 'array', items: { type: 'string' } },
    primaryKey: fieldNames,
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        additionalProperties: false,
        properties: {
          fields: fieldNames,
          reference: {
            type: 'object',
            required: ['resource', 'fields'],
            additionalProperties: false,
            properties: { resource: { type: 'string' }, fields: fieldNames },
          },
        },
      },
    },
  },
}

const dialect = {
  type: 'object',
  additionalProperties: false,
  properties: {
    delimiter: { type: 'string', minLength: 1, maxLength: 1 },
    lineTerminator: { type: 'string' },
    quoteChar: { type: 'string', minLength: 1, maxLength: 1 },
    doubleQuote: { type: 'boolean' },
    escapeChar: { type: 'string' },
    nullSequence: { type: 'string' },
    skipInitialSpace: { type: 'boolean' },
    header: { type: 'boolean' },
    commentChar: { type: 'string' },
    caseSensitiveHeader: { type: 'boolean' },
  },
}

const resource = {
  type: 'object',
  required: ['name', 'path', 'profile'],
  additionalProperties: false,
  properties: {
    profile: { enum: ['data-resource', 'tabular-data-resource'] },
    name,
    path: { anyOf: [path, { type: 'array', minItems: 1, items: path }] },
    title: { type: 'string' },
    description: { type: 'string' },
    format: text,
    mediatype: { type: 'string', pattern: '^[a-z]+/[-+.a-z0-9]+$' },
    encoding: text,
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^(?:[^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32})$' },
    dialect,
    schema: tableSchema,
  },
  if: { properties: { profile: { const: 'tabular-data-resource' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['schema'] },
}

export const DATA_PACKAGE = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['resources'],
  additionalProperties: false,
  properties: {
    profile: { enum: ['data-package', 'tabular-data-package'] },
    name,
    title: { type: 'string' },
    description: { type: 'string' },
    created: { type: 'string', format: 'date-time' },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        additionalProperties: false,
        properties: { name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path, title: { type: 'string' } },
      },
    },
    sources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['title'],
        additionalProperties: false,
        properties: { title: text, path, email: { type: 'string', format: 'email' } },
      },
    },
    resources: { type: 'array', minItems: 1, items: resource },
  },
}
