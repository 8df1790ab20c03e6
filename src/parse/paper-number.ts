/**
 * Reference numbers of council papers: what a number looks like, and which numbers in a text are some.
 *
 * Three ways to be one: a shape no other number has (`VO/2024/13683-02`, `19-24/V 01234`); a word before it that says
 * so (`Drucksache 107/21`, `Vorlage Nr. 1774`); the shape of the paper's own number.
 * Never guesses: years (`2022/23`), dates, laws (`(EU) 2016/679`), budget and land numbers and bare digits are none;
 * papers of Bundestag, Bundesrat and Landtag are not the council's.
 */

import type { Span } from '../document.ts'
import { isYear } from '../years.ts'
import { latin } from './latin.ts'
import {
  BEFORE_DIVIDER,
  BEHIND_DATE,
  BEHIND_WORD,
  DATED,
  DIVIDER,
  END,
  FREE,
  FURTHER,
  HOUSE_BEFORE,
  HOUSE_BEHIND,
  LAW,
  LETTERED,
  MORE,
  NOT_BEFORE,
  OF_DAY,
  OTHER_PREFIX,
  WHOLE,
  WORD_SIGN,
  YEAR,
} from './paper-number-shapes.ts'
import { matchesAtWords, matchesNear } from './word-search.ts'

/** A number within a text. */
export interface FoundNumber extends Span {
  /** As printed, white space folded. */
  readonly number: string
}

/**
 * Could a labelled value be the number of a paper?
 *
 * @param text
 *   Value as printed behind its label (example: `2018/0167`, `K 2026/0725`, `1774`).
 */
export function isPaperNumber(text: string): boolean {
  const value = text.trim()
  if (value.length > 40 || !/\d/.test(value) || /^\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?$/.test(value)) return false
  if (/^\d{1,2}[.)]?$/.test(value)) return false
  if (
    !/^(?:\p{Ll}?\p{Lu}\p{L}{0,5}|\d+|\p{Lu}{1,4}\d+|\d+\p{Lu})(?:(?: ?[/.–-] ?| )(?:\p{Lu}{1,6}\d{0,4}|\d+\p{L}?|\(\d{1,2}\))){0,6}(?:(?:\. ?|-)(?:Erg|Änd|Neuf)\p{L}{0,8}\.?)?$/u.test(
      value,
    )
  )
    return false
  return /\d{3}/.test(value) || /\d ?[/–-] ?[\p{Lu}\d]|\p{Lu}\/\d/u.test(value)
}

/**
 * Could a token that stands by itself in a letterhead be the number of the paper?
 *
 * Wider than a shape of its own (`23-21388-01`, `GD 287/23`, `123/2023`), narrower than a labelled value: it needs a
 * divider and a running number of three digits, and is no telephone number and no unit (`IV/51/512`).
 */
export function isLetterheadNumber(text: string): boolean {
  const value = text.trim()
  if (isOwnShape(value)) return true
  if (!isPaperNumber(value) || isYears(value) || OTHER_PREFIX.test(value) || !/\d ?[/-]|\p{L}[/ -]?\d/u.test(value))
    return false
  if (/^\d{4}\/[IVX]{1,5}$/.test(value)) return true
  const groups = value.match(/\d+/g) ?? []
  if (groups.length < 2 || /^0\d{2,4} ?[/-] ?(?!20\d\d$)\d{3,}/.test(value)) return false
  if (!/[/-]/.test(value) || /^\d{5} /.test(value)) return false
  const year = (group: string): boolean => /^(?:20\d\d|[1-3]\d)$/.test(group)
  return (
    groups.some((group) => group.length >= 4 && !/^20\d\d$/.test(group)) ||
    (groups.some(year) && groups.some((group) => group.length === 3))
  )
}

/** Is a token the number of a paper by its shape alone? */
export function isOwnShape(text: string): boolean {
  const number = text.trim()
  return WHOLE.test(number) && !isYears(number) && !OTHER_PREFIX.test(number)
}

/**
 * Every number of a council paper in a text, in order.
 *
 * @param own
 *   The number of the paper itself, if known: numbers of its shape count, too.
 */
