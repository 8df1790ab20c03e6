/**
 * E-mail addresses, telephone and fax numbers, rooms. Pure.
 *
 * Units: UTF-16 offsets into the text.
 * Source: heads of papers as councils print them; text recognition loses endings of addresses.
 */
import { HEAD } from './heads.ts'
import { CALLED, PHONE, ROOM } from './labels.ts'
import type { Range } from './names.ts'

const AT = /@|[([][aä]t[)\]]/iu
const NUMBER = String.raw`(?:(?:R|App\.?|DW) ?)?[+(]?\d[\d ()/+.–-]{1,30}\d`
const EMAIL =
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}(?:@|\(at\)|\[at\]| @ | \((?:at|ät)\) )[\p{L}\d-]{1,60}(?:\.[\p{L}\d-]{1,60}){1,4}/giu
/** After a label an address may be torn. */
const LABELLED_EMAIL = /(?<=mail(?:-Adresse)?:? {0,3})(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64} ?@ ?[\p{L}\d.-]{1,100}/giu
const LABELLED_PHONE = new RegExp(
  String.raw`(?<!\p{L})(?:${PHONE})(?:\s?\/\s?(?:Tele)?[Ff]ax)?[.:]{0,2}(?: ?Nr\.?:?)?[ \t:.]{0,6}(${NUMBER})`,
  'giu',
)
const BARE_PHONE = [
  /(?:\+49|(?<!\d)0049)[\d ()/–-]{5,20}\d(?!\d|\.\d)/gu,
  /\(0\d{2,5}\) ?\d[\d –-]{2,14}(?!\d|\.\d)/gu,
  /(?<![\d/.,-]|\/S |\d )0\d{2,5}(?: ?\/ ?| ?[–-] ?| )\d{2}[\d –-]{2,12}\d(?!\d|\.\d)/gu,
]
const LABELLED_ROOM = new RegExp(String.raw`(?<!\p{L})${ROOM}:? {0,2}([A-Z]?\d[\w./-]{0,8})`, 'giu')

/** `numbers` are paper numbers that look like telephone numbers and are none. */
export function contactsIn(text: string, numbers: readonly string[]): Range[] {
  const found: Range[] = []
  for (const pattern of AT.test(text) ? [EMAIL, LABELLED_EMAIL] : [])
    for (const { index, 0: words } of text.matchAll(pattern)) found.push({ start: index, end: index + words.length })
  for (const match of CALLED.test(text) ? text.matchAll(LABELLED_PHONE) : []) {
    const end = match.index + match[0].length
    found.push({ start: end - (match[1]?.length ?? 0), end })
  }
  for (const pattern of BARE_PHONE)
    for (const { index, 0: words } of text.slice(0, HEAD).matchAll(pattern))
      if (!numbers.some((number) => number.includes(words.trim())))
        found.push({ start: index, end: index + words.trimEnd().length })
  return found
}

/** Numbers of rooms on a line where a clerk stands. */
export function roomsIn(line: string): Range[] {
  return [...line.matchAll(LABELLED_ROOM)].map((match) => {
    const end = match.index + match[0].length
    return { start: end - (match[1]?.length ?? 0), end }
  })
}
