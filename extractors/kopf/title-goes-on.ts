/**
 * A title goes on, over gaps too, with what is set apart in it: `a) …`, `b) …`, `- Baubeschluss -`, `hier: Auslegung`,
 * `1. Bericht`, `2. Ausblick`.
 */
import { labelByForm } from '../../src/parse/label-form.ts'
import { isLabel, labelIn, partsOf } from '../../src/parse/label-parts.ts'
import type { Line } from '../../src/parse/lines.ts'
import { endsTitle } from '../../src/parse/title-end.ts'
import { isNoiseLine } from './noise.ts'
import { isProse } from './prose.ts'

const DASHED = /^[-–—•] ?(?=[\p{L}„"])/u
const HERE = /^hier ?: *\S|^hier$/iu
const LISTED = /^(?<sign>[a-h]|\d|[ivx]{1,4})(?:[.)]|\.\)) ?(?=[\p{Lu}„"])/u
/** Words between dashes that head a paper or a part of it. */
const OTHER =
  /^(?:(?:nicht[- ]?)?öffentlich|Anlagen?|Seite|Entwurf|Kurzfassung|Langfassung|Zusammenfassung|Begründung|Sachverhalt|Neufassung|Tischvorlage|Kopie|Auszug)(?!\p{L})/iu
/** As wide as a line is that was wrapped. */
const WIDE = 40

/** Where a title that seemed to end at `end` ends. */
export function endOfTitle(paper: string, lines: readonly Line[], title: string, end: number): number {
  let last = end
  let words = title
  const rest = lines.filter(({ start }) => start >= end)
  for (let at = 0; at < rest.length; ) {
    const part = partAt(paper, rest, at, last, words)
    if (!part) break
    last = part.end
    words = `${words} ${part.text}`
    if (part.stops) break
    at += part.count
  }
  return last
}

interface PartOfTitle {
  readonly text: string
  readonly end: number
  readonly count: number
  /** A label of the form stands behind it on its line. */
  readonly stops: boolean
}

/** One item set apart, with the lines it was wrapped over. */
function partAt(
  paper: string,
  lines: readonly Line[],
  at: number,
  last: number,
  title: string,
): PartOfTitle | undefined {
  const line = lines[at]
  if (!line || line.start - last > 4 || line.text.length > 160 || /\S\t+\S/.test(line.text)) return undefined
  const own = withoutLabel(paper, line)
  if (!own || !isItem(own.text, title, lines.slice(at + 1))) return undefined
  let { text, end } = own
  let stops = own.stops
  let count = 1
  const closed = (): boolean => !DASHED.test(own.text) || / [-–—]$/u.test(text)
  for (const [more, next] of lines.slice(at + 1, at + 4).entries()) {
    if (stops || next.gap || next.start - end > 4 || next.text.includes('\t')) break
    if (DASHED.test(own.text) && / ?[-–—]$/u.test(text) && /\s[-–—]$|\p{L}[-–—]$/u.test(text)) break
    if (DASHED.test(next.text) || LISTED.test(next.text) || HERE.test(next.text)) break
    if (endsTitle(`${title} ${text}`, next, lines[at + 2 + more]) || isNoiseLine(next.text) || isProse(next.text)) break
    const before = lines[at + more]?.text ?? ''
    const wrapped = before.length >= WIDE || /[-,/]$|\s(?:und|der|des|die|für|in|im|zur|zum|von|am|an)$/u.test(before)
    if (!wrapped && !/^\p{Ll}/u.test(next.text)) break
    if (closed() && !/^\p{Ll}/u.test(next.text) && /\.$|^\d/u.test(next.text)) break
    const rest = withoutLabel(paper, next)
    if (!rest) break
    text = `${text} ${rest.text}`
    end = rest.end
    stops = rest.stops
    count += 1
  }
  return isProse(text) ? undefined : { text, end, count, stops }
}

/** Is a line set apart as a part of the title above it? */
function isItem(text: string, title: string, below: readonly Line[]): boolean {
  if (isProse(text) || /:$/.test(text) || isLabel(text.replace(DASHED, ''))) return false
  if (HERE.test(text)) return true
  if (DASHED.test(text)) {
    const bare = text.replace(DASHED, '')
    const other = OTHER.test(bare) || /(?:vorlage|drucksache)(?: ?[-–—])?$/iu.test(bare)
    return bare.length > 4 && !other && labelByForm(bare) === undefined && labelIn(bare) === undefined
  }
  const sign = LISTED.exec(text)?.groups?.sign
  if (!sign) return false
  const next = following(sign)
  const before = new RegExp(String.raw`(?:^|\s)${previous(sign)}[.)] ?\S`, 'u')
  return (
    before.test(title) ||
    (/^(?:a|1|i)$/.test(sign) && below.slice(0, 4).some((line) => line.text.startsWith(next) && !isProse(line.text)))
  )
}

function following(sign: string): string {
  return sign === 'i' ? 'ii' : String.fromCharCode(sign.charCodeAt(0) + 1)
}

function previous(sign: string): string {
  return sign.length > 1 ? '[ivx]+' : String.fromCharCode(sign.charCodeAt(0) - 1)
}

/** A line without the label of the form's next field, where both share a line. */
function withoutLabel(paper: string, line: Line): { text: string; end: number; stops: boolean } | undefined {
  const bare = line.text.trim()
  const [first, ...more] = partsOf(paper, { ...line, text: bare, start: line.end - bare.length })
  if (!first || HERE.test(line.text)) return { text: bare, end: line.end, stops: false }
  if (first.label || !first.value) return undefined
  return { text: first.value.text, end: first.value.end, stops: more.some(({ label }) => label) }
}
