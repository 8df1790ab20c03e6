/**
 * The column heads above the steps of a Beratungsfolge, whose cells may stand on one line, one below the other, or broken
 * over lines. Pure; knows the words columns are headed by.
 */
import { type Column, columnsOf } from '../../src/parse/consultation/columns.ts'
import { joinWords } from '../../src/parse/consultation/step.ts'

export interface StepHead {
  readonly words: string
  readonly column: Column | null
}

export interface StepHeads {
  readonly title: string | null
  readonly heads: readonly StepHead[]
}

/** Lines a head may be broken over. */
const BROKEN = 3
const TITLE =
  /^(?:\p{L}+ )?(?:Beratungs(?:folge|verlauf|gang|ablauf|weg)|Gremien(?:folge|weg|lauf|beratung))\b[^\t]{0,30}$/iu

/** Read what stands above the first step; undefined if anything there is no head. */
export function stepHeads(zone: string): StepHeads | undefined {
  const lines = zone.split('\n').flatMap((line) => line.trim() || [])
  const first = lines[0] ?? ''
  const titled = TITLE.test(first) && (columnsOf(first)?.length ?? 1) <= 1
  const alone = titled && lines.length > 1 && (columnsOf(lines[1] ?? '')?.filter(Boolean).length ?? 0) > 1
  const stacked = titled && !alone && lines.length > 2
  const titleStands = titled && (alone || stacked || lines.length === 1)
  const heads = headsOfLines(titleStands ? lines.slice(1) : lines)
  if (!heads) return undefined
  const named = heads.filter(({ column }) => column)
  // `Beratungsfolge` over `Sitzungstermin Status`: the bodies stand first, without a head.
  if (titleStands && named.length && !named.some(({ column }) => column === 'gremium'))
    return { title: first.replace(/\s*:$/, ''), heads: [{ words: '', column: 'gremium' }, ...heads] }
  return { title: titleStands ? first.replace(/\s*:$/, '') : null, heads: withBody(heads) }
}

function headsOfLines(lines: readonly string[]): StepHead[] | undefined {
  const heads: StepHead[] = []
  for (let at = 0; at < lines.length; at++) {
    let found: StepHead[] | undefined
    let taken = 1
    for (; taken <= BROKEN && !found; taken++) found = headsOfLine(joinedLines(lines.slice(at, at + taken)))
    if (!found) return undefined
    heads.push(...found)
    at += taken - 2
  }
  return heads
}

function headsOfLine(line: string): StepHead[] | undefined {
  const cells = line.split('\t').map((cell) => cell.trim())
  const known = cells.map(headsOfCell)
  if (known.every((heads) => heads !== undefined)) return known.flatMap((heads) => heads ?? [])
  const columns = cells.length > 1 ? columnsOf(line) : undefined
  return columns && columns.length === cells.length
    ? cells.map((words, at) => ({ words, column: columns[at] ?? null }))
    : undefined
}

/** The words of each head: where one more word makes one more column. */
function headsOfCell(words: string): StepHead[] | undefined {
  if (!words) return [{ words: '', column: null }]
  const columns = columnsOf(words)
  if (!columns) return undefined
  if (columns.length === 1) return [{ words, column: columns[0] ?? null }]
  const ends = [...words.matchAll(/\S+/g)].map((found) => found.index + found[0].length)
  const last = new Map<number, number>()
  for (const end of ends) {
    const found = columnsOf(words.slice(0, end))?.length
    if (found) last.set(found, end)
  }
  if (!last.has(1) && ends[0]) last.set(1, ends[0])
  const heads = columns.map((column, at) => {
    const [from, to] = [at ? last.get(at) : 0, last.get(at + 1)]
    return from === undefined || to === undefined ? undefined : { words: words.slice(from, to).trim(), column }
  })
  return heads.every((head) => head !== undefined) ? heads : undefined
}

/** "Beratungsfolge der Vorlage am TOP …": the first head names no column, the bodies stand under it. */
function withBody(heads: readonly StepHead[]): StepHead[] {
  const [first, ...rest] = heads
  const bodies =
    first?.words && first.column === null && rest.length && !heads.some(({ column }) => column === 'gremium')
  return bodies && /beratung|gremien/i.test(first.words) ? [{ ...first, column: 'gremium' }, ...rest] : [...heads]
}

/** Words on lines put together; one broken at a line's end is one again. */
export function joinedLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .reduce((text, line) => (text ? joinWords(text, line) : line), '')
}
