/**
 * Rows of a table of steps put together: a row with a body opens a step, one without adds a meeting or a result to it.
 *
 * Never guesses: what a result behind an empty day belongs to is the body above it.
 */
import { findDates } from '../date.ts'
import { isUnfinished, namedBody } from '../gremium.ts'
import { publicityOf } from '../publicity.ts'
import { findVote } from '../vote.ts'
import type { Piece } from './cell-pieces.ts'
import { daysBetween } from './details.ts'
import type { GridColumn, GridRow } from './grid-columns.ts'
import { bodyOfMeeting, meetingPublicity } from './meeting-part.ts'
import { WORD_OF_ROLE } from './patterns.ts'
import { bareBody, emptyStep, joinWords, partTop, type Step } from './step.ts'

/** State to guard: the step that is open. */
export class GridSteps {
  readonly #columns: readonly GridColumn[]
  readonly #steps: Step[] = []
  #open: Step | undefined

  constructor(columns: readonly GridColumn[]) {
    this.#columns = columns
  }

  get name(): string | undefined {
    return this.#open?.gremium
  }

  done(): Step[] {
    return this.#steps
  }

  /** A row of a body that does not deal with the paper. */
  skip(): void {
    this.#open = undefined
  }

  /** The rest of the name in the row before; unsure where that name was whole. */
  addName(row: GridRow): void {
    const piece = row.cells[this.#columns.indexOf('gremium')]?.[0]
    if (!piece || !this.#open) return
    if (!isUnfinished(this.#open.gremium) && !/^(?:\p{Ll}|[(&/])/u.test(piece.text)) this.#open.unsure = true
    name(this.#open, piece, this.#open.gremium)
  }

  add(row: GridRow): void {
    const named = row.cells[this.#columns.indexOf('gremium')]
    const met = row.cells[this.#columns.indexOf('tagung')]
    const body =
      named?.find(({ held }) => held === 'gremium' || held === 'text') ??
      met?.find(({ held, text }) => held === 'sitzung' && bodyOfMeeting(text))
    const open = this.#open
    if (body && open && isUnfinished(open.gremium) && !Object.keys(open.spans).length) name(open, body, open.gremium)
    else if (body) this.#begin(body)
    else if (open && this.#isMeeting(row, open)) {
      const again = this.#push()
      again.gremium = open.gremium
      again.bodySpans = [...open.bodySpans]
      again.zustaendigkeit = open.zustaendigkeit
      if (open.spans.zustaendigkeit) again.spans.zustaendigkeit = open.spans.zustaendigkeit
    }
    const step = this.#open
    if (!step) return
    const dated = row.cells.flat().some(({ held }) => held === 'datum')
    for (const [column, cell] of row.cells.entries())
      for (const piece of cell) if (piece !== body) put(step, piece, this.#columns[column] ?? null, dated)
  }

  #begin(body: Piece): void {
    const step = this.#push()
    const meets = body.held === 'sitzung' ? bodyOfMeeting(body.text) : undefined
    if (meets) {
      step.gremium = meets.name
      step.bodySpans.push(inner(body, meets.printed))
      meeting(step, body)
    } else name(step, body, '')
  }

  #push(): Step {
    const step = emptyStep()
    this.#steps.push(step)
    this.#open = step
    return step
  }

  /** A row with a day below a step that has one, or a result of its own behind it, is another meeting. */
  #isMeeting({ cells }: GridRow, open: Step): boolean {
    const dated = cells.flat().some(({ held }) => held === 'datum')
    return dated && (open.datum !== null || open.vague || open.ergebnis !== null)
  }
}

function name(step: Step, piece: Piece, before: string): void {
  const words = bareBody(piece.text)
  const { name: gremium, role, publicity } = namedBody(before ? joinWords(before, piece.text) : words)
  step.gremium = gremium
  const at = before ? 0 : Math.max(0, piece.text.indexOf(gremium))
  const end = before ? piece.end : piece.start + at + gremium.length
  step.bodySpans.push({ start: piece.start + at, end })
  if (role) set(step, 'zustaendigkeit', role, inner(piece, role))
  if (publicity) set(step, 'oeffentlichkeit', publicity, piece)
}

function inner(piece: Piece, words: string): { start: number; end: number } {
  const at = Math.max(0, piece.text.lastIndexOf(words))
  return { start: piece.start + at, end: Math.min(piece.end, piece.start + at + words.length) }
}

/** Give a step what a cell holds; what its column leaves open is left out. */
function put(step: Step, piece: Piece, column: GridColumn, dated: boolean): void {
  if (piece.held === 'datum') day(step, piece)
  else if (piece.held === 'status') set(step, 'oeffentlichkeit', publicityOf(piece.text) ?? null, piece)
  else if (piece.held === 'kreuz') cross(step, piece, column)
  else if (piece.held === 'sitzung') meeting(step, piece)
  else if (piece.held === 'stimmen' || piece.held === 'ergebnis') result(step, piece)
  else if (piece.held === 'top') item(step, piece)
  else if (piece.held === 'zahl') number(step, piece, column)
  else if (piece.held === 'rolle') {
    if (isResultHere(step, piece, column, dated)) result(step, piece)
    else set(step, 'zustaendigkeit', piece.text, piece)
  } else if (piece.held === 'gremium' || piece.held === 'text') {
    if (column === 'rolle') set(step, 'zustaendigkeit', piece.text, piece)
    else if (column === 'ergebnis') result(step, piece)
    else if (column === 'sitzung') set(step, 'sitzung', piece.text, piece)
  }
}

function meeting(step: Step, piece: Piece): void {
  const part = meetingPublicity(piece.text)
  if (part) set(step, 'oeffentlichkeit', part, piece)
  set(step, 'sitzung', piece.text, piece)
}

/** A number is what its column is headed by, if anything. */
function number(step: Step, piece: Piece, column: GridColumn): void {
  if (column === 'top') item(step, piece)
  else if (column === 'rolle') set(step, 'zustaendigkeit', piece.text, piece)
  else if (column === 'ja' || column === 'nein' || column === 'enthaltung') vote(step, piece, column)
}

/** `Kenntnisnahme` beside the day of a meeting is what came of it, where results stand in that column. */
function isResultHere(step: Step, piece: Piece, column: GridColumn, dated: boolean): boolean {
  if (column === 'ergebnis') return dated
  return column === 'je' && dated && (step.zustaendigkeit !== null || !WORD_OF_ROLE.test(piece.text))
}

function day(step: Step, piece: Piece): void {
  const [date] = findDates(piece.text)
  if (!date || step.datum !== null) return
  step.vague = date.until !== undefined && daysBetween(date.iso, date.until) > 2
  set(step, 'datum', step.vague ? null : date.iso, piece)
}

function item(step: Step, piece: Piece): void {
  if (step.top !== null) return
  set(step, 'top', piece.text.replace(/^(?:TOP|Top)\.? ?/, ''), piece)
  partTop(step)
}

/** A result and the count of votes behind it; further words go on from the first. */
function result(step: Step, piece: Piece): void {
  const found = findVote(piece.text)
  const words = (found ? piece.text.slice(0, found.start) : piece.text).replace(/[\s,;:(–-]+$/, '')
  if (found && step.abstimmung === null) {
    step.abstimmung = found.vote
    step.spans.abstimmung = { start: piece.start + found.start, end: piece.start + found.end }
  }
  if (!words) return
  const from = step.spans.ergebnis?.start ?? piece.start
  step.ergebnis = step.ergebnis === null ? words : joinWords(step.ergebnis, words)
  step.spans.ergebnis = { start: from, end: piece.start + words.length }
}

function vote(step: Step, piece: Piece, column: 'ja' | 'nein' | 'enthaltung'): void {
  step.abstimmung = { ja: null, nein: null, enthaltung: null, ...step.abstimmung, [column]: Number(piece.text) }
  step.spans.abstimmung = { start: step.spans.abstimmung?.start ?? piece.start, end: piece.end }
}

/** A cross under a head; under two heads in one cell it says nothing that is sure. */
function cross(step: Step, piece: Piece, column: GridColumn): void {
  if (column === 'oeffentlich' || column === 'nichtoeffentlich') set(step, 'oeffentlichkeit', column, piece)
  else if (column?.startsWith('kreuz:')) set(step, 'zustaendigkeit', column.slice('kreuz:'.length), piece)
  else if (column !== 'wahl') step.crossByBlanks = true
}

function set(
  step: Step,
  field: 'datum' | 'oeffentlichkeit' | 'zustaendigkeit' | 'top' | 'sitzung',
  value: string | null,
  { start, end }: { start: number; end: number },
): void {
  if (step[field] !== null) return
  Object.assign(step, { [field]: value })
  step.spans[field] = { start, end }
}
