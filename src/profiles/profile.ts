/**
 * What a profile is: everything that is particular to a council information system or to one city, and nothing else; and
 * how a paper is known to be of its kind: by signs in its text and in what its file says beside the text.
 *
 * Heading words are matched without case, accents kept, against a whole heading line or the beginning of a line that
 * ends in a colon.
 */
import type { PaperDocument, SectionKind, Span } from '../document.ts'
import type { ProfileFacts } from '../extractor.ts'

/** Where a sign may stand: the text, or the title, description, program and addresses a web page or PDF carries. */
export type Place = 'text' | 'titel' | 'beschreibung' | 'programm' | 'adressen'

/** Patterns that together tell a profile. */
export interface Sign {
  /** What it shows, in German. */
  readonly bedeutung: string
  /** How sure it makes: 0 (not) to 1 (certain). */
  readonly sicher: number
  /** All of them must be found. */
  readonly muster: readonly { readonly wo: Place; readonly ausdruck: RegExp }[]
}

export interface Profile {
  readonly facts: ProfileFacts
  readonly signs: readonly Sign[]
  /** Heading words beyond the general ones: wording → what the section is about. */
  readonly headings: Readonly<Record<string, SectionKind>>
}

/** A sign that was found, with its words and, in the text, their place. */
export interface FoundSign {
  readonly sign: Sign
  readonly found: readonly { readonly wo: Place; readonly worte: string; readonly stelle: Span | null }[]
}

type Paper = Pick<PaperDocument, 'text' | 'meta'>

/** The signs of a profile in a paper, the surest first. */
export function signsIn(profile: Pick<Profile, 'signs'>, paper: Paper): FoundSign[] {
  return profile.signs
    .flatMap((sign) => {
      const found = sign.muster.map(({ wo, ausdruck }) => {
        const match = ausdruck.exec(wordsAt(paper, wo))
        if (!match) return undefined
        const stelle = wo === 'text' ? { start: match.index, end: match.index + match[0].length } : null
        return { wo, worte: match[0], stelle }
      })
      const all = found.filter((one) => one !== undefined)
      return all.length === found.length ? [{ sign, found: all }] : []
    })
    .sort((a, b) => b.sign.sicher - a.sign.sicher)
}

/** How sure a profile is that a paper is its own: 0 (not) to 1 (certain). */
export function sureness(profile: Pick<Profile, 'signs'>, paper: Paper): number {
  return signsIn(profile, paper)[0]?.sign.sicher ?? 0
}

function wordsAt({ text, meta }: Paper, place: Place): string {
  switch (place) {
    case 'text':
      return text
    case 'titel':
      return meta.title ?? ''
    case 'beschreibung':
      return meta.description ?? ''
    case 'programm':
      return meta.generator ?? ''
    case 'adressen':
      return (meta.hosts ?? []).join('\n')
  }
}
