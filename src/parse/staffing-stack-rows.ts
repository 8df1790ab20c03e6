/**
 * Rows that came as lines: label and number below one line of heads; a label and as many numbers as there are years.
 *
 * Units: offsets into the paper's text.
 */
import type { Cell } from '../document.ts'
import { HEAD, isNumberOrDash } from './staffing-cell.ts'
import { DIGITS, isYear } from './staffing-number.ts'
import { unitOfHead } from './staffing-unit.ts'

/** Lines one table may have. */
const MOST = 400
/** The last words of a line of heads that count staff. */
const COUNTED =
  /(?:Anzahl (?:der )?(?:Plan)?[Ss]tellen|(?:Plan)?[Ss]tellen(?:anteil|zahl)?|VZ[ÄEWK]|[Vv]zÄ)(?: zum Stellenplan)?$/u
const TIMES = /^(?:(?:(?:Plan|Ist|ab)\s)?(?:19|20)\d\d(?:\sff\.?)?|später|gesamt|\s)+$/iu
const YEAR = /^(?:(?:Plan|Ist|Soll|Ansatz|ab|bis) )?(?:19|20)\d\d ?(?:\*+|ff\.?)?$/iu
const ROW = new RegExp(`^(?<label>.*\\p{L}{3}.*?)\\s+(?<number>[-–−+]?(?:${DIGITS}))$`, 'u')

/** "Zweck Anzahl Stellen", perhaps a line of years, then lines of a label and one number. */
export function rowsBelowHeadLine(lines: readonly Cell[], at: number): Cell[][] | undefined {
  const head = lines[at]
  if (!head || head.text.length > 2 * HEAD || /\d|[.:!?]$/.test(head.text)) return undefined
  const counted = COUNTED.exec(head.text)
  if (!counted || counted.index === 0) return undefined
  const times = TIMES.test(lines[at + 1]?.text ?? '') ? 1 : 0
  const rows: Cell[][] = []
  for (const line of lines.slice(at + 1 + times, at + MOST)) {
    if (line.text.length > 3 * HEAD) break
    const { label = '', number = '' } = ROW.exec(line.text)?.groups ?? {}
    if (!label || label.length > 2 * HEAD || isYear(number)) break
    rows.push([
      { text: label, start: line.start, end: line.start + label.length },
      { text: number, start: line.end - number.length, end: line.end },
    ])
  }
  const split = head.start + counted.index
  const names = { text: head.text.slice(0, counted.index).trim(), start: head.start, end: split - 1 }
  return rows.length >= 2 ? [[names, { text: counted[0], start: split, end: head.end }], ...rows] : undefined
}

/** Years, each on a line of its own, then labels, each before as many numbers; one label counts staff. */
export function rowsBelowYears(cells: readonly Cell[], at: number): Cell[][] | undefined {
  const first = cells[at]
  if (!first || !YEAR.test(first.text)) return undefined
  let count = 1
  while (YEAR.test(cells[at + count]?.text ?? '')) count++
  if (count < 2 || count > 12) return undefined
  const years = cells.slice(at, at + count)
  const rows: Cell[][] = []
  for (let next = at + count; next + count < cells.length; next += count + 1) {
    const row = cells.slice(next, next + count + 1)
    const [label, ...numbers] = row
    if (!label || !/^\p{L}/u.test(label.text) || label.text.length > 2 * HEAD) break
    if (numbers.length < count || !numbers.every(isNumberOrDash)) break
    rows.push(row)
  }
  const corner = { text: '', start: first.start, end: first.start }
  return rows.some(([label]) => unitOfHead(label?.text ?? '')) ? [[corner, ...years], ...rows] : undefined
}
