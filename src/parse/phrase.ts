/**
 * The short noun phrase an amount belongs to, in the nominative: "Fördermittel in Höhe von 2 Mio. €" → "Fördermittel";
 * "Die Kosten des Umbaus betragen 5 Mio. €" → "Kosten des Umbaus"; "300 € Zuschuss" → "Zuschuss".
 *
 * Never guesses a word that is not in the sentence; undefined if no noun stands near.
 */

import type { Span } from '../document.ts'
import { oneLine } from '../one-line.ts'
import { isActor, isThing } from './actor.ts'
import { latin } from './latin.ts'
import { phraseBeginning, phraseEnding } from './noun-phrase.ts'
import { isPlace, isTimeOrPlan } from './phrase-adverbial.ts'
import { distinction, taxSide, withAttributes, withMeasure, withoutAsides } from './phrase-attributes.ts'
import { isCondition, isUnexplained } from './phrase-bare.ts'
import { fromBracket, insideBracket } from './phrase-bracket.ts'
import { type Change, changeOf, fromChange, hidesChange, isCompared } from './phrase-change.ts'
import { atPrice, grantOf, withClause } from './phrase-clause.ts'
import { withComplement } from './phrase-complement.ts'
import { covered, fromEllipsis } from './phrase-ellipsis.ts'
import { behindPosition } from './phrase-position.ts'
import { purpose } from './phrase-purpose.ts'
import { goesOn, inSeries, isDistributed, isRest, isTotal } from './phrase-series.ts'
import { behindUnit, isDifference, stripFiller, tidy } from './phrase-trim.ts'
import { firstSubject, fromVerb, PLAN, TIME } from './phrase-verb.ts'
import { withoutAmounts } from './without-amounts.ts'
import { type Word, wordsOf } from './words.ts'

const AMOUNT_OF = latin(
  oneLine`
    (?:\s|^)(?:
      in (?:einer |der )?(?:(?:Gesamt|Brutto|Netto|Jahres)?höhe von)|(?:bis )?zu einer (?:Gesamt|Maximal)?höhe von|in (?:der )?Höhe (?:des|eines) (?:\p{Ll}+ )?\p{L}*betrage?s von|in Höhe|i\.\s?H\.\s?v(?:on|\.)?|
      i\.\s?H\. von|im (?:Gesamt)?umfang von|in einem Umfang von|im wert von|zwischen|von bisher|
      von derzeit|von ursprünglich|von bislang|über|von|mit|à|zu
    )\s*$
  `,
  'iu',
)
/** "1. August", "zweites Jahr": nothing but a time. */
const WHOLE_TIME =
  /^(?:\d{1,2}\.? )?(?:\p{Ll}+ )*(?:\p{L}*[Jj]ahre?n?s?|Monate?n?|Zeitraum|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?: (?:19|20)\d\d)?$/u
/** "wurde von der Stelle mit AMOUNT angegeben": who did it. */
const AGENT =
  /(?:^|\s)[\p{Ll}\d]\S*\s(?:von|vom|durch)\s(?:(?:der|dem|den|die|das)\s)?(?:\p{Ll}+\s)?\p{Lu}\S*(?:\s\p{Lu}\S*){0,3}$/u

/** "Mögliche Förderung*: AMOUNT": the name stands before. */
const NAMED_BEFORE = /(?<!\p{L})\p{Lu}\p{L}{2,}\**:\s*$/u

/** A phrase and whether its place in the sentence ties it to the amount; else it only stands near. */
export interface TiedPhrase {
  readonly phrase: string
  readonly tied: boolean
}

/** Words between two amounts that may share a phrase beyond doubt ("300 bis 400 Euro", "5 € und weitere 6 €"). */
const SHARED_WORDS = 4

export function phrasesOf(sentence: string, amounts: readonly Span[]): (string | undefined)[] {
  return tiedPhrasesOf(sentence, amounts).map((found) => found?.phrase)
}

/**
 * The phrases of all amounts of a sentence, in order, and how sure they are.
 *
 * @param printedSentence
 *   The sentence.
 * @param amounts
 *   Where the amounts stand in it, in order.
 * @param names
 *   Names of firms and places the paper gives (`actor.ts`).
 */