export function findPaperNumbers(text: string, own?: string): FoundNumber[] {
  const found = new Map<number, FoundNumber>()
  const taken = new Set<number>()
  const add = (at: number, printed: string, sure = false): void => {
    const number = printed.replace(/\s+/g, ' ').trim()
    const before = text.slice(Math.max(0, at - 40), at)
    if (NOT_BEFORE.test(before) || isYears(number) || (!sure && OTHER_PREFIX.test(number))) return
    if (/^\/(?:EG|EU|EWG)|^ ?(?:€|EUR|Euro|%|m²|qm)/u.test(text.slice(at + printed.length, at + printed.length + 8)))
      return
    const end = at + printed.trimEnd().length
    if (taken.has(at) || taken.has(end - 1)) return
    for (let offset = at; offset < end; offset++) taken.add(offset)
    found.set(at, { number, start: at, end })
  }
  const shape = own ? shapeOf(own) : undefined
  const ofShape = (): void => {
    if (shape) for (const match of text.matchAll(shape)) add(match.index, match[0], /^\p{Lu} \d/u.test(match[0]))
  }
  // With letters of its own the shape says most; without, words and letters before a number say more.
  const lettersFirst = own !== undefined && /^\p{Lu}/u.test(own)
  if (lettersFirst) ofShape()
  for (const match of matchesAtWords(text, WORD_SIGN, BEHIND_WORD)) {
    const { word = '', label = '', number = '' } = match.groups ?? {}
    // `DSW 21` begins like `DS`, and is a name.
    if (!label && /^\p{L}/u.test(number) && word.length + number.length === match[0].length) continue
    const plain = (printed: string): boolean => isPlain(own, word, printed)
    if (
      !(isNamed(word, label, number) || plain(number)) ||
      isOtherHouse(text, match.index, match.index + match[0].length, number)
    )
      continue
    // `DS0214/23`: letters set directly before the digits are part of the number.
    const glued = /^\p{Lu}{1,3}$/u.test(word) && word.length + number.length === match[0].length
    // `DS I (A) 0412`: so are they before a part that is not counted.
    const parted = /^\p{Lu}{1,3}$/u.test(word) && /^[IVX]+ ?\(/.test(number)
    let at = glued || parted ? match.index : match.index + match[0].length - number.length
    // Right behind the word even letters that mean something else elsewhere are the house's own (`Vorlage VG/12/2031`).
    add(
      at,
      glued ? word + number : parted ? match[0] : number,
      /orlage|rucksach/.test(word) && /^\p{Lu}{2,5}\/\d+\/\d+/u.test(number),
    )
    let end = match.index + match[0].length
    for (let turn = 0; turn < 20; turn++) {
      const next = FURTHER.exec(text.slice(end, end + 60))
      const more = next?.groups?.number
      if (!next || !more || !(isNamed(word, label, more) || plain(more))) break
      at = end + next[0].length - more.length
      add(at, more)
      end += next[0].length
    }
  }
  if (/Antr|Anfrage/.test(text))
    for (const match of text.matchAll(OF_DAY)) {
      const number = match.groups?.number ?? match.groups?.behind ?? ''
      add(match.index + match[0].length - number.length, number)
    }
  const laws = lawsIn(text)
  for (const match of matchesNear(text, DIVIDER, BEFORE_DIVIDER, FREE))
    if (!laws.has(match[0].replace(/^VO\s?/, ''))) add(match.index, match[0])
  const lettered = DATED.test(text) ? [...text.matchAll(BEHIND_DATE)] : []
  for (const match of lettered) {
    const { number = '' } = match.groups ?? {}
    add(match.index + match[0].length - number.length, number, true)
  }
  if (lettered.length > 0) for (const match of text.matchAll(LETTERED)) add(match.index, match[0])
  if (!lettersFirst) ofShape()
  return [...found.values()].sort((a, b) => a.start - b.start)
}

/** The same number, however it is spaced, with or without its word. */
export function numberKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‐‑–—−]/g, '-')
    .replace(/^(?:DRUCKSACHEN?|VORLAGEN?|DS|DRS\.?|NR)[\s.:-]*(?:NR\.?)?\s*/u, '')
    .replace(/\s+/g, '')
}

/** "Der Bundestag hat in Drucksache 20/1234 …", "(Drucksache 20/1234) des Bundestags": a paper of a parliament. */
function isOtherHouse(text: string, start: number, end: number, number: string): boolean {
  if (!/^\d{1,2}\/\d{1,6}$/.test(number)) return false
  return HOUSE_BEFORE.test(text.slice(Math.max(0, start - 100), start)) || HOUSE_BEHIND.test(text.slice(end, end + 60))
}

/** "(EG) Nr. 1370/2007 (im Folgenden: VO 1370/2007)": numbers a paper shows to be laws of the European Union. */
function lawsIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(LAW), ([, number = '']) => number))
}

