/**
 * The words that open a proposal ("Der Rat möge beschließen:"), and a block from the line on that holds them.
 */
import { type Block, type PaperDocument, quote, spanOf } from '../../src/document.ts'

type Text = Pick<PaperDocument, 'text'>

/** A few words, numbers of papers and days among them. */
const words = (most: number): string => String.raw`(?: [\p{L}\d][\p{L}\d./-]*){0,${most}}`
/** Words that open a proposal. */
const OPENS = new RegExp(
  [
    `(?:m(?:ö|oe)ge(?:n)?${words(4)} beschließen`,
    `beschlie(?:ß|ss)t${words(8)}`,
    `(?:wird|werden)${words(4)} (?:beschlossen|gebeten|beauftragt)`,
    `(?:wird|werden|ist|sind)${words(8)} (?:ersetzt|ergänzt|geändert|gefasst|zu ändern|zu ergänzen|zu ersetzen)${words(2)}`,
    `beantrag(?:en|t|e)${words(6)}`,
    `stell(?:en|t|e)${words(4)} (?:Antrag|Anträge|(?:Änderungs|Ergänzungs|Dringlichkeits)antrag)${words(3)}`,
    `folgende[nr]? (?:Beschluss|Antrag|Anträge)${words(10)}(?<! gestellt))s?:$`,
  ].join('|'),
  'u',
)

/** `Der Stadtrat beschließt:` on a line of its own above the first point: behind a cover sheet it needs no heading. */
const RESOLVES =
  /^(?:Der|Die|Das) \p{Lu}[\p{L} -]{2,60} (?:beschlie(?:ß|ss)t|möge beschließen)(?: folgendes)?:\s+(?:0{0,2}1[.)]?|I\.) +\p{Lu}/mu

export function resolves(paper: Text, block: Block): boolean {
  const { start, end } = spanOf(block)
  const found = RESOLVES.exec(paper.text.slice(start, end + 80))
  return block.type !== 'table' && found !== null && found.index < end - start
}

/** A block from the line on that opens the proposal. */
export function fromOpening(paper: Text, block: Block): Block {
  const { start } = spanOf(block)
  let at = start
  for (const line of quote(paper, spanOf(block)).split('\n')) {
    if (line.length < 200 && OPENS.test(line.trim()) && /^\s*\p{Lu}/u.test(line) && isApart(paper.text, at)) break
    at += line.length + 1
  }
  return at >= spanOf(block).end ? block : fromOffset(block, at)
}

/** A block without what stands before a place in it. */
export function fromOffset(block: Block, at: number): Block {
  const { position } = block
  if (!position || at <= spanOf(block).start) return block
  return { ...block, position: { ...position, start: { ...position.start, offset: at } } }
}

/** Does the text before a place end a sentence or a label? */
function isApart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at).trimEnd()
  return /(?:[.!?:]|\d)$/.test(before)
}

/** Does a paragraph end with, or hold a line of, words that open a proposal? */
export function opens(paper: Text, block: Block): boolean {
  if (block.type === 'table') return false
  const words = quote(paper, spanOf(block))
  return (
    words.split('\n').some((line) => line.length < 200 && OPENS.test(line.trim())) ||
    OPENS.test(words.replace(/\s+/g, ' ').slice(-200))
  )
}
