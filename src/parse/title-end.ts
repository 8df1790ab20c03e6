/**
 * Where a title ends that no empty line ends: at the line that cannot be a part of it.
 *
 * Reads: column heads and rows of a Beratungsfolge, labels, headings, the body that decides, salutations, sentences.
 */

import { oneLine } from '../one-line.ts'
import { columnsOf } from './consultation/columns.ts'
import { findDates } from './date.ts'
import { isGremium, isUnfinished } from './gremium.ts'
import { isOfForms, labelByForm } from './label-form.ts'
import { isLabel, labelIn } from './label-parts.ts'
import { UNMARKED } from './label-words.ts'
import { latin } from './latin.ts'
import type { Line } from './lines.ts'
import { kindOfLine } from './paper-kind.ts'
import { isOwnShape } from './paper-number.ts'
import { publicityOf } from './publicity.ts'
import { isRole } from './role.ts'

/** No title is longer. */
const LONGEST = 500

/** Words that begin what is resolved, said or moved, in the line below a title. */
const SAYS = latin(
  oneLine`
    ^(?:
      Beratungsfolge(?:[ :]|$)|Beschluss ?-?Nr\.?|Beschluss vom|Es wird |Sehr geehrte|Liebe |
      (?:\d{1,2}[.)]? )?(?:Der|Die|Das) [^.]{0,80}(?:
        beschließt|empfiehlt|beauftragt|stimmt|nimmt|möge|wird|werden|hat
      )(?!\p{L})|
      An (?:den|die|das) |In (?:den|die) \p{Lu}\p{L}*(?:ausschuss|rat|versammlung|beirat)|
      (?:Dem|Der|Den) [^.]{3,80} vorzulegen|gez\.|Bezug ?:|Anlagen?(?: \d{1,2}(?:\.\d)?| [A-Z])? ?: ?\S
    )
  `,
  'u',
)

/** A remark in brackets that says who reports: `(Referentin: Frau Sommer)`, `(BE: Dr. Lenz)`. */
export const REPORTS = /^\((?<label>\p{Lu}[\p{L}/* .-]{1,30}) ?: [^()]+\)$/u

/** Who moves or asks, on a line of its own. */
const FRACTION = /^\p{Lu}[\p{L}/ &-]{0,60}-?[Ff]raktion(?:en)?$/u
/** What stands behind the day in a row of a Beratungsfolge. */
const BEHIND_DAY =
  /^(?: (?:[ÖN]|X|TOP|\d{1,3}(?:\.\d{1,3})?|(?:nicht[- ]?)?öffentlich|Beschluss|Information|Behandlung|\p{Lu}\p{Ll}*(?:beratung|nahme|fassung|scheidung|hörung|ehlung)))+$/u

/** Is a line that follows without a gap surely none of a title: who moves, or a body with its day and what it is to do? */
export function isBehindTitle(before: string, text: string): boolean {
  if (isUnfinished(before)) return false
  if (FRACTION.test(text)) return true
  const [date] = /\d{4}/.test(text) ? findDates(text) : []
  return date !== undefined && BEHIND_DAY.test(text.slice(date.end)) && isGremium(text.slice(0, date.start).trim())
}

/** A number or letter of a form's line before its label: `2. Bearbeiter:`. */
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})[.)]? +(?=\p{Lu})/u

/** Does a line that follows a title's words without a gap stand behind it? */
export function endsTitle(title: string, line: Line, next: Line | undefined): boolean {
  const { text } = line
  if (title.length > LONGEST) return true
  if (columnsOf(text)?.length || isLabel(text) || isRow(text) || SAYS.test(text)) return true
  if (isOwnShape(text) || UNMARKED.some(([field, pattern]) => field !== 'betreff' && pattern.test(text))) return true
  if ((publicityOf(text) && text.length > 2) || /^[☐☒]/u.test(text)) return true
  if (isFormLine(text, next) || isPlaceAndDay(text) || REPORTS.test(text)) return true
  if (isUnfinished(title) || /^\p{Ll}/u.test(text)) return false
  if (isBehindTitle(title, text)) return true
  const kind = kindOfLine(text)
  if (kind && text.length <= kind.wording.length + 2) return true
  if (/:$/.test(text) && !/^hier ?:/i.test(text)) return isSaid(text)
  const label = labelByForm(text)
  if ((label && isOfForms(label.label)) || OF_FORM.test(text)) return true
  return isLabelOf(text, next)
}

/** What a form asks for in a line of its own, in two words. */
const OF_FORM = /^(?:Betroffene|Beteiligte|Mitwirkende|Berührte|Zuständige|Federführende)[rsn]? \p{Lu}\p{Ll}+$/u

/** A numbered line of a form, or the first of a column of labels. */
function isFormLine(text: string, next: Line | undefined): boolean {
  const bare = text.replace(NUMBERED, '')
  if (/^hier ?:/iu.test(bare)) return false
  if (bare !== text && /^[^:]{2,60}:$/.test(bare)) return true
  const label = labelIn(bare) ?? labelByForm(bare)
  if (!label || !bare.slice(0, label.length).includes(':')) return false
  if (bare !== text) return bare.length <= label.length || !/[,-]$/.test(bare)
  const below = next?.gap === false ? next.text.replace(NUMBERED, '') : ''
  return bare.length < 80 && (labelIn(below) ?? labelByForm(below)) !== undefined && /^[^:]{2,48}:/u.test(below)
}

/** `Musterstadt, den 3. März 2031`, `Musterstadt/Dolina, 03.03.2031`: who signs follows. */
function isPlaceAndDay(text: string): boolean {
  const [date] = findDates(text)
  return (
    date !== undefined &&
    date.end >= text.length - 1 &&
    /^\p{Lu}[\p{L} ()./-]{2,40},(?: den| am)? $/u.test(text.slice(0, date.start))
  )
}

/** A line that ends in a colon and holds a verb, or is a heading of one or two words, leads to what follows. */
function isSaid(text: string): boolean {
  return (
    /(?<!\p{L})(?:wird|werden|ist|sind|hat|haben|nimmt|möge|mögen|beschließt|beschlossen|beantragt|bittet)(?!\p{L})/u.test(
      text,
    ) || text.split(' ').length <= 2
  )
}

/** A body with its day on one line. */
function isRow(text: string): boolean {
  const [date] = findDates(text)
  if (!date || text.length > 130) return false
  const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`
    .replace(/^\s*\d{1,2}\. /, '')
    .replace(/\s+/g, ' ')
    .trim()
  const bare = rest
    .replace(
      /(?: [ÖN]| X| (?:nicht[- ]?)?öffentlich| \p{Lu}\p{Ll}*(?:beratung|nahme|fassung|scheidung|hörung|ehlung))+$/gu,
      '',
    )
    .trim()
  return isGremium(bare) || /^\p{Lu}{2,5}$/u.test(bare)
}

/** A word or two above a body or a role that stands alone are its label. */
function isLabelOf(text: string, next: Line | undefined): boolean {
  if (!next || text.split(' ').length > 2 || /\d/.test(text)) return false
  return (isGremium(next.text) && next.text.length < 60 && !SAYS.test(next.text)) || isRole(next.text)
}
