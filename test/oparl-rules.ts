/**
 * What OParl 1.1 demands and allows of each kind of object, as data, and JSON Schemas made of it.
 *
 * Source: OParl 1.1, chapter "Schema" (https://oparl.org/spezifikation/). Properties of other makers are allowed with
 * a prefix and a colon.
 */

type Kind =
  | 'url'
  | 'urls'
  | 'text'
  | 'texts'
  | 'date'
  | 'date-time'
  | 'boolean'
  | 'integer'
  | { readonly of: string; readonly many: boolean }

interface Rule {
  readonly required: readonly string[]
  readonly fields: Readonly<Record<string, Kind>>
}

const COMMON: Rule['fields'] = {
  id: 'url',
  type: 'url',
  license: 'url',
  keyword: 'texts',
  created: 'date-time',
  modified: 'date-time',
  web: 'url',
  deleted: 'boolean',
}
const one = (of: string): Kind => ({ of, many: false })
const many = (of: string): Kind => ({ of, many: true })

export const OPARL: Readonly<Record<string, Rule>> = {
  System: {
    required: ['id', 'type', 'oparlVersion', 'body'],
    fields: {
      oparlVersion: 'url',
      otherOparlVersions: 'urls',
      body: 'url',
      name: 'text',
      contactEmail: 'text',
      contactName: 'text',
      website: 'url',
      vendor: 'url',
      product: 'url',
    },
  },
  Body: {
    required: [
      'id',
      'type',
      'name',
      'organization',
      'person',
      'meeting',
      'paper',
      'legislativeTerm',
      'agendaItem',
      'consultation',
      'file',
      'locationList',
      'legislativeTermList',
      'membership',
    ],
    fields: {
      system: 'url',
      shortName: 'text',
      name: 'text',
      website: 'url',
      licenseValidSince: 'date-time',
      oparlSince: 'date-time',
      ags: 'text',
      rgs: 'text',
      equivalent: 'urls',
      contactEmail: 'text',
      contactName: 'text',
      organization: 'url',
      person: 'url',
      meeting: 'url',
      paper: 'url',
      legislativeTerm: many('LegislativeTerm'),
      agendaItem: 'url',
      consultation: 'url',
      file: 'url',
      locationList: 'url',
      legislativeTermList: 'url',
      membership: 'url',
      classification: 'text',
    },
  },
  LegislativeTerm: {
    required: ['id', 'type'],
    fields: { body: 'url', name: 'text', startDate: 'date', endDate: 'date' },
  },
  Organization: {
    required: ['id', 'type'],
    fields: {
      body: 'url',
      name: 'text',
      membership: 'urls',
      meeting: 'url',
      consultation: 'url',
      shortName: 'text',
      post: 'texts',
      subOrganizationOf: 'url',
      organizationType: 'text',
      classification: 'text',
      startDate: 'date',
      endDate: 'date',
      website: 'url',
      externalBody: 'url',
    },
  },
  Meeting: {
    required: ['id', 'type'],
    fields: {
      name: 'text',
      meetingState: 'text',
      cancelled: 'boolean',
      start: 'date-time',
      end: 'date-time',
      organization: 'urls',
      participant: 'urls',
      invitation: one('File'),
      resultsProtocol: one('File'),
      verbatimProtocol: one('File'),
      auxiliaryFile: many('File'),
      agendaItem: many('AgendaItem'),
    },
  },
  AgendaItem: {
    required: ['id', 'type', 'order'],
    fields: {
      meeting: 'url',
      number: 'text',
      order: 'integer',
      name: 'text',
      public: 'boolean',
      consultation: 'url',
      result: 'text',
      resolutionText: 'text',
      resolutionFile: one('File'),
      auxiliaryFile: many('File'),
      start: 'date-time',
      end: 'date-time',
    },
  },
  Paper: {
    required: ['id', 'type'],
    fields: {
      body: 'url',
      name: 'text',
      reference: 'text',
      date: 'date',
      paperType: 'text',
      relatedPaper: 'urls',
      superordinatedPaper: 'urls',
      subordinatedPaper: 'urls',
      mainFile: one('File'),
      auxiliaryFile: many('File'),
      originatorPerson: 'urls',
      underDirectionOf: 'urls',
      originatorOrganization: 'urls',
      consultation: many('Consultation'),
    },
  },
  Consultation: {
    required: ['id', 'type'],
    fields: {
      paper: 'url',
      agendaItem: 'url',
      meeting: 'url',
      organization: 'urls',
      authoritative: 'boolean',
      role: 'text',
    },
  },
  File: {
    required: ['id', 'type', 'accessUrl'],
    fields: {
      name: 'text',
      fileName: 'text',
      mimeType: 'text',
      date: 'date',
      size: 'integer',
      sha1Checksum: 'text',
      sha512Checksum: 'text',
      text: 'text',
      accessUrl: 'url',
      downloadUrl: 'url',
      externalServiceUrl: 'url',
      masterFile: 'url',
      derivativeFile: 'urls',
      fileLicense: 'url',
      meeting: 'urls',
      agendaItem: 'urls',
      paper: 'urls',
    },
  },
}

/** What an object that is not embedded in another must say, too. */
const ALONE = ['created', 'modified']

/** JSON Schema of one kind of object; `alone`: it stands in no other. */
export function oparlSchema(kind: string, alone = false): object {
  const rule = OPARL[kind]
  if (!rule) throw new Error(`OParl kennt „${kind}“ nicht`)
  const fields = { ...COMMON, ...rule.fields }
  return {
    type: 'object',
    required: alone ? [...rule.required, ...ALONE] : rule.required,
    properties: {
      ...Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, schemaOf(of)])),
      type: { const: `https://schema.oparl.org/1.1/${kind}` },
    },
    patternProperties: { '^[a-z]+:[A-Za-z0-9]+$': true },
    additionalProperties: false,
  }
}

/** JSON Schema of a page of a list. */
export function oparlPage(kind: string): object {
  const url = { type: 'string', format: 'uri' }
  return {
    type: 'object',
    required: ['data', 'pagination', 'links'],
    additionalProperties: false,
    properties: {
      data: { type: 'array', items: oparlSchema(kind, true) },
      pagination: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          ['totalElements', 'elementsPerPage', 'currentPage', 'totalPages'].map((name) => [name, { type: 'integer' }]),
        ),
      },
      links: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(['first', 'prev', 'self', 'next', 'last'].map((name) => [name, url])),
      },
    },
  }
}

function schemaOf(kind: Kind): object {
  if (typeof kind === 'object') return kind.many ? { type: 'array', items: oparlSchema(kind.of) } : oparlSchema(kind.of)
  if (kind === 'url') return { type: 'string', format: 'uri' }
  if (kind === 'urls') return { type: 'array', items: { type: 'string', format: 'uri' } }
  if (kind === 'text') return { type: 'string', minLength: 1 }
  if (kind === 'texts') return { type: 'array', items: { type: 'string' } }
  if (kind === 'date' || kind === 'date-time') return { type: 'string', format: kind }
  return { type: kind }
}
