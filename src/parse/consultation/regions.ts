/**
 * Where in a paper steps may stand, by its sections.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 */
import { type SectionKind, type SectionNode, type Span, spanOf } from '../../document.ts'
import { findDates, isoDate } from '../date.ts'
import { isGremium, namedBody } from '../gremium.ts'
import { type Line, linesOf } from '../lines.ts'
import { publicityOf } from '../publicity.ts'
import { isRole } from '../role.ts'
import { columnsOf } from './columns.ts'
import { gridOf } from './grid.ts'
import { nameFault } from './name.ts'
import { scan } from './scan.ts'
import { bareBody } from './step.ts'

const STEPS: readonly SectionKind[] = ['beratungsfolge', 'beratungsverlauf']
/** Kinds that may stand in a head. */
const OF_HEAD: readonly SectionKind[] = [...STEPS, 'kopf', 'sonstige', 'anlagen']
/** A heading this close before the Beratungsfolge is a line of the title. */
const TITLE = 160
/** A heading that heads a column which text extraction set below the one before it. */
const COLUMN_TITLE = /^(?:Beratungs|Sitzungs)termine?$/i
/** How far a head reaches at most. */
const HEAD = 4000

/** Five extractors ask for those of the same paper. */
const known = new WeakMap<readonly SectionNode[], readonly Span[]>()

/** The stretches of the sections that hold steps; a heading and the rows below it are one. */
export function regionsOf(text: string, sections: readonly SectionNode[]): readonly Span[] {
  const regions = known.get(sections) ?? findRegions(text, sections)
  known.set(sections, regions)
  return regions
}

function findRegions(text: string, sections: readonly SectionNode[]): Span[] {
  const spans: Span[] = []
  for (const section of sections) {
    if (!STEPS.includes(section.kind)) continue
    const span = withLastRole(text, ownSpan(section))
    const last = spans.at(-1)
    const column = COLUMN_TITLE.test(section.title)
    const adjoins = last && span.start - last.end < 4 && (column || text.slice(last.start, last.end).length < 60)
    if (last && adjoins) spans[spans.length - 1] = { start: last.start, end: span.end }
    else spans.push(span)
  }
  const head = headSpan(text, sections)
  const [first] = spans
  if (!first) return byHeads(text, head)
  // A heading set beside its steps may be extracted behind them.
  const behind = spans.every((span) => isEmptyList(text, span))
  const above = behind ? byHeads(text, { start: head.start, end: first.start }) : []
  return above.length ? above : withGrid(text, spans, head)
}

/** Lines below a heading in which no step can begin. */
const FIRST_LINES = 5

function isEmptyList(text: string, span: Span): boolean {
  const [, ...below] = linesOf(text, span).slice(0, FIRST_LINES + 1)
  return below.every(
    (line) => !columnsOf(line.text) && !isGremium(bareBody(line.text)) && findDates(line.text)[0]?.start !== 0,
  )
}

/** A table of steps in the head that no heading introduces, where the sections hold none. */
function withGrid(text: string, spans: Span[], head: Span): Span[] {
  if (spans.some((span) => gridOf(text, linesOf(text, span)))) return spans
  const lines = linesOf(text, { start: 0, end: Math.min(head.end, spans[0]?.start ?? 0) })
  const grid = gridOf(text, lines)
  return grid ? [{ start: grid.start, end: grid.end }, ...spans] : spans
}

/** Heads above counts of votes, behind all others. */
const VOTES = /(?: (?:Ja|Nein|Enth(?:altung(?:en)?)?\.?|[Dd]afür|[Dd]agegen))+$/u

/** Without a section of its own: from a line of column heads on. */
function byHeads(text: string, head: Span): Span[] {
  const lines = linesOf(text, head)
  const line = lines.find(({ text: words }) => {
    const columns = columnsOf(words.replace(VOTES, ''))?.filter(Boolean) ?? []
    return columns.length > 2 || (columns.length > 1 && columns.includes('gremium'))
  })
  const start =
    gridOf(text, lines)?.start ??
    line?.start ??
    stackedHeads(lines) ??
    columnBlocks(lines) ??
    alternating(lines) ??
    rows(lines)
  return start === undefined ? [] : [{ start, end: head.end }]
}

/** Heads one below the other (`Gremium`, `Datum`), then cells: where they begin. */
function stackedHeads(lines: readonly Line[]): number | undefined {
  const at = lines.findIndex((_, from) => {
    const heads = lines.slice(from, from + 2).map(({ text }) => columnsOf(text))
    const cells = lines.slice(from + 2, from + 13)
    const both = heads.some((head) => head?.[0] === 'gremium') && heads.some((head) => head?.[0] === 'datum')
    return both && cells.some(({ text }) => isGremium(text)) && cells.filter(({ text }) => isoDate(text)).length > 1
  })
  return at < 0 ? undefined : lines[at]?.start
}

