/**
 * Write the blocks of a proposal as running text: lines joined within a paragraph, each item of a list on its own line,
 * paragraphs parted by an empty line; and cut it into its numbered points.
 */
import { BULLETS } from '../../src/bullets.ts'
import { type Block, type PaperDocument, quote, type Span, spanOf } from '../../src/document.ts'
import { isPaperNumber } from '../../src/parse/paper-number.ts'
import { type End, endsBefore } from './end.ts'

export interface Written {
  readonly text: string
  readonly punkte: readonly string[]
  readonly span: Span
  /** Only the form of a line says that it ends here. */
  readonly endUnsure: boolean
}

interface Piece extends Span {
  readonly text: string
  /** The number of a point at the outermost level. */
  readonly number: number | null
  readonly bullet: boolean
}

/** A point's number; the proposal may stand in quotation marks. */
const NUMBER = /^[„“"»]?(?:\(?(\d{1,2})[.)]|(\d{1,2})\.\)|(0\d{1,2})(?=\s+\p{Lu}))\s+/u
/** A point's number on a line of its own. */
const LONE_NUMBER = /^\(?0?(\d{1,2})[.)]?$/u
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
/** A proposal that begins with this holds nothing. */
const SIGNED_FIRST = /^(?:Beratungsergebnis|Abstimmungsergebnis|\[Dokumentende|Anlagen?:)/
const BULLET = new RegExp(String.raw`^(?:[${BULLETS}]|o|[a-z]\)|[a-z]\.)\s+`, 'u')
/** The sender's address at the foot of a page: `Stadt Musterau, Hauptstraße 1, 01234 Musterau`. */
const ADDRESS = /(?<!\d)\d{5} \p{Lu}\p{L}+/u
const OFFICE =
  /^(?:Stadt|Gemeinde|Markt|Landkreis|Landratsamt|Kreis|Samtgemeinde|Verbandsgemeinde)(?:verwaltung)? \p{Lu}[^.!?;]{2,60}[,|·•-] ?\p{L}[^,]{2,40} \d{1,3}[a-z]?[ ,|·•-]/u
const CONTACT = /^\p{Lu}[^.!?;]{2,90}\d{5} \p{Lu}[^.!?;]{2,60}(?:www\.|\S@\S|Tel\.|Telefon|Fax)/u
/** What a head says of the paper: its day, file, number, clerk. */
const FACT =
  /^(?:Datum|Stand|Az\.?|Aktenzeichen|Gz\.?|(?:Vorlagen?|Drucksachen?)(?:-?Nr\.|nummer)|Bearbeite[rt]\p{L}*(?:\/in)?|Verfasser(?:\/?in)?|Sachbearbeiter(?:\/?in)?) ?: ?\S/u
/** A line that only says which page of which paper begins. */
const PAGE =
  /^(?:- ?\d{1,3} ?-|Seite:? \d{1,3}(?: ?(?:von|\/) ?\d{1,3}| (?:der|zur|des) (?:\p{L}*[Vv]orlage|\p{L}*[Dd]rucksache|Antrags)(?: (?:Nr\.? )?\S*\d\S*)?)?)$/u
/** The text of a proposal and its points; `undefined` if the blocks hold nothing. */
export function writeProposal(paper: Pick<PaperDocument, 'text'>, blocks: readonly Block[]): Written | undefined {
  const pieces: Piece[] = []
  let end: End | undefined
  for (const block of blocks) {
    end = addPieces(pieces, paper, block)
    if (end) break
  }
  const first = pieces[0]
  const last = pieces.at(-1)
  if (!first || !last) return undefined
  return {
    text: joinPieces(pieces),
    punkte: unquoted(pointsOf(numbered(pieces)), first.text),
    span: { start: first.start, end: last.end },
    endUnsure: end === 'heading',
  }
}

/** Add a block as paragraphs and items: a line that begins with a number or bullet begins a new piece. */
function addPieces(pieces: Piece[], paper: Pick<PaperDocument, 'text'>, block: Block): End | undefined {
  const span = spanOf(block)
  if (block.type === 'table') {
    const rows = quote(paper, span)
    const [line = '', below = ''] = rows.split('\n')
    const last = pieces.at(-1)
    // Below a whole sentence a label with its value is a row of a form.
    const end =
      last && !isLoose(last.text) && /^\p{Lu}[^\t]{3,60}:\t/u.test(line.trim())
        ? 'sure'
        : last && endsBefore(line.trim(), below.trim(), true, false, true)
    if (!end) pieces.push(...rowsAsLines(paper, span))
    return end
  }
  const from = pieces.length
  let at = span.start
  for (const line of quote(paper, span).split('\n')) {
    const words = line.trim()
    const start = at + line.indexOf(words)
    at += line.length + 1
    if (!words || PAGE.test(words) || isPageHead(paper.text, words, start)) continue
    const open = pieces.length > from ? pieces.at(-1) : undefined
    const last = pieces.at(-1)
    const { below, tight } = lineBelow(paper.text, start + words.length)
    const apart = !open || /[.!?;:)“"]$/.test(open.text)
    const end = last
      ? endsBefore(words, below, apart, tight, isLoose(last.text))
      : SIGNED_FIRST.test(words)
        ? 'sure'
        : undefined
    if (end) return end
    const begins =
      !open || BULLET.test(words) || followsRoman(pieces, words) || (NUMBER.test(words) && follows(pieces, words))
    const text = words.replace(/\s+/g, ' ')
    if (begins)
      pieces.push({ text, number: numberOf(text), bullet: BULLET.test(text), start, end: start + words.length })
    else
      pieces[pieces.length - 1] = {
        ...open,
        text: /\p{L}\/$/u.test(open.text) ? open.text + text : `${open.text} ${text}`,
        end: start + words.length,
      }
  }
  return undefined
}

/** Does a Roman number go on with the count? */
function followsRoman(pieces: readonly Piece[], words: string): boolean {
  const number = romanOf(words)
  const before = pieces.findLast(({ text }) => romanOf(text) > 0)
  return number > 1 && number === romanOf(before?.text ?? '') + 1
}

/** 1 of `I. Der Rat …`, 2 of `II. …`; 0 of a text without a Roman number. */
function romanOf(text: string): number {
  return ROMAN.indexOf(/^([IVX]{1,4})[.)]\s+(?=\p{Lu})/u.exec(text)?.[1] ?? '') + 1
}

/** A label of the head with its value, printed again, or a number of a paper alone on a line, which it prints elsewhere, too: the head or foot of a page. */
function isPageHead(text: string, words: string, at: number): boolean {
  if (words.length < 160 && ADDRESS.test(words) && (OFFICE.test(words) || CONTACT.test(words))) return true
  if (words.length < 60 && FACT.test(words) && text.indexOf(words) < at) return true
  return /\p{L}/u.test(words) && isPaperNumber(words) && text.indexOf(words) !== text.lastIndexOf(words)
}

/** Does a text not end a sentence, so that a short line behind it need not be a heading? */
function isLoose(text: string): boolean {
  return (
    !/[.!?“]$/.test(text) ||
    /(?<!\p{L})(?:inkl|exkl|zzgl|bzw|ca|Nr|Abs|Art|St|Str|evtl|ggf|lfd|Ziff|\p{L})\.$/u.test(text)
  )
}

/** The next line that holds something, and whether it follows without an empty line. */
function lineBelow(text: string, end: number): { below: string; tight: boolean } {
  const rest = /^[^\n]*\n(\s*)([^\n]*)/.exec(text.slice(end, end + 300))
  return { below: rest?.[2]?.trim() ?? '', tight: !rest?.[1]?.includes('\n') }
}

/** Does a number at a line's beginning go on with the count, rather than being a date or an amount within a sentence? */
function follows(pieces: readonly Piece[], words: string): boolean {
  const number = numberOf(words) ?? 0
  const before = pieces.findLast((piece) => piece.number !== null)?.number ?? 0
  const last = pieces.at(-1)
  return number === before + 1 && (last?.bullet || /[.:;,!?)]$/.test(last?.text ?? '.'))
}

