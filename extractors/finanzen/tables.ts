/**
 * Tables that carry data, with title, kind and unit. Forms of label and value, letterheads and boxes are none.
 */
import type { Table } from 'mdast'
import { rowsOf, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { readMoney } from '../../src/parse/money.ts'
import type { TableFacts } from '../../src/parse/table-facts.ts'
import type { Placed } from './blocks.ts'
import { headsOf } from './heads.ts'

export interface TableRecord {
  titel: string | null
  art: 'beratungsfolge' | 'finanzen' | 'stellen' | 'sonstige'
  einheit: string | null
  spalten: string[]
  zeilen: string[][]
}

const STEPS =
  /^(?:gremi(?:um|en)|datum|termin|sitzungs\w*|geplante sitzungs\w*|status|zuständigkeit|öffentlichkeitsstatus|ö ?\/ ?n|top|beschluss|ergebnis|einladung|beratungsfolge.*|am|n?ö|na)$/iu
const LETTERHEAD =
  /^(?:erstellt (?:durch|am|von)|bearbeite[rt]|bearbeitung|aktenzeichen|verantwortlich|federführ|dezernat|fachbereich|auskunft|telefon|tel\.|ansprechpartner)/iu
const STAFF =
  /VZ[ÄSEWK]\b|VzÄ|\bVK\b|Vollzeit|Stellen(?:zahl|anteile?|umfang|nummer|bezeichnung)?$|^Stelle(?:n|nplan)?\b|Entgeltgruppe|Besoldung|Planstelle|Kapazität/iu

/** The table as a record; undefined if it is a form. */
export function tableRecord(
  paper: ReadPaper,
  table: Table,
  facts: TableFacts,
  placed: Placed,
  above: Placed | undefined,
  around: readonly string[],
): TableRecord | undefined {
  const rows = rowsOf(paper, table).map((row) => row.map((cell) => cell.text.replace(/\s+/g, ' ').trim()))
  const { rows: heads, above: over } = headsOf(paper, table, around[0])
  const width = Math.max(0, ...rows.map((row) => row.length))
  const spalten = over
    ? [...over]
    : heads
      ? Array.from({ length: width }, (_, at) => headWords(rows.slice(0, heads), at))
      : []
  const zeilen = rows.slice(heads)
  if (isForm(rows, heads, width, facts, placed, isInForm(paper, placed))) return undefined
  const art = kindOf(spalten, facts, placed)
  return {
    titel: over ? null : titleOf(table, above, art),
    art,
    einheit: facts.unit?.printed ?? unitOf(facts, around),
    spalten,
    zeilen,
  }
}

/** A row that repeats the heads behind its first cell begins a new table with heads of its own. */
export function splitTables(value: TableRecord): TableRecord[] {
  const tables: TableRecord[] = []
  let open: TableRecord = { ...value, zeilen: [] }
  for (const row of value.zeilen) {
    const again =
      row.slice(1).filter(Boolean).length >= 2 && row.slice(1).every((cell, at) => cell === value.spalten[at + 1])
    if (again && open.zeilen.length) {
      tables.push(open)
      open = { ...value, titel: null, spalten: row, zeilen: [] }
    } else open.zeilen.push(row)
  }
  return [...tables, open]
}

function headWords(heads: readonly (readonly string[])[], at: number): string {
  return heads
    .map((row) => row[at] ?? '')
    .filter(Boolean)
    .join(' ')
}

/** Labels with values, boxes, a letterhead: set as a table but none. */
function isForm(
  rows: readonly (readonly string[])[],
  heads: number,
  width: number,
  facts: TableFacts,
  placed: Placed,
  form: boolean,
): boolean {
  if (width < 2 || rows.length < 2) return true
  const body = rows.slice(heads)
  if (!body.length) return true
  const steps = rows.slice(0, heads).some((row) => row.filter((cell) => STEPS.test(cell)).length >= 2)
  if (!steps && rows.some((row) => /^[☐☒☑□]/u.test(row[0] ?? ''))) return true
  const marked = rows.filter((row) => row.some((cell) => /[☐☒☑□]\s?\p{L}|\p{L}\s?[☐☒☑□]/u.test(cell))).length
  if (marked * 2 >= rows.length) return true
  const asked = rows.filter((row) => isYesOrNo(row.join(' '))).length
  if (asked === rows.length || (width <= 3 && asked > 0)) return true
  if (!heads && (isPairs(rows) || isVote(rows))) return true
  // Heads over one row of amounts, or labels with amounts and no heads, are the lines of a form.
  if (form && body.length === 1 && body[0]?.every((cell) => readMoney(cell).amounts.length === 1)) return true
  if (form && !heads && width === 2) return true
  if (!heads && isAmountList(rows)) return true
  if (rows.filter((row) => /^[-–•*▪●\uf000-\uf0ff]\s?\p{L}/u.test(row[0] ?? '')).length * 2 > rows.length) return true
  if (rows.length <= 3 && rows[0]?.some((cell) => LETTERHEAD.test(cell))) return true
  const labelled = rows.filter((row) => /:\s*$/.test(row[0] ?? '')).length
  if (labelled * 2 > rows.length && width <= 3) return true
  if (isColonPairs(rows) || isSigned(rows)) return true
  const filled = rows.filter((row) => row.filter(Boolean).length >= 2).length
  if (filled < 2) return true
  const money = facts.columns.some(({ kind }) => kind === 'geld')
  if (placed.section?.kind === 'kopf' && !money && !rows[0]?.some((cell) => STEPS.test(cell))) return true
  if (heads || width !== 2) return false
  return !body.some((row) => /\d/.test(row[1] ?? '')) || areMixed(body.map((row) => row[1] ?? ''))
}

/** `Teilplan: | 3630 | Bezeichnung: | Jugend`: labels with colons in every other column. */
function isColonPairs(rows: readonly (readonly string[])[]): boolean {
  return (
    rows.every((row) => row.length >= 4) &&
    rows.every((row) => row.every((cell, at) => at % 2 === 1 || !cell || /:\s*$/.test(cell))) &&
    rows.every((row) => row.some((cell, at) => at % 2 === 0 && cell))
  )
}

const OFFICE =
  /^(?:(?:Erste[rn]?|\(?Ober)?\s?)?\(?\p{L}*(?:bürgermeister|stadtrat|stadträt|beigeordnete|dezernent|kämmer|landrat|landrät|leiter|direktor|präsident|vorsitzende|geschäftsführer|vorst[aä]nd|sprecher|sachbearbeit)\p{L}*/iu

/** Names with the offices below them: who signed. */
function isSigned(rows: readonly (readonly string[])[]): boolean {
  if (rows.length > 3 || rows.some((row) => row.some((cell) => /\d/.test(cell)))) return false
  const [first = [], ...below] = rows
  const named = first.filter(Boolean)
  const names = named.every((cell) =>
    /^(?:gez\.? |i\. ?[VA]\. )?(?:(?:Prof|Dr|Dipl)\S*\s)*\p{Lu}[\p{L}.-]+(?: \p{Lu}?[\p{L}.-]+){0,3}$/u.test(cell),
  )
  return (
    named.length > 0 &&
    names &&
    below.some((row) => row.some(Boolean) && row.every((cell) => !cell || OFFICE.test(cell)))
  )
}

/** A day beside words or an amount: what stands behind the labels of a form, not in a column. */
function areMixed(cells: readonly string[]): boolean {
  const kinds = new Set(cells.filter(Boolean).map(kindOfCell))
  return kinds.has('tag') && kinds.size > 1
}

function kindOfCell(text: string): 'tag' | 'betrag' | 'zahl' | 'worte' {
  if (/^\d{1,2}\. ?(?:\d{1,2}\. ?|\p{Lu}\p{L}+ )(?:\d\d){1,2}$/u.test(text)) return 'tag'
  if (isAmount(text)) return 'betrag'
  return /^[\d.,%\s+-]+$/.test(text) ? 'zahl' : 'worte'
}

/** `Ja-Stimmen | 7`, `Nein-Stimmen | 1`: how a vote went. */
function isVote(rows: readonly (readonly string[])[]): boolean {
  return ['Ja', 'Nein'].every((word) =>
    rows.some(([label = '']) => new RegExp(`^${word}-? ?Stimmen:?$`, 'iu').test(label)),
  )
}

/** `☒ ja ☐ nein`, `Ja [X] Nein [ ]`: a question of a form. */
function isYesOrNo(row: string): boolean {
  const box = '(?:[☐☒☑□]|\\[[ xX]?\\])'
  return ['ja', 'nein'].every((word) =>
    new RegExp(`${box} ?${word}(?!\\p{L})|(?<!\\p{L})${word} ?${box}`, 'iu').test(row),
  )
}

/** Label, amount, label, amount: two columns of a form side by side. */
export function isPairs(rows: readonly (readonly string[])[]): boolean {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return (
    width > 2 &&
    width % 2 === 0 &&
    rows.every((row) =>
      row.every((cell, at) =>
        at % 2 ? !cell || isAmount(cell.replace(/ (?:pro|je) Jahr$| p\. ?a\.$/u, '')) : !/\d/.test(cell),
      ),
    )
  )
}

/** Labels with one amount each: read like a table, but none. */
export function isAmountList(rows: readonly (readonly string[])[]): boolean {
  return rows.every((row) => row.length === 2 && (!row[1] || isAmount(row[1])))
}

/** Nothing but an amount printed with its unit: what stands before it is its label. */
function isAmount(text: string): boolean {
  const [amount, ...more] = readMoney(text).amounts
  return amount !== undefined && !more.length && !/\p{L}{3}/u.test(text.slice(0, amount.start) + text.slice(amount.end))
}

/** Does the block stand in a finance section, or in one within it? */
function isInForm(paper: ReadPaper, { span }: Placed): boolean {
  return paper.sections.some(
    (section) => section.kind === 'finanzen' && spanOf(section).start <= span.start && spanOf(section).end >= span.end,
  )
}

function kindOf(spalten: readonly string[], facts: TableFacts, placed: Placed): TableRecord['art'] {
  const steps = spalten.filter((head) => STEPS.test(head.replace(/^\d+\.\s*/, '').replace(/:$/, ''))).length
  // Amounts with their currency are no steps, whatever stands above them.
  const money =
    readMoney(placed.text).amounts.length > 0 || facts.columns.some(({ kind, unit }) => kind === 'geld' && unit)
  if (steps >= 3 || (placed.section?.kind === 'beratungsfolge' && !money)) return 'beratungsfolge'
  if (facts.columns.some(({ kind }) => kind === 'vzae') || spalten.some((head) => STAFF.test(head))) return 'stellen'
  return facts.columns.some(({ kind }) => kind === 'geld') ? 'finanzen' : 'sonstige'
}

/** The one unit all number columns name in their heads, or a note names for full-time equivalents. */
function unitOf(facts: TableFacts, around: readonly string[]): string | null {
  const noted = around
    .map((text) => /(?:angaben|werte|zahlen) in (VZ[ÄSEWK]|VzÄ|VK|VZk|Stellen)(?!\p{L})/iu.exec(text)?.[1])
    .find(Boolean)
  if (noted) return noted
  const named = facts.columns
    .filter(({ kind }) => kind === 'geld' || kind === 'vzae' || kind === 'anzahl' || kind === 'prozent')
    .map(({ head, kind, unit }) =>
      kind === 'geld'
        ? unit?.printed
        : kind === 'vzae'
          ? /VZ[ÄSEWK](?!\p{L})|VzÄ|VK(?!\p{L})/u.exec(head)?.[0]
          : undefined,
    )
  const [first] = named
  return first && named.every((unit) => unit === first) && facts.columns.length - named.length <= 2 ? first : null
}

/** "Rangfolge der Angebote:", a line by itself that is no sentence and no note. */
const NAMES_TABLE =
  /^(?!(?:Angaben|Beträge|Werte|Alle|Stand|Quelle|Hinweis|Anmerkung)(?!\p{L}))\p{Lu}[^\n.!?:;]{4,70}:$/u
const SENTENCE = latin(
  oneLine`
    ^(?:Der|Die|Das|Dies|Im|In|Für|Nach|Bei|Von|Aus|Mit)(?!\p{L})|
    (?<!\p{L})(?:
      wird|werden|ist|sind|war|waren|hat|haben|wie|folg\p{L}*|es|sich|lautet|beträgt|betragen|ergibt|ergeben|
      stellt|weist|zeigt|gilt|gelten|gibt|liegt|liegen|entfallen|sieht|sehen|damit|nicht|wurden?
    )(?!\p{L})
  `,
  'u',
)

function titleOf(table: Table, above: Placed | undefined, art: TableRecord['art']): string | null {
  if (art === 'beratungsfolge' && !/beratung|sitzung/iu.test(table.data?.caption ?? above?.text ?? '')) return null
  const caption = table.data?.caption?.trim()
  const first = caption?.split('\n')[0]?.trim()
  if (first) return first.replace(/\s*:$/, '')
  const line = above?.text.trim() ?? ''
  if (!above || (above.block.type !== 'heading' && (!NAMES_TABLE.test(line) || SENTENCE.test(line)))) return null
  return (
    above.text
      .replace(/\s+/g, ' ')
      .replace(/^\d+(?:\.\d+)*[.)]?\s+/, '')
      .replace(/\s*:$/, '')
      .trim() || null
  )
}
