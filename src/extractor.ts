/**
 * What an extractor is: a name, the records it makes, the sections it reads, and a generator of candidates.
 *
 * An extractor knows no city, does no I/O, never throws because of a paper and never changes what it is given.
 */
import type { z } from 'zod'
import type { RecordValue } from './bundle.ts'
import type { Message, PaperDocument, SectionKind, SectionNode, Span } from './document.ts'
import type { Doubt } from './doubts.ts'

/** One kind of record: a key of the bundle and a table of the database. */
export interface RecordKind<S extends z.ZodObject = z.ZodObject> {
  /** Name of the table in the database. */
  readonly table: string
  /** True: a list in the bundle; false: one object or null. */
  readonly many: boolean
  /** Shape of a record, German keys; each with `.describe()` and, for numbers, the unit in `.meta({ einheit })`. */
  readonly schema: S
}

/** What an extractor proposes; it becomes a record if its schema accepts it. */
export interface Proposal<K, V> {
  readonly kind: K
  readonly value: V
  /** Where it is printed. As short as possible: the quote of the record. */
  readonly evidence: Span
  /** Where single fields are printed, if not within `evidence`. */
  readonly fields?: Readonly<Record<string, Span>>
  /** Why it may be wrong. Empty or absent: certain. */
  readonly doubts?: readonly Doubt[]
  /** What it says of records the extractors before it have read. */
  readonly verdicts?: readonly Verdict[]
}

/** Evidence about every record that is printed within a span: a doubt that rises against it, or doubts that it settles. */
export interface Verdict extends Span {
  readonly casts?: Doubt
  readonly settles?: readonly Doubt[]
}

/** What the extractors before have read: key of the bundle → records, in order. */
export type Readings = Readonly<Record<string, readonly RecordValue[]>>

export type RecordKinds = Readonly<Record<string, RecordKind>>

export type { RecordValue } from './bundle.ts'

export type CandidateOf<R extends RecordKinds> = {
  [K in keyof R & string]: Proposal<K, z.input<R[K]['schema']>>
}[keyof R & string]

export type Candidate = Proposal<string, unknown>

/** What a profile tells an extractor: what is particular to a council system or city. */
export interface ProfileFacts {
  readonly name: string
  /** The council information system, if known. */
  readonly vendor: 'allris' | 'sessionnet' | 'domino' | 'sdnet' | 'morerubin' | null
  /** Set only by a profile made for one municipality. */
  readonly kommune: { readonly name: string; readonly ags: string } | null
  /** Further words of this house for what a paper is: printed wording (lower case) → `art`. */
  readonly arten: Readonly<Record<string, string>>
  /** Further words for a consultation's role: printed wording (lower case) → `rolle`. */
  readonly rollen: Readonly<Record<string, string>>
  /** Put before a number printed without it ("VO/"). */
  readonly nummerPraefix: string | null
}

/** A paper as an extractor sees it. */
export interface ReadPaper extends PaperDocument {
  readonly profile: ProfileFacts
  /** All sections, outer before inner, in reading order. */
  readonly sections: readonly SectionNode[]
}

export type Report = (message: Omit<Message, 'von'>) => void

export interface Extractor<R extends RecordKinds = RecordKinds> {
  readonly name: string
  /** Raised whenever what it yields for some paper changes. */
  readonly version: number
  /** One English sentence for the generated table. */
  readonly summary: string
  /** The sections it reads, for the table and for `explain`. */
  readonly reads: readonly SectionKind[] | 'alle'
  /** Names of the extractors whose records it looks at; they stand before it in the list. */
  readonly after?: readonly string[]
  readonly records: R
  extract(paper: ReadPaper, report: Report, read: Readings): Iterable<CandidateOf<R>>
}

/** Checks the types of an extractor; adds nothing. */
export function defineExtractor<const R extends RecordKinds>(extractor: Extractor<R>): Extractor
export function defineExtractor(extractor: Extractor): Extractor {
  return extractor
}
