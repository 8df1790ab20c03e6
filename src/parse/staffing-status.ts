/**
 * What the words around a quantity of posts say of it: filled, vacant, planned, new, moved, a total.
 *
 * Never guesses: where no rule knows the wording, the status is null. Abolished posts have none.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

export const STAFF_STATUS = ['besetzt', 'unbesetzt', 'vorgesehen', 'neu', 'verlagert', 'gesamt'] as const
export type StaffStatus = (typeof STAFF_STATUS)[number]

const CUT =
  /(?:stellen)?(?:reduzier|abbau|streich|wegfall|weggefallen|entfall|einspar|kürz|absenk|abgesenkt|gestrichen|aufgelöst|auflös)\p{L}*/iu
const MOVED = latin(
  oneLine`
    verlager\p{L}*|
    (?<!\p{L})Umsetzung (?:(?:von|der|einer) (?:\d[\d,.]*|\p{L}+) (?:\p{L}*stellen?|V\p{L}{1,2}) )?aus(?! (?:19|20)\d)(?!\p{L})|
    (?<!\p{L})anderen [^,.;]{2,60} zugeordnet(?!\p{L})|
    (?<!\p{L})(?:aus|an|in|zum?|zur|nach) [^,.]{2,60} (?:umgesetzt|übertragen|verschoben)(?!\p{L})|
    abgegeben an
  `,
  'iu',
)
const VACANT = latin(
  oneLine`
    \bnicht (?:mehr |dauerhaft |vollständig |durchgehend )*(?:wieder|nach)?besetz|
    \b(?:nicht|keine[nrm]?)\b[^.;,]{0,50}(?<!un)besetzt werden|unbesetzt|\bunb\.|vakan(?:t|z)|
    verschobene (?:nach|wieder)?besetzung|\b(?:freie|offene)[nr]? (?:plan)?stellen?|nicht besetzt
  `,
  'iu',
)
const TO_FILL = latin(
  oneLine`
    zu besetzen|
    \b(?:wird|werden)\b(?:[^.;]|\.(?=\d)|(?<=\d)\.){0,80}(?<!un)(?<!derzeit )(?:wieder|nach|neu )?besetzt(?!\p{L}| worden)|
    (?:vorzeitige|vorgezogene)\p{L}* (?:besetzung|einstellung)|besetzt werden (?:soll|kann|könn|muss|müss)|
    (?:soll|sollen|kann|können|müssen|muss)\b(?:[^.;]|\.(?=\d)){0,80}besetzt werden|
    besetzung (?:von|nachfolgender|folgender)
  `,
  'iu',
)
const FILLED = latin(
  oneLine`
    (?<!un)(?<!nicht )\bbesetzt(?:(?! werden)(?!\p{L})|e[nrs]?(?= (?:\p{Ll}+ )?(?:\d|\p{L}*[Ss]telle|V[Zz]|V[Kb]|Vollzeit)))|
    \bkonnten?\b(?:(?! nur (?:zu|teil|zum Teil))[^.;]|\.(?=\d)|(?<=\d)\.){0,90}(?<!un)besetzt werden|
    (?:derzeit|aktuell|zurzeit|gegenwärtig|momentan|bereits|heute)\b(?:(?! für )[^.;]|\.(?=\d)){0,60}? eingesetzt(?! werden)(?!\p{L})|
    stelleninhaber|(?<!sich )(?<!sich [^.;]{1,60} )\bbeschäftigt(?!\p{L}| sich)
  `,
  'iu',
)
/** The end of a note of the staffing plan is no cut of posts. */
const NOTE_ENDS =
  /(?:wegfall|streichung|entfall|aufhebung|löschung)\p{L}* (?:des|der|von) (?:\p{L}+[- ])?\p{L}*vermerke?n?s?/giu
/** Posts that are set up are not new. */
const STANDING =
  /\b(?:ist|sind|waren|war)\b(?:(?! (?:werden|wird|wurden?|soll\p{L}*|zu)(?!\p{L}))[^.;]|\.(?=\d)|(?<=ca)\.){0,90}? eingerichtet(?! worden)(?!\p{L})/giu
