/**
 * All that a paper's Beratungsfolge holds: its regions read one by one, or the blocks it was torn into.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 */
import type { SectionNode, Span } from '../../document.ts'
import { linesOf } from '../lines.ts'
import { isOdd } from './judge.ts'
import { type Consultation, readConsultation } from './read.ts'
import { regionsOf, takenBy } from './regions.ts'
import { tornBlocks } from './torn-blocks.ts'

export interface Whole {
  readonly regions: readonly Span[]
  readonly read: readonly Consultation[]
  /** The stretches whose lines belong to steps. */
  readonly taken: readonly Span[]
}

/** How far torn blocks are looked for. */
const HEAD = 4000

/** Two extractors ask for it. */
const known = new WeakMap<readonly SectionNode[], Whole>()

/** What the regions hold; where that leaves days without a body, the blocks of a torn list instead. */
export function wholeConsultation(text: string, sections: readonly SectionNode[]): Whole {
  const whole = known.get(sections) ?? readWhole(text, sections)
  known.set(sections, whole)
  return whole
}

function readWhole(text: string, sections: readonly SectionNode[]): Whole {
  const regions = regionsOf(text, sections)
  const read = regions.map((span) => readConsultation(text, span))
  const sure = read.some(({ steps }) => steps.length) && read.every(isWhole)
  const torn = sure ? undefined : tornBlocks(text, linesOf(text, { start: 0, end: Math.min(text.length, HEAD) }))
  if (!torn) return { regions, read, taken: takenBy(regions, read) }
  const end = torn.taken.at(-1)?.end ?? 0
  const rest = restOf(text, regions, end)
  const blocks = { steps: torn.steps, unread: [], columns: [], none: false, end }
  return {
    regions,
    read: [blocks, ...rest.map(({ read: below }) => below)],
    taken: [
      ...torn.taken,
      ...takenBy(
        rest.map(({ span }) => span),
        rest.map(({ read: below }) => below),
      ),
    ],
  }
}

interface Rest {
  readonly span: Span
  readonly read: Consultation
}

/** Only the first rows of a list may be torn into blocks: those below are read by themselves. */
function restOf(text: string, regions: readonly Span[], from: number): Rest[] {
  return regions
    .filter(({ start, end }) => start < from && end > from)
    .map(({ end }) => ({ span: { start: from, end }, read: readConsultation(text, { start: from, end }) }))
    .filter(({ read }) => read.steps.length > 0 && isWhole(read))
}

function isWhole({ steps, unread, none }: Consultation): boolean {
  const dated = steps.filter(({ datum }) => datum !== null).length
  const odd = steps.some((step) => step.vague || isOdd(step, steps))
  return none || (!odd && dated > 0 && dated * 2 >= steps.length && !unread.some(({ kind }) => kind === 'datum'))
}