/** Does a word before it make this a number of a paper? Digits alone need "Nr." and the word for a paper. */
function isNamed(word: string, label: string, number: string): boolean {
  // "Antrag SPD 14" names who asks.
  if (/^\p{Lu}{2,5} \d{1,3}$/u.test(number) && !/[nN]/.test(label)) return false
  if (/eschl(?:uss|üsse)$/.test(word)) return /[nN]/.test(label) && /\d[/-]\d/.test(number)
  if (/^\d{1,2}[/-]\d{1,2}$/.test(number)) return /[nN]|:/.test(label) || /rucksach|^D/.test(word)
  if (/\d[/-]\d|[/ -]\d|\d\//.test(number)) return /\d/.test(number)
  if (/^\d{3}\.\d{2}\.\d{2,5}$/.test(number)) return /orlage|rucksach|ntr|nfrag|^D/.test(word)
  if (/^20\d{6}$/.test(number) && /orlage|rucksach|ntr|nfrag/.test(word)) return true
  return (
    /[nN]/.test(label) &&
    /^(?:\d{3,6}|\d{7}[A-Z]{0,3}\d{0,2})$/.test(number) &&
    !isYear(number) &&
    /orlage|rucksach|^D|ORLAGE|RUCKS/.test(word)
  )
}

/** Where the paper's own number is digits alone, as many behind a word for a paper are another's. */
function isPlain(own: string | undefined, word: string, number: string): boolean {
  if (!own || !/^\d{4,6}$/.test(own) || number.length !== own.length || !/^\d+$/.test(number)) return false
  return !isYear(number) && /orlage|rucksach|ntr[aä]g|nfrag|^D/.test(word)
}

/** A pair of years or a month with its year, perhaps with a word: `2022/23`, `2022/2023`, `DHH 2024/2025`, `12/2024`. */
function isYears(number: string): boolean {
  const pair = /^(?:\p{L}+[ -])?(?<a>(?:19|20)\d\d)\/(?<b>\d{2}(?:\d\d)?)$/u.exec(number)
  if (pair) {
    const { a = '', b = '' } = pair.groups ?? {}
    const gap = b.length === 2 ? (Number(b) - Number(a.slice(2)) + 100) % 100 : Number(b) - Number(a)
    return gap > 0 && gap <= 15 && Number(b) < 2100
  }
  return /^(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d$/.test(number)
}

/** The letters a house puts before its numbers: another kind of paper has others (`BV-V/`, `AF/`). */
const LETTERS = /^\p{Lu}{1,5}(?:[-.]\p{Lu}{1,5}){0,2}(?=[/ -]\d+[/-]\d)/u
const ANY_LETTERS = String.raw`[A-ZÄÖÜ]{1,5}(?:[-.][A-ZÄÖÜ]{1,5})?(?:-[A-ZÄÖÜäöün]{1,2})?`

/** The pattern of all numbers built like this one; `undefined` if it is too plain to be told from other numbers. */
function shapeOf(own: string): RegExp | undefined {
  // A letter for the term of office, or the year, and a running number.
  if (/^\p{Lu} \d{4}$/u.test(own))
    return /(?<![\p{L}\d/.,§-]|\d )\p{Lu}\s(?!20)\d{4}(?![\p{L}\d/-]|[.,]\d| ?(?:€|EUR))/gu
  if (/^20[0-4]\d{5}$/.test(own)) return /(?<![\p{L}\d/.,§_-]|\d )20[0-4]\d{5}(?![\p{L}\d/-]|[.,_]\d)/gu
  const core = own
    .trim()
    .replace(/(?<=\d{2})(?:[-/.]\d{1,3})+$/u, (tail) =>
      /\d/.test(own.slice(0, -tail.length)) && /[/-]/.test(own.slice(0, -tail.length)) ? '' : tail,
    )
  if (!/[/-]/.test(core) || !/\d/.test(core)) return undefined
  const letters = LETTERS.exec(core)?.[0] ?? ''
  const parts = core.slice(letters.length).match(/\d+|\p{L}+|./gu) ?? []
  const body = parts.map((part, at) => {
    // The letters at the end say what kind of paper it is ("24/2377-KA").
    if (at === parts.length - 1 && parts[at - 1] === '-' && /^[A-ZÄÖÜ]{1,3}$/.test(part)) return '[A-ZÄÖÜ]{1,3}'
    // Roman figures behind the year name a department.
    if (at > 2 && /^[IVX]{1,5}$/.test(part)) return '[IVX]{1,5}'
    if (/^\d+$/.test(part)) {
      if (new RegExp(`^${YEAR}$`).test(part)) return YEAR
      return `\\d{${Math.max(1, part.length - (part.length > 3 ? 1 : 0))},${part.length + (part.length > 2 ? 1 : 0)}}`
    }
    if (/^\p{L}+$/u.test(part)) return part.replace(/[^\p{L}]/gu, '')
    return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  })
  return latin(String.raw`(?<![\p{L}\d/.,§-]|§ ?|\d )${letters && ANY_LETTERS}${body.join('')}${MORE}${END}`, 'gu')
}
