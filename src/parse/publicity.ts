/**
 * Whether something is public, as printed: `öffentlich`, `-nicht öffentlich-`, `Ö`, `N`, `nö`.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { remembering } from './remember.ts'

export type Publicity = 'oeffentlich' | 'nichtoeffentlich'

const PUBLIC = /^(?:öffentliche?[rs]?|öff\.?|ö)(?: (?:Sitzung|Teil|Vorlage|Beratung))?$/iu
const CLOSED =
  /^(?:nicht[- ]?öff(?:entliche?[rs]?|\.)?|vertraulich|n\.? ?ö\.?|n|nö)(?: (?:Sitzung|Teil|Vorlage|Beratung))?$/iu

/** The words of a line, longest first, that say whether something is public; letters alone only where a column holds them. */
export const PUBLICITY_WORDS = String.raw`(?:[Nn]icht[- ]?öffentlich|[Öö]ffentlich|[Nn]ichtöff\.?|öff\.|nö|NÖ|Ö|N)`

/**
 * Read a cell that says whether something is public.
 *
 * @returns
 *   `undefined` if it says something else.
 */
export const publicityOf = remembering((text: string): Publicity | undefined => {
  const bare = text.trim().replace(/^[-–(\s]+|[-–)\s]+$/g, '')
  return CLOSED.test(bare) ? 'nichtoeffentlich' : PUBLIC.test(bare) ? 'oeffentlich' : undefined
})

/**
 * Whether a line says that its paper is public: `Öffentliche Beschlussvorlage`, `zur Behandlung in nichtöffentlicher
 * Sitzung`, `Öffentliche Sitzung`. Where it says so, the word and its place within the line.
 */
export function publicityWithin(line: string): { value: Publicity; start: number; end: number } | undefined {
  if (line.length > 110) return undefined
  const match = SAID.exec(line)
  if (!match) return undefined
  const word = match[2] ?? ''
  const start = match.index + (match[1] ?? '').length
  const answer = ANSWER.exec(line.slice(start))?.groups?.answer
  const closed = /^nicht/i.test(word) !== /^nein$/i.test(answer ?? '')
  return { value: closed ? 'nichtoeffentlich' : 'oeffentlich', start, end: start + word.length }
}

/** Is a line a question about it with its answer: `Beratung in öffentlicher Sitzung: nein`? */
export function isAnswered(line: string): boolean {
  const said = publicityWithin(line)
  return said !== undefined && ANSWER.test(line.slice(said.start))
}

const ANSWER = /^[\p{L}-]+(?: \p{L}+){1,2} ?[:?] ?(?<answer>ja|nein)(?!\p{L})/iu

const SAID = latin(
  oneLine`
    (^[-–(\s]*|(?:^|[\s(])(?:in|zur|für die|einer) )((?:nicht[- ]?)?öffentliche[rnms]?)(?= (?:
        \p{L}*[Ss]itzung|\p{L}*[Vv]orlage|\p{L}*[Dd]rucksache|\p{L}*[Bb]ehandlung|\p{L}*[Bb]eratung|Anfrage|
        Antrag|Mitteilung|Bekanntgabe|Teil|Sitzungsteil
      )(?!\p{L})
    )
  `,
  'iu',
)

const BOX = String.raw`(?<box>[☐☒☑✓□■]|\[[ xX]\]|\([ xX]\))`
const OPTION = String.raw`(?<word>(?:nicht[- ]?)?öffentlich)(?!\p{L})`
const BEFORE = latin(`${BOX}\\s*${OPTION}`, 'giu')
const BEHIND = latin(`${OPTION}\\s*${BOX}`, 'giu')

/**
 * Which of two boxes on a line is crossed: `☒ öffentlich ☐ nichtöffentlich`, `öffentlich [x] nicht öffentlich [ ]`.
 *
 * @returns
 *   `undefined` unless both answers are there and exactly one is crossed.
 */
export function publicityChosen(line: string): { value: Publicity; start: number; end: number } | undefined {
  const pattern = /^\s*(?:[☐☒☑✓□■]|[[(])/u.test(line) ? BEFORE : BEHIND
  const options = [...line.matchAll(pattern)]
  const crossed = options.filter(({ groups }) => /[☒☑✓■xX]/.test(groups?.box ?? ''))
  const [only] = crossed
  const word = only?.groups?.word
  if (options.length !== 2 || crossed.length !== 1 || !only || !word) return undefined
  const start = only.index + only[0].indexOf(word)
  return { value: /^nicht/i.test(word) ? 'nichtoeffentlich' : 'oeffentlich', start, end: start + word.length }
}
