/**
 * Whether a paper is public: as printed for it, else as its meeting or all its steps say.
 */
import type { ReadPaper } from '../../src/extractor.ts'
import { optionSteps } from '../../src/parse/consultation/options.ts'
import type { Step } from '../../src/parse/consultation/step.ts'
import { findDates } from '../../src/parse/date.ts'
import { isGremium } from '../../src/parse/gremium.ts'
import { bestOf } from '../../src/parse/labels.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import { isAnswered, type Publicity, publicityChosen, publicityOf, publicityWithin } from '../../src/parse/publicity.ts'
import { cellsOf, type Fact } from './facts.ts'
import { isExcerpt } from './minutes.ts'
import type { Zone } from './zone.ts'

/** Where only blanks tell the column of the steps' crosses, what they say of the paper is as unsure. */
function isUnsure(first: Step, steps: readonly Step[]): boolean {
  return steps.every(({ crossByBlanks, oeffentlichkeit }) => crossByBlanks || !oeffentlichkeit) && first.crossByBlanks
}

/** Both answers with a box each, drawn or typed, on one line or two: the crossed one; none if not exactly one is. */
function markedOf(zone: Zone): { chosen: Fact<Publicity> | undefined } | undefined {
  const options = zone.lines.slice(0, 40).flatMap((line) =>
    [...line.text.matchAll(OPTION)].map((match) => {
      const { mark = '', word = '' } = match.groups ?? {}
      const start = line.start + match.index + match[0].length - word.length
      const value: Publicity = /^nicht/i.test(word) ? 'nichtoeffentlich' : 'oeffentlich'
      return { crossed: /[☒☑✓■xX]/.test(mark), value, start, end: start + word.length }
    }),
  )
  if (options.length !== 2 || options[0]?.value === options[1]?.value) return undefined
  const crossed = options.filter((option) => option.crossed)
  const [only] = crossed
  return { chosen: only && crossed.length === 1 ? { value: only.value, start: only.start, end: only.end } : undefined }
}

const OPTION =
  /(?<=^|[\t ])(?<mark>[☐☒☑✓□■]|\[[ xX]\]|\([ xX]\)|[OXox]) ?(?<word>(?:nicht[- ]?)?öffentlich)(?!\p{L})/giu

/** Boxes behind a body and its day are the step's. */
function isOption(line: Pick<Line, 'text' | 'start' | 'end'>): boolean {
  return /[☐☒]/u.test(line.text) && findDates(line.text).length > 0 && optionSteps([{ ...line, gap: false }]).length > 0
}

/** Does a line hold a day that no label says to be the paper's? Then it may be a step's, and is read as one. */
function isDated(line: Line): boolean {
  return cellsOf(line).some(
    ({ text }) => findDates(text).length > 0 && !/^(?:\p{L}*[Dd]atum|Stand|vom)(?!\p{L})/u.test(text),
  )
}

/** Whether the paper is public: as printed for it, else as all its steps agree; a step that says nothing is not closed. */
export function publicityOfPaper(paper: ReadPaper, zone: Zone): Fact<Publicity> | undefined {
  const labelled = bestOf(zone.head, 'oeffentlichkeit')
  if (labelled) {
    const value = publicityOf(labelled.text.replace(/\s*\(.*$/, ''))
    if (value) return { value, start: labelled.start, end: labelled.end }
  }
  const marked = markedOf(zone)
  if (marked) return marked.chosen
  const cells = zone.lines.slice(0, 40).flatMap((one) => (isDated(one) ? [one] : cellsOf(one)))
  const answers = cells.filter(({ text }) => isAnswered(text)).map(({ text }) => publicityWithin(text)?.value)
  for (const line of cells) {
    if (/^Anlagen?(?!\p{L})/u.test(line.text) || isOption(line)) continue
    // Asked for each body, and answered in different ways.
    if (new Set(answers).size > 1 && isAnswered(line.text)) continue
    const said = publicityChosen(line.text) ?? publicityWithin(line.text)
    if (said) return { value: said.value, start: line.start + said.start, end: line.start + said.end }
    const leading =
      /^[-–(]? ?((?:nicht[- ]?)?öffentlich)(?: ?[-–)])? (?=Drucksache|Vorlage|DS |Datum|Nr\.|Sitzung|Gremium|Beratung)/iu.exec(
        line.text,
      )
    const word = leading?.[1] ?? /(?:^|[\s(-])((?:nicht[- ]?)?öffentlich)[\s)*–-]*$/iu.exec(line.text)?.[1]
    const ofBody = word !== undefined && isGremium(line.text.slice(0, line.text.lastIndexOf('(')).trim())
    if (word && !ofBody && line.text.length < 70) {
      const start = line.start + (leading ? line.text.indexOf(word) : line.text.lastIndexOf(word))
      return { value: /^nicht/i.test(word) ? 'nichtoeffentlich' : 'oeffentlich', start, end: start + word.length }
    }
  }
  const meeting = isExcerpt(paper)
    ? /(?<!\p{L})(?<word>(?:nicht[- ]?)?öffentliche[nr]?) (?:\p{L}*[Ss]itzung|Teil)/iu.exec(paper.text.slice(0, 900))
    : null
  const called = meeting?.groups?.word
  if (meeting && called)
    return {
      value: /^nicht/i.test(called) ? 'nichtoeffentlich' : 'oeffentlich',
      start: meeting.index,
      end: meeting.index + called.length,
    }
  const within = /(?<=\d )(?:nicht)?öffentlich(?= \p{Lu})/u.exec(
    paper.text.slice(0, Math.min(200, zone.steps?.start ?? 200)),
  )
  if (within)
    return {
      value: within[0].startsWith('nicht') ? 'nichtoeffentlich' : 'oeffentlich',
      start: within.index,
      end: within.index + within[0].length,
    }
  const read = zone.consultations.flatMap((consultation) => consultation.steps)
  const chosen = optionSteps(linesOf(paper.text, { start: 0, end: Math.min(paper.text.length, 4000) }))
  const steps = chosen.length ? chosen : read
  const first = steps.find(({ oeffentlichkeit }) => oeffentlichkeit !== null)
  const span = first?.spans.oeffentlichkeit
  return first?.oeffentlichkeit &&
    span &&
    steps.every(({ oeffentlichkeit }) => (oeffentlichkeit ?? 'oeffentlich') === first.oeffentlichkeit)
    ? { value: first.oeffentlichkeit, ...span, doubts: isUnsure(first, steps) ? ['spalte-unsicher'] : [] }
    : undefined
}
