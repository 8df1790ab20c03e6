/**
 * What the words of a Beratungsfolge look like: states, meetings, items, crosses, labels of links.
 */
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
export const TOP = /^(?:(?:TOP|Top) ?)?(?:[ÖN] )?\d{1,3}(?:\.\d{1,3}){0,3}(?: ?[a-h])?(?![\p{L}\d.,/])/u
export const PUBLIC = new RegExp(`^${PUBLICITY_WORDS}(?![\\p{L}\\d./-])`, 'u')
export const LETTER = /^(?:ö|nö|n)(?![\p{L}\d.-])/u
export const IN_BRACKETS = /^\(([^()]{4,60})\)/u
export const CROSS = /^(?:[xX☒✗✘✓])(?![\p{L}\d.-])/u

/** A cell that holds whether the step is public and its role, glued together. */
export const TWO_IN_ONE =
  /^(?:nicht[- ]?)?öffentlich (?=\p{Lu}|zu[rm] )|^\p{Lu}\p{L}+(?: \p{L}+)? (?:nicht[- ]?)?öffentlich$/iu
/** A label in front of a day, and no body. */
export const LABEL = /^(?:Sitzungs(?:tag|termin|datum)|Sitzung am|Termin|Datum|am|TOP)$/i
