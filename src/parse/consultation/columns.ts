/**
 * The column heads of a Beratungsfolge: which columns there are, and in which order.
 *
 * Reads: one line or table row of heads (`Gremium Termin TOP ö nö Ergebnis`), also broken over lines.
 */

import { oneLine } from '../../one-line.ts'
import { latin } from '../latin.ts'
import { remembering } from '../remember.ts'
import { isRole } from '../role.ts'

/** A `kreuz:` column is headed by a role; a cross in it gives the step that role. */
export type Column =
  | 'gremium'
  | 'datum'
  | 'top'
  | 'oeffentlich'
  | 'nichtoeffentlich'
  | 'status'
  | 'rolle'
  | 'ergebnis'
  | 'sitzung'
  | 'zustand'
  | `kreuz:${string}`

/** Wordings of heads, longest first; `null` is a head without meaning for a step. */
const HEADS: readonly (readonly [RegExp, Column | null])[] = [
  [
    /^(?:\d{1,2}\.? )?(?:geplante |weitere |vorgesehene |bisherige )?beratungs(?:folge|gang)(?: dieser vorlage| der vorlage)?:?/i,
    null,
  ],
  [
    /^(?:(?:geplanter?|voraussichtliche[rs]?|vorgesehene[rs]?) )?(?:sitzungstermine?|beratungstermine?|plandatum|termine?)(?!\p{L}):?/iu,
    'datum',
  ],
  [/^(?:öffentlichkeitsstatus|sitzungsart)(?!\p{L}):?/iu, 'status'],
  [
    /^(?:öffentlichkeit|öffentlich(?: ?\/ ?nicht[- ]?öffentlich)|sitzungsteil|öff\.? ?\/ ?(?:nö|n\. ?ö\.|nicht-?öff\.?)|ö ?\/ ?nö?|ö\.? ?\/ ?n\.? ?ö\.?)(?!\p{L}):?/iu,
    'status',
  ],
  [/^(?:beratende[sr]? |zuständige[sr]? |beratungs)?(?:gremi(?:um|en)|organ|beratungsorgan)(?!\p{L}):?/iu, 'gremium'],
  [/^(?:vorlage an|beschlussorgan)(?!\p{L}):?/iu, 'gremium'],
  [/^(?:ausschuss|gremium)(?: ?\/ ?(?:rat|ausschuss|gremium))+:?/i, 'gremium'],
  [/^datum der sitzung(?!\p{L}):?/iu, 'datum'],
  [
    /^(?:sitzungsdatum|sitzungs?[- ]?tag|beratungstermin|termin|datum|sitzung am|sitzung vom|sitzungs?[- ]?tage?|am)(?!\p{L}):?/iu,
    'datum',
  ],
  [
    latin(
      oneLine`
      ^(?:
        beratungsart|art der (?:beratung|behandlung)|zuständigkeit(?:en)?|zust\.|z\.|beratungsqualität|
        beschlusskompetenz|beratung|beratungsstatus|beschlussqualität|beratungsform|ziel|art|zur|rolle|
        behandlung|beratungsaktion|behandlungsart|funktion|(?:beratungs|behandlungs)?zweck(?: ?/ ?-?art)?|aktion|v?b ?/ ?e|v ?/ ?e
      )(?!\p{L}):?
    `,
      'iu',
    ),
    'rolle',
  ],
  [
    /^(?:beratungsergebnis|beratungsstand|stand|votum|abstimmungsergebnis|ergebnis|beschluss(?:art)?|abstimmung|entscheidung ?\/ ?ergebnis)(?!\p{L}):?/iu,
    'ergebnis',
  ],
  [/^(?:einladung|sitzung|sitzungs-?(?:nr\.?|nummer))(?!\p{L}):?/iu, 'sitzung'],
  [/^(?:zu )?(?:top-?nr\.?|top|tagesordnungspunkt)(?!\p{L}):?/iu, 'top'],
  [/^(?:nö|n\. ?ö\.|nichtöff\.)(?!\p{L})/iu, 'nichtoeffentlich'],
  [/^(?:ö|ö\.|öff\.)(?!\p{L})/iu, 'oeffentlich'],
  [/^status(?!\p{L}):?/iu, 'status'],
  [
    /^(?:einst(?:\.|immig)|na|pa|nr\.?|lfd\.? ?nr\.?|bemerkung(?:en)?|anmerkung(?:en)?|dokumente|aktionen?|vorlage)(?!\p{L}):?/iu,
    null,
  ],
]
const PATTERNS = HEADS.map(([head, column]) => [latin(head), column] as const)

/**
 * Read a line as column heads.
 *
 * @returns
 *   The columns in order, or `undefined` if the line holds anything but heads or only one word that could be a value.
 */
