/**
 * Answers of a form about the funds that are no boxes: "Bereitgestellte Mittel: keine", "Mittel sind veranschlagt: ja",
 * "Mittel stehen zur Verfügung | nein, Nachtrag".
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { IN_PART } from './funds-words.ts'

export type Degree = 'ja' | 'nein' | 'teilweise'

export const NOT = /(?<!\p{L})(?:nicht|keine|kein|keiner)(?!\p{L})/iu

/** "Bisher bereitgestellte Mittel:" with its answer behind it or on the line below. */
const FUNDS_NAMED = latin(
  oneLine`
    (?:
      bereitgestellte|bereitstehende|veranschlagte|verfügbare|vorhandene|eingeplante|eingestellte|
      etatisierte
    )n? (?:\p{L}+ )?\p{L}*mittel(?: im \p{L}+)?\s?:\s*(.*)$|
    ^(?:\d+[.)]\s|[a-z]\)\s)?(?:haushalts|finanz|deckungs)mittel(?: (?:im|in) [^:]{3,40})?\s?:\s*(.+)$
  `,
  'iu',
)

export function namedFunds(question: string, text: string): Degree | undefined {
  if (text.length > 160) return undefined
  const own = FUNDS_NAMED.exec(text)
  const above = own ? undefined : FUNDS_NAMED.exec(question)
  const answer = own ? (own[1] ?? own[2] ?? '') : above && !(above[1] ?? above[2]) ? text : ''
  const words = answer.trim().replace(/[.,;]$/, '')
  if (/^(?:keine|nein|nicht (?:vorhanden|veranschlagt|verfügbar|eingeplant|bereitgestellt))$/iu.test(words))
    return 'nein'
  if (/^teilweise(?: \p{L}+)?$/iu.test(words)) return 'teilweise'
  return /^(?:ja|vorhanden|veranschlagt|verfügbar|eingeplant|stehen (?:zur Verfügung|bereit)|in voller Höhe(?: \p{L}+)?|vollständig(?: \p{L}+)?)$/iu.test(
    words,
  )
    ? 'ja'
    : undefined
}

/** "Mittel sind veranschlagt: ja": an answer without boxes. */
export function plainAnswer(text: string): Degree | undefined {
  const found = /[:?]\s*(ja|nein|teilweise|teilw\.|tlw\.|zum teil|z\. ?t\.)\s*[.,;]?\s*$/iu
    .exec(text)?.[1]
    ?.toLowerCase()
  if (found && IN_PART.test(found)) return 'teilweise'
  if (found !== 'ja' && found !== 'nein') return undefined
  return turned(found, text)
}

/** "Mittel stehen zur Verfügung | nein, Nachtrag": an answer with what is to be said of it. */
export function leadingAnswer(text: string, isFunds: (label: string) => boolean): Degree | undefined {
  const [, label = '', answer = ''] = ANSWERED.exec(text) ?? []
  if (!isFunds(label)) return undefined
  return plainAnswer(`${label}: ${answer}`)
}

const ANSWERED = /^([^\t:?.;☐☒□]{8,79})[\t:?]\s*(ja|nein|teilweise)(?=\s*[,;.(–-])/iu

export function turned(value: 'ja' | 'nein', question: string): Degree {
  if (!NOT.test(question)) return value
  return value === 'ja' ? 'nein' : 'ja'
}
