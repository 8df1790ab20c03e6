/**
 * The lines of a paper's head: labels with their values, and what stands free between them.
 */
import type { SectionNode, Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { type Consultation, readConsultation } from '../../src/parse/consultation/read.ts'
import { headSpan, linesOutside, regionsOf, takenBy } from '../../src/parse/consultation/regions.ts'
import { type Head, readHead } from '../../src/parse/labels.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'

export interface Zone {
  readonly lines: readonly Line[]
  readonly head: Head
  readonly consultations: readonly Consultation[]
  /** Where the rows of the first Beratungsfolge stand, if there is one in the head. */
  readonly steps: Span | undefined
  /** Where a letter's salutation begins, which ends its head. */
  readonly salutation: number | undefined
}

/** How a letter opens: what follows is text. */
const SALUTATION = /^(?:Sehr geehrte|Liebe |Guten Tag|Werte )/

/** A heading in the letterhead that is the house's own word for a paper. */
function namesPaper(paper: ReadPaper, section: SectionNode): boolean {
  const own = Object.keys(paper.profile.arten)
  const start = section.position?.start.offset ?? 0
  return start < 800 && own.includes(section.title.toLowerCase())
}

/** Read the head of a paper. */
export function zoneOf(paper: ReadPaper): Zone {
  const span = headSpan(
    paper.text,
    paper.sections.filter((section) => !namesPaper(paper, section)),
  )
  const regions = regionsOf(paper.text, paper.sections)
  const consultations = regions.map((region) => readConsultation(paper.text, region))
  const taken = takenBy(regions, consultations)
  const all = linesOf(paper.text, span)
  const letter = all.findIndex((line) => SALUTATION.test(line.text))
  const lines = linesOutside(letter > 0 ? all.slice(0, letter) : all, taken)
  const steps = taken.find(({ start, end }) => start < span.end && end > start)
  const salutation = letter > 0 ? all[letter]?.start : undefined
  return { lines, head: readHead(paper.text, lines), consultations, steps, salutation }
}
