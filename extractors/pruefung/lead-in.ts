/**
 * The sentence above a table that spreads one quantity over its rows ("Die 32,8 Stellen verteilen sich auf folgende
 * Rollen"), against the sum of the rows.
 *
 * Only where the table has one column of numbers of that kind, no total of its own and no other reading of its rows.
 */
import { blocksOf, type Span, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { readMoney } from '../../src/parse/money.ts'
import { sentencesIn } from '../../src/parse/sentence.ts'
import { staffMentionsIn } from '../../src/parse/vzae.ts'
import { type Finding, findingOf, sumInWords } from './finding.ts'
import { type Grid, isSummand } from './grid.ts'
import { isExplained, type LaneResult, type Relation, resultOf } from './relation.ts'
import { isValue, type Value } from './value.ts'
import { isItem, isPart, isTotal, opensParts } from './words.ts'

const SPREADS =
  /verteil(?:t|en) sich|verteilt werden|setz(?:t|en) sich .{0,80}zusammen|teil(?:t|en) sich .{0,80}auf|aufgeteilt|gliedern? sich|wie folgt (?:verteilt|zusammen|auf)/u

export function* leadIns(paper: ReadPaper, grids: readonly Grid[]): Generator<Finding> {
  const blocks = [...blocksOf(paper.tree)]
  for (const grid of grids) {
    const at = blocks.findIndex((block) => spanOf(block).start >= grid.span.start)
    const above = blocks[at - 1]
    if (!above || above.type === 'table') continue
    const sentence = sentencesIn(paper.text, spanOf(above)).at(-1)
    if (!sentence) continue
    const words = paper.text.slice(sentence.start, sentence.end)
    const target = SPREADS.test(words) ? onlyQuantity(words, sentence) : undefined
    const result = target && sumOf(grid, target)
    if (!result || (!result.holds && (isExplained(result) || !grid.certain))) continue
    yield findingOf({
      ...{
        art: 'text-tabelle',
        gegenstand: words.replace(/\s+/g, ' ').slice(0, 120),
        rechnung: sumInWords(result.terms),
      },
      ...{ target, place: null, expected: result.expected, tolerance: result.tolerance, strong: result.strong },
      parts: result.terms.map(({ value }) => ({ start: value.start, end: value.end })),
      sure: grid.certain,
    })
  }
}

/** The one quantity of staff or money of a sentence. */
function onlyQuantity(words: string, { start }: Span): Value | undefined {
  const staff = staffMentionsIn(words)
  const { amounts } = readMoney(words)
  const [mention] = staff
  const [amount] = amounts
  const base = { marked: false, lead: '' }
  if (staff.length === 1 && mention && !amounts.length && !mention.ungefaehr) {
    const printed = words.slice(mention.start, mention.end)
    const ulp = 1000 / 10 ** Math.min(3, /,(\d+)/.exec(printed)?.[1]?.length ?? 0)
    const span = { start: start + mention.start, end: start + mention.end }
    return { ...base, ...span, milli: Math.round(mention.wert * 1000), ulp, money: false, staff: true, printed }
  }
  if (amounts.length !== 1 || !amount || staff.length || amount.approx || amount.threshold) return undefined
  const printed = words.slice(amount.start, amount.end)
  const span = { start: start + amount.start, end: start + amount.end }
  return { ...base, ...span, milli: amount.cents * 10, ulp: 1000, money: true, staff: false, printed }
}

/** All rows of the one column of numbers, parts of others left out. */
function sumOf(grid: Grid, target: Value): LaneResult | undefined {
  const [column, ...more] = grid.numeric
  if (column === undefined || more.length || grid.labels.some((label) => isTotal(label))) return undefined
  const rows = grid.cells.map((row) => row[column])
  if (rows.includes('unlesbar')) return undefined
  let open = false
  const terms = rows.flatMap((cell, row) => {
    const label = grid.labels[row] ?? ''
    const part = isPart(label) || (open && isItem(label))
    if (!part) open = opensParts(label)
    return isValue(cell) && !part && isSummand(grid, row)
      ? [{ value: { ...cell, staff: target.staff }, sign: 1 as const }]
      : []
  })
  if (terms.length < 2 || terms.some(({ value }) => value.money !== target.money)) return undefined
  const relation: Relation = { art: 'text-tabelle', target: -1, terms: [] }
  return resultOf(relation, column, target, terms)
}
