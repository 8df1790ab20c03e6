/**
 * What the columns of a table of steps hold, told by their cells; heads only confirm, and settle what cells leave open:
 * numbers (an item, or votes), crosses, words that may be a role or a result.
 */
import { isRole } from '../role.ts'
import type { Held, Piece } from './cell-pieces.ts'
import { type Column, headsOfCell, withLetters } from './columns.ts'
import { bodyOfMeeting } from './meeting-part.ts'
import { VOTE_HEADS, WORD_OF_ROLE } from './patterns.ts'

export type GridColumn =
  | 'wahl'
  | 'gremium'
  | 'datum'
  | 'rolle'
  | 'ergebnis'
  | 'je'
  | 'status'
  | 'top'
  | 'sitzung'
  /** Meetings that name their body, where no column is of bodies. */
  | 'tagung'
  | 'ja'
  | 'nein'
  | 'enthaltung'
  | 'oeffentlich'
  | 'nichtoeffentlich'
  | `kreuz:${string}`
  | null

export interface GridRow {
  /** What each cell holds. */
  readonly cells: readonly (readonly Piece[])[]
}

/** The columns of rows; `undefined` unless one holds bodies. */
export function gridColumns(printed: readonly string[], rows: readonly GridRow[]): GridColumn[] | undefined {
  const heads = withLetters(printed)
  const width = Math.max(heads.length, ...rows.map(({ cells }) => cells.length))
  const named = heads.map((head) => headsOfCell(head) ?? [])
  const bodies = bodyColumn(width, rows, named)
  const body = bodies ?? meetingColumn(width, rows)
  if (body === undefined) return undefined
  const votes = voteColumns(heads, rows, width)
  const crosses = crossColumns(heads, named)
  return Array.from({ length: width }, (_, at): GridColumn => {
    const own = named[at]?.length === 1 ? (named[at]?.[0] ?? null) : null
    if (at === body) return bodies === undefined ? 'tagung' : 'gremium'
    if (votes[at]) return votes[at]
    const held = rows.flatMap(({ cells }) => cells[at]?.map((piece) => piece) ?? [])
    const times = (kind: Held): number => held.filter((piece) => piece.held === kind).length
    if (times('kreuz') + times('leerkasten') > 0 && times('kreuz') + times('leerkasten') === held.length)
      return crosses[at] ?? (at < body && times('kreuz') ? 'wahl' : null)
    if (times('datum') > 0) return 'datum'
    if (times('zahl') > 0) return numberColumn(at, heads[at] ?? '', own, held)
    if (times('rolle') + times('ergebnis') > 0) return wordsColumn(at, held, own, heads[at] ?? '', named)
    if (times('status') > 0) return 'status'
    if (times('top') > 0) return 'top'
    if (times('sitzung') > 0 || own === 'sitzung') return 'sitzung'
    return own === 'rolle' || own === 'ergebnis' ? own : null
  })
}

/** The column most of whose cells name bodies. */
function bodyColumn(
  width: number,
  rows: readonly GridRow[],
  named: readonly (readonly (Column | null)[])[],
): number | undefined {
  let best: { at: number; share: number; n: number } | undefined
  for (let at = 0; at < width; at++) {
    const cells = rows
      .map((row) => row.cells[at] ?? [])
      .filter((cell) => cell.some(({ held }) => held !== 'datum' && held !== 'sitzung'))
    const n = cells.filter((cell) => cell.some(({ held }) => held === 'gremium')).length
    const byHead =
      named[at]?.includes('gremium') && cells.every((cell) => cell.length === 1 && cell[0]?.held !== 'zahl')
    const share = cells.length ? (n / cells.length) * (byHead ? 1.2 : 1) : 0
    const enough = share >= 0.6 || (byHead && n > 0)
    if (n && enough && (!best || share > best.share + 0.05)) best = { at, share, n }
  }
  return best?.at
}

/** Where no column names bodies: the one whose meetings do (`5. Sitzung des Schulausschusses`). */
function meetingColumn(width: number, rows: readonly GridRow[]): number | undefined {
  const names = (cell: readonly Piece[]): boolean =>
    cell.some(({ held, text }) => held === 'sitzung' && bodyOfMeeting(text) !== undefined)
  const share = (at: number): number => {
    const cells = rows.flatMap((row) => (row.cells[at]?.length ? [row.cells[at]] : []))
    return cells.length ? cells.filter(names).length / cells.length : 0
  }
  return Array.from({ length: width }, (_, at) => at).find((at) => share(at) >= 0.6)
}

/** Columns of numbers under `ja`, `nein`, `Enth.`, though several heads may share a cell. */
function voteColumns(heads: readonly string[], rows: readonly GridRow[], width: number): (GridColumn | undefined)[] {
  const words = heads.flatMap((head) => head.split(/[\s/]+/))
  const said = VOTE_HEADS.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(([vote]) => vote)
  const columns: (GridColumn | undefined)[] = Array.from({ length: width }, () => undefined)
  if (said.length < 2) return columns
  const own = heads.map((head) => VOTE_HEADS.find(([, pattern]) => pattern.test(head.trim()))?.[0])
  if (own.filter(Boolean).length === said.length) return own
  const numbers = Array.from({ length: width }, (_, at) => at).filter((at) => {
    const held = rows.flatMap(({ cells }) => cells[at] ?? [])
    return held.length > 0 && held.every((piece) => piece.held === 'zahl') && !/^(?:zu )?top/i.test(heads[at] ?? '')
  })
  if (numbers.length === said.length) for (const [n, at] of numbers.entries()) columns[at] = said[n]
  return columns
}

/** What a cross in a column says, where the column's head is a publicity or a role. */
function crossColumns(
  heads: readonly string[],
  named: readonly (readonly (Column | null)[])[],
): (GridColumn | undefined)[] {
  return heads.map((head, at) => {
    const only = named[at]?.length === 1 ? named[at]?.[0] : undefined
    if (only === 'oeffentlich' || only === 'nichtoeffentlich') return only
    if (/^öffentlich$/i.test(head.trim())) return 'oeffentlich'
    if (/^nicht[- ]?öffentlich$/i.test(head.trim())) return 'nichtoeffentlich'
    return isRole(head) ? (`kreuz:${head.trim()}` as const) : undefined
  })
}

/** Numbers are items where the head says so or nothing else could be meant. */
function numberColumn(at: number, head: string, own: Column | null, held: readonly Piece[]): GridColumn {
  if (own === 'top' || own === 'rolle') return own
  if (held.some((piece) => piece.held === 'top')) return 'top'
  return head.trim() || at === 0 ? null : 'top'
}

/**
 * Words that are roles or results: by those that can be only one, else by the head. In a column of both (`je`) each
 * counts as what it is; under "Ergebnis" what reads like a role is the result.
 */
function wordsColumn(
  at: number,
  held: readonly Piece[],
  own: Column | null,
  head: string,
  named: readonly (readonly (Column | null)[])[],
): GridColumn {
  const surely = held.some((piece) => piece.held === 'rolle' && WORD_OF_ROLE.test(piece.text))
  const results = held.some((piece) => piece.held === 'ergebnis')
  const apart = named.some((heads, other) => other !== at && heads.includes('rolle'))
  if (own === 'ergebnis' && /^(?:\p{L}+-? ?)?ergebnis/iu.test(head)) return 'ergebnis'
  if (surely || (results && !apart)) return results ? 'je' : 'rolle'
  if (results) return 'ergebnis'
  if (own === 'ergebnis' || own === 'rolle') return own
  return apart ? 'ergebnis' : 'rolle'
}
