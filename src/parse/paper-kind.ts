/**
 * What kind of paper it is, by the words at its head (`BESCHLUSSVORLAGE`, `Stellungnahme zum Antrag`).
 *
 * Never guesses: a word no kind fits gives `undefined`.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

export const PAPER_KINDS = [
  'beschlussvorlage',
  'berichtsvorlage',
  'mitteilungsvorlage',
  'informationsvorlage',
  'antrag',
  'aenderungsantrag',
  'anfrage',
  'antwort',
  'niederschrift',
  'sonstige',
] as const

export type PaperKind = (typeof PAPER_KINDS)[number]

/** A kind and the words that say it. `plain`: merely "Vorlage", which is one for a resolution if it proposes one. */
export interface FoundKind {
  readonly art: PaperKind
  readonly wording: string
  readonly plain: boolean
}

/** Words that begin a line at the head of a paper; the first that fits decides. */
const KINDS: readonly (readonly [RegExp, PaperKind])[] = [
  [
    /^(?:einfacher |gemeinsamer |interfraktioneller )?(?:änderungs|ergänzungs|zusatz)(?:-? ?(?:\/|und) ?(?:änderungs|ergänzungs|zusatz)?-?)?antrag/i,
    'aenderungsantrag',
  ],
  [
    /^(?:antwort|beantwortung|stellungnahme)(?:\p{L}*)? (?:der verwaltung |des \p{L}+ |der \p{L}+ )?(?:zum|zur|zu|auf|einer|der|des|von)(?!\p{L})/iu,
    'antwort',
  ],
  [/^(?:antwort|anfragenbeantwortung|beantwortung)(?: der verwaltung)?(?!\p{L})/iu, 'antwort'],
  [/^stellungnahme(?: (?:der verwaltung|öffentlich))?$/iu, 'antwort'],
  [
    /^(?:kleine |große |schriftliche |mündliche |dringliche |öffentliche |interfraktionelle |gemeinsame )?(?:anfrage)(?!\p{L})(?! (?:zu|nach) \d)/iu,
    'anfrage',
  ],
  [
    /^(?:\p{L}+er )?(?:\p{L}*sach|dringlichkeits|fraktions|prüf|eil|dringender |haushalts)?antrag(?!\p{L})(?! (?:an|auf|nach)(?!\p{L}))/iu,
    'antrag',
  ],
  [
    /^(?:beschluss|entscheidungs|sitzungs|verwaltungs|rats|gemeinderats|stadtrats|ausschuss|senats|kreistags|tisch|magistrats|dringlichkeits|beratungs|antrags-\/ ?sitzungs|eil)(?:vorlage|drucksache)(?!\p{L})/iu,
    'beschlussvorlage',
  ],
  [
    /^(?:schriftliche[rs]? |mündliche[rs]? )?(?:berichts?(?:vorlage|drucksache)|bericht|sachstandsbericht|zwischenbericht)(?!\p{L})/iu,
    'berichtsvorlage',
  ],
  [
    /^(?:schriftliche[rs]? |mündliche[rs]? )?(?:mitteilungs?(?:vorlage|drucksache)|mitteilung(?:en)?|bekanntgabe)(?!\p{L})/iu,
    'mitteilungsvorlage',
  ],
  [
    /^(?:schriftliche[rs]? |mündliche[rs]? )?(?:informations?(?:vorlage|drucksache)|information(?:en)? der verwaltung|information|kenntnisgabe|kenntnisnahme|vorlage zur (?:kenntnisnahme|kenntnis|information|unterrichtung)|kenntnis(?:nahme)?vorlage|unterrichtung(?:svorlage)?|offenlage)(?!\p{L})/iu,
    'informationsvorlage',
  ],
  [
    /^(?:ergebnis|wort|kurz|sitzungs)?(?:niederschrift|protokoll)|^auszug aus (?:der|dem) \p{L}+|^beschlussauszug|^beschlussprotokoll/iu,
    'niederschrift',
  ],
  [/^(?:einladung|tagesordnung(?= (?:der|des|für|zur)|$)|anlage \d+|anlage(?= zu))(?!\p{L})/iu, 'sonstige'],
]
const PATTERNS = KINDS.map(([pattern, art]) => [latin(pattern), art] as const)
const PLAIN = latin(
  /^(?:\p{L}*vorlage|beratungsunterlage|\p{L}*drucksache)(?: des \p{L}+| der verwaltung| an den \p{L}+)?(?!\p{L})/iu,
)