export function tiedPhrasesOf(
  printedSentence: string,
  amounts: readonly Span[],
  names?: ReadonlySet<string>,
): (TiedPhrase | undefined)[] {
  const meant = (phrase: string | undefined): string | undefined => {
    const own = purpose(phrase, names)
    return own === undefined || isTimeOrPlan(own) ? undefined : own
  }
  const isWho = (phrase: string): boolean => isActor(phrase, names)
  const phrases: (TiedPhrase | undefined)[] = []
  const changes: (Change | undefined)[] = []
  const others = (segment: string, left: string, right: string, rest: string): string | undefined =>
    meant(isDistributed(segment, right) ? fromPurpose(right) : undefined) ??
    meant(fromBracket(left)) ??
    meant(insideBracket(left)) ??
    meant(fromVerb(left, folded(rest), isWho)) ??
    meant(fromMarked(left, right))
  const sentence = withoutAsides(printedSentence, amounts).replace(
    /^\s*(?:\(?\d{1,2}[.)]|[a-z]\)|[-–•*])(?=\s)/u,
    (marker) => ' '.repeat(marker.length),
  )
  for (const [index, at] of amounts.entries()) {
    const from = index ? Math.min(amounts[index - 1]?.end ?? 0, at.start) : 0
    const to = amounts[index + 1]?.start ?? sentence.length
    const printed = folded(sentence.slice(from, at.start))
    const segment = index ? ` ${behindUnit(printed)}` : printed
    const left = stripFiller(segment)
    const behind = behindUnit(folded(sentence.slice(at.end, Math.max(at.end, to))))
    const differs = isDifference(segment, behind)
    const right = differs ? '' : behind
    const before = phrases.at(-1)
    const share = fromShare(sentence.slice(0, at.start), right)
    const apart = distinction(printedSentence, amounts, index)
    const between = folded(printedSentence.slice(from, at.start))
    changes.push(differs ? undefined : changeOf(segment, folded(sentence.slice(at.end))))
    const goes =
      before &&
      shareNamed(sentence, at, amounts[index - 1]) === undefined &&
      (goesOn(segment, left, behindUnit(between), between) ||
        (apart !== undefined && /^[\s,]*(?:und|sowie|bzw\.)?\s*$/u.test(segment)) ||
        /(?<!\p{L})(?:geht|gehe|gehen|ging|ausgegangen|ausgeht)(?!\p{L})[^;.]{0,80}\svon\s*$/u.test(left)) &&
      !fromRight(right) &&
      !share
    if (goes) {
      const sure = inSeries(between) || wordsOf(segment).length <= SHARED_WORDS
      const own = isTotal(between) ? before.phrase.replace(/ (?:je|pro) \S+$/u, '') : before.phrase
      const phrase = TIME.test(own) ? own : withMeasure(own, printedSentence, at)
      phrases.push({ phrase, tied: before.tied && sure })
    } else {
      const tied =
        shareNamed(sentence, at, amounts[index - 1]) ??
        meant(fromChange(segment)) ??
        grantOf(left) ??
        fromEllipsis(before?.phrase, left, right) ??
        meant(fromLeft(left, index === 0)) ??
        meant(NAMED_BEFORE.test(left) ? undefined : fromRight(right)) ??
        share ??
        meant(fromAs(right)) ??
        (index && isRest(segment) ? undefined : others(segment, left, right, sentence.slice(at.end)))
      const phrase =
        tied ??
        (index && isRest(segment)
          ? undefined
          : anywhere(left, right, folded(withoutAmounts(sentence, amounts.slice(0, index), at.start)), meant, isWho))
      if (phrase === undefined) {
        phrases.push(undefined)
        continue
      }
      const own = tidy(phrase)
      const named = TIME.test(phrase)
        ? own
        : withAttributes(withClause(withComplement(own, left, right, index > 0), left), printedSentence, at)
      const sure = !differs && !isUnexplained(named, left) && !isCompared(left) && !isCondition(named, left)
      phrases.push({ phrase: named, tied: tied !== undefined && sure })
    }
  }
  return phrases.map((found, index) => {
    if (!found) return undefined
    const same = phrases[index - 1]?.phrase === found.phrase || phrases[index + 1]?.phrase === found.phrase
    const apart =
      distinction(printedSentence, amounts, index) ?? (same ? taxSide(printedSentence, amounts, index) : undefined)
    if (!apart) return { ...found, tied: found.tied && !hidesChange(found.phrase, changes[index]) }
    return found.phrase.endsWith(')') ? found : { ...found, phrase: `${found.phrase} (${apart})` }
  })
}

