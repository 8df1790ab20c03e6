/**
 * Rows one after another whose last words are values of the same number and kinds, each with all the words since the row
 * before as its label; a line that names the rows below it is a row of its own.
 *
 * Never guesses: a label that looks like part of a sentence, or a line of words that may be a label's beginning as well as
 * a title, ends the rows. Pure; knows the small words German phrases are joined by.
 */
import { endsBroken, joinedLines } from '../hyphen.ts'
import type { Value, ValueKind, ValueLine } from './blank-values.ts'
import { SMALL_WORDS } from './small-words.ts'

export interface Row {
  readonly label: string
  /** Empty for a line that names the rows below it. */
  readonly values: readonly Value[]
  /** Lines of the input: from, to (exclusive). */
  readonly from: number
  readonly to: number
}

/** Lines and characters of a wrapped label. */
const LABEL = { lines: 5, length: 160 }
const TITLE = 50
/** Empty lines that may stand between two rows, as at a page's end. */
const GAP = 4

const UNFINISHED = new RegExp(String.raw`(?:^|\s)(?:${SMALL_WORDS}|inkl\.|zzgl\.|bzw\.|&|/|–|-)$|[,(/&]$`, 'u')
/** Words of a sentence. */
export const SENTENCE =
  /(?<!\p{L})(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten?|sich|beträgt|betragen|betrug(?:en)?|beläuft|belaufen|liegt|liegen|kann|können|soll|sollen|muss|müssen|ergibt|ergeben|entspricht|dass|wenn|weil|nicht|auch|damit|daher|somit|rund|circa|etwa|ca\.|Höhe)(?!\p{L})/u
/** `1.`, `1.1`, `A.`, `a)` before words. */
export const NUMBERED = /^(?:\d{1,2}\.(?:\d{1,2}\.?)*|\p{Lu}\.|[a-z]\)) \p{Lu}/u

/** A row of sums; its label may end with a colon. */
export const SUM = /^(?:Gesamt|Summe|Insgesamt|Zusammen)/u

/** Rows from a line on, whose first value line is `at`; between rows of its width some may have fewer values. */
export function rowsFrom(lines: readonly string[], read: readonly ValueLine[], from: number, at: number): Row[] {
  const width = read[at]?.values.length ?? 0
  const rows: Row[] = []
  let open = from
  let first: Row | undefined
  let kinds: readonly ValueKind[] = []
  for (let n = from; n < lines.length; n++) {
    const line = lines[n] ?? ''
    if (!line.trim()) {
      const next = open < n ? undefined : nextRow(lines, read, n, first)
      if (next === undefined) break
      open = next
      n = next - 1
      continue
    }
    const { label: own, values } = read[n] ?? { label: '', values: [] }
    if (values.length > width || n - open > LABEL.lines) break
    if (values.length < width && !isLabelLine(line)) break
    const short =
      values.length > 0 && values.length < width && first !== undefined && open === n && values.every(isPrinted)
    if (short && own && labelled([], own)) {
      rows.push({ label: own, values, from: n, to: n + 1 })
      open = n + 1
    }
    if (values.length < width) continue
    const found = labelled(lines.slice(open, n), own)
    if (!found || !agree(kinds, values)) break
    const rest = isOpen(found.label) ? closing(lines[n + 1], read[n + 1]) : ''
    if (rest === undefined) break
    kinds = values.map(({ kind }, c) => (kind === 'leer' ? (kinds[c] ?? kind) : kind))
    const begin = open
    if (found.title) rows.push({ label: found.title, values: [], from: begin, to: begin + 1 })
    const label = rest ? joinedLines([found.label, rest]) : found.label
    open = rest ? n + 2 : n + 1
    const row = { label, values, from: found.title ? begin + 1 : begin, to: open }
    rows.push(row)
    first ??= row
    n = open - 1
  }
  return rows.slice(0, 1 + rows.findLastIndex(({ values }) => values.length === width))
}

