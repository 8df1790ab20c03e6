/**
 * Blocks on their way to `RawBlock`, with what markup knows and a `RawBlock` does not say: whether all of it is
 * emphasised and whether it was unfolded from a layout table.
 *
 * Two readings need that: a short emphasised line above plain text is a heading that was never marked as one, and a
 * heading or emphasised line above a table is its caption.
 */
import type { RawBlock } from './compose.ts'

export interface Draft {
  readonly block: RawBlock
  /** Every word is bold or underlined. */
  readonly strong?: boolean
  /** Unfolded from a table that only arranges: no caption of another table, no heading. */
  readonly arranged?: boolean
  /** A table that brings its own title; or that title as a line above it. */
  readonly titled?: boolean
}

/** The lines of a paragraph, heading or item as strings; those of a table row by row. */
export function linesOfBlock(block: RawBlock): string[] {
  if (block.type !== 'table') return block.lines.map((line) => line.text)
  return block.rows.map((row) => row.flatMap((cell) => cell.lines.map((line) => line.text)).join(' '))
}

/** A paragraph of the given lines. */
export function paragraph(lines: readonly string[]): RawBlock {
  return { type: 'paragraph', lines: lines.map((text) => ({ text })) }
}

/** Name headings and captions and leave the blocks alone. */
export function finishDrafts(drafts: readonly Draft[]): RawBlock[] {
  const named = drafts.map((draft, at) => (isUnmarkedHeading(drafts, at) ? asHeading(drafts, at) : draft))
  return named.map((draft, at) => withCaption(named, at, draft))
}

/** A verb makes it a sentence: "Der Rat beschließt:" is no heading. */
const SENTENCE =
  /(?:^|\s)(?:beschließ(?:t|en)|beauftrag(?:t|en)|empf(?:iehlt|ehlen)|stimm(?:t|en)|nimmt|nehmen|wird|werden|wurden?|ist|sind|hat|haben|soll(?:en)?|kann|können|möge|bittet|bitten)(?:[\s:,]|$)/iu
const HEADING_LENGTH = 90

function isUnmarkedHeading(drafts: readonly Draft[], at: number): boolean {
  const draft = drafts[at]
  // A line above a table is its caption, whatever a layout table puts between the two.
  const after = drafts.slice(at + 1, at + 6).find((next) => !next.arranged)
  if (!draft?.strong || draft.arranged || !after || after.strong || after.block.type === 'table') return false
  if (drafts[at - 1]?.strong && drafts[at - 2]?.strong) return false
  if (draft.block.type !== 'paragraph' || draft.block.lines.length !== 1) return false
  const text = draft.block.lines[0]?.text ?? ''
  if (text.length > HEADING_LENGTH || !/^[\p{Lu}\d(]/u.test(text) || !/\p{L}{2}/u.test(text)) return false
  return !/[.,;!]$/.test(text) && !/:\s+\S/.test(text) && !/[☒☐]/.test(text) && !SENTENCE.test(text)
}

function asHeading(drafts: readonly Draft[], at: number): Draft {
  const draft = drafts[at] as Draft
  if (draft.block.type === 'table') return draft
  let depth = 0
  for (let i = at - 1; i >= 0 && !depth; i--) {
    const block = drafts[i]?.block
    if (block?.type === 'heading') depth = block.depth
  }
  return { ...draft, block: { type: 'heading', depth: headingDepth(depth + 1), lines: draft.block.lines } }
}

/** A heading depth from any number. */
export function headingDepth(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  const depths = [1, 2, 3, 4, 5, 6] as const
  return depths[Math.max(0, Math.min(5, Math.trunc(depth) - 1))] ?? 6
}

function withCaption(drafts: readonly Draft[], at: number, draft: Draft): RawBlock {
  const block = draft.block
  if (block.type !== 'table') return block
  const title = draft.titled ? undefined : titleAbove(drafts, at)
  const caption = [title, block.caption].filter(Boolean).join('\n')
  return caption ? { ...block, caption } : block
}

/** The heading or emphasised line above a table; at most three lines of an arranging table may stand between. */
function titleAbove(drafts: readonly Draft[], at: number): string | undefined {
  for (let i = at - 1, skipped = 0; i >= 0; i--) {
    const above = drafts[i]
    if (!above) return undefined
    const lines = linesOfBlock(above.block)
    const text = lines.join(' ')
    if (above.arranged && lines.length === 1 && !text.includes(':') && skipped++ < 3) continue
    if (above.block.type === 'heading') return text
    if (above.block.type !== 'paragraph' || lines.length > 2 || text.length > 160) return undefined
    return above.strong || /^(?:Tabelle|Tab\.|Übersicht)\s+\d/u.test(text) ? text : undefined
  }
  return undefined
}