/** How large the staffing plan is: "Der Stellenplan 2031 (Vorlage 7/2030) umfasst 80,5 Stellen", "weist … aus". */
const PLAN_HOLDS = latin(
  oneLine`
    ^(?:[Dd](?:er|ie|em|as) |[Ii]m |dass (?:der|die|im) )?(?:\p{Ll}+ )?(?:Entwurf des )?(?:\p{L}*[Ss]tellen(?:plan(?:e?s|entwurf)?|übersicht)|Stellenbestand)(?: für)?(?: (?:19|20)\d\d(?:/(?:\d\d){1,2})?)?(?: \([^()]{1,60}\))?
    (?:
      (?: für (?:(?:das|die|den) )?[\p{L}\d /-]{2,60}?)? (?:
        umfass(?:t|e)|enth(?:ält|alte)|zählt|beinhalte[t]?|mit|(?:sieht|weist)(?=[^;]{1,120} (?:vor|aus)(?!\p{L}))
      )
    )(?: für (?:(?:das|die|den) )?[\p{L}\d /-]{2,60}?)?(?: (?:insgesamt|nunmehr|jetzt|nun|derzeit|damit|künftig|dann)){0,2}(?: rund| ca\.)? \d[\d.,]* (?:VZ\p{L}|V[Kb]E?|\p{L}*[Ss]tellen|Vollzeit\p{L}*)(?!\p{L}| für| im| in| beim?| der| zur?)
  `,
  'u',
)
/** "Der Stellenplan wächst von 80,5 auf 82,0 Stellen": the size before and behind, neither of them new. */
const PLAN_MOVES = latin(
  oneLine`
    (?<!\p{L})(?:
      \p{L}*[Ss]tellenplan|Stellen(?:zahl|bestand)|Gesamtstellenzahl|
      (?:Gesamtz|Z)ahl der (?:Plan)?[Ss]tellen
    )
    (?: (?:19|20)\d\d)?(?: de[rs] \p{L}+)? (?:
      wächst|stieg|steigt|sinkt|sank|wuchs|(?:erhöht|verringert|vermindert|reduziert)e? sich
    )[^.;:]{0,40}? von \d
  `,
  'u',
)
/** What is to be done with a post that exists. */
const CHANGED =
  /\b(?:soll(?:en|te|ten)?|wird|werden|wurden?|muss|müssen)\b(?:(?!geschaffen|eingerichtet(?!e))[^.;]|\.(?=\d)|(?<=\d)\.){0,90}(?:entfristet|verlängert|gehoben|angehoben|umgewandelt|höhergruppiert|verstetigt|fortgeführt|weitergeführt|neu bewertet)/giu