function rowsAsLines(paper: Pick<PaperDocument, 'text'>, span: Span): Piece[] {
  const text = quote(paper, span).replaceAll('\t', ' ').replace(/ {2,}/g, ' ').trim()
  return text ? [{ text, number: null, bullet: false, ...span }] : []
}

function numberOf(text: string): number | null {
  const match = NUMBER.exec(text)
  return match ? Number(match[1] ?? match[2] ?? match[3]) : null
}

function joinPieces(pieces: readonly Piece[]): string {
  return pieces.reduce((text, piece, at) => {
    if (!at) return piece.text
    return text + (piece.bullet && pieces[at - 1]?.bullet ? '\n' : '\n\n') + piece.text
  }, '')
}

/** Pieces with numbers that stand alone put to what they number, where they count on from 1. */
function numbered(pieces: readonly Piece[]): readonly Piece[] {
  const lone = pieces.flatMap(({ text }) => LONE_NUMBER.exec(text)?.[1] ?? [])
  if (lone.length < 2 || !lone.every((number, at) => Number(number) === at + 1)) return pieces
  return pieces.flatMap((piece, at): Piece[] => {
    const before = pieces[at - 1]
    const number = before && LONE_NUMBER.exec(before.text)?.[1]
    if (LONE_NUMBER.test(piece.text)) return []
    return [number ? { ...piece, text: `${number}. ${piece.text}`, number: Number(number), bullet: false } : piece]
  })
}

/** Points of a proposal in quotation marks: the last one without the mark that closes it. */
function unquoted(points: readonly string[], first: string): readonly string[] {
  if (!/^[„“"»]\(?\d/u.test(first)) return points
  return points.map((point, at) => (at === points.length - 1 ? point.replace(/(?<=[.!?])[“”"«]$/u, '') : point))
}

/** The numbered points: counted on from one to the next, with the items below them. */
function pointsOf(pieces: readonly Piece[]): string[] {
  if (pieces.every(({ number }) => number === null)) {
    const roman = pieces.filter(({ text }) => romanOf(text) > 0)
    if (roman.length > 1 && romanOf(roman[0]?.text ?? '') === 1)
      return roman.map(({ text }) => text.replace(/^[IVX]+[.)]\s+/, ''))
  }
  const points: { text: string; open: boolean }[] = []
  for (const piece of pieces) {
    const last = points.at(-1)
    if (piece.number === points.length + 1) {
      const text = piece.text.replace(NUMBER, '')
      points.push({ text, open: !/[.;!?]$/.test(text) })
    } else if (last && (piece.bullet || (last.open && /^\p{Lu}/u.test(piece.text)))) {
      last.text += `\n\n${piece.text}`
      last.open = !/[.;!?]$/.test(piece.text)
    }
  }
  return points.map(({ text }) => text)
}
