/**
 * Numbers of staff that a remark in the same row breaks down: "Neueinrichtung 4 VZS …" beside the column "Neu", or parts
 * with their dates ("01.01.2031 8,0 VzÄ 01.03.2031 1,0 VzÄ") beside the whole.
 *
 * Which words of a remark belong to which column is believed only where at least three numbers of the table agree with
 * their remarks and most of all do.
 */
import { staffMentionsIn } from '../../src/parse/vzae.ts'
import type { Grid } from './grid.ts'
import { type Relation, resultOf } from './relation.ts'
import type { TableResult } from './table-sums.ts'
import { isValue, type Value } from './value.ts'

/** A remark begins anew with each of these words. */
const REMARK =
  /(?<!\p{L})(?:Neueinrichtung|Neuschaffung|Einrichtung|Verlagerung|Wegfall|Abgang|Zugang|Aufstockung|Umwandlung|Reduzierung|Streichung|Umsetzung|Abgabe|Übernahme)(?:en)?(?!\p{L})/gu
const DATED = /^(?:\d{1,2}\.\d{1,2}\.\d{2,4}|ab|zum|und|[,;:()–-]|\s)*$/iu

export function remarks(grid: Grid): TableResult[] {
  const results = grid.texts.flatMap((row, r) =>
    row.flatMap((text, c) => (isValue(grid.cells[r]?.[c]) || text.length < 8 ? [] : [...besideRemark(grid, r, c)])),
  )
  const holding = results.filter(({ holds }) => holds).length
  const named = results.length > 0 && holding >= 3 && holding * 3 >= results.length * 2 ? results : []
  return [...named, ...dated(grid)]
}

/** The columns of a row whose head a remark of the row takes up. */
function* besideRemark(grid: Grid, row: number, remark: number): Generator<TableResult> {
  const place = grid.spans[row]?.[remark]
  if (!place) return
  const parts = partsOf(grid.texts[row]?.[remark] ?? '', place.start)
  for (const column of grid.numeric) {
    const target = grid.cells[row]?.[column]
    const stem = stemOf(grid.heads[column] ?? '')
    if (!isValue(target) || !stem) continue
    const mine = parts.filter(({ word }) => word.startsWith(stem)).map(({ value }) => value)
    if (mine.length) yield* asResult(row, column, target, mine)
  }
}

/** A cell of nothing but dates and quantities, two at least, beside the one quantity of its row. */
function dated(grid: Grid): TableResult[] {
  const results = grid.texts.flatMap((row, r) =>
    row.flatMap((text, c): TableResult[] => {
      const place = grid.spans[r]?.[c]
      const mentions = isValue(grid.cells[r]?.[c]) ? [] : staffMentionsIn(text)
      const rest = mentions.reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), text)
      if (!place || mentions.length < 2 || !DATED.test(rest)) return []
      const column = grid.numeric.findLast((one) => one < c && isValue(grid.cells[r]?.[one]))
      const target = column === undefined ? undefined : grid.cells[r]?.[column]
      if (column === undefined || !isValue(target)) return []
      const values = mentions.map((mention) => quantityOf(mention, text, place.start))
      return asResult(r, column, target, values)
    }),
  )
  return results.every(({ holds }) => holds) ? results : results.filter(({ holds }) => holds)
}

interface Part {
  /** The word the remark begins with, in lower case. */
  readonly word: string
  readonly value: Value
}

function partsOf(text: string, start: number): Part[] {
  const words = [...text.matchAll(REMARK)]
  return staffMentionsIn(text).flatMap((mention) => {
    const word = words.findLast(({ index }) => index < mention.start)?.[0].toLowerCase()
    return word ? [{ word, value: quantityOf(mention, text, start) }] : []
  })
}

function quantityOf(
  { start, end, wert }: { start: number; end: number; wert: number },
  text: string,
  offset: number,
): Value {
  const printed = text.slice(start, end)
  const decimals = /,(\d+)/.exec(printed)?.[1]?.length ?? 0
  const milli = Math.round(wert * 1000)
  const base = { money: false, staff: true, marked: false, lead: '', printed }
  return { ...base, start: offset + start, end: offset + end, milli, ulp: 1000 / 10 ** Math.min(decimals, 3) }
}

/** What a head and the word of a remark have in common: "Neu" and "Neueinrichtung", "intern verlagert" and "Verlagerung". */
function stemOf(head: string): string | undefined {
  const word = /(\p{L}{3,})\W*$/u.exec(head)?.[1]?.toLowerCase()
  return word && !/^(?:anzahl|stellen|gesamt|summe|jahr)/.test(word)
    ? word.replace(/(?:en|e|t|er)$/u, '').slice(0, 8)
    : undefined
}

function asResult(row: number, column: number, target: Value, values: readonly Value[]): TableResult[] {
  const relation: Relation = { art: 'aufteilung', target: row, terms: [] }
  const terms = values.map((value) => ({ value, sign: 1 as const }))
  const result = resultOf(relation, column, target, terms)
  return result ? [{ ...result, row, column }] : []
}
