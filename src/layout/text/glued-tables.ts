/**
 * Tables whose cells text extraction has glued together, line by line, put together again from what proves itself:
 * numbers (`glued-numbers.ts`), words (`glued-words.ts`), running numbers at the lines' beginnings, column heads. Such a
 * table is certain only where heads fit and the sums of all columns hold.
 *
 * Never guesses: if heads, words and numbers do not agree on the columns of every row, the lines stay lines.
 * Source: papers saved as text from PDF whose tables were pictures of a spreadsheet.
 */
import { endsBroken } from '../hyphen.ts'
import type { FoundTable } from './apart.ts'
import { isGlued, isNumbers, type Parting, provedPartings, tailOf } from './glued-numbers.ts'
import { dividedWords, jointsOf, type Standing, standingWords } from './glued-words.ts'
import { cellsByLine } from './torn-heads.ts'

/** Rows that make a table without heads; lines of heads; lines a row is broken over. */
const ROWS = 4
const HEAD_LINES = 10
const ROW_LINES = 3
/** Fewer heads prove no row. */
const HEADS = 4
const RUNNING = /^\d{1,9}(?=\p{L})/u
const YEAR_AND_NUMBER = /^((?:19|20)\d\d)([1-9]\d{0,2}(?:\.\d{3})*(?:,\d{1,2})?(?: ?(?:€|EUR|Euro))?)$/u

/** A row of the table or a line between rows that names those below it. */
interface Row {
  /** Digits directly before the first word. */
  readonly lead: string
  /** Words with `\n` where a line ended. */
  readonly words: string
  /** Glued numbers; empty for a line of words. */
  readonly tail: string
}

/** The first glued table among lines, whose words are compared with those of the whole paper. */
export function gluedTable(
  lines: readonly string[],
  standing: Standing = standingWords(lines),
): FoundTable | undefined {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? ''
    if (!line || line.includes('\t')) continue
    const years = yearRows(lines, at)
    if (years) return years
    if (!beginsRow(line)) continue
    const from = firstLine(lines, at)
    const { rows, to } = rowsFrom(lines, from)
    const table = tableOf(lines, from, rows, standing)
    if (table) return { ...table, to }
    at = Math.max(at, to - 1)
  }
  return undefined
}

/** The first row may be broken over lines: it begins with its running number. */
function firstLine(lines: readonly string[], at: number): number {
  if (RUNNING.test(lines[at]?.trim() ?? '')) return at
  for (let up = 1; up < ROW_LINES && isHeadLine(lines[at - up] ?? ''); up++)
    if (RUNNING.test(lines[at - up]?.trim() ?? '')) return at - up
  return at
}

/** Numbers glued to one another, or to the word before them. */
function beginsRow(line: string): boolean {
  const tail = tailOf(line)
  const before = line.slice(0, line.length - tail.length)
  return /\p{L}/u.test(before) && (isGlued(tail) || (RUNNING.test(line) && isNumbers(tail)))
}

/** Years one after the other with a number glued to each (`20123.450`, `20133.560`). */
function yearRows(lines: readonly string[], from: number): FoundTable | undefined {
  const rows: string[][] = []
  for (let at = from; at < lines.length; at++) {
    const found = YEAR_AND_NUMBER.exec(lines[at]?.trim() ?? '')
    const [, year = '', number = ''] = found ?? []
    if (!found || (rows.length && Number(year) !== Number(rows.at(-1)?.[0]) + 1)) break
    rows.push([year, number])
  }
  return rows.length >= ROWS ? { from, to: from + rows.length, head: undefined, rows } : undefined
}

/** Rows from a line on, up to an empty line or too many lines without numbers. */
function rowsFrom(lines: readonly string[], from: number): { rows: Row[]; to: number } {
  const rows: Row[] = []
  let open: string[] = []
  let to = from
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? ''
    if (!line || line.includes('\t') || open.length > ROW_LINES) break
    const tail = tailOf(line)
    open.push(line)
    if (!isNumbers(tail)) continue
    rows.push(...rowsOf(open, tail, rows[0] ? rows[0].lead !== '' : RUNNING.test(open[0] ?? '')))
    open = []
    to = at + 1
  }
  return { rows, to }
}

/** The lines of a row; without running numbers, lines above it that end whole are rows of words. */
function rowsOf(lines: readonly string[], tail: string, running: boolean): Row[] {
  const last = lines.at(-1) ?? ''
  const words = [...lines.slice(0, -1), last.slice(0, last.length - tail.length)].filter((line) => line.trim())
  const own = running ? 0 : words.findLastIndex((line, n) => n > 0 && isWhole(words[n - 1] ?? '', line))
  const whole = words.slice(Math.max(0, own)).join('\n')
  const lead = running ? (RUNNING.exec(whole)?.[0] ?? '') : ''
  return [
    ...words.slice(0, Math.max(0, own)).map((line) => ({ lead: '', words: line, tail: '' })),
    { lead, words: whole.slice(lead.length), tail },
  ]
}