/** What is said right behind a quantity of its being filled. */
const STAND = latin(
  /^[^.;:()]{0,60}?(?<![\p{L}-])(?:(?<vacant>(?:noch )?(?:nicht|un)[ -]?(?:mehr |wieder |nach)?besetzt|vakant|frei(?!\p{L}| wird| werden| geworden)|offen(?!\p{L}))|(?<filled>besetzt(?! werden)(?!\p{L})))/iu,
)
const MADE = latin(
  oneLine`
    neueinricht|einzurichten|einrichtung (?:von|einer|der)|eingerichtet|einrichten|neuschaffung|schaffung|
    geschaffen|zu schaffen|schaffen\b|aufstock|personell\p{L}* verstärk|
    verstärkung(?!\p{L})[^.;]{0,120} um (?=(?:rund |ca\. |etwa )?\d)|verstärkt(?!\p{L})|aufgestockt|
    zusätzlich (?:gefördert|finanziert|eingesetzt|eingestellt|beschäftigt|angemeldet)(?!\p{L})|
    stellenerweiterung|
    (?:ausbau|ausweitung|erweiterung|aufwuchs)(?!\p{L})[^.;]{0,120} um (?=(?:insgesamt |rund |ca\. |etwa )?\d)|
    (?<!\p{L})um (?:insgesamt |rund |ca\. |etwa )?\d[\d,]* [^.;]{0,40}(?:zu erweitern|zu erhöhen|zu verstärken)(?!\p{L})|
    stellenmehr|stellenaufwuchs|zuwachs(?!\p{L})|hinzugekommen|(?<!\p{L})komm(?:t|en) [^.;]{0,60} hinzu(?!\p{L})|(?<!\p{L})mehrung(?:en)?(?!\p{L}| und| /|/)|
    in den stellenplan auf|zur aufnahme in den stellenplan|
    (?<!\p{L})aufnahme (?:von|einer|der) [^.;]{0,80}(?<!\p{L})in den (?:\p{L}+ )?stellenplan|
    in den stellenplan[^.]{0,60}aufgenommen|stellenplan[^.]{0,60}aufzunehmen|neuausweis|
    (?<!\p{L})werden [^.;]{0,120} weitere [^.;]{0,60} ausgewiesen|neu (?:zugeordnet|zugewiesen|veranschlagt|aufgenommen|angesetzt)(?!\p{L})|
    neu ausgewiesen|stellenausweitung|ausweitung (?:um|von)|zusetzung|neu beantragt|beantragt|
    (?:erweitert|auszuweiten|ausgeweitet)(?!\p{L})|neue (?:plan)?stellen?\b|erhöh(?:ung|t|en)
  `,
  'iu',
)
/** Asked for, not yet made; said of a cut as well. */
const PROPOSED = latin(
  oneLine`
    (?:zum|für den) stellenplan(?: (?:19|20)\d\d(?:/\d{2,4})?)?(?:(?! nicht )(?:[^.;]|\.(?=\d))){0,120} (?:angemeldet|anzumelden)(?!\p{L})|
    (?<!\p{L})auszuweisen(?!\p{L})|stellen vorgeschlagen|
    (?<!\p{L})vorgeschlagen (?:wird|werden) [^.;,]{0,40}stelle|
    (?<!\p{L})angemeldeten (?:\d|\p{L}{3,6} \p{L}*stellen)|
    folgende[nrsm]? zusätzliche[nrsm]? (?:personal|stellen)?bedarf
  `,
  'iu',
)
/** "Der Bedarf von 2,0 VZÄ wird zum Stellenplan angemeldet": still a need. */
const NEED_OF = /bedarfe?s? (?:von|in Höhe von|im Umfang von) (?:rund |ca\. |etwa )?\d/iu
const NEEDED = latin(
  oneLine`
    vorgesehen|(?<!\p{L})fehlen(?!\p{L})|vorzusehen|benötig|bedarf|erforderlich|notwendig|geplant|
    eingeplant|einzuplanen|einzurechnen|\bnötig|\bsoll(?:en|te|ten)?\b|kalkulier|angesetzt|bemessen|
    gefordert|vorzuhalten|(?<!\p{L})empf(?:iehlt|ehlen)(?= (?!dem |der )[^.;:,]{0,120}\d)|
    (?:mittel|haushalt\p{L}*|budget)(?!\p{L})[^.;]{0,140} (?:einzustellen|bereitzustellen)(?!\p{L})
  `,
  'iu',
)
const SPREAD = /verteilen sich|verteilt sich|teilen sich|aufgeteilt auf/iu
const MORE =
  /zusätzliche\p{L}*|(?<=[\p{L}\d:] )zusätzlich (?=(?:ca\. |rund |etwa |noch )?\d)|(?<!\p{L})neu(?:e[nrs]?)?(?!\p{L})|mehrbedarf|hinzukommend/u

/** The status a stretch of words gives a quantity within it; `before` and `behind` are what
 * stands directly beside it, `own` the quantity itself. */
