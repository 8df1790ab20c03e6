/**
 * Numbers of posts (Stellennummern): "Planstelle 4711", "Stellennummer 120.0300.004", "(4711, 4712)" behind a role.
 *
 * Two steps. First what a cue word names: Planstelle, Stelle, Stellennummer. What such a number looks like (its shape:
 * every digit a 9) is thereby established for this paper. Then numbers of an established shape count without a cue, but
 * only in brackets behind a word, at the head of a list line, behind a post of the same list ("4711-01 (Pflege) und
 * 4711-02 (Küche)"), or, if the shape has three groups, anywhere. What could be a date ("20.2.11") counts only behind a
 * cue, and only if another number of the paper establishes its shape.
 *
 * Never guesses: years, dates, telephone, budget and account numbers, and numbers of places (Dienststelle, Messstelle,
 * Kostenstelle) are none.
 *
 * Reads: one searchable text (`viewOf`, line breaks kept apart by the caller where lists matter).
 */

import type { Span } from '../document.ts'
import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { viewOf } from './staffing-view.ts'
import { matchesNear } from './word-search.ts'

export interface PostNumber extends Span {
  readonly nummer: string
  /** How it was recognised: a cue word, a bracket, the head of a list line, the post listed before, its shape alone. */
  readonly by: 'cue' | 'bracket' | 'line' | 'list' | 'shape'
  /** Where the cue word or bracket begins. */
  readonly from: number
  /** Where the cue, bracket or list of numbers ends. */
  readonly to: number
  /** The cue word as printed, or empty. */
  readonly cue: string
}

/** Capitals before the digits ("B 204711") are part of the number; those of a pay group ("A 13/14") are not. */
const LETTERS =
  '(?:(?<![\\p{L}\\d])(?:[A-Z]{1,3}[ -]?(?=\\d{4}|\\d{1,4}[./-]\\d{3})|(?!EG|KR|TV)[A-ZÄÖÜ]{2,4}[ -]?(?=\\d{1,4}[./-]\\d{2})))?'
const NUMBER = `${LETTERS}(?:\\d{1,3}[./]\\d{1,3} - \\d{3,6}|\\d{1,6}(?:[./-]\\d{1,5}){1,4}|\\d{3,8})[a-z]?`
const NEXT = `(?:(?: ?[,;/] ?| und | bis | bzw\\.? | sowie | oder )(?:(?:Nr\\. |Stelle )?)${NUMBER}(?![\\p{L}\\d]|[.,/]\\d))*`
const END = '(?![\\p{L}\\d%]|[.,:/-]\\d| ?(?:€|EUR|Euro|TEUR|VZ|Std|Stunden|Uhr|Meter|Mio|Prozent|%))'
const CUE = new RegExp(
  `(?<![\\p{L}\\d-])(?<cue>(?:\\p{Lu}[\\p{L}-]{0,40})?[Ss]tellen?(?:plan(?=[ -]?[Nn](?:r|umm)))?)(?<label>-?(?:[Nn]ummern?|[Nn]rn?\\.?)| (?:mit (?:der|den) )?(?:Nummern?|Nrn?\\.?)| ?-? ?ID)?(?<gap>[ :]{0,3}\\(?|\\) ?)(?<numbers>${NUMBER}${NEXT})${END}`,
  'uy',
)
/** Every cue holds this, with its number close behind and no more than so many letters before. */
const CUE_SIGN = /telle(?=\D{0,30}\d)/g
const BEFORE_SIGN = 44
const BRACKET = latin(`(?<=[\\p{L}.\\])»”“"] {0,4})\\((?<numbers>${NUMBER}${NEXT})\\)`, 'gu')
const LINE = latin(
  `(?<=^|\\n)[ \\t]*(?:[-–•▪■·o*] {0,3})?(?<numbers>${NUMBER}(?: ?/ ?${NUMBER})*)(?: [–-] |: )(?=\\p{Lu})`,
  'gu',
)
const LIST = latin(
  `(?<=\\)(?:[,;]| und| bzw\\.?| sowie| oder) {1,3})(?<numbers>${NUMBER}${NEXT})(?= {1,3}\\(\\p{Lu})`,
  'gu',
)
const GROUPS = latin(`(?<![\\p{L}\\d./,-])(?<numbers>${NUMBER})${END}`, 'gu')
const ONE = latin(NUMBER, 'gu')

