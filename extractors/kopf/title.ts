/**
 * Betreff: what a paper is about. Labelled, or the lines that stand free between the head's labels and its first section.
 */
import type { Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { isGremium } from '../../src/parse/gremium.ts'
import { isOfForms, labelByForm } from '../../src/parse/label-form.ts'
import { isLabel } from '../../src/parse/label-parts.ts'
import { bestOf } from '../../src/parse/labels.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { isPaperNumber } from '../../src/parse/paper-number.ts'
import { isNoiseDate, isNoiseLine } from './noise.ts'
import type { Zone } from './zone.ts'

/** A title's words with line ends folded, and where it stands. */
export interface Title extends Span {
  readonly text: string
}

/** The title of a paper; a body or a person alone is none. */
export function titleOf(paper: ReadPaper, zone: Zone): Title | undefined {
  const title = anyTitleOf(paper, zone)
  const body = title && title.text.split(' ').length <= 2 && isGremium(title.text)
  return !title || body || PERSONS.test(title.text) ? aboveSteps(paper, zone) : title
}

/** Nothing but names: `Fr. Ahlers Hr. Behn`. */
const PERSONS = /^(?:(?:Frau|Herrn?|Fr\.|Hr\.|Dr\.) \p{Lu}[\p{L}-]+,? ?)+$/u

function anyTitleOf(paper: ReadPaper, zone: Zone): Title | undefined {
  const labelled = bestOf(zone.head, 'betreff') ?? itemOf(zone)
  if (labelled && labelled.text.length > 3) {
    const end = endOfTitle(zone, labelled.end)
    const status = /^(?:nicht[- ]?)?öffentlich *\n\s*(?=\p{Lu})/u.exec(paper.text.slice(labelled.start, end))
    const start = labelled.start + (status?.[0].length ?? 0)
    return { start, end, text: fold(paper.text.slice(start, end)) }
  }
  const runs = runsOf(zone, false)
  const chosen = [...(announced(paper, zone, runs) ?? subject(paper, zone) ?? choose(runs, zone))]
  if (!chosen.length) chosen.push(...choose(runsOf(zone, true), zone))
  const first = chosen[0]
  const last = chosen.at(-1)
  if (!first || !last) return swallowed(paper, zone)
  const whole = { start: first.start, end: last.end, text: fold(chosen.map(({ text }) => text).join('\n')) }
  const lead =
    /^(?:Anlage(?: \d+)? ?[-–‐—:]|(?:Antrag|Anfrage|Information|Mitteilung) ?:) +(?=\p{Lu})/u.exec(whole.text)?.[0] ??
    ''
  return { start: whole.start + lead.length, end: whole.end, text: whole.text.slice(lead.length) }
}

/** The title a web page gives itself, or the lines that stand with the number at the head of a page. */
function announced(paper: ReadPaper, zone: Zone, runs: readonly Line[][]): Line[] | undefined {
  const words = (run: readonly Line[]): string => fold(run.map(({ text }) => text).join('\n'))
  const described = [paper.meta.description, paper.meta.title].map((said) => fold(said ?? ''))
  const same = runs.find((run) => words(run).length > 10 && described.includes(words(run)))
  if (same) return same
  const number = zone.head.values.find(({ field, label }) => field === 'nummer' && label)
  const beside = runs.find(
    (run) =>
      number && run[0] && run[0].start - number.end < 3 && paper.text.slice(number.end, run[0].start).includes(':'),
  )
  return beside
}

/** The subject of a letter stands directly above its salutation (DIN 5008), apart from address and date. */
function subject(paper: ReadPaper, zone: Zone): Line[] | undefined {
  const { salutation, lines } = zone
  const last = lines.at(-1)
  if (salutation === undefined || zone.steps || !last || paper.text.slice(last.end, salutation).trim()) return undefined
  const from = lines.findLastIndex((line, at) => line.gap || (line !== last && !isNext(line, lines[at + 1])))
  const own = lines.slice(Math.max(0, from), lines.length)
  const words = fold(own.map(({ text }) => text).join('\n'))
  const subject = own.length <= 5 && words.includes(' ')
  return subject && !own.some(({ text }) => isLabel(text) || isAddress(text)) ? own : undefined
}

/** Does a line follow directly upon another? */
function isNext(line: Line, next: Line | undefined): boolean {
  return next !== undefined && !next.gap && next.start - line.end <= 2
}

/** A line of an address or date, not of a subject. */
function isAddress(line: string): boolean {
  return /^(?:Herrn?|Frau|An |über |Vorsitzende|Postfach|\d{5} |.*\t)/u.test(line) || isNoiseDate(line)
}

/** A title goes on over a gap with what is set apart in it: `- Baubeschluss -`, one or more `- Vergabe`, `hier: Auslegung`. */
function endOfTitle(zone: Zone, end: number): number {
  let last = end
  for (const line of zone.lines.filter(({ start }) => start >= end)) {
    const apart = /^[-–] ?\p{L}[^\n]{3,60}\p{L}\.? ?(?:[-–])?$|^hier ?: ?\S/u.test(line.text)
    if (line.start - last > 4 || line.text.length > 160 || !apart) break
    last = line.end
  }
  return last
}

/** An excerpt of minutes or a paper on one item names the item: `TOP 6 Neubau der Halle`. */
function itemOf(zone: Zone): Title | undefined {
  for (const [at, line] of zone.lines.entries()) {
    const item = ITEM.exec(line.text)
    if (!item) continue
    const lines = [line]
    for (const next of zone.lines.slice(at + 1)) {
      const last = lines.at(-1)?.text ?? ''
      const goesOn = last.length >= 40 || /[;,–-]$/.test(last) || /^hier ?:/i.test(next.text) || lines.length > 1
      if (next.gap || !goesOn || !zone.head.free.includes(next)) break
      lines.push(next)
    }
    const words = fold(lines.map(({ text }) => text).join('\n'))
    return { text: words.slice(item[0].length), start: line.start + item[0].length, end: lines.at(-1)?.end ?? line.end }
  }
  return undefined
}

/** An item of an agenda with its title. */
const ITEM =
  /^(?:(?:TOP|Tagesordnungspunkt|Punkt) ?|\d{1,2}\.\d{1,2}\.\d{4} [-–] )(?:[ÖN] ?)?\d{1,3}(?:\.\d{1,3})*(?: der Tagesordnung)?[.:]? +(?=[\p{Lu}„"])/u

/** A word or two on a line of their own below a unit, before the title: the unit's name goes on there. */
function isRestOfUnit(runs: readonly Line[][], zone: Zone): boolean {
  const [first, second] = runs
  const line = first?.[0]
  if (!line || !second || first.length > 1 || line.text.length > 40 || line.text.split(' ').length > 2) return false
  const above = zone.head.values.filter(({ end }) => end <= line.start).sort((a, b) => b.end - a.end)[0]
  const list = above?.field === 'sonstiges' && above.below && !line.gap
  return (
    (above?.field === 'federfuehrend' || list === true) &&
    line.start - (above?.end ?? 0) < 4 &&
    !/\d/.test(above?.text ?? '')
  )
}

/** No line is left: the last long value below a label that printed none of its own is the title. */
function swallowed(paper: ReadPaper, zone: Zone): Title | undefined {
  const { steps } = zone
  const value =
    steps &&
    zone.head.values
      .filter(
        ({ below, field, end, text }) =>
          below && end <= steps.start && text.length > 24 && (field === 'sonstiges' || field === 'federfuehrend'),
      )
      .at(-1)
  return value && { start: value.start, end: value.end, text: fold(paper.text.slice(value.start, value.end)) }
}

/** A form stands between the head and the title: the lines set apart directly above the Beratungsfolge are it. */
function aboveSteps(paper: ReadPaper, zone: Zone): Title | undefined {
  const start = zone.lines.at(-1)?.end ?? 0
  const steps = paper.sections.find(({ kind }) => kind === 'beratungsfolge')
  const end = steps?.position?.start.offset ?? 0
  if (end <= start || end - start > 1500) return undefined
  const lines = linesOf(paper.text, { start, end })
  const own = lines.slice(
    Math.max(
      0,
      lines.findLastIndex(({ gap }) => gap),
    ),
  )
  const [first, last] = [own[0], own.at(-1)]
  const text = fold(own.map((line) => line.text).join('\n'))
  const plain =
    own.length <= 4 &&
    text.split(' ').length >= 3 &&
    !own.some((line) => isNoiseLine(line.text) || /\t/.test(line.text))
  return first && last && plain ? { start: first.start, end: last.end, text } : undefined
}

/** The free lines between two lines that belong to something, or between gaps. */
function runsOf(zone: Zone, kinds: boolean): Line[][] {
  const runs: Line[][] = []
  const free = new Set(zone.head.free)
  const naming = kinds ? undefined : zone.lines.find((line) => kindOfLine(line.text))
  let open: Line[] | undefined
  for (const line of zone.lines) {
    const goesOn = open !== undefined && !line.gap && (open.at(-1)?.text.length ?? 0) >= 40
    if (
      !free.has(line) ||
      isNumberLine(line.text) ||
      (!goesOn &&
        (isRowOfHead(line, zone) || line === naming || isNoiseLine(line.text) || (!open && isForm(line.text))))
    ) {
      open = undefined
      continue
    }
    if (!open || line.gap || line.start - (open.at(-1)?.end ?? 0) > 3) {
      open = []
      runs.push(open)
    }
    open.push(line)
  }
  return runs.filter((run) => !isNoise(run, zone))
}

/** A line of a form with its label, whatever its word. */
function isForm(line: string): boolean {
  const label = labelByForm(line)
  return label !== undefined && isOfForms(label.label)
}

/** A paper's number alone on its line, letters first: no rest of a title. */
function isNumberLine(line: string): boolean {
  return /^\p{Lu}{1,5}[/ -]\d/u.test(line) && isPaperNumber(line)
}

/** A row with several cells above the Beratungsfolge is one of a form. */
function isRowOfHead(line: Line, zone: Zone): boolean {
  return line.start < (zone.steps?.start ?? 0) && /\S\t+\S/.test(line.text)
}

/**
 * The run before the Beratungsfolge, else the first one behind it, else the first behind the last label's value. A word
 * alone is a motto or logo where there is anything longer.
 */
function choose(all: readonly Line[][], zone: Zone): Line[] {
  const { steps } = zone
  const several = all.filter((run) => run.some(({ text }) => text.includes(' ')))
  const runs = (several.length ? several : all).filter((_, at, own) => !isRestOfUnit(own.slice(at), zone))
  if (steps) {
    const before = runs.filter((run) => (run[0]?.start ?? 0) < steps.start)
    const lastValue = Math.max(-1, ...zone.head.values.filter(({ start }) => start < steps.start).map(({ end }) => end))
    const behindValues = before.filter((run) => (run[0]?.start ?? 0) >= lastValue)
    if (behindValues.length) return behindValues.flat()
    const after = runs.find((run) => (run[0]?.start ?? 0) >= steps.end)
    return after ?? before.at(-1) ?? []
  }
  if (!zone.head.values.length && !zone.lines.some((line) => kindOfLine(line.text) && line.text.length < 60)) return []
  const naming = zone.lines.find((line) => kindOfLine(line.text) && line.text.length < 60)
  const below = naming && runs.find((run) => (run[0]?.start ?? 0) > naming.start)
  const lastValue = Math.max(-1, ...zone.head.values.map(({ end }) => end))
  if (below && (below[0]?.start ?? 0) >= lastValue - 400) return below
  return runs.find((run) => (run[0]?.start ?? 0) >= lastValue) ?? runs.at(-1) ?? []
}

function isNoise(run: readonly Line[], zone: Zone): boolean {
  const text = run.map((line) => line.text).join(' ')
  const isText = !zone.steps || (run[0]?.start ?? 0) > zone.steps.start
  if (
    isText &&
    (/:$/.test(text) || (/^\d{1,2}[.)] /.test(text) && /\?$/.test(text)) || (/\.$/.test(text) && text.length > 60))
  )
    return true
  if (/^(?:keine?|entfällt|ja|nein|siehe (?:oben|unten|Anlagen?))\.?$/i.test(text)) return true
  return text.length < 4 || !/\p{L}{3}/u.test(text) || /\S\t+\S/.test(run[0]?.text ?? '')
}

function fold(text: string): string {
  return text.replace(/\/\n/g, '/').replace(/\s+/g, ' ').trim()
}