export function statusFrom(said: string, before = '', behind = '', own = ''): StaffStatus | null {
  if (isTotalBeside(before, behind)) return 'gesamt'
  const words = said.replace(NOTE_ENDS, ' ').replace(CHANGED, ' ').replace(STANDING, ' ')
  if (PLAN_MOVES.test(words)) return 'gesamt'
  if (VACANT.test(words)) return 'unbesetzt'
  if (CUT.test(words) && !MADE.test(words)) return null
  if (MOVED.test(words)) return 'verlagert'
  if (TO_FILL.test(words)) return 'vorgesehen'
  if (FILLED.test(words)) return 'besetzt'
  if (MADE.test(words)) return 'neu'
  if (PROPOSED.test(words)) return NEED_OF.test(words) ? 'vorgesehen' : 'neu'
  if (NEEDED.test(words)) return 'vorgesehen'
  if (SPREAD.test(words)) return 'gesamt'
  if (PLAN_HOLDS.test(words)) return 'gesamt'
  return isMore(`${before.slice(-25)}${own}`) ? 'neu' : null
}

/** Does a sentence say of all its posts that they are set up already ("In A sind 3, in B 4 Stellen eingerichtet")? */
export function isStanding(sentence: string): boolean {
  return sentence.search(STANDING) >= 0
}

/** Does a quantity call itself additional, whatever is said of it? */
export function isMore(beside: string): boolean {
  return MORE.test(beside)
}

/** Do the words directly beside a quantity say that it is a total? */
export function isTotalBeside(before: string, behind: string): boolean {
  return (
    /\b(?:in ?s?gesamt|gesamt|in summe|zusammen|summe)(?: (?:rund|ca\.|etwa|somit|also|nur|noch|von|stehen|sind|werden|wurden|waren|gibt es|ergeben sich))* *$/iu.test(
      before,
    ) ||
    /\bgesamt(?:bestand|zahl|umfang|\p{L}*bedarf|personalbestand|stellenzahl|stellenbestand)\p{L}* (?:von|in Höhe von)(?: rund| ca\.| etwa)? *$/iu.test(
      before,
    ) ||
    /^ *(?:in ?s?gesamt|gesamt)(?!\p{L})/iu.test(behind)
  )
}

/** "63 Stellen besetzt und 8 Stellen unbesetzt": what is said of each quantity right behind it. */
export function standBehind(words: string, before = ''): StaffStatus | null {
  const { vacant, filled } = STAND.exec(words.replace(/ ?\([^()]{1,60}\)/gu, ''))?.groups ?? {}
  // What becomes free is filled still.
  if (vacant?.startsWith('frei') && /(?<!\p{L})(?:wird|werden|würden?)(?!\p{L})/u.test(before)) return null
  return vacant ? 'unbesetzt' : filled ? 'besetzt' : null
}

/** The status a column head or a subheading gives the numbers below it. */
export function statusOfHead(head: string): StaffStatus | null {
  // A difference is no more new than gone.
  if (/mehr ?\/ ?(?:weniger|minder)|\+ ?\/ ?-|zu- ?(?:\/|und) ?abg/i.test(head)) return null
  if (/unbesetzt|vakan|frei\b|offen/i.test(head)) return 'unbesetzt'
  if (/verlager|umgesetzt|verschoben/i.test(head)) return 'verlagert'
  if (
    /vorgezogen|bedarf|geplant|vorgesehen|\bsoll\b|erforderlich|benötigt|planung|entwurf|prognose|(?:zu)?künftig|nachher/i.test(
      head,
    )
  )
    return 'vorgesehen'
  if (/\bneu(?:e|en|er)?\b|zugang|zugänge|mehr(?:ung|stellen|bedarf)?\b|aufstock|schaffung|zusätzlich/i.test(head))
    return 'neu'
  if (/\bbesetz(?:t|ung)/i.test(head)) return 'besetzt'
  return /gesamt|summe|\bges\./i.test(head) ? 'gesamt' : null
}

/** Does a column head say how things stand, whatever the words above the table plan? */
export function isStockHead(head: string): boolean {
  return /(?<!\p{L})(?:ist(?!\p{L})|bestand|bisher|bislang|vorhanden|aktuell|derzeit|jetzt|alt(?!\p{L}))/iu.test(head)
}

/** Does this row label name a total? */
export function isTotal(label: string): boolean {
  return /(?:^|[\s(])(?:in ?s?gesamt|gesamt(?:summe|zahl|bedarf)?|(?:zwischen|end)?summe|Σ|total|zusammen)(?![\p{L}])|\(davon\)|\bdavon:?$/iu.test(
    label,
  )
}
