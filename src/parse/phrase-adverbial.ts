/**
 * Phrases of a clause that say on what ground, where or when, and never what an amount is for: "liegt nach dem Gutachten
 * des Büros bei 5 €", "wurden in der Klausur mit 5 € angemeldet", "im Kita-Jahr 2031/2032 von 5 €".
 *
 * Never taken for one: what stands directly behind a noun ("Zuwendungen nach der Richtlinie" are such).
 */

import type { Span } from '../document.ts'
import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { MONEY } from './noun-phrase.ts'
import { type Word, wordsOf } from './words.ts'

/** "nach der KGSt-Tabelle", "wofür nach der HOAI": what an amount was taken from, not behind a noun or a number. */
const GROUND = latin(
  oneLine`
    (?<![\p{Lu}\d][^\s,;:]{0,40}\s)(?<=^|\s)(?:[Nn]ach|[Gg]emäß|[Gg]em\.|[Aa]usweislich|[Aa]uf (?:Basis|Grundlage)(?= de[rsn] ))\s
    (?=(?:(?:der|dem|den|des|einer|einem|seiner|ihrer|unserer)\s)?(?!Abzug|Ablauf|Verrechnung|Aufwand|(?<=[Nn]ach\s)\p{Lu}\p{L}*(?<!schätz|rechn|satz|plan|mitteil)ung(?!\p{L}))(?:\p{Ll}{2,}e[nrm]\s){0,2}[„"]?\p{Lu})
  `,
  'gu',
)
const SAYS = /(?:ach|emäß|em\.|usweislich|Basis|Grundlage) /

/** The sentence with such grounds blank, of the same length. */
export function withoutGrounds(sentence: string, amounts: readonly Span[]): string {
  if (!SAYS.test(sentence)) return sentence
  let out = sentence
  for (const found of sentence.matchAll(GROUND)) {
    const from = found.index + found[0].length
    const next = amounts.find(({ start }) => start >= from)?.start ?? sentence.length
    const end = from + groundEnd(wordsOf(sentence.slice(from, Math.min(next, from + MOST))))
    out = out.slice(0, found.index) + ' '.repeat(end - found.index) + out.slice(end)
  }
  return out
}

/** Letters of a ground at most. */
const MOST = 200
/** What begins a phrase that may name the amount. */
const OWN = /^(?:für|je|pro|ab|bis|seit|als|um)$/
const BETWEEN = /^(?:article|adjective|preposition|conjunction)$/

/** Where the noun phrase at the beginning ends, with all its attributes. */
function groundEnd(words: readonly Word[]): number {
  let end = 0
  let quoted = false
  let genitive = false
  for (const [at, word] of words.entries()) {
    const closes = /^[“"»]$/.test(word.text) && quoted
    if (/^[„“"«»]$/.test(word.text)) quoted = !quoted
    if (word.kind === 'noun' && end > 0 && MONEY.test(word.text) && !genitive) break
    if (word.kind === 'noun' || word.kind === 'number' || closes) {
      end = word.end
      genitive = GENITIVE.test(words[at + 1]?.text ?? '')
    } else if (quoted) continue
    else if (!BETWEEN.test(word.kind) || OWN.test(word.text)) break
    else if (word.kind === 'article' && end > 0 && words[at - 1]?.kind === 'noun' && !GENITIVE.test(word.text)) break
  }
  return end
}

const GENITIVE = /^(?:der|des|eines|einer|ihrer|seiner)$/

const WHERE = /^(?:in|im|bei|beim|am|an|zum|zur|unter|auf)$/
/** A verb in small letters whose subject stands before it or behind. */
const AUXILIARY = /^(?:ist|sind|war|waren|wird|werden|wurden?|worden|steht|stehen|standen|würden?)$/u

/** "wurden in der Klausur mit": does the phrase these words end with only say where something was done? */
export function isPlace(words: readonly Word[]): boolean {
  // "würde den Haushalt mit 5 € belasten": what bears it.
  if (words.at(-1)?.text === 'Haushalt' && /^(?:den|unseren)$/.test(words.at(-2)?.text ?? '')) return true
  const verb = words.findLastIndex(({ text }) => AUXILIARY.test(text))
  const [preposition, ...own] = words.slice(verb + 1)
  if (verb < 1 || !WHERE.test(preposition?.text ?? '')) return false
  const nouns = own.filter(({ kind }) => kind === 'noun').length
  return nouns > 0 && own.every(({ kind, text }, at) => isAttribute(own, at, kind, text))
}

/** Article, adjectives and noun, and genitives: no second phrase. */
function isAttribute(own: readonly Word[], at: number, kind: string, text: string): boolean {
  if (kind === 'noun' || kind === 'number') return true
  if (kind === 'adjective') return own[at + 1]?.kind === 'noun' || own[at + 1]?.kind === 'adjective'
  return kind === 'article' && (at === 0 || /^(?:der|des|eines|einer)$/.test(text))
}

/** "Kita-Jahr 2031/2032", "August": nothing but a time. */
const PERIOD =
  /^(?:\p{L}+-)?\p{L}*(?:[Jj]ahre?n?s?|[Mm]onate?n?|[Ss]emester|[Qq]uartal|[Hh]albjahr|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?:\s[\d/–-]+)?$/u

/** "Finanzplan 2031", "Haushalt": where money is planned. */
const PLANNED =
  /^(?:\p{L}*(?:[Hh]aushalts|[Ff]inanz|[Ee]rgebnis|[Ww]irtschafts|[Ii]nvestitions)plan(?:ung|entwurf)?e?s?(?:\s[\d/–-]+)?|[Hh]aushalt\s[\d/–-]+)$/u

/** Is a phrase only when, or where it is planned? */
export function isTimeOrPlan(phrase: string): boolean {
  return PERIOD.test(phrase) || PLANNED.test(phrase)
}
