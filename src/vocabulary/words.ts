/**
 * The words of one paper that no rule knows: headings, labels of its head, column heads of its Beratungsfolge, units.
 *
 * What only this paper is about ("3.2 Lage am Marktplatz") is among them; what several papers print shows by its count.
 */
import { blocksOf, quote, rowsOf, spanOf } from '../document.ts'
import type { ReadPaper } from '../extractor.ts'
import { isGremium } from '../parse/gremium.ts'
import { COMPILED } from '../parse/label-words.ts'
import { kindOfLine } from '../parse/paper-kind.ts'
import { isResult } from '../parse/result.ts'
import { isRole } from '../parse/role.ts'
import { foldHeading, isConsultationColumn, kindOfHeading } from '../sections/vocabulary.ts'
import { unknownUnits } from './units.ts'

export type WordKind =
  | 'ueberschrift'
  | 'beschriftung'
  | 'spaltenkopf'
  | 'rolle'
  | 'ergebnis'
  | 'art'
  | 'finanzen'
  | 'einheit'

export interface UnknownWord {
  readonly art: WordKind
  /** As printed, white space folded. */
  readonly wort: string
  /** Equal for what is the same word. */
  readonly schluessel: string
}

type Extra = Parameters<typeof kindOfHeading>[1]

const LABEL = /^(\p{Lu}[\p{L}./() -]{2,38}?) ?:(?=\s|$)/u
const MOST_WORDS = 7
/** A label of more words is the beginning of a sentence. */
const LABEL_WORDS = 4

/** All words of a paper no rule knows. `headings`: those of its profile. */
export function* unknownWordsOf(paper: ReadPaper, headings: Extra): Generator<UnknownWord> {
  yield* unknownHeadings(paper, headings)
  yield* unknownLabels(paper, headings)
  yield* unknownColumns(paper)
  for (const wort of unknownUnits(paper)) yield { art: 'einheit', wort, schluessel: wort }
}

function* unknownHeadings(paper: ReadPaper, headings: Extra): Generator<UnknownWord> {
  for (const { kind, title } of paper.sections) {
    const wort = title.replace(/\s+/g, ' ').trim()
    const schluessel = foldHeading(wort)
    if (kind !== 'sonstige' || !isFormWord(wort) || schluessel in headings || kindOfHeading(wort, headings)) continue
    yield { art: 'ueberschrift', wort, schluessel }
  }
}

/** Could a form print this, or is it what one paper is about: long, with a day, a number or an amount? */
function isFormWord(words: string): boolean {
  return (
    /\p{L}{3}/u.test(words) &&
    words.length <= 70 &&
    words.split(' ').length <= MOST_WORDS &&
    !/\d{2}|[€%§☐☒„“"]|[.!?;]$|^(?:ja|nein)(?!\p{L})/iu.test(words)
  )
}

/** "Bearbeitungsstand: …" at the beginning of a line or cell of the head. */
function* unknownLabels(paper: ReadPaper, headings: Extra): Generator<UnknownWord> {
  const head = paper.sections.find(({ kind }) => kind === 'kopf')
  if (!head) return
  for (const part of quote(paper, spanOf(head)).split(/[\n\t]/)) {
    const wort = LABEL.exec(part.trim())?.[1]?.trim()
    if (!wort || wort.split(' ').length > LABEL_WORDS || kindOfHeading(wort, headings)) continue
    if (!COMPILED.some(({ pattern }) => pattern.exec(`${wort}:`)?.groups?.colon) && !kindOfLine(wort))
      yield { art: 'beschriftung', wort, schluessel: wort.toLowerCase() }
  }
}

/** Is this what stands below a column head: a body, a role, a result? */
function isEntry(cell: string): boolean {
  return isGremium(cell) || isRole(cell) || isResult(cell)
}

/** Column heads in tables of a Beratungsfolge. */
function* unknownColumns(paper: ReadPaper): Generator<UnknownWord> {
  for (const section of paper.sections) {
    if (section.kind !== 'beratungsfolge') continue
    for (const block of blocksOf(section)) {
      if (block.type !== 'table' || !block.data?.headRows) continue
      for (const cell of rowsOf(paper, block)[0] ?? []) {
        const wort = cell.text.replace(/\s+/g, ' ').trim()
        if (isFormWord(wort) && !isConsultationColumn(wort) && !isEntry(wort))
          yield { art: 'spaltenkopf', wort, schluessel: wort.toLowerCase() }
      }
    }
  }
}
