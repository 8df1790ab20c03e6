/**
 * What the words of a Beratungsfolge look like: states, meetings, items, crosses, labels of links.
 */
import { latin } from '../latin.ts'
import { PUBLICITY_WORDS } from '../publicity.ts'

export const STATE = /^(?:[●○◯•✓] ?)?(?:Geplant|Erledigt|Gestoppt|Ausstehend|Offen|NA|Abgeschlossen)$/i
/** The state stands before the body on its line: `●Erledigt Bauausschuss Vorberatung`. */
export const STATE_FIRST = /^(?:[●○◯•✓] ?)(?:Geplant|Erledigt|Gestoppt|Ausstehend|Offen|Abgeschlossen)(?=\s+\p{Lu})/u
/** Whose the role is, on a line of its own: `Genehmigung OB`. */
export const WHOSE = /^ \p{Lu}{2,4}$/u
/** The labels of links behind a result: excerpt of minutes, minutes. */
export const LINKS = /(?:\s+(?:PA|NA))+$/u
export const MEETING =
  /^(?:(?:\d{1,3}\. |\d{1,3}\.)(?:\p{L}+[ /-]){0,5}(?:\p{L}*[Ss]itzung|Tagung)|(?:\p{L}+ )?(?:Sitzung|Tagung) (?:des|der)|Sondersitzung|Plenarsitzung|\p{Lu}\p{L}*\/\d{2,3}\/[IVX]+)(?!\p{L})/u
export const TOP = /^(?:(?:TOP|Top) ?)?(?:[ÖN] )?\d{1,3}(?:\.\d{1,3}){0,3}(?: ?[a-h])?(?![\p{L}\d./)]|,\S)/u
export const PUBLIC = new RegExp(`^${PUBLICITY_WORDS}(?![\\p{L}\\d./-])`, 'u')
/** `Stadtrat (nicht öffentlich)` */
export const PUBLIC_IN_BRACKETS = /^\((?:nicht[- ]?)?öffentlich(?:e Sitzung)?\)/iu
export const LETTER = /^(?:ö|nö|n)(?![\p{L}\d.-])/u
export const IN_BRACKETS = /^\(([^()]{4,60})\)/u
export const CROSS = /^(?:[xX☒✗✘✓])(?![\p{L}\d.-])/u

/** A cell that holds whether the step is public and its role, glued together. */
export const TWO_IN_ONE = latin(
  /^(?:nicht[- ]?)?öffentlich (?=\p{Lu}|zu[rm] )|^\p{Lu}\p{L}+(?: \p{L}+)? (?:nicht[- ]?)?öffentlich$/iu,
)
/** A label in front of a day, and no body. */
export const LABEL = /^(?:Sitzungs(?:tag|termin|datum)|Sitzung am|Termin|Datum|am|TOP)$/i

/** The day of the week in front of a day: `Mi `, `Mittwoch, den `. */
export const WEEKDAY =
  /(?<!\p{L})(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\b[.,]{0,2}|(?:Mon|Diens|Donners|Frei|Sams)tag,?|Mittwoch,?|Sonn(?:abend|tag),?) *(?:(?:den|dem|am) )?$/u
/** A role no result is printed as: `Kenntnisnahme` or `Beschluss` may be either. */
export const WORD_OF_ROLE =
  /(?<!\p{L})(?:(?:zur )?(?:Vorberatung|Beratung|Beschlussfassung|Entscheidung|Anhörung|Behandlung|\d\. Lesung)|vorberatend|beratend|beschließend|entscheidend|anhörend|empfehlend)(?!\p{L})/iu
/** The time of a meeting behind its day. */
export const CLOCK =
  /^[\s,;(]{0,4}(?:um |ab )?(?:\d{1,2}:\d{2}(?: ?[-–] ?\d{1,2}:\d{2})?(?: ?Uhr)?|\d{1,2}(?:\.\d{2})? ?Uhr)\)?(?![\p{L}\d:])/u
/** Heads above counts of votes. */
export const VOTE_HEADS = [
  ['ja', /^(?:ja|dafür|für|ja-?stimmen)\.?:?$/iu],
  ['nein', /^(?:nein|dagegen|gegen|nein-?stimmen|gegenstimmen)\.?:?$/iu],
  ['enthaltung', /^(?:enth(?:alt(?:ung(?:en)?)?)?|stimmenthaltung(?:en)?|stimmenth)\.?:?$/iu],
] as const
