/**
 * The runs of free lines in a head, and which of them is the title.
 */
import { isOfForms, labelByForm } from '../../src/parse/label-form.ts'
import type { Line } from '../../src/parse/lines.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { isPaperNumber } from '../../src/parse/paper-number.ts'
import { isBehindTitle, REPORTS } from '../../src/parse/title-end.ts'
import { isUnitName } from '../../src/parse/unit-name.ts'
import { isNoiseLine } from './noise.ts'
import { isProse } from './prose.ts'
import type { Zone } from './zone.ts'

/** The free lines between two lines that belong to something, or between gaps. */
export function runsOf(zone: Zone, kinds: boolean): Line[][] {
  const runs: Line[][] = []
  const free = new Set(zone.head.free)
  const naming = kinds ? undefined : zone.lines.find((line) => kindOfLine(line.text))
  let open: Line[] | undefined
  for (const line of zone.lines) {
    const last = open?.at(-1)?.text ?? ''
    const behind = last !== '' && !line.gap && isBehindTitle(last, line.text)
    const goesOn = !line.gap && last.length >= 40 && !behind
    if (
      !free.has(line) ||
      behind ||
      isNumberLine(line.text) ||
      REPORTS.test(line.text) ||
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
export function choose(all: readonly Line[][], zone: Zone): Line[] {
  const { steps } = zone
  const words = all.filter((run) => run.some(({ text }) => /\p{Ll}/u.test(text)))
  const several = (words.length ? words : all).filter((run) => run.some(({ text }) => text.includes(' ')))
  const free = (several.length ? several : all).filter(
    (run, at, own) => !isRestOfUnit(own.slice(at), zone) && !isRestOfLine(run),
  )
  const below = free.filter((run) => !isLetterhead(run, zone))
  const runs = below.length ? below : free
  if (steps) {
    const before = runs.filter((run) => (run[0]?.start ?? 0) < steps.start)
    const lastValue = Math.max(-1, ...zone.head.values.filter(({ start }) => start < steps.start).map(({ end }) => end))
    const behindValues = before.filter((run) => (run[0]?.start ?? 0) >= lastValue)
    if (behindValues.length) return behindValues.flat()
    const after = runs.find((run) => (run[0]?.start ?? 0) >= steps.end)
    return after ?? before.at(-1) ?? []
  }
  if (zone.below) return runs[0] ?? []
  const naming = zone.lines.find(({ text }) => text.split('\t').some((cell) => kindOfLine(cell) && cell.length < 60))
  if (!zone.head.values.length && !naming) return []
  const under = naming && runs.find((run) => (run[0]?.start ?? 0) > naming.start)
  const lastValue = Math.max(-1, ...zone.head.values.map(({ end }) => end))
  if (under && (under[0]?.start ?? 0) >= lastValue - 400) return under
  return runs.find((run) => (run[0]?.start ?? 0) >= lastValue) ?? runs.at(-1) ?? []
}

/** A town that says what it is, also broken over two lines: `Hanse- und Universitätsstadt` / `Musterhafen`. */
const TOWN =
  /^(?:\p{Lu}\p{L}*- und )?(?:Hanse|Landeshaupt|Universitäts|Kreis|Wissenschafts|Bundes|Kur|Residenz)[Ss]tadt \p{Lu}[\p{L}-]+$/u

function isNoise(run: readonly Line[], zone: Zone): boolean {
  const text = run.map((line) => line.text).join(' ')
  const isText = !zone.steps || (run[0]?.start ?? 0) > zone.steps.start
  if (isProse(text) || /_{3}/.test(text) || TOWN.test(text)) return true
  if (
    isText &&
    (/:$/.test(text) || (/^\d{1,2}[.)] /.test(text) && /\?$/.test(text)) || (/\.$/.test(text) && text.length > 60))
  )
    return true
  if (/^(?:keine?|entfällt|ja|nein|siehe (?:oben|unten|Anlagen?))\.?$/i.test(text)) return true
  return text.length < 4 || !/\p{L}{3}/u.test(text) || /\S\t+\S/.test(run[0]?.text ?? '')
}

/** `und Friedhofswesen` goes on with the line above it. */
function isRestOfLine([first]: readonly Line[]): boolean {
  return first !== undefined && !first.gap && /^(?:und|sowie|u\.) \p{Lu}/u.test(first.text)
}

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

/** A logo in capitals, or lines of a letterhead that stand, without a gap, below a unit and above its code: the unit's parts. */
export function isLetterhead(run: readonly Line[], zone: Zone): boolean {
  const logo = run.every(({ text }) => !/\p{Ll}/u.test(text)) && zone.lines.indexOf(run[0] as Line) < 4
  if (logo) return true
  const from = zone.lines.findIndex(({ start }) => start === run[0]?.start)
  const above = from > 0 && !run[0]?.gap ? zone.lines[from - 1] : undefined
  const below = zone.lines[from + run.length]
  const coded = below && !below.gap && /^[\p{Lu}\d][\p{L}\d]{0,5}(?:[-./ ][\p{L}\d]{1,6}){1,5}$/u.test(below.text)
  return above !== undefined && isUnitName(above.text) && coded === true
}
