/**
 * A paper kept as text, told apart again into what stood on its pages: paragraphs, tables, boxes, list items, and the
 * head that its text repeats wherever a page began.
 *
 * Units: none; indents count blanks. Only the look is restored; no word is added or left out but the repeated heads.
 */

export type Part =
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly heading: boolean; readonly indent: number }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'boxes'; readonly rows: readonly { readonly ticked?: boolean; readonly text: string }[] }

export interface TypesetPaper {
  readonly parts: readonly Part[]
  /** What stands at the top of page 2 and all that follow. */
  readonly head: readonly Part[]
}

/** So many letters have room beside each other. */
const LETTERS = 88
const BOX = /^<input [^>]{0,60}>/

/** Read the look out of the text. */
export function partsOf(text: string): TypesetPaper {
  const chunks = chunksOf(text)
  const times = new Map<string, number>()
  for (const chunk of chunks) times.set(keyOf(chunk), (times.get(keyOf(chunk)) ?? 0) + 1)
  const often = [...times].filter(([, count]) => count >= 5).map(([key]) => key.split(' '))
  const isHead = (chunk: readonly string[]) => {
    const words = keyOf(chunk).split(' ')
    const count = times.get(keyOf(chunk)) ?? 0
    return count >= 5 || (count >= 3 && often.some((other) => words.every((word) => other.includes(word))))
  }
  const heads = new Map(chunks.filter(isHead).map((chunk) => [keyOf(chunk), chunk]))
  const seen = new Set<string>()
  const head: Part[] = []
  const body: string[][] = []
  let turned = false
  let again = false
  for (const chunk of chunks) {
    const key = keyOf(chunk)
    if (isHead(chunk) && (again || seen.has(key))) {
      again = true
      turned = true
      continue
    }
    const table = isHead(chunk) ? tableWith(chunk, [...heads.values()]) : undefined
    const last = body.at(-1)
    if (table && last === table) continue
    seen.add(key)
    if (table) body.push(table)
    if (table) continue
    if (turned && last && goesOn(last, chunk)) last.push(...chunk)
    else body.push([...chunk])
    turned = false
  }
  for (const chunk of heads.values()) if (!tableWith(chunk, [...heads.values()])) head.push(...partsIn(chunk))
  return { parts: body.flatMap(partsIn), head }
}

/** Stretches between empty lines. Where every line is followed by an empty one, those are no breaks. */
function chunksOf(text: string): string[][] {
  const all = text.split(/\r?\n/)
  const filled = all.filter((line) => line.trim())
  const doubled = all.filter((line, index) => line.trim() && all[index + 1] === '').length > 0.8 * filled.length
  const narrow = filled.every((line) => line.length < 110)
  const lines = doubled && narrow ? all.filter((line, index) => line !== '' || all[index - 1] === '') : all
  const chunks: string[][] = [[]]
  for (const line of lines) {
    if (line.trim()) chunks.at(-1)?.push(line)
    else if (chunks.at(-1)?.length) chunks.push([])
  }
  return chunks.filter((chunk) => chunk.length)
}

