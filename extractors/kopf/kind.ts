/**
 * What kind of paper it is: labelled, named in its letterhead, or told by how it answers.
 */

import type { SectionNode } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { oneLine } from '../../src/one-line.ts'
import { bestOf } from '../../src/parse/labels.ts'
import { latin } from '../../src/parse/latin.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import {
  ANSWER,
  type FoundKind,
  isOtherPaper,
  kindAsked,
  kindOfLine,
  type PaperKind,
} from '../../src/parse/paper-kind.ts'
import type { Fact } from './facts.ts'
import { EXCERPT, minutesOf } from './minutes.ts'
import type { Title } from './title.ts'
import type { Zone } from './zone.ts'

/** A kind printed within a line of the letterhead. */
const KIND_WITHIN =
  /(?<![\p{L}-])(?:Beschluss|Informations|Mitteilungs|Berichts|Sitzungs|Verwaltungs)(?:vorlage|drucksache)(?!\p{L})|(?<=[–-] )Anlage \d+(?=\n|$)/u

/** A cell that is nothing but the word for a kind, with whether it is public. */
const KIND_CELL =
  /^(?:\p{L}+(?:vorlage|VORLAGE|drucksache|DRUCKSACHE)(?: ?[-–(] ?(?:nicht ?)?öffentlich ?[-–)])?|(?:\p{L}*[Vv]orlage|VORLAGE) (?:nicht ?)?öffentlich)$/u

/** An inquiry that is printed with its answer. */
const ANSWERED = latin(
  oneLine`
    (?<![\p{L}])(?:Antwort|Stellungnahme|Beantwortung) (?:des|der|durch) (?:\p{L}+ )?(?:
      \p{L}*[Aa]mte?s|Verwaltung|Magistrats|Senats|\p{L}*[Bb]ürgermeisters|\p{L}*[Bb]ürgermeisterin|
      Landrats|Landrätin
    )(?!\p{L})|
    (?<!\p{L})beantwortet die (?:\p{L}+ )?Anfrage (?:\S+ )?wie folgt|Beantwortung einer Anfrage
  `,
  'u',
)

/** What kind of paper it is. */
export function kindOf(
  paper: ReadPaper,
  zone: Zone,
  title: Title | undefined,
): Fact<{ art: PaperKind; wording: string | null }> | undefined {
  const more = paper.profile.arten
  const labelled = bestOf(zone.head, 'art')
  const byLabel = labelled && kindOfLine(labelled.text, more)
  if (labelled && byLabel)
    return {
      value: { art: settle(paper, byLabel, title), wording: labelled.text },
      start: labelled.start,
      end: labelled.end,
    }
  const excerpt = EXCERPT.exec(paper.text.slice(0, 900))
  if (excerpt) {
    const wording = excerpt[0].replace(/\s+/g, ' ')
    const end = excerpt.index + excerpt[0].length
    return { value: { art: 'niederschrift', wording }, start: excerpt.index, end }
  }
  const minutes = minutesOf(paper, zone)
  if (minutes) {
    const { sign } = minutes
    const wording = /^[\p{L}-]*(?:niederschrift|protokoll)/iu.exec(sign.text)?.[0] ?? null
    return {
      value: { art: 'niederschrift', wording },
      start: sign.start,
      end: sign.start + (wording ?? sign.text).length,
    }
  }
  let plain: Fact<FoundKind> | undefined
  for (const line of linesOf(paper.text, { start: 0, end: Math.max(zone.lines.at(-1)?.end ?? 0, 200) })) {
    if (title && line.start > title.start && line.start < title.end) continue
    if ((plain || isNumberedVorlage(zone)) && paper.sections.some((section) => isHeadOf(section, line))) continue
    if (isOtherPaper(line.text)) continue
    const cell = line.text.split('\t').find((words) => KIND_CELL.test(words))
    const kind = kindOfLine(cell ?? line.text, more)
    if (!kind || (/^\p{L}+ ?Nr|^(?:Vorlage|Drucksache)n?[- ]*(?:Nr|Nummer)/u.test(line.text) && plain)) continue
    const at = Math.max(0, line.text.indexOf(kind.wording))
    const length = line.text.includes(kind.wording) ? kind.wording.length : line.text.length
    const fact = { value: kind, start: line.start, end: line.start + at + length }
    if (!kind.plain)
      return { ...fact, value: { art: answered(paper, settle(paper, kind, title)), wording: kind.wording } }
    plain ??= fact
  }
  const within = plain ? undefined : KIND_WITHIN.exec(paper.text.slice(0, 400))
  const inLine = within && kindOfLine(within[0], more)
  if (within && inLine) {
    const start = within.index
    return {
      value: { art: settle(paper, inLine, title), wording: inLine.wording },
      start,
      end: start + inLine.wording.length,
    }
  }
  const answer = ANSWER.exec(paper.text.slice(0, 3000))
  if (answer && !plain)
    return { value: { art: 'antwort', wording: null }, start: answer.index, end: answer.index + answer[0].length }
  const asked = zone.salutation === undefined || plain ? undefined : kindAsked(paper.text.slice(0, 3000))
  if (asked) {
    const { art, wording, start, end } = asked
    return { value: { art, wording }, start, end }
  }
  plain ??= isNumberedVorlage(zone)
  return plain && { ...plain, value: { art: settle(paper, plain.value, title), wording: plain.value.wording } }
}

/** A paper that names itself only beside its number: `Vorlage Nr. 12.345`. */
function isNumberedVorlage(zone: Zone): Fact<FoundKind> | undefined {
  const number = zone.head.values.find(
    ({ field, label }) => field === 'nummer' && /^\p{L}*(?:vorlage|drucksache)(?!\p{L}*art)/iu.test(label),
  )
  const wording = /^\p{L}*(?:vorlage|drucksache)/iu.exec(number?.label ?? '')?.[0] ?? null
  return number && wording
    ? { value: { art: 'sonstige', wording, plain: true }, start: number.start, end: number.end }
    : undefined
}

/** An inquiry or a communication that holds the answer is one. */
function answered(paper: ReadPaper, art: PaperKind): PaperKind {
  const asks = art === 'anfrage' || art === 'mitteilungsvorlage'
  return asks && ANSWERED.test(paper.text.slice(0, 4000)) ? 'antwort' : art
}

/** `Antrag` above what is to be resolved is a heading, not the kind of a paper that has named itself. */
function isHeadOf(section: SectionNode, line: Line): boolean {
  return section.kind === 'beschlussvorschlag' && section.position?.start.offset === line.start
}

/** A motion whose title says that it changes one is an Änderungsantrag; a plain "Vorlage" needs a proposal to be one for a resolution. */
function settle(paper: ReadPaper, kind: FoundKind, title: Title | undefined): PaperKind {
  if (
    kind.art === 'antrag' &&
    title &&
    /^(?:Änderungs|Ergänzungs|Zusatz)(?:-? ?(?:\/|und) ?\p{L}+-?)?antrag/iu.test(title.text)
  )
    return 'aenderungsantrag'
  if (!kind.plain) return kind.art
  return paper.sections.some(({ kind: section }) => section === 'beschlussvorschlag') ? 'beschlussvorlage' : 'sonstige'
}
