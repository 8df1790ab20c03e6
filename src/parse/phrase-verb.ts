/**
 * The phrase of an amount that a verb ties to it: the subject of what costs or amounts to it, the object of who pays,
 * offers, estimates or gets it.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { phraseBeginning, phraseEnding } from './noun-phrase.ts'
import { type Word, wordsOf } from './words.ts'

/** Phrases of time are never what an amount is for. */
export const TIME =
  /(?:^|\s|[-/])(?:\p{L}*[Jj]ahre?n?s?|Monate?n?|Zeitraum|Gesamtzeitraum|Höhe|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?:\s(?:19|20)\d\d)?$/u
/** Where money is planned is not what it is for. */
export const PLAN =
  /^(?:\p{L}*[Hh]aushalt(?:s(?:plan|jahr|ansatz))?|Budget|Etat|Finanzplan|Ergebnisplan|Wirtschaftsplan|Investitionsprogramm|Produkt|Finanzposition)e?s?(?:\s[\d./-]+)*$/u
const TOWARDS = /(?:\s|^)(?:auf|bei|um|für|gegen|gegenüber)\s*$/iu

/** "Die Kosten betragen AMOUNT", "beläuft sich auf AMOUNT": the subject, before or behind the verb. */
export function fromVerb(left: string, rest: string, isWho: (phrase: string) => boolean): string | undefined {
  const clause = lastClause(left.replace(TOWARDS, ''))
  if (clause === undefined) return undefined
  const words = wordsOf(clause)
  const verb = finiteVerb(words)
  if (verb < 0) return undefined
  if (words[verb - 1]?.kind === 'conjunction' && !words.slice(verb).some((word) => word.kind === 'noun')) {
    const first = firstSubject(left)
    if (first) return first
  }
  const behind = words.slice(verb + 1).filter((word) => !/^(?:sich|hierbei|dabei|auf)$/.test(word.text))
  const printed = phraseEnding(untilAdverb(words.slice(0, verb))) ?? phraseBeginning(words.slice(0, verb))
  const counted = /^(?:je|pro)$/iu.test(words[0]?.text ?? '')
  const subject =
    printed && !counted && !TIME.test(printed) && !(opens(words) && PLAN.test(printed)) ? printed : undefined
  const share = shareOf(words, verb, left)
  if (share) return share
  if (isRecipient(words, verb) || acts(words[verb]?.text ?? '', rest) || (subject && isWho(subject)))
    return objectOf(behind, isWho)
  const inverted =
    !subject ||
    opens(words) ||
    // "Ausgehend von einem Einsatz …", "Ergänzend …"
    /^\p{Lu}\p{Ll}+end$/u.test(words[0]?.text ?? '') ||
    /^(?:für|in|im|durch|mit|nach|bei|aus|zur|zum|zusätzlich|hierfür|dafür|insgesamt)$/i.test(words[0]?.text ?? '')
  if ((inverted && (behind[0]?.kind !== 'preposition' || behind[0].text === 'aus')) || /\sfür\s*$/u.test(left)) {
    const object = [phraseEnding(behind), phraseBeginning(behind)].find((found) => found && !TIME.test(found))
    if (object) return object
  }
  return subject
}

/** Verbs whose subject pays, asks, estimates, decides or gets: it is never what the amount is for. */
const ACTS = latin(
  oneLine`
    ^(?:
      trägt|tragen|zahlt|zahlen|bietet|bot|gewährt|gewähren|bewilligt|bewilligen|fordert|verlangt|schätzt|
      schätzen|beziffert|beziffern|beantragt|beantragen|übernimmt|übernehmen|beteiligt|beteiligen|spendet|
      leistet|erhält|erhielt|erhielten|fördert|fördern|investiert|investieren|beschließt|beschließen|
      genehmigt|genehmigen|antwortet|berichtet|erläutert
    )$
  `,
  'u',
)
const HAS = /^(?:hat|haben|hatte|hatten|habe)$/u
/** "hat AMOUNT gekostet" */
const COSTS =
  /^[^;]{0,160}?(?<!\p{L})(?:gekostet|betragen|ergeben|erreicht|verursacht|erbracht|erzielt|ausgemacht|erfordert|bewirkt|umfasst|überschritten|zur Folge)(?!\p{L})/u

