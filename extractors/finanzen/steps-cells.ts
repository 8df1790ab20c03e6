/**
 * The cells of a Beratungsfolge from its steps: each field under its own head; what no head names stands with the words
 * it is printed with, or in a column without a head.
 */
import type { Span } from '../../src/document.ts'
import type { Column } from '../../src/parse/consultation/columns.ts'
import type { Consultation } from '../../src/parse/consultation/read.ts'
import type { Step } from '../../src/parse/consultation/step.ts'
import { isRole } from '../../src/parse/role.ts'
import { joinedLines, type StepHead } from './steps-heads.ts'

export interface StepCells {
  readonly spalten: string[]
  readonly zeilen: string[][]
  /** The part of the letters that belong to no step. */
  readonly lost: number
}

const FIELDS = ['datum', 'top', 'oeffentlichkeit', 'zustaendigkeit', 'sitzung', 'ergebnis', 'abstimmung'] as const
type Field = 'gremium' | (typeof FIELDS)[number]

const FIELD_OF: Partial<Record<Column, Field>> = {
  gremium: 'gremium',
  datum: 'datum',
  top: 'top',
  oeffentlich: 'oeffentlichkeit',
  nichtoeffentlich: 'oeffentlichkeit',
  status: 'oeffentlichkeit',
  rolle: 'zustaendigkeit',
  ergebnis: 'ergebnis',
  sitzung: 'sitzung',
}
/** Where a field stands that has no head of its own, best first. */
const WITH: Partial<Record<Field, readonly Column[]>> = {
  zustaendigkeit: ['status'],
  abstimmung: ['ergebnis'],
}
const NUMBER = /^(?:nr|lfd|pos)/i

interface Slot {
  readonly head: string
  readonly column: Column | null
  readonly fields: Field[]
}

/** One row per step; undefined if a field of theirs has no place. */
export function cellsOfSteps(
  text: string,
  { steps, unread }: Pick<Consultation, 'steps' | 'unread'>,
  heads: readonly StepHead[],
  span: Span,
): StepCells | undefined {
  const pieces = rolesTogether(steps.map((step) => piecesOf(text, step, span)))
  const slots = slotsOf(heads, pieces)
  if (!slots) return undefined
  const tops = unread.filter(({ text: words }) => /^\d{1,3}$/.test(words))
  const zeilen = steps.map((step, at) => {
    const own = pieces[at] ?? []
    return slots.map(({ head, column, fields }) => {
      if (column === null && NUMBER.test(head)) return numberOf(text, step, span).replace(/\.?\s*$/, '')
      const cell = joined(own.filter(({ field }) => fields.includes(field)))
      if (column === 'oeffentlich') return step.oeffentlichkeit === 'oeffentlich' ? cell : ''
      if (column === 'nichtoeffentlich') return step.oeffentlichkeit === 'nichtoeffentlich' ? cell : ''
      if (column?.startsWith('kreuz:')) return step.zustaendigkeit === column.slice(6) ? cell : ''
      if (column === 'top' && !cell) return topAmong(tops, own)
      const bare = column === 'gremium' && !slots.some((slot) => slot.column === null && NUMBER.test(slot.head))
      return bare ? `${numberOf(text, step, span)}${cell}` : cell
    })
  })
  return { spalten: slots.map(({ head }) => head), zeilen, lost: lostOf(text, pieces.flat(), tops, span) }
}

interface Piece {
  readonly field: Field
  readonly span: Span
  readonly words: string
}

/** The words of a step by field, in the order they are printed; a role in brackets belongs to its body. */
function piecesOf(text: string, step: Step, within: Span): Piece[] {
  const body = step.bodySpans.map((span) => ({ field: 'gremium' as Field, span, words: wordsAt(text, span) }))
  const fields = FIELDS.flatMap((field): Piece[] => {
    const span = step.spans[field]
    if (!span || span.start < within.start || span.end > within.end) return []
    const bracketed = text[span.start - 1] === '(' && text[span.end] === ')'
    const wide = bracketed ? { start: span.start - 1, end: span.end + 1 } : span
    const words = wordsAt(text, wide)
    const negated = field === 'oeffentlichkeit' && step.oeffentlichkeit === 'nichtoeffentlich'
    const whole = negated && /^öff/i.test(words) ? `nicht ${words}` : words
    return [{ field: bracketed && field !== 'abstimmung' ? 'gremium' : field, span: wide, words: whole }]
  })
  const all = [...body, ...fields].sort((a, b) => a.span.start - b.span.start)
  return all.filter(({ span }, at) => !all.some((other, n) => n < at && other.span.end > span.start))
}

