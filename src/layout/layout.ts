/**
 * Pages of positioned items to blocks: lines, furniture, tables, reading order, paragraphs; then whole across pages.
 *
 * Pure, and knows no words: the order in which the items come does not matter, only where they stand.
 *
 * Units: points.
 */
import type { Furniture } from '../document.ts'
import type { RawBlock } from '../readers/compose.ts'
import { joined, type Stretch } from './across.ts'
import { withTables } from './aligned.ts'
import { blocksOf, type LaidBlock, type PageContext } from './blocks.ts'
import { withBoxes } from './boxes.ts'
import { withBullets } from './bullets.ts'
import { withLabelsRaised } from './centred.ts'
import { withCircles } from './circles.ts'
import { columnStartsIn, inReadingOrder } from './columns.ts'
import { rawBlocksOf } from './emit.ts'
import type { Flow } from './flow.ts'
import { furnitureOf } from './furniture/of-pages.ts'
import { flatRulesOf, type Grid, gridsOf } from './grid.ts'
import type { Item, PageItems } from './items.ts'
import { type Line, linesOf } from './lines.ts'
import type { Counted } from './markers.ts'
import { metricsOf } from './metrics.ts'
import { fillGrid } from './ruled.ts'
import { standingIn } from './standing.ts'
import { taggedTables } from './tagged.ts'
import { stampsOf, uprightOf } from './upright.ts'

export interface LaidPaper {
  readonly blocks: readonly RawBlock[]
  readonly furniture: readonly Furniture[]
  /** Pages with a table whose rows and columns are not sure. */
  readonly unsure: readonly number[]
}

interface GriddedPage extends PageItems {
  readonly grids: readonly Grid[]
}

/** Lay out a whole paper. */
export function layOut(pages: readonly PageItems[]): LaidPaper {
  const upright = pages.map((page) => uprightOf(page))
  const boxed = upright.map(({ page, aside }) => {
    const grids = gridsOf(page.rules)
    const standing = standingIn(grids, aside)
    const items = [...withBoxes({ ...page, items: withCircles(withBullets(page)) }), ...standing.items]
    return { ...page, items, grids, stamps: stampsOf(standing.others) }
  })
  const withLines = boxed.map((page) => {
    const { grids } = page
    const ruled = grids.map(({ ys }) => ({ top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 }))
    return { ...page, lines: linesOf(page.items), ruled }
  })
  const furnished = furnitureOf(withLines)
  const stamps = boxed.flatMap(({ page, stamps }) => stamps.map((text): Furniture => ({ kind: 'stempel', page, text })))
  const bodies = withLines.map((page) => {
    const lines = page.lines.filter((line) => !furnished.lines.has(line))
    return { ...page, lines, items: lines.flatMap((line) => line.segments.flatMap((segment) => segment.items)) }
  })
  const metrics = metricsOf(bodies.map((page) => page.lines))
  const rights = rightEdges(bodies)
  let tagged = 0
  const laid = bodies.map((page) => {
    const { flows, columns } = flowsOf(page, tagged)
    tagged = columns
    return { ...page, flows }
  })
  const columns = columnStartsIn(laid.map((page) => page.flows))
  const counted: Counted = new Map()
  const levels: number[] = []
  const stretches = laid.flatMap((page) =>
    stretchesOf(page, columns, { metrics, right: rights.get(formatOf(page)) ?? page.width, counted, levels }),
  )
  const blocks = joined(stretches, metrics)
  return { blocks: rawBlocksOf(blocks), furniture: [...furnished.furniture, ...stamps], unsure: unsureIn(blocks) }
}

/** Lines and tables of a page, and the columns of its last tagged table. */
function flowsOf(page: GriddedPage & { lines: readonly Line[] }, before: number): { flows: Flow[]; columns: number } {
  const ruled = ruledFlows(page)
  const tagged = taggedTables(ruled.rest, page.page, before)
  // where no table takes words away, the lines are those that were found already
  const isWhole = ruled.rest === page.items && tagged.used.size === 0
  const lines = isWhole ? page.lines : linesOf(ruled.rest.filter((item) => !tagged.used.has(item)))
  const beside = withLabelsRaised(lines).map((line): Flow => ({ kind: 'line', line }))
  const flows = [...ruled.flows, ...tagged.flows, ...beside].sort((a, b) => topOf(a) - topOf(b))
  return { flows, columns: tagged.flows.at(-1)?.columns.length ?? 0 }
}

function stretchesOf(
  page: PageItems & { flows: readonly Flow[] },
  columns: readonly number[],
  context: Omit<PageContext, 'flat'>,
): Stretch[] {
  const flat = flatRulesOf(page.rules)
  return inReadingOrder(page.flows, columns).map(({ flows: band, kind }) => {
    const blocks = blocksOf({ flows: withTables(band, flat), kind }, { ...context, flat })
    return { blocks, page: page.page, kind }
  })
}

/** Fill the grids; a grid that is only a frame leaves its words to the others. */
function ruledFlows(page: GriddedPage): { flows: Flow[]; rest: readonly Item[] } {
  const flows: Flow[] = []
  let rest: readonly Item[] = page.items
  for (const grid of page.grids) {
    const filled = fillGrid(grid, rest, page)
    if (!filled) continue
    flows.push(...filled.flows)
    rest = rest.filter((item) => !filled.used.has(item))
  }
  return { flows, rest }
}

function topOf(flow: Flow): number {
  return flow.kind === 'line' ? flow.line.y - 0.35 * flow.line.size : flow.y1
}

function formatOf(page: PageItems): string {
  return `${Math.round(page.width / 10)}x${Math.round(page.height / 10)}`
}

/** How far the running text reaches on pages of one format. */
function rightEdges(pages: readonly (PageItems & { lines: readonly Line[] })[]): Map<string, number> {
  const ends = new Map<string, number[]>()
  for (const page of pages) {
    const long = page.lines.filter((line) => line.segments.length === 1 && line.x2 - line.x1 > 0.45 * page.width)
    ends.set(formatOf(page), [...(ends.get(formatOf(page)) ?? []), ...long.map((line) => line.x2)])
  }
  const edges = new Map<string, number>()
  for (const [format, values] of ends) {
    const sorted = values.sort((a, b) => a - b)
    const edge = sorted[Math.floor(0.95 * (sorted.length - 1))]
    if (edge !== undefined) edges.set(format, edge)
  }
  return edges
}

function unsureIn(blocks: readonly LaidBlock[]): number[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' && !block.certain ? [block.rows[0]?.cells.flat()[0]?.page ?? block.page] : [],
  )
}
