/**
 * Lines to blocks: paragraphs, headings, list items. Tables pass through.
 *
 * A new block begins after a wide gap, at a list marker, where the type changes, and after a line that ended early
 * though its sentence was over: had the next word fitted, the break was meant.
 *
 * Units: points.
 */
import type { Band } from './columns.ts'
import { cellText, isFigure, type LaidTable } from './flow.ts'
import { endsBroken } from './hyphen.ts'
import type { Rule } from './items.ts'
import { type Line, textOf } from './lines.ts'
import { type Counted, count, isTornAbbreviation, markedBy, markerIn, numberDepth } from './markers.ts'
import type { Metrics } from './metrics.ts'

export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'item'
  readonly lines: readonly Line[]
  /** Of a heading from 1, of an item from 0. */
  readonly depth: number
  readonly marker: string
  /** Where the words behind the marker begin in the first line's text. */
  readonly at: number
  /** How far its lines could have reached. */
  readonly right: number
}

export type LaidBlock = TextBlock | LaidTable

/** What the page tells besides its lines. */
export interface PageContext {
  readonly metrics: Metrics
  readonly flat: readonly Rule[]
  /** Right edge of the running text on pages of this format. */
  readonly right: number
  /** The list markers so far; what is found is added. */
  readonly counted: Counted
  /** Left edges of the items of the open list, from page to page. */
  readonly levels: number[]
}

/** Wider than this part of the usual line distance: a new paragraph. */
const WIDE_STEP = 1.22
const HEADING = { lines: 3, narrow: 5, letters: 160, size: 1.13 }
/** A column narrower than this part of the page breaks its headings into more lines. */
const NARROW = 0.55

interface Draft {
  readonly lines: Line[]
  readonly marker: string
  readonly at: number
}

/** The blocks of one band, in order. */
export function blocksOf(band: Band, context: PageContext): LaidBlock[] {
  const own = band.flows.flatMap((flow) => (flow.kind === 'line' ? [flow.line.x2] : []))
  const right =
    band.kind === 'page' ? Math.max(context.right, ...own.filter((x2) => x2 < context.right + 20)) : Math.max(0, ...own)
  const blocks: LaidBlock[] = []
  let draft: Draft | undefined
  const close = () => {
    if (draft) blocks.push(blockOf(draft, right, context))
    draft = undefined
  }
  for (const [index, flow] of band.flows.entries()) {
    if (flow.kind === 'table') {
      close()
      for (const row of flow.rows) {
        const marker = markerIn(`${cellText(row.cells[0] ?? [])} `)
        if (marker) count(marker, context.counted)
      }
      blocks.push(flow)
      continue
    }
    const next = band.flows[index + 1]
    const { line } = flow
    const last: Line | undefined = draft?.lines.at(-1)
    const torn = last !== undefined && isTornAbbreviation(textOf(last), textOf(line))
    const marked = torn ? undefined : markedBy(line, context.counted)
    const starts =
      !draft ||
      !last ||
      isNew(line, last, draft, next?.kind === 'line' ? next.line : undefined, marked !== undefined, right, context)
    if (!starts) {
      draft?.lines.push(line)
      continue
    }
    close()
    if (marked) count(marked.marker, context.counted)
    draft = { lines: [line], marker: marked?.marker ?? '', at: marked?.at ?? 0 }
  }
  close()
  return withDepths(blocks, band.kind === 'page' ? context.levels : [])
}

