/**
 * Lines of a paragraph that list quantities ("1,0 VZÄ Fachplanung", "Bauhof: 2,5 Stellen"): where the words of one
 * quantity begin and end, though no full stop parts them.
 *
 * Units: offsets into the block.
 * Reads: the lines of one block and the quantities in it.
 */
import type { Span } from '../../src/document.ts'

export interface Entry extends Span {
  /** What leads the list in: the words before its first line. */
  readonly lead: string
  /** What stands before the quantity and its colon ("Bauhof (Werkstatt)"); null where the quantity opens the line. */
  readonly label: string | null
}

const LONGEST = 160
const LABEL =
  /^\s*(?:[-–•*] )?(?<label>\p{Lu}[^:;]{1,80}?)\s*(?::|\t| [–-])\s*(?:zusätzlich |weitere |plus |derzeit |künftig )?(?:ca\. |rund )?$/u
const OPENS = /^\s*(?:[-–•*] )?(?:ca\. |rund |je |jeweils )?$/u
const CLOSES = /^\s*(?:\([^()]{0,80}\)|,? ?(?:EG|E|A|S) ?\d{1,2}\p{L}?|[,;.])*\s*$/u

/** The entries of a block, by the quantity each holds; only lists of two lines or more. `above` is the block before. */
export function entriesOf(raw: string, mentions: readonly Span[], above: string): Map<number, Entry> {
  const found = mentions.map((mention, at) => ({ at, ...entryAt(raw, mention) }))
  const lists = new Map<number, Entry>()
  let lead = ''
  for (const [index, entry] of found.entries()) {
    const before = found[index - 1]
    const next = found[index + 1]
    const follows = before?.kind !== undefined && before.kind === entry.kind && before.end + 1 >= entry.start
    const leads = next?.kind !== undefined && next.kind === entry.kind && entry.end + 1 >= next.start
    if (entry.kind === undefined || !(follows || leads)) continue
    if (!follows) lead = raw.slice(Math.max(0, entry.start - 400), entry.start).trimEnd() || above.trimEnd()
    if (/[:,]$|(?<!\p{L})(?:davon|darunter|und zwar|wie folgt)$/u.test(lead))
      lists.set(entry.at, { start: entry.start, end: entry.end, lead, label: entry.label })
  }
  return lists
}

interface Line extends Span {
  readonly kind?: 'label' | 'opening'
  readonly label: string | null
}

function entryAt(raw: string, mention: Span): Line {
  const start = raw.lastIndexOf('\n', mention.start) + 1
  const stop = raw.indexOf('\n', mention.end)
  const end = stop < 0 ? raw.length : stop
  const none = { start, end, label: null }
  if (end - start > LONGEST) return none
  const before = raw.slice(start, mention.start)
  const behind = raw.slice(mention.end, end)
  const label = LABEL.exec(before)?.groups?.label
  if (label && CLOSES.test(behind)) return { start, end, kind: 'label', label: label.replace(/\s+/g, ' ').trim() }
  return OPENS.test(before) && /^ ?[(\p{L}]/u.test(behind) ? { start, end, kind: 'opening', label: null } : none
}
