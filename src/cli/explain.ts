/**
 * `vorlagen explain`: where a value is printed, in its surroundings, who read it, and what speaks against it.
 */
import { type Beleg, type Bundle, type Meldung, type RecordValue, recordsOf } from '../bundle.ts'
import { process as read } from '../pipeline.ts'
import { type Arguments, kommuneFrom } from './args.ts'
import { checkInWords } from './checks.ts'
import { extractors } from './composition.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import { doubtText } from './extract.ts'
import { limitsFrom } from './limits.ts'
import { profileFrom } from './profile-option.ts'
import { bytesOf, complaint } from './reading.ts'
import { fieldsIn, shown } from './records.ts'
import { oneLine, printable, styled, type Terminal } from './terminal.ts'

/** Lines shown before and behind the quote. */
const AROUND = 2

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [file = '', ...wanted] = args.operands
  const { path, bytes } = await bytesOf(file)
  const kommune = kommuneFrom(args)
  const profil = profileFrom(args)
  const given = { ...(kommune ? { kommune } : {}), ...(profil ? { profil } : {}) }
  const bundle = await read(path, bytes, extractors, { limits: limitsFrom(args), ...given })
  if (bundle.status === 'fehler') {
    for (const said of bundle.meldungen) if (said.stufe === 'fehler') terminal.say(complaint(path, said))
    return EXIT.nichts
  }
  const found = wanted.map((name) => find(bundle, name))
  for (const one of found) for (const line of explain(bundle, one, terminal)) terminal.data(line)
  return EXIT.gut
}

interface Found {
  readonly name: string
  readonly key: string
  readonly records: readonly RecordValue[]
  readonly field: string | null
}

/** `betraege`, `betraege-3`, `betraege-3.cent`, `vorlage.nummer`. Throws a usage error that says what there is. */
function find(bundle: Bundle, name: string): Found {
  const dot = name.indexOf('.')
  const [id, field] = dot < 0 ? [name, null] : [name.slice(0, dot), name.slice(dot + 1)]
  const key = Object.keys(bundle.daten).find(
    (one) => one === id || recordsOf(bundle, one).some((record) => record.id === id),
  )
  if (key === undefined)
    throw new CliError(EXIT.aufruf, `„${name}“ gibt es in dieser Vorlage nicht; es gibt ${idsIn(bundle)}.`)
  const records = recordsOf(bundle, key).filter((record) => id === key || record.id === id)
  if (field !== null && !fieldNames(key).includes(field.split('.')[0] ?? '')) {
    throw new CliError(
      EXIT.aufruf,
      `Die Angabe „${field}“ gibt es bei ${key} nicht; es gibt ${fieldNames(key).join(', ')}.`,
    )
  }
  return { name, key, records, field }
}

function* explain(bundle: Bundle, { name, key, records, field }: Found, terminal: Terminal): Generator<string> {
  if (records.length === 0) {
    yield styled(terminal, 'fett', `${name}: nicht gefunden`)
    const reader = extractors.find((one) => key in one.records)
    if (reader)
      yield `Gesucht hat: ${reader.name}, Stand ${reader.version} (Abschnitte: ${[reader.reads].flat().join(', ')})`
  }
  for (const record of records) {
    const value = field === null ? null : inside(record, field)
    yield styled(terminal, 'fett', field === null ? record.id : `${record.id}.${field}: ${shown(field, value)}`)
    if (field === null && key === 'pruefungen') yield `  ${checkInWords(record)}`
    else if (field === null)
      for (const [inner, content] of fieldsIn(record)) yield `  ${inner}: ${shown(inner, content)}`
    const beleg = (field !== null && record.belege?.[field]) || record.beleg
    if (field !== null && value === null) yield '  Nicht gedruckt oder nicht sicher zu lesen; der Datensatz steht hier:'
    yield* placeLines(beleg)
    yield ''
    yield* surroundings(bundle.text, beleg, terminal)
    yield ''
    for (const code of record.zweifel) yield `Zweifel: ${doubtText(code)} [${code}]`
    for (const said of bundle.meldungen.filter((one) => concerns(one, beleg))) {
      yield `${said.stufe === 'zweifel' ? 'Zweifel' : 'Hinweis'}: ${oneLine(said.text)} [${said.code}, ${said.von}]`
    }
    if (record.zweifel.length === 0) yield 'Kein Zweifel an diesem Datensatz.'
    yield ''
  }
}

function* placeLines(beleg: Beleg): Generator<string> {
  const page = beleg.seite === null ? '' : `Seite ${beleg.seite}, `
  yield `  ${page}Zeile ${beleg.zeile}, Zeichen ${beleg.von}–${beleg.bis}`
  for (const { seite, kasten } of beleg.flaechen) {
    const [left, top, right, bottom] = kasten
    yield `  Fläche auf Seite ${seite}: ${left}, ${top} bis ${right}, ${bottom} Punkt von links oben`
  }
  yield `  Gelesen von: ${beleg.extraktor}, Stand ${beleg.version}`
}

/** The lines around a quote, numbered, with the quote between » and «. */
function* surroundings(text: string, { von, bis, zeile }: Beleg, terminal: Terminal): Generator<string> {
  const marked = `${text.slice(0, von)}»${text.slice(von, bis)}«${text.slice(bis)}`
  const lines = marked.split('\n')
  const last = zeile + text.slice(von, bis).split('\n').length - 1
  for (let at = Math.max(1, zeile - AROUND); at <= Math.min(lines.length, last + AROUND); at++) {
    const within = at >= zeile && at <= last
    const shownLine = printable(lines[at - 1] ?? '')
    yield `${within ? '>' : ' '}${String(at).padStart(5)} | ${within ? styled(terminal, 'fett', shownLine) : shownLine}`
  }
}

/** Said about this very place, or by the extractor about the paper as a whole. */
function concerns({ stelle, von }: Meldung, beleg: Beleg): boolean {
  return stelle ? stelle.von < beleg.bis && stelle.bis > beleg.von : von === beleg.extraktor
}

function inside(record: RecordValue, field: string): unknown {
  let value: unknown = record
  for (const step of field.split('.')) {
    if (typeof value !== 'object' || value === null) return null
    value = Object.entries(value).find(([name]) => name === step)?.[1] ?? null
  }
  return value
}

function fieldNames(key: string): string[] {
  const kind = extractors.map(({ records }) => records[key]).find((one) => one !== undefined)
  return Object.keys(kind?.schema.shape ?? {})
}

function idsIn(bundle: Bundle): string {
  const names = Object.keys(bundle.daten).map((key) => {
    const records = recordsOf(bundle, key)
    return Array.isArray(bundle.daten[key]) && records.length ? `${key} (${key}-1 bis ${key}-${records.length})` : key
  })
  return names.join(', ')
}
