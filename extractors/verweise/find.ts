/**
 * Which numbers in a paper are other papers': the paper's own is read off its head and left out.
 */
import type { ReadPaper } from '../../src/extractor.ts'
import { readConsultation } from '../../src/parse/consultation/read.ts'
import { headSpan, regionsOf } from '../../src/parse/consultation/regions.ts'
import { bestOf, readHead } from '../../src/parse/labels.ts'
import { linesOf } from '../../src/parse/lines.ts'
import { type FoundNumber, findPaperNumbers, isLetterheadNumber, numberKey } from '../../src/parse/paper-number.ts'

/**
 * The other papers a paper names, each where it is named first.
 *
 * @param head
 *   The paper's own number as its head was read, if it was found; `null` if it has none (minutes).
 */
export function referencesOf(paper: ReadPaper, head: FoundNumber | null | undefined): FoundNumber[] {
  const own = head === null ? undefined : (head ?? ownNumber(paper))
  const units = readHead(paper.text, linesOf(paper.text, headSpan(paper.text, paper.sections))).values.filter(
    ({ field }) => field === 'federfuehrend',
  )
  const isUnit = ({ start }: FoundNumber): boolean => units.some((unit) => unit.start <= start && start < unit.end)
  const meetings = regionsOf(paper.text, paper.sections)
    .flatMap((region) => readConsultation(paper.text, region).steps)
    .flatMap(({ spans }) => (spans.sitzung ? [spans.sitzung] : []))
  const isMeeting = ({ start }: FoundNumber): boolean => meetings.some((one) => one.start <= start && start < one.end)
  const seen = new Set(own ? [numberKey(own.number)] : [])
  const found: FoundNumber[] = []
  for (const one of findPaperNumbers(paper.text, own?.number)) {
    const key = numberKey(one.number)
    if (seen.has(key) || isOwn(key, own?.number) || isUnit(one) || isMeeting(one)) continue
    if (own && isWithin(paper.text, one, own.number)) continue
    seen.add(key)
    found.push(one)
  }
  return found
}

/** The number of the paper itself: labelled, else the first one in its head. */
function ownNumber(paper: ReadPaper): FoundNumber | undefined {
  const span = headSpan(paper.text, paper.sections)
  const lines = linesOf(paper.text, span)
  const head = readHead(paper.text, lines)
  const titles = head.values.filter(({ field }) => field === 'betreff')
  const labelled = bestOf(head, 'nummer')
  const spaced = labelled ? undefined : spacedNumber(lines)
  if (spaced) return spaced
  if (labelled) return { number: labelled.text, start: labelled.start, end: labelled.end }
  const named = lines
    .slice(0, 12)
    .flatMap((line) => findPaperNumbers(line.text).map((one) => shifted(one, line.start)))
    .find(({ start }) => !titles.some((title) => title.start <= start && start < title.end))
  const lone = lines.slice(0, 12).flatMap((line) => letterheadNumber(line))[0]
  return lone && (!named || lone.start < named.start) ? lone : named
}

/** A number that is a whole line of the letterhead, or its end behind other words ("Behandlung öffentlich KD 14/31"). */
function letterheadNumber({ text, start, end }: { text: string; start: number; end: number }): FoundNumber[] {
  if (isLetterheadNumber(text)) return [{ number: text, start, end }]
  const last = /\s(?!AZ|GZ|PSP)(\p{Lu}{2,5} \d\S*)$/u.exec(text)?.[1]
  return text.length <= 120 && last && isLetterheadNumber(last) ? [{ number: last, start: end - last.length, end }] : []
}

/** "2 4 - V - 5 1 - 0 0 3 7": a number set with a blank behind every sign. */
function spacedNumber(lines: ReturnType<typeof linesOf>): FoundNumber | undefined {
  for (const { text, start } of lines.slice(0, 12)) {
    const found = /(?<!\S)(?:[\p{Lu}\d](?: ?[-/.] ?| )){5,20}[\p{Lu}\d](?!\S)/u.exec(text)
    const number = found?.[0].replace(/ /g, '') ?? ''
    if (found && isLetterheadNumber(number))
      return { number, start: start + found.index, end: start + found.index + found[0].length }
  }
  return undefined
}

function shifted(one: FoundNumber, by: number): FoundNumber {
  return { ...one, start: one.start + by, end: one.end + by }
}

/** Only a part of the paper's own number, which is printed whole there? */
function isWithin(text: string, { start, end }: FoundNumber, own: string): boolean {
  const from = Math.max(0, start - own.length)
  const at = text.slice(from, start + own.length).indexOf(own)
  return at >= 0 && from + at <= start && end <= from + at + own.length
}

/** The same number printed with or without the prefix of its house. */
function isOwn(key: string, own: string | undefined): boolean {
  if (!own) return false
  const mine = numberKey(own)
  const lettered = /^\p{Lu}/u.test(mine)
  const digits = (number: string): string => (number.match(/\d+/g) ?? []).join(' ')
  // `Antrag FWG 214-2031` among the files of 214/2031.
  if (/^\d+[/-](?:19|20)\d\d$/.test(mine) && digits(key) === digits(mine)) return true
  if (mine.length > 8 && /^\p{Lu}{1,3}(?=\d)/u.test(key) && key.replace(/^\p{Lu}{1,3}/u, '') === mine) return true
  return mine !== key && /^\d{4}/.test(bare(mine)) && (lettered ? bare(mine) === key : bare(key) === mine)
}

/** Without the letters of its house. */
function bare(key: string): string {
  return key.replace(/^\p{Lu}{1,5}[/-]?/u, '')
}
