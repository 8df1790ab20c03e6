/**
 * An excerpt of minutes, or a paper on one item of an agenda, names the item: `TOP 6 Neubau der Halle`, `Zu Punkt 4
 * der Tagesordnung: …`, `§ 12 …`. In an excerpt the number alone will do.
 */

import type { Span } from '../../src/document.ts'
import { latin } from '../../src/parse/latin.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { isLetterheadNumber } from '../../src/parse/paper-number.ts'
import { endsTitle } from '../../src/parse/title-end.ts'
import { findVote } from '../../src/parse/vote.ts'
import { isProse } from './prose.ts'
import type { Zone } from './zone.ts'

const WORD = String.raw`(?:[Zz]u(?:m)? )?(?:TOP|Top|Tagesordnungs-?[Pp]unkt|Punkt|Pkt\.|[Ll]fd\. ?Nr\.|Beratungspunkt)(?: ?Nr\.)?[ \t]?`
const PUBLIC = String.raw`(?:\(?(?:[Öö]|[Nn]\.? ?[Öö]|N|NÖ)\.?\)? ?)`
const NUMBER = String.raw`\d{1,3}(?:\.\d{1,3})*[a-z]?`
const BEHIND = String.raw`(?: der (?:öffentlichen |nichtöffentlichen )?(?:Tagesordnung|Sitzung)| ?\((?:nicht ?)?öffentlich\)| ?\(?[nN]\.? ?[öÖ]\.?\)?| \(?[öÖ]\.?\)?)?`
const TITLE = String.raw`[.:)]?[ \t]*(?:[-–:] *)?(?<=[\s:.–-])(?=[\p{Lu}„"]|\d{1,2}\. \p{Lu})`

/** Which part of the meeting it is from, on the same line: `- öffentlich - TOP 6`. */
const PART = String.raw`(?:[-–] ?(?:[Nn]icht[- ]?)?[Öö]ffentlich(?: ?[-–])? +)?`

/** An item of an agenda with its title. */
const ITEM = latin(
  String.raw`^${PART}(?:${WORD}|\d{1,2}\.\d{1,2}\.\d{4} [-–] )${PUBLIC}?${NUMBER}${BEHIND}${TITLE}`,
  'u',
)
/** The item's number on a line of its own, above its title. */
const ALONE = latin(String.raw`^(?:${WORD}|§ ?|Nr\. ?)${PUBLIC}?${NUMBER}${BEHIND}[.:]?$`, 'u')
/** What the item is about, by its number: `Vorlage Nr. 96/2031, 1. Ergänzung`. */
const NAMED =
  /^(?:Vorlagen?|Drucksachen?)[- ]?(?:Nr\.|Nummer)?:? ?\S*\d\S*?(?:,? \d{1,2}\. (?:Ergänzung|Änderung|Neufassung))?$/u
/** The number without a word for it. */
const BARE = latin(String.raw`^(?:§ ?|Nr\. ?)?${PUBLIC}?${NUMBER}[.:)]?[ \t]+(?=[\p{Lu}„"])`, 'u')

/** The item's title; the number alone counts only where the paper is an excerpt. */
export function itemOf(zone: Zone, excerpt: boolean): (Span & { text: string }) | undefined {
  const heading = excerpt ? zone.lines.findIndex(({ text }) => /(?<!\p{L})(?:[Ss]itzung|SITZUNG)/u.test(text)) : -1
  for (const [at, line] of zone.lines.entries()) {
    const item = ITEM.exec(line.text) ?? (excerpt && heading >= 0 && at > heading ? BARE.exec(line.text) : null)
    const numbered = item !== null && NAMED.test(line.text.slice(item[0].length))
    const alone = numbered || (item ? false : excerpt && ALONE.test(line.text))
    const from = alone ? at + 1 : at
    const first = zone.lines[from]
    const lead = alone ? 0 : (item?.[0].length ?? 0)
    if ((!item && !alone) || !first || isProse(first.text.slice(lead)) || /:$/.test(first.text)) continue
    if (findVote(first.text)) continue
    if (kindOfLine(first.text.slice(lead))?.wording === first.text.slice(lead)) continue
    const found = titleFrom(zone, from, lead)
    if (found.text.length > 3) return found
  }
  const top = zone.head.values.find(({ field, text }) => field === 'top' && /^[\p{Lu}„"][^\t]{11,}/u.test(text))
  return top && !isProse(top.text) ? { start: top.start, end: top.end, text: top.text } : undefined
}

function titleFrom(zone: Zone, from: number, lead: number): Span & { text: string } {
  const first = zone.lines[from]
  const start = (first?.start ?? 0) + lead
  let end = first?.end ?? start
  let text = first?.text.slice(lead) ?? ''
  let before = first?.text ?? ''
  for (const [more, next] of zone.lines.slice(from + 1).entries()) {
    const wide = before.length >= 40 || /[;,–-]$/.test(before) || /^(?:hier ?:|\p{Ll})/iu.test(next.text) || more > 0
    if (next.gap || !wide || !zone.head.free.includes(next)) break
    if (endsTitle(text, next, zone.lines[from + 2 + more]) || isProse(next.text) || isReference(next.text)) break
    text = `${text} ${next.text}`
    before = next.text
    end = next.end
  }
  return { start, end, text: text.replace(/\s+/g, ' ').trim() }
}

/** The paper the item is about, below the item's title: its number, or who moved it. */
function isReference(text: string): boolean {
  const bare = text.replace(/^[-–(] ?| ?[-–)]$/gu, '')
  const numbers = [bare.split(/\s/)[0] ?? '', bare, ...(bare === text ? [] : [bare.replace(/\./g, '/')])]
  return numbers.some(isLetterheadNumber) || kindOfLine(text) !== undefined
}