/** `Gremium` above all bodies, then `Termin` above as many days: where they begin. */
function columnBlocks(lines: readonly Line[]): number | undefined {
  const only = (line: Line | undefined, column: string): boolean => {
    const heads = line && line.text.length < 30 ? columnsOf(line.text) : undefined
    return heads?.length === 1 && heads[0] === column
  }
  const at = lines.findIndex((line) => only(line, 'gremium'))
  const day = at < 0 ? -1 : lines.findIndex((line, to) => to > at && only(line, 'datum'))
  const bodies = lines.slice(at + 1, day).filter(({ text }) => isGremium(text)).length
  const next = lines.findIndex((line, to) => to > day && isoDate(line.text) === undefined)
  const days = (next < 0 ? lines.length : next) - day - 1
  return day > at && bodies > 1 && days === bodies ? lines[at]?.start : undefined
}

/** Bodies and days in turn, each alone on its line: where they begin. */
function alternating(lines: readonly Line[]): number | undefined {
  const body = (line: Line | undefined): boolean =>
    line !== undefined && line.text.length < 110 && isGremium(namedBody(bareBody(line.text)).name)
  const day = (line: Line | undefined): boolean => line !== undefined && isoDate(line.text) !== undefined
  const pairs = lines.flatMap((line, at) => (body(line) && day(lines[at + 1]) ? [at] : []))
  const [first, second] = pairs
  return first !== undefined && second !== undefined && second - first < 6 ? lines[first]?.start : undefined
}

/** Lines that hold a body, its day and what it is to do or who may listen, and nothing else: where they begin. */
function rows(lines: readonly Line[]): number | undefined {
  const at = lines.findIndex((line, from) => isRowOfStep(line) && isRowOfStep(lines[from + 1]))
  return at < 0 ? undefined : lines[at]?.start
}

function isRowOfStep(line: Line | undefined): boolean {
  const [day, ...more] = line && line.text.length < 140 ? findDates(line.text) : []
  if (!line || !day || more.length || line.text.includes('\t') || !/\S/.test(line.text.slice(day.end))) return false
  const tokens = scan(line.text, 0, 0, false)
  const [body] = tokens.filter(({ kind }) => kind === 'text')
  const said = tokens.some(({ kind }) => kind === 'rolle' || kind === 'status')
  const known = tokens.every(({ kind }) => /^(?:text|datum|rolle|status|top)$/.test(kind))
  return body !== undefined && said && known && nameFault(body.text) < 1 && tokens.length < 6 && onlyText(tokens)
}

function onlyText(tokens: readonly { readonly kind: string }[]): boolean {
  return tokens.filter(({ kind }) => kind === 'text').length === 1
}

/** What stands before the first section that is about something. */
export function headSpan(text: string, sections: readonly SectionNode[]): Span {
  const first = sections.find(({ kind }) => !OF_HEAD.includes(kind))
  const begin = first ? spanOf(first).start : text.length
  const steps = sections.find((section) => STEPS.includes(section.kind) && spanOf(section).start > begin)
  const after = steps ? spanOf(steps).start : begin
  return { start: 0, end: Math.min(after - begin < TITLE ? after : begin, HEAD) }
}

/** A section without the sections within it. */
function ownSpan(section: SectionNode): Span {
  const { start, end } = spanOf(section)
  const inner = section.children.find((child) => child.type === 'section')
  return { start, end: inner ? spanOf(inner).start : end }
}

/**
 * Stacked cells end in a role that reads like a heading ("Beschlussfassung"): below a bare day, item or status it is none;
 * behind an empty line only where the roles above stand so, too.
 */
function withLastRole(text: string, span: Span): Span {
  const lines = linesOf(text, span)
  const last = lines.at(-1)
  if (!last || !isBareCell(last.text)) return span
  const next = linesOf(text, { start: last.end, end: Math.min(text.length, last.end + 60) })[0]
  const parted = lines.some((line) => line.gap && isRole(line.text))
  return next && next.start - last.end < (parted ? 4 : 2) && isRole(next.text)
    ? { start: span.start, end: next.end }
    : span
}

/** A day, an item of the agenda or a letter for the part of the meeting, and nothing else. */
function isBareCell(words: string): boolean {
  const [day] = findDates(words)
  return day
    ? day.start === 0 && day.end === words.length
    : /^(?:[ÖöNn]|NÖ|nö|[ÖN]? ?\d{1,3}(?:\.\d{1,2})?)$/u.test(words) || publicityOf(words) !== undefined
}

/** What was read of a region. */
interface Taken {
  readonly steps: readonly unknown[]
  readonly none: boolean
  readonly columns: readonly unknown[]
  readonly end: number
}

/** The stretches whose lines belong to steps, so that a head must not read them. */
export function takenBy(regions: readonly Span[], read: readonly Taken[]): Span[] {
  return regions.flatMap(({ start }, at) => {
    const one = read[at]
    return one && (one.steps.length || one.none || one.columns.some(Boolean))
      ? [{ start, end: Math.max(start + 1, one.end) }]
      : []
  })
}

/** Lines without what stands in the stretches taken; of a line that only runs into one its beginning stays. */
export function linesOutside(lines: readonly Line[], taken: readonly Span[]): Line[] {
  return lines.flatMap((line) => {
    const over = taken.find(({ start, end }) => line.start < end && line.end > start)
    if (!over) return [line]
    if (line.start >= over.start) return []
    const text = line.text.slice(0, over.start - line.start).trimEnd()
    return text ? [{ ...line, text, end: line.start + text.length }] : []
  })
}
