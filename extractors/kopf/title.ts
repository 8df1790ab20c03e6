/**
 * Betreff: what a paper is about. Labelled, or the lines that stand free between the head's labels and its first section.
 */
import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { isoDate } from '../../src/parse/date.ts'
import { isGremium } from '../../src/parse/gremium.ts'
import { BY_FORM, labelByForm } from '../../src/parse/label-form.ts'
import { isLabel } from '../../src/parse/label-parts.ts'
import { bestOf, type Value } from '../../src/parse/labels.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import { isOtherPaper, kindOfLine } from '../../src/parse/paper-kind.ts'
import { isPaperNumber } from '../../src/parse/paper-number.ts'
import { isExcerpt, type Minutes, minutesOf } from './minutes.ts'
import { isNoiseLine } from './noise.ts'
import { labelledBelow } from './title-below.ts'
import { endOfTitle } from './title-goes-on.ts'
import { itemOf } from './title-item.ts'
import { subjectAbove, subjectBelow } from './title-letter.ts'
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
  const minutes = minutesOf(paper, zone)
  if (minutes) return titleOfMinutes(zone, minutes)
  const found = anyTitleOf(paper, zone)
  const title = found && (isOdd(found.text) && !found.doubts.length ? { ...found, doubts: ODD } : found)
  const body = title && title.text.split(' ').length <= 2 && isGremium(title.text)
  return !title || body || PERSONS.test(title.text) ? aboveSteps(paper, zone) : title
}

const ODD: readonly Doubt[] = ['beschriftung-unsicher']

/** Words that begin or end as no title does, or say what no title says: a part of one, or something else. */
function isOdd(text: string): boolean {
  return (
    /^(?:und|sowie|oder|der|des|dem|den|für|zur|zum|von|vom|mit|nach|gemäß|hier|einschließlich|\p{Ll}{4,}(?:en|es|em))(?!\p{L})/u.test(
      text,
    ) ||
    /(?:\s(?:und|oder|sowie|für|der|des|dem|den|zur|zum|von|vom|im|in|an|am|auf|bei|mit|zu|einer|eines|zwei|drei|\d{1,2}\.)|,|\p{Ll}-)$/u.test(
      text,
    ) ||
    isLabel(text) ||
    isPaperNumber(text) ||
    isoDate(text) !== undefined ||
    kindOfLine(text)?.wording === text
  )
}

/** Where a torn column of bodies stands below the label, the subject is what follows upon them. */
function behindBodies(zone: Zone, value: Value | undefined): Value | undefined {
  if (!value?.below || !isGremium(value.text)) return value
  const at = zone.lines.findIndex(({ start, text }) => start > value.start && !isGremium(text))
  const line = zone.lines[at]
  const bodies = line ? zone.lines.filter(({ start }) => start >= value.start && start < line.start).length : 0
  if (!line || bodies < 2) return value
  const rest = zone.lines[at + 1]
  const end = rest && !rest.gap && /^[\d/.-]{2,12}$/.test(rest.text) ? rest.end : line.end
  return { ...value, text: end > line.end ? `${line.text} ${rest?.text}` : line.text, start: line.start, end }
}

/** Nothing but names: `Fr. Ahlers Hr. Behn`. */
const PERSONS = /^(?:(?:Frau|Herrn?|Fr\.|Hr\.|Dr\.) \p{Lu}[\p{L}-]+,? ?)+$/u

/** Whole minutes are about what their label says, else they have their heading, or none. */
function titleOfMinutes(zone: Zone, { heading }: Minutes): Title | undefined {
  const labelled = bestOf(zone.head, 'betreff')
  if (labelled) return { start: labelled.start, end: labelled.end, text: fold(labelled.text), doubts: [] }
  const [first, last] = [heading[0], heading.at(-1)]
  return first && last
    ? { start: first.start, end: last.end, text: fold(heading.map(({ text }) => text).join('\n')), doubts: [] }
    : undefined
}

