/**
 * Where a title ends that no empty line ends: at the line that cannot be a part of it.
 *
 * Reads: column heads and rows of a Beratungsfolge, labels, headings, the body that decides, salutations, sentences.
 */
import { columnsOf } from './consultation/columns.ts'
import { findDates } from './date.ts'
import { isGremium, isUnfinished } from './gremium.ts'
import { isOfForms, labelByForm } from './label-form.ts'
import { isLabel } from './label-parts.ts'
import type { Line } from './lines.ts'
import { kindOfLine } from './paper-kind.ts'
import { publicityOf } from './publicity.ts'
import { isRole } from './role.ts'

/** No title is longer. */
const LONGEST = 500

/** Words that begin what is resolved, said or moved, in the line below a title. */
const SAYS =
  /^(?:Beratungsfolge(?:[ :]|$)|Beschluss ?-?Nr\.?|Beschluss vom|Es wird |Sehr geehrte|Liebe |(?:\d{1,2}[.)]? )?(?:Der|Die|Das) [^.]{0,80}(?:beschließt|empfiehlt|beauftragt|stimmt|nimmt|möge|wird|werden|hat)(?!\p{L})|An (?:den|die|das) |In (?:den|die) \p{Lu}\p{L}*(?:ausschuss|rat|versammlung|beirat))/u

/** Does a line that follows a title's words without a gap stand behind it? */
export function endsTitle(title: string, line: Line, next: Line | undefined): boolean {
  const { text } = line
  if (title.length > LONGEST) return true
  if (columnsOf(text)?.length || isLabel(text) || isRow(text) || SAYS.test(text)) return true
  if (publicityOf(text) && text.length > 2) return true
  if (isUnfinished(title) || /^\p{Ll}/u.test(text)) return false
  const kind = kindOfLine(text)
  if (kind && text.length <= kind.wording.length + 2) return true
  if (/:$/.test(text) && !/^hier ?:/i.test(text)) return isSaid(text)
  const label = labelByForm(text)
  if (label && isOfForms(label.label)) return true
  return isLabelOf(text, next)
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
  return (isGremium(next.text) && next.text.length < 60) || isRole(next.text)
}
