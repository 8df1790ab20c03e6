/**
 * A zod schema as plain JSON Schema nodes, with what `.describe()` and `.meta()` say and `null` taken out of unions.
 */
import { z } from 'zod'

const nodeSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  get anyOf() {
    return z.array(nodeSchema).optional()
  },
  get items() {
    return nodeSchema.optional()
  },
  get properties() {
    return z.record(z.string(), nodeSchema).optional()
  },
  required: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  multipleOf: z.number().optional(),
  minLength: z.number().optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  einheit: z.string().optional(),
  speicher: z.string().optional(),
  kindtabelle: z.string().optional(),
})

type RawNode = z.infer<typeof nodeSchema>

/** One value of a schema. `alternatives` are what is left of a union without `null`. */
export interface SchemaNode {
  readonly type: string | undefined
  readonly nullable: boolean
  readonly alternatives: readonly SchemaNode[]
  /** The only values allowed, if they are listed. */
  readonly values: readonly unknown[] | undefined
  readonly items: SchemaNode | undefined
  /** Fields of an object, in the order of the schema. */
  readonly fields: readonly { readonly name: string; readonly node: SchemaNode; readonly optional: boolean }[]
  readonly raw: RawNode
}

/** The fields of a record kind, in the order of its schema. Throws where zod cannot say what comes out. */
export function fieldsOf(schema: z.ZodObject): SchemaNode['fields'] {
  return resolve(nodeSchema.parse(z.toJSONSchema(schema, { io: 'output' }))).fields
}

function resolve(outer: RawNode): SchemaNode {
  const { raw, nullable } = withoutNull(outer)
  const required = new Set(raw.required)
  return {
    type: typeof raw.type === 'string' ? raw.type : raw.type?.[0],
    nullable,
    alternatives: (raw.anyOf ?? []).map(resolve),
    values: raw.enum ?? ('const' in raw ? [raw.const] : undefined),
    items: raw.items && resolve(raw.items),
    fields: Object.entries(raw.properties ?? {}).map(([name, field]) => ({
      name,
      node: resolve(field),
      optional: !required.has(name),
    })),
    raw,
  }
}

/** What is said outside a union holds, before what is said of the one alternative left. */
function withoutNull(raw: RawNode): { raw: RawNode; nullable: boolean } {
  if (Array.isArray(raw.type)) {
    const types = raw.type.filter((type) => type !== 'null')
    return { raw: { ...raw, type: types }, nullable: types.length < raw.type.length }
  }
  if (!raw.anyOf) return { raw, nullable: false }
  const { anyOf, ...said } = raw
  const rest = anyOf.filter(({ type }) => type !== 'null')
  const [only] = rest
  if (!only || rest.length > 1) return { raw: { ...said, anyOf: rest }, nullable: rest.length < anyOf.length }
  const inner = withoutNull(only)
  return { raw: { ...inner.raw, ...said }, nullable: true }
}