const NO_POST = latin(
  oneLine`
    ^(?:
      anlauf|außen|bau|beratungs|dienst|finanz|geschäfts|halte|haushalts|haupt|hilfskosten|kassen|kontakt|
      koordinierungs|kosten|lade|leit|lese|liege|melde|mess|nebenkosten|ort|park|pass|prüf|sammel|schnitt|
      tank|übergabe|unfall|unterhaushalts|verkaufs|wertstoff|zweig|einlege|entnahme|einleit|zähl
    )\p{L}*stelle
  `,
  'iu',
)
const OTHER_BEFORE = latin(
  /(?<!\p{L})(?:Tel(?:efon|\.)?|Fax|Durchwahl|Konto|Kostenstelle|Produkt|PSP|IBAN|Drucksache|Vorlage|Nr\. der|Flurst\p{L}*|Kontierung\p{L}*|Sachkonto|Kostenträger|Zimmer|Raum|§|Art\.)[ .:-]{0,3}(?:\p{L}+ )?$/iu,
)

/** Is this the head of a column of post numbers? */
export function isPostNumberHead(head: string): boolean {
  return /^(?:lfd\.? ?nr\.? )?(?:(?:plan|soll)?-?stellen?(?:plan)?|(?:pl(?:an)?\.?-?)?st(?:pl|elle)?\.?|plst\.?|dienstposten)[ .-]*(?:nummern?|nr\.?|id|kennung|kennziffer|zeichen)$|^(?:nr\.?|nummer) der (?:plan)?stellen?$|^(?:nr\.?|nummer) (?:im )?stellenplan$/i.test(
    head,
  )
}

/** Which column holds post numbers: by its head, or below "Planstelle" by its cells; -1 if none does. */
export function postColumnOf(rows: readonly (readonly { readonly text: string }[])[], headRows: number): number {
  const heads = (headRows > 0 ? rows[headRows - 1] : undefined)?.map(({ text }) => viewOf(text).trim()) ?? []
  const named = heads.findIndex((head) => isPostNumberHead(head))
  return named >= 0
    ? named
    : heads.findIndex((head, c) => {
        if (!/^(?:Planstellen?(?:\(n\))?|Stellen?(?:\(n\))?|Dienstposten)$/u.test(head)) return false
        const cells = rows.slice(headRows).map((row) => viewOf(row[c]?.text ?? '').trim())
        // The last row may be a sum.
        const filled = cells.filter((cell, at) => cell && (at < cells.length - 1 || /\d/.test(cell)))
        const numbers = filled.flatMap((cell) => cell.split(/, ?/))
        return (
          numbers.length > 0 && numbers.every((cell) => /\d{3}/.test(cell) && isPostNumberCell(cell) && !isYear(cell))
        )
      })
}

/** Can this be the number of a post, in a column headed as such? */
function isPostNumberCell(text: string): boolean {
  return /^(?=.*\d)[\p{L}\d][\p{L}\d./ -]{1,20}$/u.test(text)
}

const LONGEST_CELL = 120

/** The numbers of one cell: one, a list ("4711.01, 4711.02"), or the two ends of a range. */
export function postNumbersOfCell(text: string): { nummer: string; at: number }[] {
  if (text.length > LONGEST_CELL) return []
  const stacked = [...text.matchAll(/\S+/gu)].map((match) => ({ nummer: match[0], at: match.index }))
  if (stacked.length > 1 && areAlike(stacked.map(({ nummer }) => nummer))) return stacked
  const parts = [...text.matchAll(/[^\s,;]+(?: [^\s,;]+)*?(?=\s*(?:[,;]|$|\s(?:bis|und|sowie|[-–])\s)|[,;])/gu)]
    .map((match) => ({
      nummer: match[0].replace(/^(?:bis|und|sowie|[-–])\s+/u, ''),
      at: match.index + match[0].length,
    }))
    .map(({ nummer, at }) => ({ nummer, at: at - nummer.length }))
  const [first] = parts
  const alike =
    first !== undefined &&
    parts.every(({ nummer }) => /\d{2}/.test(nummer) && shapeOf(nummer) === shapeOf(first.nummer))
  if (parts.length > 1 && alike && /\d[./-]\d|\d{4}/.test(first.nummer)) return parts
  return isPostNumberCell(text) ? [{ nummer: text, at: 0 }] : []
}