export const columnsOf = remembering((line: string): readonly (Column | null)[] | undefined => {
  if (line.length > 160) return undefined
  if (line.includes('\t')) {
    const cells = withLetters(line.split('\t').map((cell) => cell.trim()))
    const crossed = roleHeads(cells)
    const read = cells.map((cell, at) => (crossed[at] ? [crossed[at]] : cell ? wordsAsHeads(cell) : []))
    const known = read.flatMap((heads) => heads ?? [])
    const strange = cells.filter((cell, at) => read[at] === undefined && (/\d/.test(cell) || cell.length > 30)).length
    const few =
      read.filter((heads) => heads === undefined).length < 3 && known.includes('gremium') && known.includes('datum')
    if (read.some((heads) => heads === undefined) && (strange || !few)) return undefined
    const columns = withRoles(
      cells,
      read.map((heads, at) => onlyHead(heads) ?? (at === 0 && FIRST.test(cells[0] ?? '') ? 'gremium' : null)),
    )
    return Math.max(columns.filter(Boolean).length, read.flat().filter(Boolean).length) > 1 ? columns : undefined
  }
  const heads = wordsAsHeads(lettersApart(line))
  return heads?.length ? heads : undefined
})

/** `TOP Ö N`: the letters of two columns, which one sign would make one (`Ö/N`). */
function lettersApart(line: string): string {
  return line.replace(/(?<![\p{L}.])(Ö[ \t|]+)N(?![\p{L}.])/u, '$1nö')
}

/** `öffentlich` and `nichtöffentlich`, or `Ö` and `N`, above columns of their own, in which crosses stand. */
export function withLetters(cells: readonly string[]): readonly string[] {
  if (cells.some((cell) => /^ö$/i.test(cell)) && cells.includes('N'))
    return cells.map((cell) => (cell === 'N' ? 'nö' : cell))
  const [open, closed] = [/^öffentlich$/i, /^nicht[- ]?öffentlich$/i]
  if (!cells.some((cell) => open.test(cell)) || !cells.some((cell) => closed.test(cell))) return cells
  return cells.map((cell) => (open.test(cell) ? 'ö' : closed.test(cell) ? 'nö' : cell))
}

/** A cell with two heads ("Sitzung am Gremium") is no column of either. */
function onlyHead(heads: readonly (Column | null)[] | undefined): Column | null | undefined {
  const known = heads?.filter((head) => head !== null) ?? []
  return known.length > 1 ? null : known[0]
}

/** All heads of a line, also several in one cell; `undefined` if it holds anything else. */
export function headsIn(line: string): (Column | null)[] | undefined {
  if (line.length > 160) return undefined
  const read = withLetters(
    lettersApart(line)
      .split('\t')
      .map((cell) => cell.trim()),
  ).map((cell) => wordsAsHeads(cell))
  return read.every((heads) => heads !== undefined) ? read.flat() : undefined
}

/** The heads in one cell: none of an empty cell, `undefined` if it holds anything else. */
export function headsOfCell(cell: string): (Column | null)[] | undefined {
  if (/^(?:Ausschuss|Ausschuß|Beratung im|Behandlung in folgenden Gremien):?$/i.test(cell.trim())) return ['gremium']
  return wordsAsHeads(cell.replace(/- (?=\p{Ll})/gu, ''))
}

/** Above the bodies, where other columns follow. */
const FIRST = /^beratungsfolge:?$/i

/** Columns for publicity by crosses, then such for roles: `Öff. | N.Ö. | Empfehlung | Beschluss`. */
function roleHeads(cells: readonly string[]): (Column | undefined)[] {
  const read = cells.map((cell) => wordsAsHeads(cell)?.[0])
  const crosses = read.includes('oeffentlich') && read.includes('nichtoeffentlich')
  const roles = crosses ? cells.filter((cell) => isRole(cell)) : []
  if (!roles.some((cell) => !wordsAsHeads(cell))) return []
  return cells.map((cell) => (roles.includes(cell) ? (`kreuz:${cell}` as const) : undefined))
}

/** "Beschlussart" beside "Ergebnis" holds what a body is to do, not what came of it. */
function withRoles(cells: readonly string[], columns: readonly (Column | null)[]): (Column | null)[] {
  const results = columns.filter((column) => column === 'ergebnis').length
  if (results < 2 || columns.includes('rolle')) return [...columns]
  return columns.map((column, at) => (/^beschlussart/i.test(cells[at] ?? '') ? 'rolle' : column))
}

function wordsAsHeads(line: string): (Column | null)[] | undefined {
  const columns: (Column | null)[] = []
  let rest = line.trim()
  while (rest) {
    const found = PATTERNS.find(([head]) => head.test(rest))
    if (!found) return undefined
    columns.push(found[1])
    rest = rest.replace(found[0], '').replace(/^[\s|/,;:*]+/, '')
  }
  return columns
}
