/**
 * One body per row of a form: what it is to do, its name, its meeting (`Vorberatung` / `Bauausschuss` /
 * `Sitzung am 11.10.2031 TOP 4`), in one line or torn into several. Or its name above `öffentlich am 11.10.2031`.
 *
 * Never guesses: every row has its `Sitzung am` (or `öffentlich am`) with a day, and a body right before it.
 * Source: Word forms of cities in the south; their PDF prints label, name and meeting in cells.
 */
import { findDates } from '../date.ts'
import { isGremium, isUnfinished } from '../gremium.ts'
import type { Line } from '../lines.ts'
import { publicityOf } from '../publicity.ts'
import { isRole, roleAtStart } from '../role.ts'
import { bareBody, emptyStep, joinWords, type Step } from './step.ts'

const SITTING = /(?:^|[\s\t])(?:Sitzung|Sitzungstermin|Termin)(?: am| vom|:)? ?(?=(?:\p{L}{2,10}[.,]? )?\d{1,2}\.)/u
/** The meeting's part and day, below its body. */
const PART = /^(?<part>(?:[Nn]icht[- ]?)?[Öö]ffentlich) am (?=\d{1,2}\.)/u
const ITEM = /^[\s,]*(?:TOP|Tagesordnungspunkt)[:\s]*(?<top>(?:[ÖN] ?)?\d{1,3}(?:\.\d{1,3})*)?[ \t]*$/u
const DECIDES = /^(?:Beschlussorgan|Beschlussgremium|Beschließendes Gremium|Entscheidungsgremium)(?!\p{L})/u

interface Words {
  readonly text: string
  readonly start: number
}

/** The steps of such rows; none unless a row says what its body is to do, or there are several. */
export function sittingRows(lines: readonly Line[]): Step[] {
  const steps = lines.flatMap((line, at) => stepOf(lines, line, at))
  const said = steps.filter(({ zustaendigkeit }) => zustaendigkeit !== null)
  const parts = steps.filter(({ oeffentlichkeit }) => oeffentlichkeit !== null)
  const sure = said.length > 1 || parts.length > 1 || said.some(({ zustaendigkeit }) => isRole(zustaendigkeit ?? ''))
  return sure ? steps : []
}

function stepOf(lines: readonly Line[], line: Line, at: number): Step[] {
  const part = PART.exec(line.text)
  const sitting = part ?? SITTING.exec(line.text)
  const date = sitting && findDates(line.text).find(({ start }) => start >= sitting.index)
  const item = date && ITEM.exec(line.text.slice(date.end))
  if (!sitting || !date || (line.text.slice(date.end).trim() && !item)) return []
  const before = line.text.slice(0, sitting.index).trim()
  const row = before ? wordsOf(line, before) : above(lines, at)
  if (!row) return []
  const role = labelIn(row)
  const bare = role ? row.text.slice(role.length).replace(/^[\s:]+/, '') : row.text
  const over = lines[role || !before ? at - (before ? 1 : 2) : at - 1]
  const label = role ?? (over && isLabel(over.text) ? over.text.replace(/:$/, '') : undefined)
  const rest = before ? restOfName(bare, lines[at + 1], lines[at + 2]) : undefined
  const name = rest ? joinWords(bareBody(bare), rest.text) : bareBody(bare)
  if (!isGremium(name)) return []
  const step = emptyStep()
  step.gremium = name
  const from = row.start + row.text.indexOf(bareBody(bare))
  step.bodySpans = [
    { start: from, end: from + bareBody(bare).length },
    ...(rest ? [{ start: rest.start, end: rest.end }] : []),
  ]
  step.datum = date.iso
  step.spans.datum = { start: line.start + date.start, end: line.start + date.end }
  if (label) {
    const start = role ? row.start : (over?.start ?? row.start)
    step.zustaendigkeit = label
    step.spans.zustaendigkeit = { start, end: start + label.length }
  }
  if (part) {
    step.oeffentlichkeit = publicityOf(part.groups?.part ?? '') ?? null
    step.spans.oeffentlichkeit = { start: line.start, end: line.start + (part.groups?.part?.length ?? 0) }
  }
  const top = item?.groups?.top
  if (top) {
    step.top = top
    step.spans.top = {
      start: line.start + line.text.lastIndexOf(top),
      end: line.start + line.text.lastIndexOf(top) + top.length,
    }
  }
  return [step]
}

function wordsOf(line: Line, words: string): Words {
  return { text: words, start: line.start + line.text.indexOf(words) }
}

/** The body in the line above. */
function above(lines: readonly Line[], at: number): Words | undefined {
  const line = lines[at - 1]
  return line && !findDates(line.text).length ? { text: line.text, start: line.start } : undefined
}

/** The label at the beginning of a row. */
function labelIn({ text }: Words): string | undefined {
  const label = DECIDES.exec(text)?.[0] ?? roleAtStart(text)
  return label && /^[\s:]+\p{Lu}/u.test(text.slice(label.length)) ? label : undefined
}

function isLabel(words: string): boolean {
  const bare = words.replace(/:$/, '')
  return isRole(bare) || (DECIDES.exec(bare)?.[0].length ?? 0) === bare.length
}

/** The rest of a name in the line below the meeting. */
function restOfName(name: string, below: Line | undefined, next: Line | undefined): Line | undefined {
  if (!below || below.gap || below.text.length > 60 || SITTING.test(below.text) || isLabel(below.text)) return undefined
  if (/^(?:und |u\. |für |& )/u.test(below.text) && !next?.gap) return below
  return isUnfinished(name) ? below : undefined
}