function isNew(
  line: Line,
  last: Line,
  draft: Draft,
  next: Line | undefined,
  marked: boolean,
  right: number,
  { metrics }: PageContext,
): boolean {
  const size = Math.max(line.size, last.size)
  if (Math.min(line.size, last.size) < 0.88 * size) return true
  const step = line.y - last.y
  if (step > WIDE_STEP * metrics.step(size) + 0.5) return true
  const early = endsEarly(last, line, right)
  if (marked)
    return (
      !goesOnInItem(last, line, draft, right) &&
      (early || !(isMidSentence(last, line, draft) || isDash(last, line, draft)))
    )
  // text that begins left of the marker is none of the item's
  if (early && draft.marker && line.x1 < (draft.lines[0]?.x1 ?? 0) - 3) return true
  if (line.bold !== last.bold && (early || step > 1.08 * metrics.step(size))) return true
  if (!early) return false
  const text = textOf(last)
  const full = next !== undefined && !endsEarly(line, next, right) && next.y - line.y <= WIDE_STEP * metrics.step(size)
  // a label and, below it, its short value
  if (text.endsWith(':') && draft.lines.length === 1 && !draft.marker && text.length < 50 && !full) return false
  if (/[.!?:;]["“”»«')\]]{0,2}$/.test(text)) return true
  // a short line over a full one: a heading in plain type
  return (
    draft.lines.length === 1 &&
    !draft.marker &&
    text.length < 70 &&
    full &&
    !/(?:[,–-]|\b(?:und|oder|sowie|de[rsmn]|die|das|für|von|mit|in|im|zum?|zur|an|am|auf|bei))$/.test(text) &&
    !/^\p{Ll}/u.test(textOf(line))
  )
}

/** The line above ended although the first word of this one had room in it. */
export function endsEarly(last: Line, line: Line, right: number): boolean {
  if (endsBroken(textOf(last))) return false
  const segment = line.segments[0]
  if (!segment) return false
  const word = /^\S{1,60}/.exec(segment.text)?.[0].length ?? 0
  const perLetter = (segment.x2 - segment.x1) / Math.max(1, segment.text.length)
  return right - last.x2 > perLetter * (word + 1) + 0.5 * line.size
}

/** A wrapped line that only begins like a list item: it stands where the item's own text stands, or sentence is open. */
function isMidSentence(last: Line, line: Line, draft: Draft): boolean {
  const open = !/[.!?:;,]["“”)]?$/.test(textOf(last))
  return open && Math.abs(line.x1 - last.x1) < 1.5 && draft.lines.length > (draft.marker ? 1 : 0)
}

/** "… heute abzusetzen?" / "- Das ist": a dash between sentences that happens to begin a line of running text. */
function isDash(last: Line, line: Line, draft: Draft): boolean {
  const isPlain =
    /^[–—-] ?\S/.test(line.segments[0]?.text ?? '') && line.segments[0]?.items[0]?.text.trim().length !== 1
  return isPlain && !draft.marker && Math.abs(line.x1 - last.x1) < 1.5 && !/[:;]$/.test(textOf(last))
}

/** "… sie tritt am" / "1. August in Kraft": an open sentence in an item's own, well filled lines. */
function goesOnInItem(last: Line, line: Line, draft: Draft, right: number): boolean {
  const left = draft.lines[0]?.x1 ?? 0
  if (!draft.marker || line.x1 < left + 4 || /[.!?:;,]["“”)]?$/.test(textOf(last))) return false
  return /^\d/.test(textOf(line)) && last.x2 > right - 0.25 * (right - left)
}

function blockOf(draft: Draft, right: number, context: PageContext): TextBlock {
  const { lines, marker, at } = draft
  const depth = headingDepth(lines, marker, right, context)
  if (depth) return { kind: 'heading', lines, depth, marker: '', at: 0, right }
  return { kind: marker ? 'item' : 'paragraph', lines, depth: 0, marker, at, right }
}

/** 0: no heading. Larger type comes first, then bold, then underlined; numbers go deeper. */
function headingDepth(
  lines: readonly Line[],
  marker: string,
  right: number,
  { metrics, flat, right: widest }: PageContext,
): number {
  const [first] = lines
  const narrow = first !== undefined && right - first.x1 < NARROW * widest
  if (!first || lines.length > (narrow ? HEADING.narrow : HEADING.lines)) return 0
  const text = lines.map(textOf).join(' ')
  if (text.length > HEADING.letters || !/\p{L}\P{L}*\p{L}/u.test(text) || isFigure(text)) return 0
  if (/[☐☒]/.test(text) || lines.some((line) => line.segments.length > (marker ? 2 : 1))) return 0
  const ends = /[.,;]$/.test(text) && !/\b(?:Nr|Abs|Str|ca|bzw|usw|etc)\.$/.test(text)
  const number = Math.max(0, numberDepth(text) - 1)
  const large = metrics.largeSizes.findIndex((size) => first.size >= size - 0.4)
  if (first.size >= HEADING.size * metrics.bodySize && large >= 0 && !(ends && lines.length > 1))
    return Math.min(6, 1 + Math.min(large, 2) + number)
  const below = 1 + Math.min(2, metrics.largeSizes.length)
  if (ends || lines.length > (narrow ? HEADING.narrow : 2)) return 0
  if (/^[•●▪◦‣·➢→✓✗○*–—-]$/.test(marker)) return 0
  if (lines.every((line) => line.bold) && !metrics.boldBody) return Math.min(6, below + number)
  if (lines.length === 1 && isUnderlined(first, flat)) return Math.min(6, below + 1 + number)
  return 0
}

function isUnderlined(line: Line, flat: readonly Rule[]): boolean {
  const width = line.x2 - line.x1
  return flat.some(
    (rule) =>
      rule.y1 > line.y &&
      rule.y1 < line.y + 0.35 * line.size &&
      Math.abs(rule.x1 - line.x1) < 4 &&
      rule.x2 - rule.x1 > 0.85 * width &&
      rule.x2 < line.x2 + 6,
  )
}

/** Items that begin further right than the one before are one deeper; text left of an item ends its list. `levels` is kept. */
function withDepths(blocks: readonly LaidBlock[], levels: number[]): LaidBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'heading' || block.kind === 'table') {
      levels.length = 0
      return block
    }
    const x = block.lines[0]?.x1 ?? 0
    while (levels.length && (levels.at(-1) ?? 0) >= x + 4) levels.pop()
    if (block.kind === 'paragraph') return block
    if (!levels.length || x > (levels.at(-1) ?? 0) + 4) levels.push(x)
    return { ...block, depth: levels.length - 1 }
  })
}
