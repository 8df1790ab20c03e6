/**
 * A subject that stands behind the head: labelled between a form and what is resolved, or alone in a section that says
 * what the paper holds (`Inhalt der Vorlage:`).
 */
import { type Span, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { bestOf, readHead } from '../../src/parse/labels.ts'
import { linesOf } from '../../src/parse/lines.ts'
import { isRole } from '../../src/parse/role.ts'
import { isProse } from './prose.ts'
import type { Zone } from './zone.ts'

type Words = Span & { readonly text: string }

/** The subject below the head's last line, with its label. */
export function labelledBelow(paper: ReadPaper, zone: Zone): Words | undefined {
  const start = zone.lines.at(-1)?.end ?? 0
  const content = paper.sections.find(
    ({ kind, title, position }) =>
      (kind === 'beschlussvorschlag' || kind === 'begruendung' || kind === 'finanzen') &&
      !isRole(title) &&
      !CONTENTS.test(title) &&
      (position?.start.offset ?? 0) >= start,
  )
  const end = Math.min(content?.position?.start.offset ?? start, start + 4000)
  if (end > start) {
    const value = bestOf(readHead(paper.text, linesOf(paper.text, { start, end })), 'betreff')
    if (value && (value.rank === 0 || /^(?:Titel|Überschrift)/i.test(value.label))) return value
  }
  return contents(paper)
}

const CONTENTS =
  /^(?:Inhalt|Gegenstand|Titel|Bezeichnung) (?:der|des) (?:Vorlage|Drucksache|Mitteilung|Antrags|Beschlusses|Anfrage)$/iu

/** A line or two, no sentence, are all such a section holds. */
function contents(paper: ReadPaper): Words | undefined {
  const at = paper.sections.findIndex(({ title }) => CONTENTS.test(title))
  const section = paper.sections[at]
  if (!section) return undefined
  const span = spanOf(section)
  const [, ...own] = linesOf(paper.text, { start: span.start, end: Math.min(span.end, span.start + 500) })
  const [first, last] = [own[0], own.at(-1)]
  const text = own.map((line) => line.text).join(' ')
  const plain = own.length <= 4 && text.length < 350 && text.includes(' ') && !own.slice(1).some(({ gap }) => gap)
  return first && last && plain && !/[.:]$|\t/.test(text) && !isProse(text)
    ? { start: first.start, end: last.end, text }
    : undefined
}