/** Numbers of several groups and one shape, one below the other ("514.14.003 514.14.012"). */
function areAlike(numbers: readonly string[]): boolean {
  const [first = ''] = numbers
  return (
    /^(?=.*\d{3})[\p{L}\d]+(?:[./-]\d+)+$/u.test(first) && numbers.every((nummer) => shapeOf(nummer) === shapeOf(first))
  )
}

/** All post numbers of a text, in reading order; `known` are shapes established elsewhere in the paper. */
export function postNumbersIn(text: string, known: ReadonlySet<string>): PostNumber[] {
  const found = cuedNumbersIn(text, known)
  // all others count by a shape that is known
  if (known.size === 0) return found
  for (const [pattern, by] of [
    [BRACKET, 'bracket'],
    [LINE, 'line'],
    [LIST, 'list'],
    [GROUPS, 'shape'],
  ] as const) {
    const taken = [...found]
    for (const match of text.matchAll(pattern)) {
      if (OTHER_BEFORE.test(text.slice(Math.max(0, match.index - 30), match.index))) continue
      const numbers = numbersOf(match, by, '').filter(
        ({ nummer, start }) =>
          known.has(shapeOf(nummer)) &&
          !isYear(nummer) &&
          !isDate(nummer) &&
          (by !== 'shape' || groupsOf(nummer) > 2) &&
          !taken.some((other) => start < other.end && other.start <= start),
      )
      found.push(...numbers)
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Those a cue word names; `known` as above. */
export function cuedNumbersIn(text: string, known: ReadonlySet<string> = new Set()): PostNumber[] {
  if (!text.includes('telle')) return []
  const found: PostNumber[] = []
  const dates: PostNumber[] = []
  for (const match of matchesNear(text, CUE_SIGN, BEFORE_SIGN, CUE)) {
    const { cue = '', label = '', gap = '' } = match.groups ?? {}
    if (NO_POST.test(cue)) continue
    // "an der Stelle 4711" is a place.
    if (label === '' && /^Stellen?$/.test(cue) && isPlace(text, match.index)) continue
    const named = label !== '' || /^Planstellen?$/.test(cue)
    const compound = !/^(?:Plan)?[Ss]tellen?$/.test(cue)
    if (compound && !label && !gap.includes('(')) continue
    for (const number of numbersOf(match, 'cue', cue)) {
      const plain = !/[./-]/.test(number.nummer)
      const digits = number.nummer.replace(/\D/g, '').length
      if (!named && /^[A-Z]/.test(number.nummer)) continue
      if (isYear(number.nummer) && (label === '' || !plain)) continue
      if (plain && !named && digits < 4) continue
      const least = /^\p{Lu}/u.test(number.nummer) ? 3 : 4
      const surely = named || groupsOf(number.nummer) > 2 || isSpokenOf(text, number)
      const enough = surely ? least : isRange(number.nummer) ? MOST : 6
      if (!plain && digits < enough && !known.has(shapeOf(number.nummer))) continue
      if (compound && !label && plain) continue
      if (isDate(number.nummer)) dates.push(number)
      else found.push(number)
    }
  }
  const shapes = new Set([...known, ...found.map(({ nummer }) => shapeOf(nummer))])
  const alike = dates.filter(({ nummer }) => groupsOf(nummer) > 2 && shapes.has(shapeOf(nummer)))
  return [...found, ...alike].sort((a, b) => a.start - b.start)
}

/** "an der Stelle 4711" is a place, "der Sperrvermerk an der Stelle 4711" speaks of a post. */
function isPlace(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  return (
    /(?<!\p{L})[Aa]n (?:der|den|dieser|diesen|mehreren|allen) $/u.test(before) &&
    !/(?:[Vv]ermerke?|[Ss]perren?)(?!\p{L})[^.;]{0,30}$/u.test(before)
  )
}

/** Do the words around a number with two short groups ("68-114") speak of a post: its name, its pay, how it stands? */
function isSpokenOf(text: string, { start, nummer, to }: PostNumber): boolean {
  const behind = text.slice(to, to + 90)
  if (/^ ?(?:\((?!siehe|vgl|s\.)\p{Lu}\p{L}{2}|[„"»“]\p{Lu})/u.test(behind)) return true
  if (isRange(nummer)) return false
  const before =
    text
      .slice(Math.max(0, start - 60), start)
      .split(/[.;] /u)
      .at(-1) ?? ''
  return OF_POST.test(`${before} ${behind.split(/[.;] /u)[0] ?? ''}`)
}

/** "Stellen 100-150" may be a range. */
function isRange(nummer: string): boolean {
  const [low = '', high = ''] = nummer.split('-')
  return low.length === high.length && Number(low) < Number(high)
}

/** More digits than a number has. */
const MOST = 99

const OF_POST =
  /(?:un|nach|wieder)?besetz|vakan|ausgeschrieben|[Vv]ermerk|(?<!\p{L})k[uw](?!\p{L})|[Ss]perre|geschaffen|eingerichtet|gestrichen|gehoben|(?<!\p{L})(?:EG|[AES]) ?\d{1,2}\p{L}?(?![\p{L}\d])|Entgelt|Stelleninhaber|VZ[ÄE]/u

/** What the numbers look like that a cue word names somewhere in a paper. */
export function cuedShapesIn(text: string): Set<string> {
  if (text.search(CUE_SIGN) < 0) return new Set()
  return new Set(cuedNumbersIn(viewOf(text)).map(({ nummer }) => shapeOf(nummer)))
}

/** What a number looks like: every digit a 9. */
export function shapeOf(nummer: string): string {
  return nummer.replace(/\d/g, '9').replace(/[a-z]$/, '')
}

function numbersOf(match: RegExpExecArray | RegExpMatchArray, by: PostNumber['by'], cue: string): PostNumber[] {
  const printed = match.groups?.numbers ?? ''
  const at = match.index ?? 0
  const offset = at + match[0].indexOf(printed)
  const single = by === 'shape' ? [{ nummer: printed, start: 0 }] : splitPlain(printed)
  return single.map(({ nummer, start }) => ({
    nummer,
    by,
    cue,
    start: offset + start,
    end: offset + start + nummer.length,
    from: at,
    to: at + match[0].length,
  }))
}

/** "4711/4712" are two numbers, "51/4711" is one: the parts of two are alike. */
function splitPlain(printed: string): { nummer: string; start: number }[] {
  return [...printed.matchAll(ONE)].flatMap((match) => {
    const parts = match[0].split('/')
    const alike =
      parts.length > 1 && parts.every((part) => part.length >= 3 && shapeOf(part) === shapeOf(parts[0] ?? ''))
    // A padded number ("0311/2201") is a unit's, and what stands behind it the number of the post in it.
    if (!alike || /^0\d{3}\//.test(match[0])) return [{ nummer: match[0], start: match.index }]
    let start = match.index
    return parts.map((nummer) => {
      const one = { nummer, start }
      start += nummer.length + 1
      return one
    })
  })
}

function groupsOf(nummer: string): number {
  return nummer.split(/[./-]/).length
}

function isYear(nummer: string): boolean {
  return /^(?:[A-Z]+[ -]?)?(?:19|20)\d\d(?:[/-](?:19|20)\d\d)?$/.test(nummer)
}

function isDate(nummer: string): boolean {
  const parts = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{2}|\d{4}))?$/.exec(nummer)
  return parts !== null && Number(parts[1]) <= 31 && Number(parts[2]) <= 12
}
