/**
 * Betreff: what a paper is about. Labelled, or the lines that stand free between the head's labels and its first section.
 */
import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { isGremium } from '../../src/parse/gremium.ts'
import { BY_FORM, labelByForm } from '../../src/parse/label-form.ts'
import { isLabel } from '../../src/parse/label-parts.ts'
import { bestOf, readHead, type Value } from '../../src/parse/labels.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import { isOtherPaper } from '../../src/parse/paper-kind.ts'
import { isRole } from '../../src/parse/role.ts'
import { isNoiseDate, isNoiseLine } from './noise.ts'
import { choose, isLetterhead, runsOf } from './title-runs.ts'
import type { Zone } from './zone.ts'

/** A title's words with line ends folded, and where it stands. */
export interface Title extends Span {
  readonly text: string
  /** Why it may be another: it stands without a label, and other lines could be it. */
  readonly doubts: readonly Doubt[]
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
  const labelled = bestOf(zone.head, 'betreff') ?? itemOf(zone) ?? labelledBelow(paper, zone)
  if (labelled && labelled.text.length > 3) {
    const end = endOfTitle(zone, labelled.end)
    const status = /^(?:nicht[- ]?)?öffentlich *\n\s*(?=\p{Lu})/u.exec(paper.text.slice(labelled.start, end))
    const start = labelled.start + (status?.[0].length ?? 0)
    const text = fold(paper.text.slice(start, end))
    return { start, end, text, doubts: text.length > LONG ? ['ende-unsicher'] : [] }
  }
  const runs = runsOf(zone, false)
  const sure = announced(paper, zone, runs) ?? subject(paper, zone)
  const lines = [...(sure ?? choose(runs, zone))]
  if (!lines.length) lines.push(...choose(runsOf(zone, true), zone))
  const chosen = withoutOtherPaper(lines, zone)
  const doubts = sure ? [] : doubtsOf(chosen, lines, runs, zone)
  const first = chosen[0]
  const last = chosen.at(-1)
  if (!first || !last) return swallowed(paper, zone)
  const whole = { start: first.start, end: last.end, text: fold(chosen.map(({ text }) => text).join('\n')), doubts }
  const lead =
    /^(?:Anlage(?: \d+)? ?[-–‐—:]|(?:Antrag|Anfrage|Information|Mitteilung) ?:) +(?=\p{Lu})/u.exec(whole.text)?.[0] ??
    ''
  return { start: whole.start + lead.length, end: whole.end, text: whole.text.slice(lead.length), doubts }
}

/** Longer titles have as a rule run on into what follows. */
const LONG = 350

/** A subject labelled on its own line between the head and what is resolved, behind a form or a Beratungsfolge. */
function labelledBelow(paper: ReadPaper, zone: Zone): Value | undefined {
  const start = zone.lines.at(-1)?.end ?? 0
  const content = paper.sections.find(
    ({ kind, title, position }) =>
      (kind === 'beschlussvorschlag' || kind === 'begruendung' || kind === 'finanzen') &&
      !isRole(title) &&
      (position?.start.offset ?? 0) >= start,
  )
  const end = Math.min(content?.position?.start.offset ?? start, start + 4000)
  if (end <= start) return undefined
  const value = bestOf(readHead(paper.text, linesOf(paper.text, { start, end })), 'betreff')
  return value?.rank === 0 ? value : undefined
}

/** A line that names another paper ends the title, and so does that one's title above it. */
function withoutOtherPaper(lines: readonly Line[], zone: Zone): readonly Line[] {
  const last = lines.at(-1)
  const next = last && zone.lines[zone.lines.indexOf(last) + 1]
  const adjoins = last !== undefined && isNext(last, next)
  const all = next && adjoins ? [...lines, next] : lines
  const other = all.findIndex(({ text }) => isOtherPaper(text))
  return other > 0 ? all.slice(0, Math.max(1, other - 1)) : lines
}

/** Could other lines of the head be the title as well, or does it end before the line it seemed to end with? */
function doubtsOf(chosen: readonly Line[], all: readonly Line[], runs: readonly Line[][], zone: Zone): Doubt[] {
  const from = chosen[0]?.start ?? 0
  const isBefore = (run: readonly Line[]): boolean =>
    (run[0]?.start ?? 0) < (zone.steps?.start ?? Number.POSITIVE_INFINITY)
  const same = chosen[0] ? isBefore(chosen) : true
  const rivals = runs.filter((run) => {
    const words = fold(run.map(({ text }) => text).join(' '))
    const apart = !run.some((line) => all.includes(line))
    return (
      apart && isBefore(run) === same && words.split(' ').length > 2 && words.length > 14 && !isLetterhead(run, zone)
    )
  })
  const parted = chosen.some((line, at) => at > 0 && line.gap)
  const [only] = chosen
  const unlike =
    chosen.length === 1 &&
    only !== undefined &&
    only.text.length <= 45 &&
    labelByForm(only.text) !== undefined &&
    zone.lines.some((line) => line.end < from && labelByForm(line.text))
  return [
    ...(rivals.length || unlike ? (['beschriftung-unsicher'] as const) : []),
    ...(chosen.length < all.length ||
    (parted && chosen.length > 2) ||
    fold(chosen.map(({ text }) => text).join(' ')).length > LONG
      ? (['ende-unsicher'] as const)
      : []),
  ]
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
function itemOf(zone: Zone): (Span & { text: string }) | undefined {
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

/** No line is left: the last long value below a label that printed none of its own is the title. */
function swallowed(paper: ReadPaper, zone: Zone): Title | undefined {
  const { steps } = zone
  const formed = zone.head.values.filter(
    ({ rank, field, text }) => rank === BY_FORM && field === 'sonstiges' && text.length > 10,
  )
  const last = formed.at(-1)
  if (last && zone.head.values.every(({ start }) => start <= last.start)) {
    const start = zone.lines.find((line) => line.start <= last.start && line.end >= last.end)?.start ?? last.start
    return { start, end: last.end, text: fold(paper.text.slice(start, last.end)), doubts: ['beschriftung-unsicher'] }
  }
  const value =
    steps &&
    zone.head.values
      .filter(
        ({ below, field, end, text }) =>
          below && end <= steps.start && text.length > 24 && (field === 'sonstiges' || field === 'federfuehrend'),
      )
      .at(-1)
  return (
    value && {
      start: value.start,
      end: value.end,
      text: fold(paper.text.slice(value.start, value.end)),
      doubts: ['beschriftung-unsicher'],
    }
  )
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
  return first && last && plain
    ? { start: first.start, end: last.end, text, doubts: ['beschriftung-unsicher'] }
    : undefined
}

function fold(text: string): string {
  return text.replace(/\/\n/g, '/').replace(/\s+/g, ' ').trim()
}
