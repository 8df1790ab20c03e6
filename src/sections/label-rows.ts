/**
 * Rows of a form whose label is the heading of a section: `Beschlussvorschlag: | Der Rat beschließt …`. What stands
 * beside the label is the section, up to the row of the next label.
 *
 * Source: papers set as one form from the head to the reasons, as Word and council systems of small houses print them.
 */

import type { Table } from 'mdast'
import { type Cell, headRowsOf, type PaperDocument, rowsOf, type SectionKind, type Span } from '../document.ts'
import { type Found, namedHeading } from './headings.ts'

/** One label with what stands beside it, or rows of other labels. */
export type Part =
  | { readonly kind: SectionKind; readonly title: string; readonly label: Span; readonly content: Span }
  | { readonly kind: undefined; readonly from: number; readonly to: number }

/** The first cell of a row, and those beside it that hold something. */
interface Row {
  readonly label: Cell | undefined
  readonly filled: readonly Cell[]
}

/** A value is a text of its own from so many characters on. */
const TEXT = 25
/** What is proposed and why stands in sentences; the cover of a long paper sums it up in a noun. */
const SENTENCE = /[.:;!]["“”)]*\s*$|^\s*1[.)] /u
const SECTIONS: ReadonlySet<SectionKind> = new Set(['beschlussvorschlag', 'begruendung', 'finanzen', 'anlagen'])
/** Only with one of these is the form one that goes beyond the head. */
const TELLING: ReadonlySet<SectionKind> = new Set(['beschlussvorschlag', 'begruendung'])

/**
 * The parts of a form in which a label opens a section; undefined if none does. `going`: a row before has opened one,
 * so that one more heading of any kind is enough.
 */
export function labelledParts(
  paper: Pick<PaperDocument, 'text'>,
  table: Table,
  extra: Readonly<Record<string, SectionKind>>,
  going: boolean,
): Part[] | undefined {
  if (headRowsOf(table) > 0) return undefined
  const rows = rowsOf(paper, table).map(rowOf)
  const found = rows.map((row) => openingOf(row, extra))
  const opens = found.filter((one) => one !== undefined)
  const enough = opens.some(({ kind }) => TELLING.has(kind)) || (going && opens.length > 0 && rows.every(isPair))
  if (!enough) return undefined
  const parts: Part[] = []
  for (const [at, row] of rows.entries()) {
    const opening = found[at]
    const last = parts.at(-1)
    const { label, filled } = row
    const span = { start: filled[0]?.start ?? 0, end: filled.at(-1)?.end ?? 0 }
    if (opening && label) parts.push({ kind: opening.kind, title: opening.title, label, content: span })
    else if (last?.kind && !label?.text.trim() && filled.length)
      parts.splice(-1, 1, { ...last, content: { ...last.content, end: span.end } })
    else if (last && last.kind === undefined) parts.splice(-1, 1, { ...last, to: at + 1 })
    else parts.push({ kind: undefined, from: at, to: at + 1 })
  }
  return parts
}

function rowOf([label, ...others]: readonly Cell[]): Row {
  return { label, filled: others.filter(({ text }) => text.trim()) }
}

/** The section a row opens: its label is a heading, and one cell beside it holds a text. */
function openingOf({ label, filled }: Row, extra: Readonly<Record<string, SectionKind>>): Found | undefined {
  const [value] = filled
  if (!label || !value || filled.length > 1) return undefined
  const words = label.text.replace(/\s+/g, ' ').trim()
  if (!words || words.length > 60) return undefined
  const named = namedHeading(
    /:$/.test(words) ? `${words} ${value.text}` : `${words}: ${value.text}`,
    label.start,
    extra,
  )
  if (!named || named.length === 0 || !SECTIONS.has(named.kind)) return undefined
  if (named.kind === 'finanzen' || named.kind === 'anlagen') return named
  return value.text.trim().length >= TEXT && SENTENCE.test(value.text) ? named : undefined
}

/** `Federführend: | Bauamt` */
function isPair({ label, filled }: Row): boolean {
  return label !== undefined && /:\s*$/.test(label.text) && filled.length < 2
}
