/**
 * Bodies of a council: does a line name one, and what stands in brackets behind it.
 *
 * Never guesses: a name is known by its noun (`…ausschuss`, `…rat`, `…beirat`); whether a line without one is a body
 * only its place can tell.
 * Source: municipal codes of the federal states, and the bodies councils list.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { type Publicity, publicityOf } from './publicity.ts'
import { remembering } from './remember.ts'
import { isRole } from './role.ts'

/** Nouns that end in one of these are bodies. */
const ENDING = oneLine`
  (?:
    ausschu(?:ss|ß|sses|sse|ss-?es)|ausschüsse|beirat(?:s|es)?|beiräte|rat(?:s|es)?|räte|versammlung(?:en)?|
    kommission(?:en)?|vertretung(?:en)?|vorstand|kreistag|parlament|bürgerschaft|konferenz|arbeitskreis|
    lenkungskreis|deputation|kollegium|senat|magistrat|gremium|kuratorium|plenum|arbeitsgruppe|
    lenkungsgruppe
  )
`
/** Words with such an ending that are none. */
const OTHER = latin(
  oneLine`
    (?<!\p{L})(?:
      \p{L}*(?:
        referat|dezernat|vorrat|unrat|monat|format|zitat|beirats?sitzung|antrag|vertrag|beitrag|auftrag|
        montag|dienstag|donnerstag|freitag|samstag|sonntag|feiertag|stichtag|werktag|landkreis|inhaltrat|
        unterrat|hausrat|heirat|verrat|apparat|mandat|zertifikat|landrat|hofrat|geheimrat|automat|resultat|
        aggregat|sachverhalt|amtsrat|baurat|umkreis|personenkreis|stromkreis|bezirkstag
      )(?:s|es)?
    )(?!\p{L})
  `,
  'giu',
)
const ALONE = oneLine`
  (?:
    Rat|Senat|Magistrat|Bürgerschaft|Plenum|Kreistag|Regionsversammlung|Bezirkstag|Stadtvertretung|
    Gemeindevertretung|Ortsamt|Verwaltungsvorstand|Werkleitung|Betriebsleitung|Eigenbetriebsleitung|
    Ältestenrat|Umlegungsstelle|BVV|SVV|StVV|Dienstberatung|Stadtverordnetenversammlung
  )
`
const BODY = latin(
  String.raw`(?<!\p{L})(?:\p{L}[\p{L}-]*(?:${ENDING})|Bezirksversammlung|Vollversammlung|Rat|Räte|${ALONE}|(?:Aus|Aussch)\. f\.|Ausschu(?:ss|ß))(?!\p{L})`,
  'iu',
)
const STRONG = latin(
  oneLine`
    (?<!\p{L})(?:
      [\p{L}-]*(?:ausschu(?:ss|ß)|ausschüsse|beirat|beiräte)|
      (?:
        [\p{L}-]*(?:
          stadt|gemeinde|orts|ortschafts|bezirks|kreis|ältesten|stadtbezirks|samtgemeinde|jugend|
          integrations|senioren|ausländer|migrations|verwaltungs|aufsichts|stiftungs|markt|verbandsgemeinde|
          ortsteil|quartiers|regional
        )
      )(?:rat|räte)|
      (?:[\p{L}-]+)?(?:vertretung|versammlung|kommission|bürgerschaft|kreistag|konferenz|deputation)|
      ${ALONE}
    )(?:s|es)?(?!\p{L})
  `,
  'iu',
)

/** Does a line name a body by its noun? A sentence that speaks of one does not. */
export const isGremium = remembering((text: string): boolean => {
  const line = text.trim()
  if (line.length < 3 || line.length > 140 || !/^[\p{Lu}\d"„(]/u.test(line)) return false
  if (/[.!?;:]$/.test(line) && !/\b(?:f|u|Ang|ang|öff|St|e\.V)\.$/.test(line)) return false
  if (SENTENCE.test(line)) return false
  const named = line.replaceAll(OTHER, ' ')
  return STRONG.test(named) || (BODY.test(named) && named.split(/\s+/).length <= 8)
})

/** Words no name of a body holds. */
const SENTENCE = latin(
  oneLine`
    (?<!\p{L})(?:
      ist|sind|wird|werden|wurde|wurden|hat|haben|soll|sollen|kann|können|beschließt|empfiehlt|nimmt|
      beauftragt|stimmt|bittet|möge|nach|dass|daß|nicht|sowie|durch|gemäß|gem|Sitzung|Plenarsitzung|Lesung|
      Unterlage|Mitglieder|Antrag|Anfrage|Fraktion|Gemeinderatsfraktion|Stadtratsfraktion|Vorlage|Beschluss|
      Herr|Frau|Herrn
    )(?!\p{L})
  `,
  'iu',
)

/** Is the name unfinished, so that it goes on in the next line? */
export function isUnfinished(text: string): boolean {
  if (/\p{Lu}\p{Ll}{2,}er Ausschu(?:ss|ß)$/u.test(text.trim())) return false
  return (
    /\([^()]*$/.test(text) ||
    /,? \p{Ll}{4,}(?:e|en|er|es|em)$/u.test(text.trim()) ||
    /(?:[-,/&+(]|(?<!\p{L})(?:und|u\.|oder|für|f\.|der|des|die|den|dem|zur|zum|von|im|in|am|an|mit|bei|auf|Ausschuss|Ausschuß|Rat der|Beirat|(?:der|des|einer) \p{L}*(?:Landeshauptstadt|Hansestadt|Universitätsstadt|Wissenschaftsstadt|Klingenstadt|Bundesstadt)))$/u.test(
      text.trim(),
    )
  )
}

export interface NamedBody {
  readonly name: string
  /** Role in brackets behind it, as printed. */
  readonly role: string | null
  readonly publicity: Publicity | null
}

/** A body and what stands in brackets behind it: its role (`Rat (Entscheidung)`) or whether it meets in public. */
export function namedBody(text: string): NamedBody {
  let name = text.trim()
  let role: string | null = null
  let publicity: Publicity | null = null
  for (let turn = 0; turn < 3; turn++) {
    const bracket = /\s*\(([^()]{1,90})\)$/u.exec(name)
    const words = bracket?.[1]?.trim() ?? ''
    if (!bracket) break
    if (publicityOf(words)) publicity = publicityOf(words) ?? null
    else if (isRole(words) || /^[VBEKA]$/.test(words)) role = words
    else {
      const both = words.split(/[,;] ?| [-–] /).map((word) => word.trim())
      const said = both.map((word) => publicityOf(word)).find(Boolean)
      const to = both.find((word) => isRole(word))
      if (both.length !== 2 || !said || !to) break
      publicity = said
      role = to
    }
    name = name.slice(0, bracket.index).trim()
  }
  const tail = / (zu[rm] \p{Lu}\p{L}+)$/u.exec(name)
  if (tail?.[1] && role === null && isRole(tail[1]))
    return { name: name.slice(0, tail.index), role: tail[1], publicity }
  return { name, role, publicity }
}
