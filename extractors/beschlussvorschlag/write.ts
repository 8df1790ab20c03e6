/**
 * Write the blocks of a proposal as running text: lines joined within a paragraph, each item of a list on its own line,
 * paragraphs parted by an empty line; and cut it into its numbered points.
 */
import { type Block, type PaperDocument, quote, type Span, spanOf } from '../../src/document.ts'

export interface Written {
  readonly text: string
  readonly punkte: readonly string[]
  readonly span: Span
}

interface Piece extends Span {
  readonly text: string
  /** The number of a point at the outermost level. */
  readonly number: number | null
  readonly bullet: boolean
}

const NUMBER = /^(?:\(?(\d{1,2})[.)]|(\d{1,2})\.\))\s+/
const BULLET = /^(?:[-–•·*▪●○■□◦✓►➢❖]|o|[a-z]\)|[a-z]\.)\s+/
/** A line that only says which page of which paper begins. */
const PAGE =
  /^(?:- ?\d{1,3} ?-|Seite:? \d{1,3}(?: ?(?:von|\/) ?\d{1,3}| (?:der|zur|des) (?:\p{L}*[Vv]orlage|\p{L}*[Dd]rucksache|Antrags)(?: (?:Nr\.? )?\S*\d\S*)?)?)$/u
/** Who signs: what follows is no proposal any more. */
const SIGNED =
  /^(?:i\. ?[VA]\.|i\.[VA]\.|gez\.|Mit freundlichen|Freundliche Grüße|In Vertretung|Im Auftrag|\(?Unterschrift|\[Dokumentende|Anlagen?:|_{4,}|Beglaubigt|Beratungsergebnis|Abstimmungsergebnis|Beteiligte:)/

/** The text of a proposal and its points; `undefined` if the blocks hold nothing. */
export function writeProposal(paper: Pick<PaperDocument, 'text'>, blocks: readonly Block[]): Written | undefined {
  const pieces: Piece[] = []
  for (const block of blocks) {
    const found = piecesOf(paper, block)
    const signed = found.findIndex(({ text }) => SIGNED.test(text))
    pieces.push(...(signed < 0 ? found : found.slice(0, signed)))
    if (signed >= 0) break
  }
  const first = pieces[0]
  const last = pieces.at(-1)
  if (!first || !last) return undefined
  return { text: joinPieces(pieces), punkte: pointsOf(pieces), span: { start: first.start, end: last.end } }
}

/** A block as paragraphs and items: a line that begins with a number or bullet begins a new piece. */
function piecesOf(paper: Pick<PaperDocument, 'text'>, block: Block): Piece[] {
  const span = spanOf(block)
  if (block.type === 'table') return rowsAsLines(paper, span)
  const pieces: Piece[] = []
  let at = span.start
  for (const line of quote(paper, span).split('\n')) {
    const words = line.trim()
    const start = at + line.indexOf(words)
    at += line.length + 1
    if (!words || PAGE.test(words)) continue
    const open = pieces.at(-1)
    const begins = !open || BULLET.test(words) || (NUMBER.test(words) && follows(pieces, words))
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
  return pieces
}

/** Does a number at a line's beginning go on with the count, rather than being a date or an amount within a sentence? */
function follows(pieces: readonly Piece[], words: string): boolean {
  const number = numberOf(words) ?? 0
  const before = pieces.findLast((piece) => piece.number !== null)?.number ?? 0
  return number === before + 1 && /[.:;,!?)]$/.test(pieces.at(-1)?.text ?? '.')
}

function rowsAsLines(paper: Pick<PaperDocument, 'text'>, span: Span): Piece[] {
  const text = quote(paper, span).replaceAll('\t', ' ').replace(/ {2,}/g, ' ').trim()
  return text ? [{ text, number: null, bullet: false, ...span }] : []
}

function numberOf(text: string): number | null {
  const match = NUMBER.exec(text)
  return match ? Number(match[1] ?? match[2]) : null
}

function joinPieces(pieces: readonly Piece[]): string {
  return pieces.reduce((text, piece, at) => {
    if (!at) return piece.text
    return text + (piece.bullet && pieces[at - 1]?.bullet ? '\n' : '\n\n') + piece.text
  }, '')
}

/** The numbered points: counted on from one to the next, with the items below them. */
function pointsOf(pieces: readonly Piece[]): string[] {
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
