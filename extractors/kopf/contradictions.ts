/**
 * Where two places of a head contradict each other about the same field: the first was taken, and the paper is doubted.
 */
import type { Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { findDates } from '../../src/parse/date.ts'
import type { Field } from '../../src/parse/label-words.ts'
import { bestOf, type Value } from '../../src/parse/labels.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { publicityOf, publicityWithin } from '../../src/parse/publicity.ts'
import type { Zone } from './zone.ts'

/** The fields, in the words of the record, whose labels say different things. */
export function contradictionsOf(paper: ReadPaper, zone: Zone): Map<string, Span> {
  const found = new Map<string, Span>()
  for (const [name, field, read] of FIELDS) {
    const values = best(zone, field).filter(({ text }) => read(text, paper) !== undefined)
    const [first] = values
    const other = first && values.find(({ text }) => !agree(read(first.text, paper), read(text, paper)))
    if (other) found.set(name, other)
  }
  const heading = headingAgainst(paper, zone)
  for (const [name, span] of heading) if (!found.has(name)) found.set(name, span)
  return found
}

/** What the letterhead's own word for the paper says against a label: another kind, or that it is closed. */
function headingAgainst(paper: ReadPaper, zone: Zone): Map<string, Span> {
  const found = new Map<string, Span>()
  const more = paper.profile.arten
  const art = bestOf(zone.head, 'art')
  const status = bestOf(zone.head, 'oeffentlichkeit')
  for (const line of zone.lines.slice(0, 12)) {
    if (zone.head.values.some(({ start, end }) => start < line.end && end > line.start)) continue
    const kind = line.text.length < 50 ? kindOfLine(line.text, more) : undefined
    const labelled = art && kindOfLine(art.text, more)
    if (kind && labelled && !kind.plain && !labelled.plain && kind.art !== labelled.art) found.set('Art', line)
    const said = kind && publicityWithin(line.text)?.value
    if (said && status?.label && said !== publicityOf(status.text.replace(/\s*\(.*$/, '')))
      found.set('Öffentlichkeit', line)
  }
  return found
}

type Read = (text: string, paper: ReadPaper) => string | undefined

const FIELDS: readonly (readonly [string, Field, Read])[] = [
  ['Art', 'art', (text, { profile }) => kindOfLine(text, profile.arten)?.art],
  ['Datum', 'datum', (text) => findDates(text)[0]?.iso],
  ['Öffentlichkeit', 'oeffentlichkeit', (text) => publicityOf(text.replace(/\s*\(.*$/, ''))],
  ['Federführung', 'federfuehrend', (text) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '')],
]

/** The values that are labelled with the same words as the one that was taken. */
function best(zone: Zone, field: Field): Value[] {
  const first = bestOf(zone.head, field)
  const label = (value: Value): string => value.label.toLowerCase().replace(/[^\p{L}]/gu, '')
  return first?.label && first.rank < 2
    ? zone.head.values.filter((value) => value.field === field && label(value) === label(first))
    : []
}

/** One within the other is the same, printed shorter. */
function agree(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.length > 4 && (a.includes(b) || b.includes(a)))
}