function anyTitleOf(paper: ReadPaper, zone: Zone): Title | undefined {
  const labelled =
    behindBodies(zone, bestOf(zone.head, 'betreff')) ?? itemOf(zone, isExcerpt(paper)) ?? labelledBelow(paper, zone)
  if (labelled && labelled.text.length > 3) {
    const end = endOfTitle(paper.text, linesOn(paper, zone), fold(labelled.text), labelled.end)
    if ('cells' in labelled && labelled.cells) {
      const text = fold(`${labelled.text}${paper.text.slice(labelled.end, end)}`)
      return { start: labelled.start, end, text, doubts: text.length > LONG ? ['ende-unsicher'] : [] }
    }
    const status = /^(?:nicht[- ]?)?öffentlich *\n\s*(?=\p{Lu})/u.exec(paper.text.slice(labelled.start, end))
    const start = labelled.start + (status?.[0].length ?? 0)
    const text = fold(paper.text.slice(start, end))
    return { start, end, text, doubts: text.length > LONG ? ['ende-unsicher'] : [] }
  }
  const runs = runsOf(zone, false)
  const sure = announced(paper, zone, runs) ?? subjectAbove(paper.text, zone)
  const lines = [...(sure ?? choose(runs, zone))]
  if (!lines.length) lines.push(...choose(runsOf(zone, true), zone))
  const chosen = withoutOtherPaper(lines, zone)
  const doubts: readonly Doubt[] = sure
    ? []
    : zone.below
      ? ['beschriftung-unsicher']
      : doubtsOf(chosen, lines, runs, zone)
  const first = chosen[0]
  const last = chosen.at(-1)
  if (!first || !last) return asTitle(subjectBelow(paper.text, zone)) ?? swallowed(paper, zone)
  const words = fold(chosen.map(({ text }) => text).join('\n'))
  const end = sure ? last.end : endOfTitle(paper.text, linesOn(paper, zone), words, last.end)
  const text = end > last.end ? `${words} ${fold(paper.text.slice(last.end, end))}` : words
  const whole = { start: first.start, end, text, doubts }
  return withoutKind(whole)
}

/** `Antrag: Mehr Bänke am See`: the word for the paper is no part of what it is about. */
function withoutKind(title: Title): Title {
  const lead = LEAD.exec(title.text)?.[0].length ?? 0
  return { ...title, start: title.start + lead, text: title.text.slice(lead) }
}

const LEAD = /^(?:Anlage(?: \d+)? ?[-–‐—:]|(?:Antrag|Anfrage|Information|Mitteilung) ?:) +(?=\p{Lu})/u

/** Lines set apart where a title is expected, yet without a label. */
function asTitle(lines: readonly Line[] | undefined): Title | undefined {
  const [first, last] = [lines?.[0], lines?.at(-1)]
  return lines && first && last
    ? withoutKind({
        start: first.start,
        end: last.end,
        text: fold(lines.map(({ text }) => text).join('\n')),
        doubts: ['beschriftung-unsicher'],
      })
    : undefined
}

/** The head's lines, and what goes on with a list there, though its words are those of a heading. */
function linesOn(paper: ReadPaper, zone: Zone): readonly Line[] {
  const end = zone.lines.at(-1)?.end ?? 0
  const further = linesOf(paper.text, { start: end, end: Math.min(paper.text.length, end + 400) }).slice(0, 3)
  const other = further.findIndex(({ text }) => !/^[b-h][.)] ?\p{Lu}/u.test(text))
  return zone.below ? zone.lines : [...zone.lines, ...further.slice(0, other < 0 ? further.length : other)]
}

/** Longer titles have as a rule run on into what follows. */
const LONG = 350

/** A line that names another paper ends the title, and so does that one's title above it. */
function withoutOtherPaper(lines: readonly Line[], zone: Zone): readonly Line[] {
  const last = lines.at(-1)
  const next = last && zone.lines[zone.lines.indexOf(last) + 1]
  const adjoins = last !== undefined && isNext(last, next)
  const all = next && adjoins ? [...lines, next] : lines
  const other = all.findIndex(({ text }, at) => isOtherPaper(text) && !/[;,]$/.test(all[at - 1]?.text ?? ''))
  return other > 0 ? all.slice(0, Math.max(1, all[other]?.gap ? other : other - 1)) : lines
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

/** Does a line follow directly upon another? */
function isNext(line: Line, next: Line | undefined): boolean {
  return next !== undefined && !next.gap && next.start - line.end <= 2
}

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
