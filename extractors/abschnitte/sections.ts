/**
 * Sections with a heading the house knows, and what stands below it.
 */
import { blocksOf, quote, type SectionKind, type SectionNode, type Span, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { isBlank, isNone } from '../../src/parse/nothing.ts'

export type Art = 'beratungsfolge' | 'beschlussvorschlag' | 'anlagen' | 'personal'

export interface Found {
  readonly art: Art
  readonly ueberschrift: string
  readonly zustand: 'angegeben' | 'leer' | 'keine'
  readonly evidence: Span
}

const KINDS: Partial<Record<SectionKind, Art>> = {
  beratungsfolge: 'beratungsfolge',
  beschlussvorschlag: 'beschlussvorschlag',
  anlagen: 'anlagen',
}

/**
 * The named sections of a paper.
 *
 * @param read
 *   What was read as steps of the consultation and as the proposal, by where it begins: what was read is stated, and a
 *   table of heads alone is a blank one.
 */
export function namedSections(paper: ReadPaper, read: Readonly<Partial<Record<Art, readonly number[]>>>): Found[] {
  return paper.sections.flatMap((section) => {
    const art = KINDS[section.kind]
    if (!art || !section.title) return []
    const span = spanOf(section)
    const stated = read[art]?.some((at) => span.start <= at && at < span.end) === true
    const body = bodyOf(paper, section)
    const zustand = stated ? 'angegeben' : art === 'beratungsfolge' && !/\d/.test(body) ? blankOr(body) : stateOf(body)
    return [{ art, ueberschrift: section.title, zustand, evidence: evidenceOf(paper, span, zustand) }]
  })
}

/** The text of a section below its heading. */
function bodyOf(paper: ReadPaper, section: SectionNode): string {
  const [first, ...rest] = [...blocksOf(section)]
  const below = first?.type === 'heading' ? rest : [...(first ? [first] : []), ...rest]
  const start = below[0] && spanOf(below[0]).start
  const end = below.at(-1)
  return start === undefined || !end ? '' : quote(paper, { start, end: spanOf(end).end })
}

export function stateOf(body: string): Found['zustand'] {
  if (isNone(body)) return 'keine'
  return isBlank(body) ? 'leer' : 'angegeben'
}

/** Heads and boxes without a day are a table nobody filled in. */
function blankOr(body: string): Found['zustand'] {
  return isNone(body) ? 'keine' : 'leer'
}

/** The heading; where nothing stands below it, all of the section that is printed on one or two lines. */
function evidenceOf(paper: ReadPaper, { start, end }: Span, zustand: Found['zustand']): Span {
  const printed = paper.text.slice(start, end)
  const line = printed.indexOf('\n')
  const short = zustand === 'angegeben' || printed.length > 120
  return { start, end: short && line > 0 ? start + line : Math.min(end, start + 120) }
}
