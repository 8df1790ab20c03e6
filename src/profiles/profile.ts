/**
 * What a profile is: everything that is particular to a council information system or to one city, and nothing else.
 *
 * Heading words are matched without case, accents kept, against a whole heading line or the beginning of a line that
 * ends in a colon.
 */
import type { PaperDocument, SectionKind } from '../document.ts'
import type { ProfileFacts } from '../extractor.ts'

export interface Profile {
  readonly facts: ProfileFacts
  /** How sure the profile is that the paper is its own: 0 (not) to 1 (certain), from text and meta alone. */
  readonly recognises: (paper: PaperDocument) => number
  /** Heading words beyond the general ones: wording → what the section is about. */
  readonly headings: Readonly<Record<string, SectionKind>>
}
