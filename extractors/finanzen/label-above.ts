/**
 * The label of amounts that have no words on their own lines, in the block above them: "Gesamtkosten:" or a short title,
 * lines of names, the beginning of a sentence set over several blocks.
 */
import { type Amount, readMoney } from '../../src/parse/money.ts'
import { phrasesOf } from '../../src/parse/phrase.ts'
import { sentenceAt } from '../../src/parse/sentence.ts'
import type { Placed } from './blocks.ts'
import { ANSWER, isProse } from './line-label.ts'
import { stackedLabel } from './stacked-labels.ts'

/** How an amount falls due or is meant, as the head of a column: no name of what it is. */
const HOW =
  /^\(?(?:einmalig|dauerhaft|befristet|unbefristet|laufend|jährlich|monatlich|brutto|netto|davon|ergebniswirksam|investiv|konsumtiv|in|EUR|Euro|€)(?:[\s,/:]+(?:einmalig|dauerhaft|befristet|jährlich|EUR|Euro|€))*\)?:?$/iu

/** "Gesamtkosten:" or a short title alone in the block above, where no words stand before the amount. */
export function labelAbove(
  text: string,
  amounts: readonly Amount[],
  amount: Amount,
  above: Placed | undefined,
): string | undefined {
  const stacked = above && stackedLabel(text, amounts, amount, above.text)
  if (stacked !== undefined) return stacked ?? undefined
  if (!above || above.text.length > 120 || readMoney(above.text).amounts.length) return undefined
  if (
    /\p{L}{2}/u.test(
      text.slice(0, amount.start).replace(/(?:ca|rund|etwa|EUR|Euro|TEUR|in voller Höhe|teilweise)/gu, ''),
    )
  )
    return undefined
  const lines = above.text.split('\n').map((line) => line.trim())
  const lower = /^[\p{Ll}(]/u.test(lines.at(-1) ?? '') && lines.length > 1
  const printed = (lower ? lines.slice(-2).join(' ') : (lines.at(-1) ?? '')).replace(/(?<=\p{L}|\))\*+$/u, '')
  const last = printed.replace(ANSWER, '')
  if (last !== printed && /\p{L}{3}/u.test(last)) return last.replace(/^\d+[.)]\s/, '')
  const ended =
    /[.;!?,]$/.test(last) && !/(?:^|\s)(?:etc|usw|lfd|brutto|netto|u\.\s?a|o\.\s?ä|inkl\. MwSt)\.$/iu.test(last)
  if (!/\p{L}{3}/u.test(last) || /^\(/.test(last) || HOW.test(last) || ended || isProse(last)) return undefined
  return last.replace(/\s*:$/, '').replace(/^\d+[.)]\s/, '')
}

/** A sentence set over several blocks: "… wird auf" / "5 €" / "festgesetzt". */
export function phraseAbove(text: string, amount: Amount, above: Placed | undefined): string | undefined {
  if (!above || /[.:;!?]\s*$/.test(above.text) || /\p{L}{3}/u.test(text.slice(0, amount.start))) return undefined
  const sentence = sentenceAt(above.text, above.text.length - 1, { start: 0, end: above.text.length })
  const words = `${above.text.slice(sentence.start, sentence.end)} `
  if (!isProse(words)) return undefined
  const at = { start: words.length, end: words.length + amount.end - amount.start }
  return phrasesOf(words + text.slice(amount.start, amount.end), [at])[0]
}
