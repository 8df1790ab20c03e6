/**
 * Labels known by their form alone, whatever their words: a short noun phrase with a colon behind it
 * (`Beteiligte Dienststelle/n:`, `Haushaltsrelevanz: ja`).
 *
 * Never guesses: `Klimaschutz: Mehr Bäume` has the same form; only what stands around it tells whether it is one.
 * Source: forms of all systems; each house adds lines of its own.
 */

import { oneLine } from '../one-line.ts'
import { isGremium } from './gremium.ts'
import type { Field } from './label-words.ts'
import { latin } from './latin.ts'
import { kindOfLine } from './paper-kind.ts'
import { wordsOf } from './words.ts'

/** What is known by its form counts less than any label whose word is known. */
export const BY_FORM = 8

/** A label as its form shows it. */
export interface FormLabel {
  readonly field: Field
  readonly rank: number
  /** How much of the piece it is, its colon included. */
  readonly length: number
  readonly label: string
}

const WITH_COLON = /^(?<words>\p{Lu}[^:\n\t]{1,47}?) ?:(?=\s|$)/u

/** Kinds of words a label is made of. */
const OF_LABEL: ReadonlySet<string> = new Set([
  'noun',
  'adjective',
  'preposition',
  'article',
  'conjunction',
  'open',
  'close',
])

/** Words a sentence, a title or an address begins with, but no label. */
const OTHER_START =
  /^(?:Der|Die|Das|Den|Dem|Ein|Eine|Hier|Im|In|Am|An|Auf|Aus|Bei|Für|Mit|Nach|Um|Von|Vom|Vor|Zu|Zum|Zur|Über|Herrn?|Frau|Sehr|Liebe)(?!\p{L})/u

/** The label a piece of a line has in front by its form. */
export function labelByForm(piece: string): FormLabel | undefined {
  const match = WITH_COLON.exec(piece)
  const words = match?.groups?.words
  return match && words && hasLabelForm(words)
    ? { ...meaningOf(words), length: match[0].length, label: words }
    : undefined
}

/** Could these words be a label: few, all of a noun phrase, no digit, no word for a paper or a body? */
function hasLabelForm(words: string): boolean {
  if (/[\d„“"§!?;,–]/u.test(words) || OTHER_START.test(words) || words.split(/\s+/).length > 5) return false
  if (!/^\p{Lu}[\p{L}\s().*_/&-]+$/u.test(words) || !/\p{L}{3}/u.test(words)) return false
  if (kindOfLine(words) || isGremium(words)) return false
  return wordsOf(words.replace(/\/-?\p{Ll}+|\(-?\p{Ll}+\)|[*:_]\p{Ll}+/gu, '')).every(({ kind }) => OF_LABEL.has(kind))
}

/** Who answers for a paper: what the unit does, and a noun for a unit. */
const COMPOUND = '[Ss]telle|[Aa]mt|[Bb]ereich|[Dd]ienst'
const UNIT = 'Abteilung|Organisationseinheit|OE|Einheit|Dezernat|Referat|Sachgebiet|Ressort'
const UNIT_NOUN = String.raw`(?:\p{L}*(?:${COMPOUND})|${UNIT})`
const RESPONSIBLE = latin(
  oneLine`
    ^(?:
      federführend|verantwortlich|zuständig|einreichend|einbringend|vorlegend|erstellend|ausfertigend|
      bearbeitend|sachbearbeitend|antragstellend
    )\p{Ll}{0,2}(?:\/\p{Ll}{1,2})? ${UNIT_NOUN}(?:\/n|\(n\)|n)?$|
    ^(?:Vorlagen?|Drucksachen?)(?:einbringer|einreicher|ersteller)(?:\/-?in|\(in\)|[*:_]in|in)?$
  `,
  'iu',
)
/** The day on which a paper came to be. */
const DAY = latin(
  oneLine`
    ^(?:
      (?:Vorlagen?|Drucksachen?|Erstellungs?|Ausfertigungs|Ausgabe|Druck|Schrift)datum|
      (?:Vorlage )?(?:[Ee]rstellt|[Aa]ufgestellt|[Aa]usgefertigt|[Vv]erfasst|[Ff]reigegeben) am|
      Datum der (?:Vorlage|Drucksache|Erstellung|Ausfertigung|Freigabe)
    )$
  `,
  'u',
)

/** Words of administration that are labels of forms and no subjects: what takes part, and nouns for what forms ask for. */
const OF_FORMS = latin(
  oneLine`
    ^(?:
      Beteiligt|Betroffen|Mitwirkend|Mitzeichn|Federführ|Verantwortlich|Zuständig|Nachrichtlich|Berührt
    )\p{Ll}*(?:\/\p{Ll}+)? |
    (?:
      (?:${COMPOUND}|${UNIT})(?:n|e)?|Ämter|[Nn]ummer|[Nn]r\.|[Dd]atum|[Zz]eichen|[Rr]elevanz|[Bb]earbeiter|
      [Vv]erfasser|[Gg]remium|[Gg]remien|[Oo]rgan|[Kk]onto|[Ee]lement|[Pp]roduktgruppe|[Gg]liederung|
      [Pp]eriode
    )(?:in)?$
  `,
  'u',
)

/** Do the words of a label say that it is one of a form? */
export function isOfForms(label: string): boolean {
  return (
    !/ (?:in|im|für|zu|zum|zur|an|am|bei|mit|auf|von|vom) /u.test(label) &&
    OF_FORMS.test(label.replace(/(?:\/-?\p{Ll}{1,5}|\(-?\p{Ll}{1,5}\)|[*:_]\p{Ll}{1,5})$/u, ''))
  )
}

function meaningOf(words: string): { field: Field; rank: number } {
  if (RESPONSIBLE.test(words)) return { field: 'federfuehrend', rank: 1 }
  if (DAY.test(words)) return { field: 'datum', rank: 1 }
  return { field: 'sonstiges', rank: BY_FORM }
}
