/**
 * Factors and percentages in sentences, against two numbers of the same sentence or two years of a table.
 *
 * Against a table only where exactly one row of all tables is named: every longer word of its label stands in the
 * sentence, both years head columns of it, and the sentence names no other year.
 */
import { blocksOf, quote, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { sentencesIn } from '../../src/parse/sentence.ts'
import { type Change, changesIn, factorChange, percentChange } from './change.ts'
import { factorsIn, percentsIn } from './factor-words.ts'
import { type Calculation, type Finding, findingOf } from './finding.ts'
import type { Grid } from './grid.ts'
import { isValue, type Value } from './value.ts'
import { yearColumns } from './years.ts'

/** A sentence longer than this is a list run together. */
const LONGEST = 600
/** A word of every factor and percentage. */
const COMPARES = /%|prozent|mal\s|fach|doppel/i

export function* proseFindings(paper: ReadPaper, grids: readonly Grid[]): Generator<Finding> {
  for (const block of blocksOf(paper.tree)) {
    if (block.type === 'table' || block.type === 'heading') continue
    if (!COMPARES.test(quote(paper, spanOf(block)))) continue
    for (const span of sentencesIn(paper.text, spanOf(block))) {
      if (span.end - span.start > LONGEST) continue
      const words = paper.text.slice(span.start, span.end).replace(/[\n\t\u00a0\u202f]/g, ' ')
      if (!COMPARES.test(words)) continue
      const own = changesIn(words).map((change) => asFinding(change, words, span.start, []))
      yield* own
      if (!own.length) yield* againstTable(words, span.start, grids)
    }
  }
}

function asFinding(change: Change, words: string, start: number, cells: readonly Value[]): Finding {
  const { art, span, printed, found, expected, tolerance, rechnung, numbers } = change
  const target: Value = {
    ...{ start: start + span.start, end: start + span.end, milli: found, ulp: 1, printed, lead: '' },
    ...{ money: false, staff: false, marked: false },
  }
  const parts = [
    ...numbers.map((one) => ({ start: start + one.start, end: start + one.end })),
    ...cells.map(({ start: from, end }) => ({ start: from, end })),
  ]
  const one: Calculation = {
    ...{ art, rechnung, target, parts, expected, tolerance, place: null, sure: true, strong: false },
    gegenstand: subjectOf(words),
  }
  const finding = findingOf(one)
  return art === 'prozent' ? { ...finding, value: { ...finding.value, einheit: 'prozent' } } : finding
}

/** The sentence itself, cut: what the factor is said of. */
function subjectOf(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim()
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain
}

function* againstTable(words: string, start: number, grids: readonly Grid[]): Generator<Finding> {
  const years = [...new Set(words.match(/(?<![\d./])(?:19|20)\d\d(?![\d/])/gu) ?? [])].map(Number)
  const [factor, ...factors] = factorsIn(words)
  const [percent, ...percents] = percentsIn(words).filter(({ changes }) => changes)
  const others = (words.match(/\d+(?:,\d+)?\s?(?:%|Prozent|€|Euro)/gu) ?? []).length - (percent ? 1 : 0)
  if (years.length !== 2 || factors.length || percents.length || (factor && percent) || others > 0) return
  const base = baseYear(words, years)
  const other = years.find((year) => year !== base)
  if (base === undefined || other === undefined) return
  const [pair, ...pairs] = grids.flatMap((grid) => pairsIn(grid, words, base, other))
  if (!pair || pairs.length || pair.from.milli <= 0 || pair.to.milli <= 0) return
  const ratio = pair.to.milli / pair.from.milli
  const blur = ratio * (pair.from.ulp / 2 / pair.from.milli + pair.to.ulp / 2 / pair.to.milli)
  const rechnung = `${pair.to.printed} (${other}) : ${pair.from.printed} (${base})`
  if (factor) yield asFinding(factorChange(factor, ratio, blur, rechnung, []), words, start, [pair.from, pair.to])
  if (percent) yield asFinding(percentChange(percent, ratio, blur, rechnung, []), words, start, [pair.from, pair.to])
}

/** The year the other is compared with: behind "wie", "als", "gegenüber", "seit"; else nothing is said. */
function baseYear(words: string, years: readonly number[]): number | undefined {
  const found =
    /(?:wie|als|gegenüber|seit|verglichen mit|im Vergleich zu[mr]?)\s(?:(?:noch|im|dem|Jahr|Jahre|in|Haushaltsjahr|Ist|Ansatz)\s){0,4}((?:19|20)\d\d)/u.exec(
      words,
    )
  const year = Number(found?.[1])
  return years.includes(year) ? year : undefined
}

interface Pair {
  readonly from: Value
  readonly to: Value
}

function pairsIn(grid: Grid, words: string, base: number, other: number): Pair[] {
  const columns = yearColumns(grid)
  const from = columns.find(({ year }) => year === base)?.line
  const to = columns.find(({ year }) => year === other)?.line
  if (from === undefined || to === undefined) return []
  const plain = words.toLowerCase()
  return grid.labels.flatMap((label, row) => {
    const longer = label.toLowerCase().match(/\p{L}{4,}/gu) ?? []
    const terms = longer.filter((word) => !/^(?:oder|davon|eine[rn]?)$/.test(word))
    if (!terms.length || !terms.every((word) => plain.includes(word))) return []
    const a = grid.cells[row]?.[from]
    const b = grid.cells[row]?.[to]
    return isValue(a) && isValue(b) ? [{ from: a, to: b }] : []
  })
}