/** Its words, in whatever order and cells they were kept. */
function keyOf(chunk: readonly string[]): string {
  return chunk
    .join(' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .sort()
    .join(' ')
}

/** The words of a head's table, kept once more cell by cell. */
function tableWith(chunk: readonly string[], heads: readonly string[][]): string[] | undefined {
  const words = keyOf(chunk).split(' ')
  return heads.find(
    (other) =>
      other !== chunk &&
      other.some((line) => line.includes('\t')) &&
      words.every((word) => keyOf(other).split(' ').includes(word)),
  )
}

/** Before the page's end the sentence, or the table, was open. */
function goesOn(last: readonly string[], chunk: readonly string[]): boolean {
  const [end, begin] = [last.at(-1) ?? '', chunk[0] ?? '']
  if (begin.includes('\t')) return end.split('\t').length === begin.split('\t').length
  return end.length > 60 && !/[.:!?]\s*$/.test(end) && !/^\d+(?:\.\d+)*\.? /.test(begin)
}

function partsIn(printed: readonly string[]): Part[] {
  // bold over several lines is bold on each of them
  const whole = printed.length > 1 && /^\*\*[^*]+\*\*$/.test(printed.join('\n'))
  const chunk = whole ? printed.map((line) => `**${line.replaceAll('**', '')}**`) : printed
  const parts: Part[] = []
  let lines: string[] = []
  const close = () => {
    const [first] = lines
    if (first !== undefined) {
      const indent = /^ */.exec(first)?.[0].length ?? 0
      parts.push({ kind: 'lines', lines: lines.map((line) => line.trim()), heading: isHeading(chunk), indent })
    }
    lines = []
  }
  for (const line of chunk) {
    const last = parts.at(-1)
    const box = BOX.exec(line)
    if (/^[-\s]+$/.test(line)) continue
    if (box) {
      close()
      const row = { ticked: box[0].includes('checked'), text: line.slice(box[0].length).trim() }
      const open = parts.at(-1)
      if (open?.kind === 'boxes') parts[parts.length - 1] = { ...open, rows: [...open.rows, row] }
      else parts.push({ kind: 'boxes', rows: [row] })
    } else if (last?.kind === 'boxes' && !lines.length) {
      parts[parts.length - 1] = { ...last, rows: [...last.rows, { text: line.trim() }] }
    } else if (line.includes('\t')) {
      close()
      // what a narrow column had broken is whole again
      const cells = line
        .split('\t')
        .map((cell) => cell.trim().replace(/(?<=\p{L})- (?=(?!und |oder |bzw)\p{Ll})/gu, ''))
      const open = parts.at(-1)
      if (open?.kind === 'table') parts[parts.length - 1] = { kind: 'table', rows: [...open.rows, cells] }
      else parts.push({ kind: 'table', rows: [cells] })
    } else {
      if (/^\s*(?:[-•]|\d\.) /.test(line)) close()
      lines.push(line)
    }
  }
  close()
  return parts
}

function isHeading(chunk: readonly string[]): boolean {
  const [first = ''] = chunk
  return (
    chunk.length === 1 &&
    first.trim().length < 75 &&
    !/[.,;)]\s*$|^\s|^- |^\d/.test(first) &&
    /^[^\p{L}]{0,4}\p{Lu}/u.test(first)
  )
}

/** Words set bold or italic by their marks; links as their words. */
export function runsOf(line: string): { readonly text: string; readonly bold: boolean }[] {
  const plain = line
    .replace(/\[([^\]]{1,300})\]\(https?:[^)]{1,500}\)/g, '$1')
    .replace(/<(https?:[^>]{1,500})>/g, '$1')
    .replace(/<\/?i>/g, '')
    .replace(/\b(Nein|Ja) (Ja|Nein)$/, '☐ $1   ☐ $2')
  return plain
    .split(/(\*\*(?=\S)[^*]{1,400}\*\*)/)
    .filter(Boolean)
    .map((run) => (/^\*\*[^*]+\*\*$/.test(run) ? { text: run.slice(2, -2), bold: true } : { text: run, bold: false }))
}

/** A form's line: its label, and the amount that stands at the right edge. */
export function amountAtEnd(line: string): readonly [string, string] | undefined {
  const found = /^(.{3,90}?) (\d[\d.]{0,15}(?:,\d\d)? €(?: p\.a\.)?|\.\/\.)$/.exec(line)
  return found?.[1] && found[2] ? [found[1], found[2]] : undefined
}

/** Widths of a table's columns as parts of the whole, from what stands in them. */
export function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const count = Math.max(...rows.map((row) => row.length))
  const longest = (pieces: readonly string[]) => Math.max(5, ...pieces.map((piece) => piece.length))
  const cellsOf = (column: number) => rows.map((row) => row[column] ?? '')
  // an amount stays on its line, a word too
  const least = Array.from(
    { length: count },
    (_, c) => 2 + longest(cellsOf(c).flatMap((cell) => (isNumber(cell) ? [cell] : cell.split(' ').map(asWide)))),
  )
  const rest = Array.from({ length: count }, (_, c) => Math.max(0, Math.min(50, longest(cellsOf(c))) - (least[c] ?? 0)))
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
  const spare = Math.max(0, LETTERS - sum(least)) / Math.max(1, sum(rest))
  const need = least.map((one, c) => one + Math.min(1, spare) * (rest[c] ?? 0))
  return need.map((one) => one / Math.max(sum(need), 0.6 * LETTERS))
}

/** Capitals are wider. */
function asWide(word: string): string {
  return word === word.toUpperCase() && /\p{Lu}{2}/u.test(word) ? word + 'M'.repeat(Math.ceil(word.length / 3)) : word
}

/** A head cell before empty ones stands over all of them. */
export function spansOf(row: readonly string[], below: readonly string[] | undefined): number[] {
  return row.map((cell, index) => {
    if (!cell || !below) return 1
    let span = 1
    while (index + span < row.length && !row[index + span] && below[index + span]) span++
    return span
  })
}

export function isNumber(text: string): boolean {
  return /^[-+]?\d[\d.,]*(?: ?(?:€|EUR|%))?\*{0,3}$/.test(text)
}