function acts(verb: string, behind: string): boolean {
  return ACTS.test(verb) || (HAS.test(verb) && behind !== '' && !COSTS.test(behind))
}

/** "Der Verein beteiligt sich mit AMOUNT": his share, named by one noun. */
function shareOf(words: readonly Word[], verb: number, left: string): string | undefined {
  if (!/^beteiligt$/u.test(words[verb]?.text ?? '') || !/(?<!\p{L})sich mit$/u.test(left)) return undefined
  const [article, noun, ...more] = words.slice(0, verb)
  if (article?.kind !== 'article' || noun?.kind !== 'noun' || more.length) return undefined
  const own = article.text.toLowerCase()
  if (own === 'die') return `Beteiligung der ${noun.text}`
  if (own !== 'der' && own !== 'das') return undefined
  return `Beteiligung des ${noun.text}${/(?:[sßxz]|and|und)$/u.test(noun.text) ? 'es' : 's'}`
}

const PLURAL = /^(?:wurden|werden|sind|waren|stehen|standen|gingen|würden)$/u

/** "Dem Amt wurde AMOUNT angeboten", "Der Stiftung wurden AMOUNT gespendet": it is in the dative. */
function isRecipient(words: readonly Word[], verb: number): boolean {
  const first = words[0]?.text ?? ''
  return /^de[mn]$/iu.test(first) || (/^der$/iu.test(first) && PLURAL.test(words[verb]?.text ?? ''))
}

/** What is paid, bought, built or estimated stands behind the verb, or behind its subject and "für". */
function objectOf(behind: readonly Word[], isWho: (phrase: string) => boolean): string | undefined {
  const object = phraseBeginning(behind)
  const purpose = behind.findIndex(({ text }) => text === 'für')
  const found =
    object && isWho(object) && purpose > 0 && !/ durch /.test(object)
      ? phraseBeginning(behind.slice(purpose + 1))
      : object
  return found && !TIME.test(found) && !isWho(found) && !SUM.test(found) ? found : undefined
}

const SUM = /^(?:\p{Ll}+ )*(?:Gesamt)?(?:[Bb]etrag|[Bb]eträge|[Ss]umme)$/u

const PARTICIPLE =
  /^(?:veranschlagt|eingeplant|geplant|kalkuliert|geschätzt|bezahlt|gerechnet|vereinbart|angesetzt|finanziert|bewilligt|genehmigt|bereitgestellt|beziffert|berechnet|gedeckt|verteilt)$/u

/** The last verb that has a subject; "wurde vom Amt kalkuliert" has it before "wurde". */
function finiteVerb(words: readonly Word[]): number {
  const last = words.findLastIndex((word) => word.kind === 'verb')
  if (!PARTICIPLE.test(words[last]?.text ?? '')) return last
  const auxiliary = words.findLastIndex(
    ({ text }, at) => at < last && /^(?:w[iu]rd\p{L}*|werden|ist|sind|war(?:en)?)$/u.test(text),
  )
  return auxiliary >= 0 ? auxiliary : last
}

/** "Die Reinigung wird täglich, auch an Festtagen, besorgt und ist mit AMOUNT kalkuliert": a second verb has the first's subject. */
export function firstSubject(sentence: string): string | undefined {
  const words = wordsOf(sentence)
  const verb = words.findIndex((word) => word.kind === 'verb')
  return verb > 0 && words[0]?.kind === 'article' ? phraseBeginning(words.slice(0, verb)) : undefined
}

function opens(words: readonly Word[]): boolean {
  return words[0]?.kind === 'preposition'
}

/** A subject may be followed by adverbs before its verb. */
function untilAdverb(words: readonly Word[]): readonly Word[] {
  let end = words.length
  while (end > 0 && words[end - 1]?.kind === 'other' && !/^[“"»]$/.test(words[end - 1]?.text ?? '')) end--
  return words.slice(0, end)
}

/** What stands behind the last comma, or all if the verb there has its subject before; undefined without a verb. */
function lastClause(text: string): string | undefined {
  const last = text.split(/[,;:–](?=\s)/u).at(-1) ?? text
  const words = wordsOf(last)
  if (!words.some((word) => word.kind === 'verb')) return undefined
  return words.some((word) => word.kind === 'noun') ? last : text
}
