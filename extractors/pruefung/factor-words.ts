/**
 * The words that say how much more or less: "2,5-mal so hoch", "verdoppelt", "dreifach", "um 20 %", "(+6,6 %)",
 * "Steigerung von 12 Prozent".
 */

import type { Span } from '../../src/document.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'

export interface Factor extends Span {
  readonly value: number
  /** One unit of the last printed digit; words are taken to the half. */
  readonly ulp: number
  /** Printed as approximate. */
  readonly about: boolean
  readonly printed: string
}

export interface Percent extends Factor {
  readonly signed: boolean
  /** Printed as a change ("um 5 %", "Anstieg von 5 %"), not merely as a percentage in brackets. */
  readonly changes: boolean
}

const ABOUT =
  /(?:rund|ca\.?|etwa|circa|rd\.|knapp|über|fast|nahezu|mehr als|annähernd|gut|mindestens|bis zu|ungefähr|~|weniger als|maximal)\s*(?:das\s|um\s|auf\s)?\s*$/iu
const TIMES =
  /(?<![\p{L}\d,.])(?<number>\d{1,3}(?:,\d{1,2})?)[-\s]?(?:mal|Mal|fach)\s+(?:so|höher|größer|mehr)(?!\p{L})/gu
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/(?<!\p{L})(?:verdoppel(?:t|te|ten|n)|doppelt so (?:hoch|viel|groß)\p{L}*)(?!\p{L})/gu, 2],
  [/(?<!\p{L})(?:verdreifach(?:t|te|ten|en)|dreimal so (?:hoch|viel|groß)\p{L}*)(?!\p{L})/gu, 3],
  [/(?<!\p{L})(?:vervierfach(?:t|te|ten|en)|viermal so (?:hoch|viel|groß)\p{L}*)(?!\p{L})/gu, 4],
]
const PERCENT = latin(
  oneLine`
    (?:
      (?<change>
        (?<!\p{L})um|
        (?:
          Steigerung|Erhöhung|Anstieg|Rückgang|Zunahme|Abnahme|Reduzierung|Minderung|Plus|Minus|Senkung|
          Zuwachs
        )(?:s|es)? (?:von|um)
      )\s+|
      \(\s?|bzw\.\s+
    )
    (?<about>
      (?:rund|ca\.|etwa|knapp|über|fast|gut|mehr als)\s+
    )?(?<sign>[+\-–−]\s?)?(?<number>\d{1,4}(?:,\d{1,2})?)\s?(?:%|Prozent)(?!\p{L}|-)
  `,
  'gu',
)

export function factorsIn(words: string): Factor[] {
  const printed = [...words.matchAll(TIMES)].map((match): Factor => {
    const number = match.groups?.number ?? ''
    const decimals = /,(\d+)/.exec(number)?.[1]?.length ?? 0
    return factorAt(words, match, Number(number.replace(',', '.')), 1 / 10 ** decimals)
  })
  const named = WORDS.flatMap(([pattern, value]) =>
    [...words.matchAll(pattern)].map((match) => factorAt(words, match, value, 0.5)),
  )
  return [...printed, ...named]
}

function factorAt(words: string, match: RegExpMatchArray, value: number, ulp: number): Factor {
  const start = match.index ?? 0
  const about = ABOUT.test(words.slice(Math.max(0, start - 20), start))
  return { start, end: start + match[0].length, value, ulp, about, printed: match[0] }
}

export function percentsIn(words: string): Percent[] {
  return [...words.matchAll(PERCENT)].map((match) => {
    const { change, about, sign = '', number = '' } = match.groups ?? {}
    const decimals = /,(\d+)/.exec(number)?.[1]?.length ?? 0
    const lead = match[0].length - match[0].slice(match[0].search(/[+\-–−]\s?\d|\d/u)).length
    const start = match.index + lead
    const end = match.index + match[0].length
    return {
      ...{ start, end, ulp: 1 / 10 ** decimals, about: about !== undefined, printed: words.slice(start, end) },
      value: Number(number.replace(',', '.')) * (/[-–−]/u.test(sign) ? -1 : 1),
      signed: sign !== '',
      changes: change !== undefined,
    }
  })
}