/** White space as single blanks; "auf Grund" as one word. */
function folded(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/(?<!\p{L})([Aa])uf Grund /gu, '$1ufgrund ')
}

/** "80 % der Kosten von 5 €, das sind AMOUNT" */
function shareNamed(sentence: string, at: Span, last: Span | undefined): string | undefined {
  if (
    !last ||
    !/^[^;.]{0,40}, (?:das|dies) (?:sind|entspricht|ergibt) (?:\p{Ll}+\.? )?$/u.test(
      folded(sentence.slice(last.end, at.start)),
    )
  )
    return undefined
  return /(?:^|\s)(\d{1,3}(?:,\d+)? ?(?:%|Prozent|v\. ?H\.) de[rs] [^,;:]{3,60}?)(?: in Höhe)? von $/u.exec(
    folded(sentence.slice(0, last.start)),
  )?.[1]
}

/** "NP in Höhe von AMOUNT" */
function fromLeft(left: string, whole: boolean): string | undefined {
  const found = AMOUNT_OF.exec(left.replace(/(?<=\svon) [-+–]$/u, ''))
  if (!found) return undefined
  const before = stripFiller(left.slice(0, found.index))
  // "…, höchstens jedoch mit 5 €": what stands behind a comma of its own belongs to the verb.
  if (/,(?:\s(?:jedoch|aber|und zwar|höchstens jedoch))?$/u.test(before)) return undefined
  const words = wordsOf(before)
  if (/(?:^|\s)(?:mit|auf|zu)\s*$/u.test(found[0]) && isPlace(words)) return undefined
  const phrase = atPrice(words) ?? phraseEnding(behindPosition(unchanged(words, left)))
  if (
    !phrase ||
    /\svom \d{1,2}\.\s?\S+$/u.test(phrase) ||
    /^(?:Höhe|Umfang|Wert)$/.test(phrase) ||
    WHOLE_TIME.test(phrase)
  )
    return undefined
  if (AGENT.test(before) && /(?:^|\s)(?:mit|auf|über|zwischen|à)\s*$/u.test(found[0]) && !isThing(phrase))
    return undefined
  const gone = /(?<!\p{L})(?:geht|gehe|gehen|ging|gingen)\s/u.test(left)
    ? /\svon (\p{Lu}.*)$/u.exec(phrase)?.[1]
    : undefined
  if (gone) return gone
  const first = words[0]
  const relative = /, (?:deren|dessen) /u.test(left)
  if (whole && first && /^für$/i.test(first.text) && !relative && phrase.split(' ').length <= 4) {
    const purpose = phraseBeginningRaw(words.slice(1))
    if (purpose && !/\d{5,}|\p{L}\d{4,}/u.test(purpose) && !phrase.includes(purpose)) return `${phrase} für ${purpose}`
  }
  return phrase
}

/** "Die Erhöhung des Zuschusses von bisher 5 €" changes the amount of the grant. */
function unchanged(words: readonly Word[], left: string): readonly Word[] {
  if (!/\svon (?:bisher|derzeit|ursprünglich|bislang)\s*$/u.test(left)) return words
  const at = words.findLastIndex(({ text }) =>
    /^(?:Erhöhung|Anhebung|Senkung|Absenkung|Reduzierung|Aufstockung|Steigerung|Kürzung|Verringerung|Anpassung)$/.test(
      text,
    ),
  )
  return at >= 0 && words[at + 1]?.kind === 'article' ? words.slice(at + 1) : words
}

