/**
 * The lines of a paper's head: labels with their values, and what stands free between them.
 */
import type { SectionNode, Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import type { Consultation } from '../../src/parse/consultation/read.ts'
import { headSpan, linesOutside } from '../../src/parse/consultation/regions.ts'
import { sittingRows } from '../../src/parse/consultation/sitting-rows.ts'
import { wholeConsultation } from '../../src/parse/consultation/whole.ts'
import { findDates } from '../../src/parse/date.ts'
import { labelIn } from '../../src/parse/label-parts.ts'
import { type Head, readHead } from '../../src/parse/labels.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { isLetterheadNumber } from '../../src/parse/paper-number.ts'
import { publicityOf } from '../../src/parse/publicity.ts'
import { isRole } from '../../src/parse/role.ts'

export interface Zone {
  readonly lines: readonly Line[]
  readonly head: Head
  readonly consultations: readonly Consultation[]
  /** Where the rows of the first Beratungsfolge stand, if there is one in the head. */
  readonly steps: Span | undefined
  /** Where a letter's salutation begins, which ends its head. */
  readonly salutation: number | undefined
  /** Where the head's labels stand if it was written last. */
  readonly below: Span | undefined
}

/** How a letter opens: what follows is text. */
const SALUTATION = /^(?:[Ss]ehr (?:ge|ver)ehrte|[Ll]iebe |Guten Tag|Werte )/
/** A heading between head and salutation is the letter's subject, no section. */
const SUBJECT = 400

/** Is a line the salutation of a letter, or a further one of it? */
export function isSalutation(line: string): boolean {
  return SALUTATION.test(line)
}

/** A heading in the letterhead that is the house's own word for a paper. */
function namesPaper(paper: ReadPaper, section: SectionNode): boolean {
  const own = Object.keys(paper.profile.arten)
  const start = section.position?.start.offset ?? 0
  return start < 800 && own.includes(section.title.toLowerCase())
}

/** A heading in the letterhead that is a word for a paper, with a label, number or status right below: the head goes on. */
function namesKind(paper: ReadPaper, section: SectionNode): boolean {
  const start = section.position?.start.offset ?? 0
  if (start > 600 || !kindOfLine(section.title) || section.title.split(' ').length > 4) return false
  const [, below] = linesOf(paper.text, { start, end: Math.min(paper.text.length, start + 300) })
  return below !== undefined && (labelIn(below.text) !== undefined || isHeadWord(below.text))
}

/** A number or a status on a line of its own. */
function isHeadWord(line: string): boolean {
  return (publicityOf(line) !== undefined && line.length > 2) || isLetterheadNumber(line)
}

/** A role in a form (`Beratungsart:` above `Beschlussfassung`) is a label's value, no heading. */
function isValue(paper: ReadPaper, section: SectionNode): boolean {
  const start = section.position?.start.offset ?? 0
  if (!isRole(section.title) || start > 2500) return false
  const above = linesOf(paper.text, { start: Math.max(0, start - 120), end: start }).at(-1)
  return above !== undefined && above.text.length <= 40 && /^\p{Lu}[^:]+:$/u.test(above.text)
}

/** Where the head ends: before the first section, or where a letter's salutation follows closely upon it. */
function spanOfHead(paper: ReadPaper): Span {
  const own = paper.sections.filter(
    (section) => !namesPaper(paper, section) && !namesKind(paper, section) && !isValue(paper, section),
  )
  const span = headSpan(paper.text, own)
  const steps = own.some(({ kind }) => kind === 'beratungsfolge')
  const further = linesOf(paper.text, { start: span.end, end: Math.min(paper.text.length, span.end + SUBJECT) })
  const letter =
    steps || span.end > 2500 ? undefined : further.find(({ text }) => isSalutation(text) && /[,!]$/.test(text))
  return letter ? { start: span.start, end: letter.end } : span
}

/** The label of the subject ends the rows above it. */
function upToSubject(text: string, stretch: Span): Span {
  const lines = linesOf(text, stretch)
  const label = lines.find(({ text: words }, at) => {
    const found = at > 1 && !words.includes('\t') && findDates(words).length === 0 ? labelIn(words) : undefined
    const alone = found?.length === words.length && lines[at + 1] !== undefined && /\p{Ll}/u.test(words)
    if (found?.field === 'federfuehrend') return found.rank < 2 && words.slice(0, found.length).includes(':')
    return found?.field === 'betreff' && (alone || words.slice(0, found.length).includes(':'))
  })
  return label && lines.some(({ text: words, start }) => start < label.start && findDates(words).length > 0)
    ? { start: stretch.start, end: label.start }
    : stretch
}

/** Read the head of a paper. */
export function zoneOf(paper: ReadPaper): Zone {
  const span = spanOfHead(paper)
  const { read: consultations, taken: stretches } = wholeConsultation(paper.text, paper.sections)
  const taken = stretches.map((stretch) => upToSubject(paper.text, stretch))
  const all = linesOf(paper.text, span)
  const letter = all.findIndex((line) => isSalutation(line.text))
  const rows = consultations.some(({ steps }) => steps.length) ? [] : sittingRows(all)
  const sittings = rows.flatMap(({ bodySpans, spans }) => [...bodySpans, ...Object.values(spans)])
  const lines = linesOutside(letter > 0 ? all.slice(0, letter) : all, taken).filter(
    (line) => !sittings.some(({ start, end }) => start < line.end && end > line.start),
  )
  const steps = taken.find(({ start, end }) => start < span.end && end > start)
  const salutation = letter > 0 ? all[letter]?.start : undefined
  const first = readHead(paper.text, lines)
  const below = first.values.length || salutation !== undefined ? undefined : headBelow(paper.text, span.end)
  const head = below ? { values: below.values, free: first.free } : first
  return { lines, head, consultations, steps, salutation, below: below?.span }
}

/** How far from the end of a text the head can stand that the extraction wrote last. */
const TAIL = 900

/** Where the head has no label: the block of labels that stands last, as some extractions write the letterhead. */
function headBelow(text: string, from: number): { values: Head['values']; span: Span } | undefined {
  const start = Math.max(from, text.length - TAIL)
  const lines = linesOf(text, { start, end: text.length }).slice(-16)
  const { values } = readHead(text, lines)
  const own = values.filter(({ field, rank }) => field !== 'sonstiges' && rank < 3)
  const number = own.find(({ field }) => field === 'nummer')
  const kinds = new Set(own.map(({ field }) => field))
  const [line] = lines
  return number && kinds.size >= 3 && line ? { values, span: { start: line.start, end: text.length } } : undefined
}