function isWhole(line: string, next: string): boolean {
  return (
    !endsBroken(line) &&
    !/[,(/&]$|\s(?:und|oder|für|der|des|die|von|vom|zur|zum|im|in)$/u.test(line) &&
    /^\p{Lu}/u.test(next)
  )
}

/** Head, leading numbers, words and numbers put together, if they agree. */
function tableOf(
  lines: readonly string[],
  from: number,
  rows: readonly Row[],
  standing: Standing,
): FoundTable | undefined {
  const full = rows.filter(({ tail }) => tail)
  const proved = provedPartings(full.map(({ tail }) => tail))
  const width = proved?.partings[0]?.numbers.length ?? 0
  const leads = proved && leadsOf(full, proved.summed)
  if (!proved || !leads) return undefined
  for (const head of [...headsAbove(lines, from), undefined]) {
    const count = head ? head.cells.length - width - leads.width : 1
    if (count < 1 || (head ? head.cells.length < HEADS && full.length < ROWS : full.length < ROWS || width < 2))
      continue
    if (!head && full.filter(({ words }) => jointsOf(words, standing).length).length > full.length / 3) continue
    const words = dividedWords(wordsOf(full, proved.partings), count, standing, proved.summed)
    if (!words || (leads.guessed && !head)) continue
    const cells = full.map((_, r) => [
      ...(leads.cells[r] ?? []),
      ...(words[r] ?? []),
      ...(proved.partings[r]?.numbers ?? []),
    ])
    return {
      from: head?.from ?? from,
      to: from,
      head: head?.cells,
      rows: withTitles(rows, [...(head?.titles ?? [])], cells),
      certain: proved.summed && head !== undefined,
    }
  }
  return undefined
}

/** The words of rows with the digits that belong to them. */
function wordsOf(rows: readonly Row[], partings: readonly Parting[]): string[] {
  return rows.map(({ words }, r) => `${words}${partings[r]?.rest ?? ''}`)
}

/** Lines of words stand between the rows they stood between. */
function withTitles(
  rows: readonly Row[],
  titles: readonly string[],
  cells: readonly (readonly string[])[],
): string[][] {
  const width = cells[0]?.length ?? 0
  const alone = (words: string): string[] => [words, ...Array<string>(width - 1).fill('')]
  let next = 0
  return [...titles.map(alone), ...rows.map(({ words, tail }) => (tail ? [...(cells[next++] ?? [])] : alone(words)))]
}

interface Leads {
  readonly width: number
  readonly cells: readonly (readonly string[])[]
  /** Only the number of heads can prove them. */
  readonly guessed: boolean
}

/** The numbers glued before the words: a running number, and behind it counts of one digit each. */
function leadsOf(rows: readonly Row[], summed: boolean): Leads | undefined {
  const body = summed ? rows.slice(0, -1) : rows
  if (!body.every(({ lead }) => lead))
    return body.some(({ lead }) => lead) ? undefined : { width: 0, cells: [], guessed: false }
  const first = Number(/^\d/.exec(body[0]?.lead ?? '')?.[0] ?? 1)
  const rests = body.map(({ lead }, r) =>
    lead.startsWith(`${first + r}`) ? lead.slice(`${first + r}`.length) : undefined,
  )
  const digits = rests[0]?.length ?? 0
  if (!rests.every((rest) => rest?.length === digits)) return undefined
  const counts = rests.map((rest) => [...(rest ?? '')])
  const cells = counts.map((own, r) => [`${first + r}`, ...own])
  if (!summed) return { width: digits + 1, cells, guessed: digits > 0 || body.length < 2 }
  const sums = Array.from({ length: digits }, (_, c) => `${counts.reduce((sum, own) => sum + Number(own[c]), 0)}`)
  if (sums.join('') !== rows.at(-1)?.lead) return undefined
  return { width: digits + 1, cells: [...cells, ['', ...sums]], guessed: false }
}

interface Head {
  readonly from: number
  readonly cells: readonly string[]
  /** Lines between the heads and the first row. */
  readonly titles: readonly string[]
}

/** Column heads above a row, the longest first: lines of a head each, above a line of heads glued together. */
function headsAbove(lines: readonly string[], at: number): Head[] {
  let top = at
  while (top > 0 && at - top < HEAD_LINES && isHeadLine(lines[top - 1] ?? '')) top--
  const own = lines.slice(top, at).map((line) => line.trim())
  const glued = own.findLastIndex((line) => headsIn(line).length > 1)
  if (glued < 0) return []
  return Array.from({ length: glued + 1 }, (_, n) => ({
    from: top + n,
    cells: [...cellsByLine(own.slice(n, glued)), ...headsIn(own[glued] ?? '')],
    titles: own.slice(glued + 1),
  }))
}

function isHeadLine(line: string): boolean {
  return (
    line.trim() !== '' &&
    line.length < 200 &&
    !line.includes('\t') &&
    !/[.!?:;]$/.test(line.trim()) &&
    !tailOf(line.trim())
  )
}

/** Heads glued together: parted before capitals and around signs of measure. */
function headsIn(line: string): string[] {
  return line.split(/(?<=\p{Ll}|[)%€])(?=\p{Lu})|(?<=\p{L})(?=[%€])/u).map((head) => head.trim())
}