/** An amount, or a number printed with thousands or decimals. */
function isPrinted({ kind }: Value): boolean {
  return kind === 'geld' || kind === 'bruch'
}

function isOpen(label: string): boolean {
  return (label.match(/\(/g)?.length ?? 0) > (label.match(/\)/g)?.length ?? 0)
}

/** The line that closes the bracket of a label, behind its values. */
function closing(line: string | undefined, read: ValueLine | undefined): string | undefined {
  return line && !read?.values.length && /^[^()]{1,60}\)$/.test(line.trim()) ? line.trim() : undefined
}

/** Behind empty lines rows go on where one like the first stands next: its line, else undefined. */
function nextRow(lines: readonly string[], read: readonly ValueLine[], from: number, first: Row | undefined) {
  let at = from
  while (at - from < GAP && lines[at]?.trim() === '') at++
  const next = read[at]
  const goesOn =
    first !== undefined &&
    next?.values.length === first.values.length &&
    (next.label !== '') === (first.label !== '') &&
    agree(
      first.values.map(({ kind }) => kind),
      next.values,
    )
  return goesOn ? at : undefined
}

function isLabelLine(line: string): boolean {
  return !/[.!?;]$/.test(line.trim().replace(/^\d{1,2}\.$/, '')) && !/[☐☒☑□\t]/u.test(line)
}

/** Words above a row's values and beside them as one label, below a title if there is one; undefined if they are none. */
function labelled(above: readonly string[], own: string): { title?: string; label: string } | undefined {
  const parts = [...above.map((line) => line.trim()), own].filter(Boolean)
  const [title = '', next = ''] = parts
  const titled =
    parts.length > 1 &&
    title.length <= TITLE &&
    (/^[^(]*:$/.test(title) || (NUMBERED.test(title) && NUMBERED.test(next)))
  const words = titled ? parts.slice(1) : parts
  const label = joinedLines(words).replace(/ [-–] (?=\()/, ' ')
  const ambiguous = own !== '' && words.some((part, n) => n > 0 && !joins(words[n - 1] ?? '', part))
  if (ambiguous || label.length > LABEL.length || isSentence(label)) return undefined
  return titled ? { title, label } : { label }
}

/** Does a line go on with the words of the line before it? */
export function joins(before: string, line: string): boolean {
  return (
    endsBroken(before) ||
    UNFINISHED.test(before) ||
    /^(?:\p{Ll}|[(/&–-]|\d+ ?%)/u.test(line) ||
    /^\d{1,2}\.$/.test(before)
  )
}

/** Does a label read like words of a sentence, or of a form? */
function isSentence(label: string): boolean {
  return (
    (label !== '' && !/^(?:[\p{Lu}\d„"(*§]|davon|darunter|zzgl|zuzügl|abzgl|abzügl|inkl|[a-z]\) )/u.test(label)) ||
    SENTENCE.test(label) ||
    UNFINISHED.test(label) ||
    /[.!?;:] \p{Lu}\p{Ll}+ \p{Ll}|=$|\d{1,2}\.\d{1,2}\.\d{4}$|\d\.\d{3}(?!\d|\.\d)|\d,\d\d(?!\d)|€|(?:EUR|Euro)(?!\p{L})/u.test(
      label,
    ) ||
    (label.endsWith(':') && !SUM.test(label))
  )
}

/** Values of the kinds that those above them have, column for column. */
function agree(kinds: readonly ValueKind[], values: readonly Value[]): boolean {
  return values.every(({ kind }, c) => alike(kinds[c], kind))
}

function alike(a: ValueKind | undefined, b: ValueKind): boolean {
  if (a === undefined || a === b || a === 'leer' || b === 'leer') return true
  const numbers: ValueKind[] = ['zahl', 'bruch']
  return numbers.includes(a) && numbers.includes(b)
}
