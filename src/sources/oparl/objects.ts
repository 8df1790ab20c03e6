/**
 * OParl objects as they come, read with tolerance: what is missing or of another kind is null, an object without an
 * address is refused.
 *
 * Source: OParl 1.0 and 1.1, https://oparl.org/spezifikation/.
 */
import { dayOf, instantOf } from './time.ts'

export type Json = Readonly<Record<string, unknown>>

export interface OparlFile {
  readonly adresse: string
  readonly rolle: 'haupt' | 'anlage'
  readonly abruf: string | null
  readonly name: string | null
  readonly dateiname: string | null
  readonly medientyp: string | null
  readonly bytes: number | null
  readonly sha512: string | null
  readonly datum: string | null
  readonly geaendert: string | null
}

export interface OparlPaper {
  readonly adresse: string
  readonly geloescht: boolean
  readonly nummer: string | null
  readonly name: string | null
  readonly art: string | null
  readonly datum: string | null
  readonly geaendert: string | null
  /** Objects or addresses. */
  readonly haupt: unknown
  readonly anlagen: readonly unknown[]
  readonly beratungen: readonly unknown[]
}

export function paperOf(value: unknown): OparlPaper | undefined {
  if (!isObject(value)) return undefined
  const adresse = addressOf(value.id)
  if (adresse === null) return undefined
  return {
    adresse,
    geloescht: value.deleted === true || value.deleted === 'true',
    nummer: textOf(value.reference),
    name: textOf(value.name),
    art: textOf(value.paperType),
    datum: dayIn(value.date),
    geaendert: timeIn(value.modified),
    haupt: value.mainFile ?? null,
    anlagen: listOf(value.auxiliaryFile),
    beratungen: listOf(value.consultation),
  }
}

/** A file; without an address of its own it goes by the one it is fetched from. */
export function fileOf(value: unknown, rolle: OparlFile['rolle']): OparlFile | undefined {
  if (!isObject(value) || value.deleted === true) return undefined
  const abruf = addressOf(value.downloadUrl) ?? addressOf(value.accessUrl)
  const adresse = addressOf(value.id) ?? abruf
  if (adresse === null) return undefined
  const size = typeof value.size === 'number' ? value.size : null
  return {
    adresse,
    rolle,
    abruf,
    name: textOf(value.name),
    dateiname: textOf(value.fileName),
    medientyp: textOf(value.mimeType),
    bytes: size !== null && Number.isSafeInteger(size) && size >= 0 ? size : null,
    sha512: textOf(value.sha512Checksum)?.toLowerCase() ?? null,
    datum: dayIn(value.date),
    geaendert: timeIn(value.modified),
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A list; a single thing where a list should be counts as one of one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === null || value === undefined || value === '' ? [] : [value]
}

export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() ? value.trim() : null
}

export function addressOf(value: unknown): string | null {
  const text = textOf(value)
  return text !== null && URL.canParse(text) ? text : null
}

export function dayIn(value: unknown): string | null {
  return (typeof value === 'string' ? dayOf(value) : undefined) ?? null
}

function timeIn(value: unknown): string | null {
  return (typeof value === 'string' ? instantOf(value) : undefined) ?? null
}
