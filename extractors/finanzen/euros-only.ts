/**
 * The unit of a money column that names none: euros, if the paper counts its money in nothing else. Nothing in it could
 * have scaled the number then; where a paper counts in thousands or millions anywhere, the unit stays in doubt.
 *
 * Source: budgets and lists of measures that name the euro in their text and leave it out in their columns.
 */
import type { ReadPaper } from '../../src/extractor.ts'
import type { NamedUnit } from '../../src/parse/table-facts.ts'

const EURO = /€|(?<!\p{L})(?:EUR|Euro|EURO)(?!\p{L})/u
const SCALED =
  /(?<!\p{L})(?:T ?€|T ?EUR|T ?Euro|Tsd|TSD|tsd|[Tt]ausend(?!jähr)|k ?€|Mio|MIO|Mill\.|[Mm]illion|Mrd|MRD|[Mm]illiarde)/u

const known = new WeakMap<ReadPaper, NamedUnit | null>()

/** Euros, if the paper names them and never thousands or millions; else null. */
export function unitOfPaper(paper: ReadPaper): NamedUnit | null {
  const before = known.get(paper)
  if (before !== undefined) return before
  const unit = EURO.test(paper.text) && !SCALED.test(paper.text) ? { scale: 1, printed: '€' } : null
  known.set(paper, unit)
  return unit
}
