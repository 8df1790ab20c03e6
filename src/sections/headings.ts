/**
 * Which lines are headings: nodes a reader marked, and lines that are headings by their words or number.
 *
 * Reads: whole lines ("Beschlussvorschlag:"), lines that go on behind a colon ("Begründung: Die …"), form lines that
 * go on with boxes or ja/nein ("Finanzielle Auswirkungen  nein  ja"), column heads of a Beratungsfolge without heading,
 * numbered lines on their own, short lines on their own before running text.
 */
import type { SectionKind, Span } from '../document.ts'
import { startsResult } from '../parse/result.ts'
import { areConsultationHeads, areConsultationWords, isAmbiguousHeading, kindOfHeading } from './vocabulary.ts'

export interface Found {
  readonly kind: SectionKind
  readonly title: string
  readonly number: string | null
  /** How many characters of the line are the heading; what follows belongs to the section. */
  readonly length: number
}

type Extra = Readonly<Record<string, SectionKind>>

const NUMBER = /^\s*(\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z]\)|[A-H](?:[.)]|(?= \p{Lu}))|[IVX]{1,4}[.)]?)\s+(?=\S)/u
/** A line with one of these is a sentence, not a heading. */
const VERB =
  /\s(?:beschließt|empfiehlt|nimmt|wird|werden|wurden?|ist|sind|war|waren|hat|haben|hatte|möge|soll|sollen|kann|können|muss|müssen|steht|stehen|gilt)(?:\s|$)/
/** No line of so many characters is a heading. */
const LONGEST = 140
/** A body and its meeting behind a label: `Beschluss: Gemeinderat, Sitzung am 19.05.2031`. */
const SITTING = /^\s*\p{Lu}[\p{L} ,-]{3,90}[ ,\t](?:Sitzung|Termin)(?: am)? \d{1,2}\./u
/** Depth of a heading known only by standing alone before running text. */
export const SHAPED = 5
/** Before this offset an ambiguous word names the paper, not a section. */
export const LETTERHEAD = 600

/** A heading by its words. `offset` is where the line begins in the text. */
export function namedHeading(line: string, offset: number, extra: Extra): Found | undefined {
  const number = NUMBER.exec(line)?.[1] ?? null
  const whole = line.length < LONGEST ? kindOfHeading(line, extra) : undefined
  if (whole) {
    const certain = /[:,]\s*$/.test(line) || offset > LETTERHEAD || number !== null || !isAmbiguousHeading(line)
    return certain ? { kind: whole, title: titleOf(line), number, length: line.length } : undefined
  }
  return columnHeads(line) ?? beforeColon(line, number, extra) ?? beforeBoxes(line, number, extra)
}

/** Half a heading, and its end. */
const NARROW = /^ *\p{Lu}[\p{L}-]{3,24}(?: \p{L}{2,12}){0,2} *$/u
const NARROW_END = /^ *\p{Lu}\p{L}{3,24}: *$/u
/** An attribute alone on its line, and the noun it lacks: no colon is needed to see that they go together. */
const ATTRIBUTE = /^ *\p{Lu}\p{Ll}{6,22}(?:e|er|es) *$/u
const NOUN = /^ *\p{Lu}\p{Ll}{4,24} *$/u

/** A heading broken in a narrow column: `Finanzielle` / `Auswirkungen:`. */
export function brokenHeading(text: string, line: Span, next: Span | undefined, extra: Extra): Found | undefined {
  if (!next) return undefined
  const first = text.slice(line.start, line.end)
  const second = text.slice(next.start, next.end)
  if (!(NARROW.test(first) && NARROW_END.test(second)) && !(ATTRIBUTE.test(first) && NOUN.test(second)))
    return undefined
  return namedHeading(text.slice(line.start, next.end).replaceAll('\n', ' '), line.start, extra)
}

/** `Beratungsfolge dieser Vorlage am TOP ö nö Ergebnis`, `Gremium Sitzung am Beratung`: kept as content. */
function columnHeads(line: string): Found | undefined {
  if (line.length > 120 || !/gremi|beratung|organ/i.test(line)) return undefined
  const heads = line.includes('\t') ? areConsultationHeads(line.split('\t')) : areConsultationWords(line)
  return heads ? { kind: 'beratungsfolge', title: 'Beratungsfolge', number: null, length: 0 } : undefined
}

function beforeColon(line: string, number: string | null, extra: Extra): Found | undefined {
  const colon = line.indexOf(':')
  if (colon < 4 || colon > 90) return undefined
  const kind = kindOfHeading(line.slice(0, colon), extra)
  if (!kind) return undefined
  const rest = line.slice(colon + 1)
  if (kind === 'beschlussvorschlag' && isAmbiguousHeading(line.slice(0, colon)) && rest.trim().length < 25)
    return undefined
  if (kind === 'beschlussvorschlag' && rest.trim().length < 50 && startsResult(rest.trim())) return undefined
  if (kind === 'beschlussvorschlag' && rest.length < 140 && SITTING.test(rest)) return undefined
  return { kind, title: titleOf(line.slice(0, colon)), number, length: line.length - rest.trimStart().length }
}

/** The finance form's first line: its label, then boxes or answers. */
function beforeBoxes(line: string, number: string | null, extra: Extra): Found | undefined {
  if (!/nein|ja|keine|[☐☒]/i.test(line)) return undefined
  const match = /^(.{8,70}?)(?:\s*\([^()]{0,40}\))?\s*[:?]?\s+(?=(?:[☐☒xX]\s*)?(?:nein|ja|keine)\b|[☐☒])/i.exec(line)
  if (!match?.[1]) return undefined
  const kind = kindOfHeading(match[1], extra)
  return kind === 'finanzen' || kind === 'formular'
    ? { kind, title: titleOf(match[1]), number, length: match[0].length }
    : undefined
}

/** A line that stands alone and is a heading by its form: numbered, or short before running text. */
export function shapedHeading(
  line: string,
  next: string | undefined,
): { number: string | null; title: string; depth: number } | undefined {
  if (
    line.length > 100 ||
    /[\t☐☒€]/u.test(line) ||
    /[.,;!?:][“”»«"'’]{0,2}\s*$/.test(line.replace(NUMBER, '')) ||
    next === undefined
  )
    return undefined
  const numbered = NUMBER.exec(line)
  const words = line.slice(numbered?.[0].length ?? 0)
  if (!/^[„"]?[\p{Lu}\d]/u.test(words) || /^(?:Frau|Herrn?) \p{Lu}/u.test(words) || !/\p{L}{3}/u.test(words))
    return undefined
  if (numbered?.[1])
    return { number: numbered[1], title: words.trim(), depth: 1 + numbered[1].split('.').filter(Boolean).length }
  if (/:\s|\d{2}\.\d{2}\.\d{2}/.test(line) || VERB.test(line)) return undefined
  return next.length > 90 || next.includes('\t') ? { number: null, title: words.trim(), depth: SHAPED } : undefined
}

/** A heading's words without its number and closing punctuation. */
export function titleOf(line: string): string {
  return line
    .replace(NUMBER, '')
    .replace(/[\s:,]+$/, '')
    .trim()
}