/** A role that reads like a result (`Entscheidung`) stands with the roles of the other steps. */
function rolesTogether(rows: readonly (readonly Piece[])[]): (readonly Piece[])[] {
  const has = (row: readonly Piece[], field: Field): boolean => row.some((piece) => piece.field === field)
  if (rows.filter((row) => has(row, 'zustaendigkeit')).length < rows.length / 2) return [...rows]
  return rows.map((row) =>
    has(row, 'zustaendigkeit')
      ? row
      : row.map((piece) =>
          piece.field === 'ergebnis' && isRole(piece.words) ? { ...piece, field: 'zustaendigkeit' as const } : piece,
        ),
  )
}

function wordsAt(text: string, span: Span): string {
  return joinedLines(text.slice(span.start, span.end).split(/[\n\t]/))
    .replace(/\s+/g, ' ')
    .trim()
}

function joined(pieces: readonly Piece[]): string {
  return joinedLines(pieces.map(({ words }) => words))
}

/** Columns by their heads, and such without a head for fields that none names. */
function slotsOf(heads: readonly StepHead[], rows: readonly (readonly Piece[])[]): Slot[] | undefined {
  const slots: Slot[] = heads.map(({ words, column }) => ({
    head: words,
    column,
    fields: fieldOf(column) ? [fieldOf(column) as Field] : [],
  }))
  const known = new Set(slots.flatMap(({ fields }) => fields))
  const order = orderOf(rows)
  const free = slots.filter(({ head, column }) => column === null && !NUMBER.test(head))
  for (const field of order) {
    if (known.has(field)) continue
    const host = slots.find(({ column }) => column && WITH[field]?.includes(column))
    const only = free.length === 1 && order.filter((other) => !known.has(other)).length === 1 ? free[0] : undefined
    if (host) host.fields.push(field)
    else if (only) only.fields.push(field)
    else if (free.length) return undefined
    else {
      const next = order.slice(order.indexOf(field) + 1).find((other) => known.has(other))
      const at = slots.findIndex(({ fields }) => next !== undefined && fields.includes(next))
      slots.splice(at < 0 ? slots.length : at, 0, { head: '', column: null, fields: [field] })
    }
    known.add(field)
  }
  return slots.some(({ fields }) => fields.includes('gremium')) ? slots : undefined
}

function fieldOf(column: Column | null): Field | undefined {
  if (column?.startsWith('kreuz:')) return 'zustaendigkeit'
  return column ? FIELD_OF[column] : undefined
}

/** The fields in the order most rows print them in. */
function orderOf(rows: readonly (readonly Piece[])[]): Field[] {
  const longest = rows.reduce((best, row) => (row.length > best.length ? row : best), rows[0] ?? [])
  return [...new Set([...longest, ...rows.flat()].map(({ field }) => field))]
}

/** The running number printed before a body, with what follows it. */
function numberOf(text: string, step: Step, within: Span): string {
  const start = step.bodySpans[0]?.start ?? 0
  const line = text.slice(Math.max(within.start, text.lastIndexOf('\n', start - 1) + 1), start)
  return /^\s*(\d{1,2}[.)]) *$/.exec(line)?.[1]?.concat(' ') ?? ''
}

/** A number that belongs to no step by itself, right before the words of this one's columns behind the body. */
function topAmong(tops: readonly { readonly text: string; readonly start: number }[], own: readonly Piece[]): string {
  const [first, last] = [own[0]?.span.start ?? 0, own.at(-1)?.span.end ?? 0]
  return tops.find(({ start }) => start > first && start < last)?.text ?? ''
}

/** The part of the letters and digits of the stretch that no piece holds; running numbers are none. */
function lostOf(text: string, pieces: readonly Piece[], tops: readonly Span[], within: Span): number {
  const letters = (from: number, to: number): number =>
    text
      .slice(from, Math.max(from, to))
      .replace(/^\s*\d{1,2}[.)](?=\s)/gm, '')
      .replace(/(?<!\p{L})nicht(?!\p{L})/gu, '')
      .match(/[\p{L}\d]/gu)?.length ?? 0
  const spans = [...pieces.map(({ span }) => span), ...tops].sort((a, b) => a.start - b.start)
  let lost = 0
  let at = within.start
  for (const { start, end } of spans) {
    lost += letters(at, start)
    at = Math.max(at, end)
  }
  lost += letters(at, within.end)
  return lost / Math.max(1, letters(within.start, within.end))
}
