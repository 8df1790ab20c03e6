/**
 * The pieces of a form's lines: words, years, amounts without a unit, numbers of accounts, and the heads of its columns.
 *
 * Units: offsets in UTF-16 code units into the block's text; `scale` in euros per counted unit.
 */

import type { Span } from '../../src/document.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { unitNamed } from '../../src/parse/money-units.ts'
import { type Turnus, turnusNamed } from '../../src/parse/turnus.ts'

export interface Piece extends Span {
  readonly kind: 'words' | 'year' | 'amount' | 'number'
  readonly text: string
  /** The piece is all that stands in its cell. */
  readonly alone: boolean
}

const AMOUNT = /^[-−–+]?\d{1,3}(?:\.\d{3})+(?:,\d{2})?\*?$|^[-−–+]?\d{1,7},\d{2}\*?$/u
const YEAR = /^(?:(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.)?(?:19|20)\d\d$/u
const NUMBER = /^\d[\d./_-]*$|^20\.{2,}$/u

/** The pieces of one line, cell by cell; a number within words belongs to them. */
export function piecesOf(text: string, line: Span): Piece[] {
  const pieces: Piece[] = []
  let at = line.start
  for (const cell of text.slice(line.start, line.end).split('\t')) {
    const own: { kind: Piece['kind']; start: number; end: number }[] = []
    for (const found of cell.matchAll(/\S+/g)) {
      const span = { start: at + found.index, end: at + found.index + found[0].length }
      const last = own.at(-1)
      const printed = kindOf(found[0])
      const kind = printed === 'number' && last?.kind === 'words' && found[0].length < 5 ? 'words' : printed
      if (kind === 'words' && last?.kind === 'words') last.end = span.end
      else own.push({ kind, ...span })
    }
    for (const piece of own)
      pieces.push({ ...piece, text: text.slice(piece.start, piece.end), alone: own.length === 1 })
    at += cell.length + 1
  }
  return pieces
}

function kindOf(word: string): Piece['kind'] {
  if (YEAR.test(word)) return 'year'
  if (AMOUNT.test(word)) return 'amount'
  return NUMBER.test(word) ? 'number' : 'words'
}

/** What a head says of the amounts below it. */
export interface UnitHead {
  readonly scale: number
  readonly turnus: Turnus | null
  /** The words of the head that name the amount ("Gesamtkosten (EUR)"); none for "Höhe in EUR". */
  readonly name: string | undefined
}

const UNIT = '(?:T|Tsd\\.\\s?|Mio\\.\\s?)?(?:€|EUR|Euro|EURO)'
const RATE = '(?:\\s?/\\s?(?:Jahr|a|Monat)(?!\\p{L})|\\sp\\.\\s?a\\.)?'
const GENERAL = '(?:Höhe|Betrag|Beträge|Summe|Angaben?|Wert)'
const NAMES = `(?:${GENERAL}|\\p{Lu}\\p{L}*(?:kosten|aufwand|aufwendungen|erträge?|auszahlungen|einzahlungen|ansatz|bedarf|zuschuss|belastung)|Kosten|Aufwand|Ertrag|Erträge|Aufwendungen|Auszahlungen|Einzahlungen|Ansatz|Bedarf)`
/** "Höhe (Euro)", "Betrag in €", "Höhe in EUR/Jahr", "Höhe (jährlich, Euro)" */
const HEAD = new RegExp(
  `(?<![\\p{L}-])(?<name>${NAMES})(?:\\s(?:gesamt|insgesamt|brutto|netto))?\\s?(?:\\((?:\\p{L}+,?\\s)?(?:in\\s)?(?<a>${UNIT}${RATE})(?:,?\\s\\p{L}+)?\\)|\\s?in\\s(?<b>${UNIT}${RATE})(?![\\p{L}])|:?\\s(?<c>${UNIT}${RATE})\\s*$)(?:\\s?\\((?:jährlich|einmalig|p\\.\\s?a\\.)\\))?`,
  'u',
)
/** "(jährlich, Euro)", "(in EUR)" below the word "Höhe"; "Euro" beside the word "Jahr". */
const BELOW = new RegExp(`^\\((?:jährlich|einmalig|in|brutto|netto),?\\s(?:in\\s)?(${UNIT}${RATE})\\)`, 'u')
const BARE = new RegExp(`(?:^|\\t|\\s)(${UNIT})(?=\\t|\\s|$)`, 'u')
const UNITS = /€|EUR(?!\p{L})|(?<!\p{L})Euro?(?!\p{L})|EURO/gu
const TIME = /(?<!\p{L})(?:Haushalts|ab )?[Jj]ahr(?!\p{L})/u

/** The unit a line of heads prints; `before` are the lines above it. */
export function unitHead(line: string, before: readonly string[]): UnitHead | undefined {
  if (!/€|EUR|Euro/.test(line) || (line.match(UNITS)?.length ?? 0) > 1) return undefined
  if (line.length > 140 || /\d{3}/.test(line.replace(/(?:19|20)\d\d/g, ''))) return undefined
  const head = HEAD.exec(line)
  if (head) {
    const { name = '', a, b, c } = head.groups ?? {}
    const general = new RegExp(`^${GENERAL}$`, 'u').test(name)
    return saying(a ?? b ?? c ?? '', `${head[0]} `, general ? undefined : name)
  }
  const below = BELOW.exec(line)
  if (below) return saying(below[1] ?? '', below[0], undefined)
  const bare = BARE.exec(line)
  if (!bare || !isHeads(line)) return undefined
  return TIME.test(line) || before.slice(-2).some((above) => TIME.test(above) && isHeads(above))
    ? saying(bare[1] ?? '', '', undefined)
    : undefined
}

function saying(unit: string, words: string, name: string | undefined): UnitHead | undefined {
  const named = unitNamed(unit)
  return named && { scale: named.scale, turnus: turnusNamed(words), name }
}

const HEAD_WORD = latin(
  oneLine`
    (?<![\p{L}-])(?:
      \(?Produkt/Projekt\)?|PSP-Element|Ab Jahr|ab Jahr|ab HHJ|(?:Haushalts)?[Jj]ahr|HHJ|von|bis|ab|
      [Ww]o veranschlagt|davon|veranschlagt|Kostenstelle|Kostenträger|Kostenart|Sachkonto|Produktsachkonto|
      Produktkonto|Produkt(?:gruppe)?|Konto|Finanzstelle|Finanzposition|Investitionsnummer|Bemerkung(?:en)?|
      Bezeichnung|Höhe|Betrag|Bedarf|Mehrbedarf|Ansatz|Teilergebnisplan|Teilfinanzplan|Zeile|Gesamt
    )(?![\p{L}-])|
    (?:T|Tsd\. ?|Mio\. ?)?(?:€|EUR|Euro|EURO)(?![\p{L}])|[\s\t(),:/]+
  `,
  'gu',
)
const MONEY_HEAD = /(?<![\p{L}-])(?:veranschlagt|Bedarf|Mehrbedarf|Ansatz)(?![\p{L}-])/gu

/** Nothing but words that head columns. */
export function isHeads(line: string): boolean {
  return line.length <= 140 && /\p{L}|€/u.test(line) && line.replace(HEAD_WORD, '') === ''
}

/** Columns of money besides that of the unit ("davon veranschlagt", "Bedarf"). */
export function moneyHeads(line: string): number {
  return line.replace(/[Ww]o veranschlagt/u, '').match(MONEY_HEAD)?.length ?? 0
}