/** "AMOUNT Zuschuss", "AMOUNT an Fördermitteln" */
function fromRight(right: string): string | undefined {
  const words = wordsOf(right.slice(0, 160))
  const [first, second] = words
  if (/^an (?:\p{Ll}+er|letzter) Stelle(?!\p{L})/u.test(right)) return undefined
  if (first?.text === 'an' && second && /^(?:noun|adjective)$/.test(second.kind))
    return phraseBeginning(words.slice(1), first)
  if (!first || !/^(?:noun|adjective)$/.test(first.kind)) return undefined
  return phraseBeginning(words)
}

/** "Der Verein hat AMOUNT als Eigenanteil beizusteuern" */
function fromAs(right: string): string | undefined {
  if (!/^als \p{L}/u.test(right)) return undefined
  const words = wordsOf(right.slice(0, 160))
  return phraseBeginning(words.slice(1), words[0])
}

/** "davon entfallen AMOUNT auf die Planung" */
function fromShare(before: string, right: string): string | undefined {
  if (!/^auf\s/.test(right) || !/entf(?:[aä]ll|iel)|verteil|aufgeteilt|aufteil/.test(before)) return undefined
  const words = wordsOf(right.slice(0, 160))
  return phraseBeginning(words.slice(1), words[0])
}

/** "Mittel: AMOUNT", "Mittel (AMOUNT", "Mittel – AMOUNT", "Geräte für AMOUNT", "AMOUNT für Geräte", "AMOUNT als Zuschuss" */
function fromMarked(left: string, right: string): string | undefined {
  if (/^zur Verfügung(?!\p{L})/u.test(right)) return phraseEnding(wordsOf(left))
  const said = /^([\s\S]*\p{Ll})\s*[(:]\s*(?:(?:in |ab )?(?:19|20)\d\d\s?:?\s*)?$/u.exec(left)?.[1]
  const closing = said ? wordsOf(said) : []
  if (said && closing.at(-1)?.kind === 'verb') {
    const subject = firstSubject(said)
    if (subject) return subject
  }
  const marked = /^([\s\S]*?)\s*(?:[:(–-]|für)\s*$/iu.exec(left)
  const before = marked?.[1] ? phraseEnding(wordsOf(marked[1])) : undefined
  if (before) return before
  const purpose = fromPurpose(right)
  if (purpose && /^(?:für|als|zur|zum)\s/u.test(right)) return purpose
  if (purpose && /^(?:aus|durch)\s/u.test(right) && /(?<!\p{L})Deckung\s[^;:]*\s(?:in Höhe von|mit|von)$/u.test(left))
    return covered(wordsOf(right.slice(0, 160)))
  return phraseEnding(wordsOf(left)) ?? (/^(?:durch|aus)\s/u.test(right) ? purpose : undefined)
}

/** "AMOUNT für Geräte" */
function fromPurpose(right: string): string | undefined {
  const words = wordsOf(right.slice(0, 160))
  return phraseBeginning(words.slice(1), words[0])
}

function anywhere(
  left: string,
  printedRight: string,
  before: string,
  meant: (phrase: string | undefined) => string | undefined,
  isWho: (phrase: string) => boolean,
): string | undefined {
  const right = printedRight.replace(/^\s*zur Verfügung(?!\p{L})/u, '')
  for (const text of [left, right, before]) {
    const words = wordsOf(text)
    for (let end = words.length; end > 0; end--) {
      const phrase = words[end - 1]?.kind === 'noun' ? phraseEnding(words.slice(0, end)) : undefined
      // What only acts is left out whole.
      if (phrase && isWho(phrase)) end -= phrase.split(' ').length - 1
      if (phrase && !TIME.test(phrase) && !PLAN.test(phrase) && !phrase.endsWith('-') && meant(phrase)) return phrase
    }
  }
  return undefined
}

/** The phrase as printed, article kept: what stands behind "für". */
function phraseBeginningRaw(words: readonly Word[]): string | undefined {
  const verb = words.findIndex((word) => word.kind === 'verb' || word.kind === 'comma' || word.kind === 'stop')
  const own = words.slice(0, verb < 0 ? 0 : verb)
  return own.some((word) => word.kind === 'noun') && own.length <= 9
    ? own.map((word) => word.text).join(' ')
    : undefined
}
