/**
 * What stands in a sentence besides the parts that a phrase is looked for in: set phrases that hold a noun but name
 * nothing ("im Wesentlichen", "je nach Größe", "nach § 79 GO"), brackets, and "je Platz" at an amount.
 *
 * Units: offsets in UTF-16 code units; what is taken out is replaced by blanks, so that offsets stay.
 */

import type { Span } from '../document.ts'
import { oneLine } from '../one-line.ts'
import { isActor } from './actor.ts'
import { latin } from './latin.ts'
import { MONEY } from './noun-phrase.ts'
import { withoutGrounds } from './phrase-adverbial.ts'

/** Adverbs made of a preposition and a noun. */
const SET_PHRASES = latin(
  oneLine`
    (?<!\p{L})(?:
      (?:
        im (?:
          Wesentlichen|Einzelnen|Übrigen|Folgenden|Allgemeinen|Gegenzug|Ergebnis|Durchschnitt|Mittel|
          Schnitt|Weiteren|Einzelfall|Nachgang|Anschluss
        )|
        in (?:Summe|Aussicht|Anspruch|Rechnung|Abzug|Betracht)|(?:in|für) (?:dem|den|diesem|diesen|jedem|jeden) Falle?|
      (?:in|aus) diesem (?:Zusammenhang|Rahmen|Grund|Zuge)|zu diesem Zweck|auf diese Weise|unter anderem|des Weiteren|zum Vergleich|zum Beispiel|
        darüber hinaus|auf Dauer|in der Regel|im Vergleich zu[mr]?(?: [^\s,]+){1,3}
      )(?!\p{L})|
      nach Ablauf (?:der|des) \p{Lu}\p{L}+(?!\p{L})|je nach (?:\p{Ll}+ ){0,2}\p{Lu}[\p{L}-]*
    )
  `,
  'giu',
)
const LAW = latin(
  oneLine`
    (?<!\p{L})(?:gemäß|gem\.|nach|laut|i\.\s?S\.\s?(?:d\.|v\.)|im Sinne (?:von|des)) §{1,2} ?\d+[a-z]?(?: (?:
        Abs\.|Absatz|S\.|Satz|Nr\.|Nummer|Ziff\.|lit\.|Buchst\.|\(\d{1,2}\)|\d{1,2}|[a-z]\)?|und|
        i\. ?V\. ?m\.
      )
    ){0,8}(?: (?:der |des )?\p{Lu}[\p{L}-]+(?: (?:NRW|SGB|[IVX]{1,4}|LSA|M-V|Bbg|Berlin))?)?
  `,
  'gu',
)
/** "laut Gutachten", "nach Angaben der Firma": who says it. */
const SOURCE = latin(
  oneLine`
    (?<!\p{L})(?:
      laut|lt\.|seitens|
      nach (?:(?:Angaben?|Auskunft|Einschätzung|Schätzung|Schätzungen|Berechnung|Berechnungen|Mitteilung|Aussage|Ansicht) )
    ) ?(?:(?:der|des|dem|den|von|vom|eines|einer) )?((?:\p{Ll}+e[nrsm]? )?\p{Lu}[\p{L}-]*(?: (?:g?GmbH|AG|KG|e\. ?V\.))?)(?: (?:der|des) \p{Lu}[\p{L}-]*)?
  `,
  'gu',
)
/** "an die Firma Muster, Musterstadt": who gets an order. */
const TO_FIRM = latin(
  oneLine`
    (?<!\p{L})(?:an|durch) (?:(?:die|den|das) )?(?:
      Firma|Fa\.|Bietergemeinschaft|Ingenieurbüro|Planungsbüro|Architekturbüro|Büro
    ) [^;:()]{2,90}?(?= (?:\(|in Höhe|i\. ?H|zu[mr]? |mit |über |auf |abschließend|wird|werden|wurden?|sind|ist|und |für )|
      ,? \d{1,3}[.,]\d
    )
  `,
  'gu',
)
/** Some of this stands in every such aside. */
const SAYS = /laut|lt\.|seitens|nach (?:An|Aus|Ein|Sch|Ber|Mit)/
const NAMES_FIRM = /Firma|Fa\.|Bietergem|büro|Büro/
/** Innermost brackets. */
const BRACKET = /\([^()]{0,200}\)(?!\s*:)/gu
/** Phrases of time are no measure. */
const TIME = /^(?:\p{L}*[Jj]ahr\p{L}*|Monat\p{L}*|Woche|Tag|Quartal|Halbjahr)$/u
/** Behind a slash without a blank before it, or behind a word. */
const UNIT = '\\p{Lu}[\\p{L}:*-]+(?:/\\p{L}+)*|m[²³23](?!\\d)|qm|kWh|ha|km|lfm'
const MEASURE_BEHIND = latin(
  `^\\s*(?:(?:netto|brutto|jährlich|monatlich|p\\.\\s?a\\.|pro Jahr|im Jahr|,)\\s*)*\\(?(?:(je|pro)\\s|(?<!\\s)/\\s?)(?!Netto|Brutto|PSP)((?:\\p{Ll}+e[mr] )?(?:${UNIT}))(?!\\p{L})`,
  'u',
)
const MEASURE_BEFORE = latin(
  /(?<!\p{L})(je|pro) (\p{Lu}[\p{L}:*/-]+)\s+(?:(?:ca\.|rund|rd\.|etwa|durchschnittlich|zwischen|mit|von)\s+){0,2}$/u,
)
/** "Je umgestelltem Platz fallen Kosten von", "gewährt je Stelle einen Zuschuss von" */
const MEASURE_IN =
  /(?:^|(?<!€|EUR|Euro|[,;(]|Jahr|a\.)\s)([Jj]e|[Pp]ro) ((?:\p{Ll}+em |\p{Ll}+er )?\p{Lu}[\p{L}:*/-]+) (?:\p{Ll}|Kosten|Mittel)[^,;()]{2,80}$/u
/** A bracket that lists what a noun stands for. */
const LIST = latin(
  /^(?![\p{Lu}\d-]{2,8}$)(?:ohne |inkl\. |einschließlich )?\p{Lu}[\p{L}-]+(?:(?:, | und | sowie |\/)(?:\p{Ll}+ )?\p{Lu}[\p{L}\d_-]+(?: [\d_]+)?)*$/u,
)

/** "(KG 200 bis 500)", "(80 Jahre)", "(1. Ausbildungsjahr)": which of such things it is. */
const WHICH = latin(
  /^(?:(?:KGR?|KG\.|Kostengruppen?|Kontengruppen?|Zeilen?|EG|Entgeltgruppe|Leistungsphasen?|LPH?) ?\d[\d.,–-]*(?: (?:bis|und|-|–) \d+)?|\d{1,3}\.? (?!Euro|Mio|Mill|Prozent)\p{Lu}\p{Ll}{2,})$/u,
)

/** The sentence without set phrases, laws, and brackets that hold no amount; of the same length. */
export function withoutAsides(sentence: string, amounts: readonly Span[]): string {
  const blank = (found: string): string => ' '.repeat(found.length)
  const plain = SAYS.test(sentence)
    ? sentence
        .replace(/\n/g, ' ')
        .replace(SOURCE, (found, who: string) => (/^nach/iu.test(found) || isActor(who) ? blank(found) : found))
    : sentence
  const said = NAMES_FIRM.test(plain) ? plain.replace(/\n/g, ' ').replace(TO_FIRM, blank) : plain
  return withoutGrounds(said.replace(/\n/g, ' ').replace(LAW, blank), amounts)
    .replace(SET_PHRASES, blank)
    .replace(BRACKET, (found, at: number) =>
      amounts.some(({ start, end }) => start < at + found.length && end > at) ? found : blank(found),
    )
}

/** The phrase with the bracket that lists its parts, and with what the amount is counted by ("je Platz"). */
export function withAttributes(phrase: string, sentence: string, at: Span): string {
  const printed = sentence.replace(/\s+/g, ' ')
  const last = phrase.split(' ').at(-1) ?? ''
  const from = last ? printed.indexOf(`${last} (`) : -1
  const bracket = from >= 0 ? /^\(([^()]{3,70})\)/u.exec(printed.slice(from + last.length + 1))?.[1] : undefined
  const listed = bracket && (LIST.test(bracket) || WHICH.test(bracket)) ? `${phrase} (${bracket})` : phrase
  return withMeasure(listed, sentence, at)
}

const PRICE = /(?:satz|wert|zins|entschädigung|ersparnis|vergütung|anpassung|grenzen?|rahmen|pauschalen?|anteile?)$/iu

/** The phrase with what the amount is counted by. */
export function withMeasure(phrase: string, sentence: string, at: Span): string {
  const measure =
    measureOf(MEASURE_BEHIND.exec(sentence.slice(at.end, at.end + 60))) ??
    measureOf(MEASURE_BEFORE.exec(sentence.slice(Math.max(0, at.start - 60), at.start))) ??
    measureOf(MEASURE_IN.exec(clauseBefore(sentence, at)))
  // "5 €/m²" is a unit's price where the phrase is one of money; else the phrase may be another.
  if (
    /^\/\s?\S/u.test(sentence.slice(at.end)) &&
    !phrase.split(' ').some((word) => PRICE.test(word) || MONEY.test(word))
  )
    return phrase
  const stem = measure?.split(' ')[1]?.slice(0, 6) ?? ''
  return measure &&
    !/(?<!\p{L})(?:je|pro) /u.test(phrase) &&
    !` ${phrase}`.includes(stem.length < 4 ? ` ${stem}` : stem)
    ? `${phrase} ${measure}`
    : phrase
}

/** "38 € (Pflege) und 6 € (Wartung)": what tells amounts of one thing apart. */
const TOLD_APART = latin(/^\s?\((?!Brutto|Netto|Stand)(\p{Lu}[\p{L} -]{2,40})\)/u)

/** "netto 5 € (brutto 6 €)", "5 € netto bzw. 6 € brutto": which of two prices of one thing an amount is. */
export function taxSide(sentence: string, amounts: readonly Span[], index: number): string | undefined {
  const side = (n: number): string | undefined => {
    const at = amounts[n]
    if (!at) return undefined
    const before = sentence.slice(Math.max(amounts[n - 1]?.end ?? 0, at.start - 24), at.start)
    const found =
      /^\s?\(?(netto|brutto)(?![\p{L}:]|\s(?:(?:ca\.|rund|rd\.|etwa|von)\s)?(?:EUR\s)?\d)/u.exec(
        sentence.slice(at.end, at.end + 24),
      ) ?? /(?<!\p{L})(netto|brutto):?\s(?:(?:ca\.|rund|rd\.|etwa)\s)?$/u.exec(before)
    return found?.[1]
  }
  const own = side(index)
  const other = own && [side(index - 1), side(index + 1)].find((found) => found !== undefined)
  return other && other !== own ? own : undefined
}

/** The bracket behind an amount, if the amount before or behind it has one, too. */
export function distinction(sentence: string, amounts: readonly Span[], index: number): string | undefined {
  const said = (at: Span | undefined): string | undefined =>
    at && TOLD_APART.exec(sentence.slice(at.end, at.end + 60).replace(/\s+/g, ' '))?.[1]
  const own = said(amounts[index])
  return own && (said(amounts[index - 1]) || said(amounts[index + 1])) ? own : undefined
}

function clauseBefore(sentence: string, at: Span): string {
  const clause =
    sentence
      .slice(0, at.start)
      .split(/[,;]\s/)
      .at(-1) ?? ''
  return clause.replace(/\s+/g, ' ').trimStart()
}

function measureOf(found: RegExpExecArray | null): string | undefined {
  const [, word = 'je', noun = ''] = found ?? []
  return noun && !TIME.test(noun) ? `${word.toLowerCase()} ${noun}` : undefined
}