/** The kind a line says, if it begins with words for one. */
export function kindOfLine(line: string, more: Readonly<Record<string, string>> = {}): FoundKind | undefined {
  const words = unspaced(line.trim().replace(/^[►*#\s]+/, ''))
  const open =
    /^(?:nicht[- ]?)?öffentliche[rs]? (?=\p{L}*(?:[Vv]orlage|[Dd]rucksache|[Mm]itteilung|[Bb]ekanntgabe))/iu.exec(
      words,
    )?.[0]
  if (open) {
    const kind = kindOfLine(words.slice(open.length), more)
    return kind && { ...kind, wording: open + kind.wording }
  }
  if (words.length > 140 || /(?<!\p{L})(?:ich|wir|wird|werden|wurden?|hat|haben|ist|sind)(?!\p{L})/u.test(words))
    return undefined
  const low = words.toLowerCase()
  for (const [wording, art] of Object.entries(more)) {
    const kind = PAPER_KINDS.find((one) => one === art)
    if (kind && low.startsWith(wording) && !/^\p{L}/u.test(low.slice(wording.length)))
      return { art: kind, wording: words.slice(0, wording.length), plain: false }
  }
  for (const [pattern, art] of PATTERNS) {
    const match = pattern.exec(words)
    if (match) return { art, wording: wordingOf(words, match[0], art), plain: false }
  }
  const plain = PLAIN.exec(words)
  return plain ? { art: 'beschlussvorlage', wording: plain[0], plain: true } : undefined
}

/** `Ä N D E R U N G S A N T R A G` → `ÄNDERUNGSANTRAG`. */
function unspaced(words: string): string {
  return /^\p{Lu} (?:\p{L} ){3,}\p{L}$/u.test(words) ? words.replaceAll(' ', '') : words
}

/** Kinds of papers from politics carry more words ("Anfrage im Sinne von § 33a"); the others end with their noun. */
function wordingOf(line: string, found: string, art: PaperKind): string {
  if (art === 'antwort') return /^\S+ (?:zum|zur|zu|auf)(?: \S+)?/u.exec(line)?.[0].replace(/[,:;]$/, '') ?? found
  return found
}

/** An answer without a heading: a letter that answers an inquiry. */
export const ANSWER = latin(
  oneLine`
    Ihrer Anfrage[^.?!\n]{0,80} nehme(?:n)? (?:ich|wir)|
    (?:Ihre|die|o\. ?g\.|obige|vorgenannte|genannte)\s+(?:\p{L}+\s+)?Anfrage(?:n)?(?:\s[^.?!\n]{0,80})?\s+(?:beantworte|beantworten|beantwortet|wird|nehme|nehmen)(?:t|n)?\s+(?:ich|wir|die Verwaltung|der|wie folgt|Stellung)|
    Anfrage\s+(?:beantworte|beantwortet)\s+(?:ich|die Verwaltung|der \p{L}+)\s+wie\s+folgt
  `,
  'iu',
)

/** A letter that asks for itself to be put on the agenda: `bitten wir Sie, folgende Anfrage auf die Tagesordnung zu setzen`. */
const ASKED = latin(
  oneLine`
    (?<!\p{L})(?:bitte[nt]?|beantrag(?:e|en|t)|stell(?:e|en|t))(?!\p{L})[^.?!:]{0,120}?(?<!\p{L})(?:
      folgende[nr]?|nachstehende[nr]?|nachfolgende[nr]?|diese[nr]?|beigefügte[nr]?|den|die|unsere[nr]?
    )
    \s+(Anfrage|Antrag)(?!\p{L})[^.?!:]{0,160}?(?<!\p{L})(?:auf|in)\s+die\s+(?:\S+\s+){0,3}?Tagesordnung(?!\p{L})
  `,
  'iu',
)

/** The kind a letter gives itself where it asks to be put on the agenda, and where it says so. */
export function kindAsked(text: string): (FoundKind & { readonly start: number; readonly end: number }) | undefined {
  const match = /Tagesordnung/i.test(text) ? ASKED.exec(text) : null
  const wording = match?.[1]
  if (!match || !wording) return undefined
  const start = match.index + match[0].lastIndexOf(wording)
  const art = /^Anfrage$/i.test(wording) ? 'anfrage' : 'antrag'
  return { art, wording, plain: false, start, end: start + wording.length }
}

/** A motion or inquiry that a paper answers or carries out, named with who wrote it: not what the paper itself is. */
const OTHER_PAPER = /^(?:Antrag|Anfrage|Empfehlung) (?:Nr\. ?)?(?=\S*\d)[^,]{4,30} (?:von|der|des) \p{L}/u

/** Does a line name a motion or inquiry by its number and who wrote it? */
export function isOtherPaper(line: string): boolean {
  return OTHER_PAPER.test(line)
}
