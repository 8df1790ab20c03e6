/**
 * Tables set column for column: a block of lines with the labels, then one with the values of each column below its head.
 * A column may be cut into bands: the upper rows of all columns first, then the lower ones without heads.
 *
 * Never guesses: all columns of a band have as many values, and all bands together as many rows as there are labels; a
 * label wrapped over two lines is told by its words. Pure; knows no words.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */
import type { FoundTable } from './apart.ts'
import { isValue, kindOf } from './stacked-cells.ts'
import { cellsByLine } from './torn-heads.ts'
import { sumsHold } from './torn-sums.ts'

/** Rows that make a table; with one column of values more. */
const ROWS = { usual: 2, single: 3 }
const LINES = { block: 40, head: 3, blocks: 40 }
const LABEL = 70

/** Lines between two empty ones: from, to (exclusive). */
interface Block {
  readonly lines: readonly string[]
  readonly from: number
  readonly to: number
}

interface Column extends Block {
  readonly head: string
  readonly values: readonly string[]
  /** Its values are codes, not numbers. */
  readonly coded: boolean
}

/** The first such table among lines. */
export function columnBlocks(lines: readonly string[]): FoundTable | undefined {
  const blocks = blocksOf(lines)
  for (const [at, block] of blocks.entries()) {
    if (!areLabels(block)) continue
    const columns = columnsFrom(blocks.slice(at + 1, at + 1 + LINES.blocks))
    const [first] = columns
    if (!first || columns.every(({ coded }) => coded)) continue
    const bands = bandsBelow(blocks.slice(at + 1 + columns.length), columns.length)
    for (let count = bands.length; count >= 0; count--) {
      const used = bands.slice(0, count).flat()
      const values = columns.map((column, c) => [
        ...column.values,
        ...bands.slice(0, count).flatMap((band) => band[c]?.lines ?? []),
      ])
      const found = withLabels(block, columns, values)
      if (found) return { from: block.from, to: used.at(-1)?.to ?? columns.at(-1)?.to ?? block.to, ...found }
    }
  }
  return undefined
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let from = -1
  for (let at = 0; at <= lines.length; at++) {
    const filled = (lines[at] ?? '').trim() !== ''
    if (filled && from < 0) from = at
    if (filled || from < 0) continue
    blocks.push({ lines: lines.slice(from, at).map((line) => line.trim()), from, to: at })
    from = -1
  }
  return blocks
}

/** Words on every line, none of them a sentence. */
function areLabels({ lines }: Block): boolean {
  return (
    lines.length > ROWS.usual &&
    lines.length <= LINES.block &&
    lines.every(
      (line) =>
        line.length <= LABEL &&
        !/\t| {3,}|[☐☒]|[.;:!?]$/u.test(line) &&
        !isValue(kindOf(line)) &&
        kindOf(line) !== 'code',
    ) &&
    /^\p{Lu}/u.test(lines[0] ?? '')
  )
}

/** Blocks of a head with as many values each. */
function columnsFrom(blocks: readonly Block[]): Column[] {
  const columns: Column[] = []
  for (const block of blocks) {
    const column = columnOf(block)
    if (!column) break
    columns.push(column)
  }
  return leveled(columns)
}

/** Columns of one length; codes may be one less where the last row holds the sums of all others. */
function leveled(columns: readonly Column[]): Column[] {
  const numbers = columns.filter(({ coded }) => !coded)
  const count = numbers[0]?.values.length ?? 0
  const sums = sumsHold(Array.from({ length: count }, (_, r) => ['', ...numbers.map(({ values }) => values[r] ?? '')]))
  const end = columns.findIndex(
    ({ coded, values }) => values.length !== count && !(coded && sums && values.length === count - 1),
  )
  return columns
    .slice(0, end < 0 ? columns.length : end)
    .map((column) => (column.values.length < count ? { ...column, values: [...column.values, ''] } : column))
}

/** A year or words over values. */
function columnOf(block: Block): Column | undefined {
  const kinds = block.lines.map(kindOf)
  const heads = kinds[0] === 'jahr' ? 1 : kinds.findIndex((kind) => isNumber(kind) || kind === 'code')
  const coded = kinds[heads] === 'code'
  const alike = kinds.slice(heads).every((kind) => (coded ? kind === 'code' : isNumber(kind)))
  if (heads < 1 || heads > LINES.head || !alike) return undefined
  const values = block.lines.slice(heads)
  const head = block.lines.slice(0, heads).join(' ')
  const words = kinds[0] === 'jahr' || (/^[\p{L}(]/u.test(head) && !/[.:;!?]$/.test(head) && head.length <= LABEL)
  return values.length >= ROWS.usual && words ? { ...block, head, values, coded } : undefined
}

function isNumber(kind: ReturnType<typeof kindOf>): boolean {
  return kind === 'zahl' || kind === 'leer'
}

/** Further bands: as many blocks of nothing but values as there are columns, all of one length. */
function bandsBelow(blocks: readonly Block[], width: number): Block[][] {
  const bands: Block[][] = []
  for (let at = 0; at + width <= blocks.length; at += width) {
    const band = blocks.slice(at, at + width)
    const length = band[0]?.lines.length
    if (!band.every(({ lines }) => lines.length === length && lines.every((line) => isNumber(kindOf(line))))) break
    bands.push(band)
  }
  return bands
}

/** Head and rows if there are as many labels as values, with or without a head of their own. */
function withLabels(
  { lines }: Block,
  columns: readonly Column[],
  values: readonly (readonly string[])[],
): Pick<FoundTable, 'head' | 'rows'> | undefined {
  const count = values[0]?.length ?? 0
  const least = columns.length > 1 ? ROWS.usual : ROWS.single
  const shaped = columns.length > 1 || values[0]?.every((value) => /[.,]\d|€|EUR/.test(value))
  if (count < least || !shaped) return undefined
  const ways = [[...lines], cellsByLine(lines)]
  const corner = ways.find((cells) => cells.length === count + 1)
  const labels = corner?.slice(1) ?? ways.find((cells) => cells.length === count)
  if (!labels) return undefined
  return {
    head: [corner?.[0] ?? '', ...columns.map(({ head }) => head)],
    rows: labels.map((label, r) => [label, ...values.map((column) => column[r] ?? '')]),
  }
}
