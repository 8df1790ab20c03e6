/**
 * Amounts set line by line as text ("Bauwerk 100.000 €", … "Summe 150.000 €"), as tables of labels and amounts.
 *
 * A line that does not end with its one amount ends the list.
 */
import { blocksOf, type Span, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import type { Grid } from './grid.ts'
import { cellOf, isValue, type Value } from './value.ts'

interface Line extends Span {
  readonly label: string
  readonly value: Value
}

export function lineLists(paper: ReadPaper): Grid[] {
  const grids: Grid[] = []
  let open: Line[] = []
  const close = (): void => {
    if (open.length >= 3) grids.push(gridOfLines(open))
    open = []
  }
  for (const block of blocksOf(paper.tree)) {
    if (block.type === 'table') {
      close()
      continue
    }
    const { start, end } = spanOf(block)
    let at = start
    for (const words of paper.text.slice(start, end).split('\n')) {
      const line = lineOf(words, at) ?? sumOf(words, at, open)
      if (line) open.push(line)
      else if (words.trim()) close()
      at += words.length + 1
    }
  }
  close()
  return grids
}

const MEASURE = { scale: 1, money: true, staff: false }

/** A label of some words, then one amount with its currency, then nothing. */
function lineOf(words: string, start: number): Line | undefined {
  if (!/€|eur/i.test(words)) return undefined
  const found =
    /^(?<label>\s*(?:[-–•]\s*)?[\p{L}\d][^€]{2,110}?)[\s:=.]{1,12}(?<amount>(?:[-−–+]\s?)?\d[\d.]*(?:,(?:\d\d|-+))?\s?(?:T€|TEUR|Mio\.\s?€|Mio\.\s?Euro|€|EUR|Euro)\*{0,3})\s*(?:brutto|netto)?\s*$/iu.exec(
      words,
    )
  const { label = '', amount = '' } = found?.groups ?? {}
  if (!found || !/\p{L}{3}/u.test(label) || /\d\s?(?:€|EUR|Euro)(?!\p{L})/u.test(label)) return undefined
  const at = start + words.lastIndexOf(amount)
  const value = cellOf(amount.replace(/\*+$/, ''), at, MEASURE)
  return isValue(value) ? { start, end: start + words.length, label: label.trim(), value } : undefined
}

const ONLY = /^\s*(?<amount>\d[\d.]*(?:,\d\d)?\s?(?:T€|TEUR|€|EUR|Euro))\s*$/iu

/** A line with nothing but the sum of the lines above it; any other amount alone need not be one. */
function sumOf(words: string, start: number, above: readonly Line[]): Line | undefined {
  const amount = above.length > 1 ? ONLY.exec(words)?.groups?.amount : undefined
  if (!amount) return undefined
  const value = cellOf(amount, start + words.indexOf(amount), MEASURE)
  const sum = above.reduce((total, line) => total + line.value.milli, 0)
  return isValue(value) && value.milli === sum ? { start, end: start + words.length, label: 'Summe', value } : undefined
}

function gridOfLines(lines: readonly Line[]): Grid {
  const span = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 }
  return {
    ...{ table: null, span, certain: false, heads: ['', ''], numeric: [1] },
    labels: lines.map(({ label }) => label),
    cells: lines.map(({ value }) => ['leer', value]),
    spans: lines.map(({ start, value }) => [{ start, end: value.start }, value]),
    texts: lines.map(({ label, value }) => [label, value.printed]),
  }
}
