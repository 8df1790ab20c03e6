/**
 * Amounts on lines without words below a row that has its own amount: a sum, another column, the next row. The name of the
 * row above is not theirs for certain.
 *
 * Source: lists with their sum on the last line, tables that stayed lines (`12 147.0 89,57 Euro` below `Firma A 10 143.3
 * 89,64 Euro`).
 */
import type { Amount } from '../../src/parse/money.ts'

/** How an amount is meant; no words of a row. */
const MEANT =
  /(?<!\p{L})(?:brutto|netto|ca|rund|circa|etwa|bis|von|jährlich|monatlich|einmalig|pro|je|Jahr|Monat|Euro|EUR|Mio|Tsd|inkl|MwSt)(?!\p{L})\.?/giu
const WORD = /\p{L}{3}/u
/** Lines above that are looked at. */
const FAR = 12

interface Line {
  readonly start: number
  readonly end: number
  readonly amounts: number
  readonly words: boolean
  /** An amount ends it. */
  readonly row: boolean
}

/** Does the amount stand on a line without words, below a row with words and an amount of its own? */
export function isBelowRow(text: string, amounts: readonly Amount[], amount: Amount, year: number | null): boolean {
  const own = lineAt(text, amounts, amount.start)
  if (own.words || !own.row) return false
  // Below a line of years each amount has its column.
  if (own.amounts > 1 && year !== null && !/^\s*(?:19|20)\d\d(?!\d)/.test(text.slice(own.start, own.end))) return false
  let line = above(text, amounts, own)
  if (own.amounts > 1)
    return (
      isBareRow(line) || isBareRow(below(text, amounts, own)) || (line?.row === true && line.amounts === own.amounts)
    )
  for (let far = 0; far < FAR && line && !line.words && line.row; far++) line = above(text, amounts, line)
  if (!line?.words || !line.row || line.amounts !== 1) return false
  // The same amount before and with taxes.
  return !(/netto\)?\s*$/.test(text.slice(line.start, line.end)) && /brutto/.test(text.slice(own.start, own.end)))
}

/** Several amounts and no word: a row of a table whose columns nothing names. */
function isBareRow(line: Line | undefined): boolean {
  return line !== undefined && !line.words && line.amounts > 1
}

function lineAt(text: string, amounts: readonly Amount[], at: number): Line {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const stop = text.indexOf('\n', at)
  const end = stop < 0 ? text.length : stop
  const inside = amounts.filter((other) => other.start >= start && other.end <= end)
  let rest = ''
  let from = start
  for (const other of inside) {
    rest += `${text.slice(from, Math.max(from, other.start))} `
    from = Math.max(from, other.end)
  }
  const behind = text.slice(from, end)
  const plain = (words: string): boolean => !WORD.test(words.replace(MEANT, ' '))
  return {
    start,
    end,
    amounts: inside.length,
    words: !plain(rest + behind),
    row: inside.length > 0 && plain(behind) && !/[.,;:]\s*$/.test(behind),
  }
}

function above(text: string, amounts: readonly Amount[], line: Line): Line | undefined {
  return line.start > 1 ? lineAt(text, amounts, line.start - 1) : undefined
}

function below(text: string, amounts: readonly Amount[], line: Line): Line | undefined {
  return line.end + 1 < text.length ? lineAt(text, amounts, line.end + 1) : undefined
}
