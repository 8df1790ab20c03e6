/**
 * Who or what a quantity of staff is for, from the words of its own sentence, as printed and short.
 *
 * The order of the rules is the order of their certainty: the bracket behind a role, what stands directly beside the
 * number, the phrase that opens the clause, the antecedent of a relative or pronoun, what follows farther off.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { BESIDE, isAside, isHearsay, isSource, named, runsOver, shortened, staffPlan } from './staffing-name.ts'
import { isVague } from './staffing-phrase.ts'
import { oneBlank, type Rule, type Setting, type Words } from './staffing-setting.ts'
import {
  coordinated,
  directlyBefore,
  directlyBehind,
  fromBracket,
  lineBefore,
  movedTo,
  ownerWithin,
  ownNoun,
  payGroup,
  placeBefore,
  placeOfEach,
  postBefore,
  purposeBefore,
  recipientBefore,
  roleBehind,
} from './staffing-subject-beside.ts'
import {
  antecedent,
  busyWith,
  carriedOver,
  commissioned,
  nearestBefore,
  openingAim,
  openingCause,
  openingPlace,
  openingPurpose,
  placeBehind,
  placeNext,
  placeWithin,
  pronoun,
  pronounWithin,
  purposeBehind,
  subject,
  toGrow,
} from './staffing-subject-clause.ts'
import { isBareNeed, isFarBefore, isOthersName } from './staffing-subject-doubt.ts'
import { nameInHeading } from './staffing-title.ts'

const RULES: readonly Rule[] = [
  payGroup,
  fromBracket,
  ownNoun,
  roleBehind,
  postBefore,
  coordinated,
  movedTo,
  directlyBehind,
  directlyBefore,
  purposeBefore,
  ownerWithin,
  placeOfEach,
  openingPurpose,
  openingAim,
  toGrow,
  antecedent,
  openingPlace,
  placeWithin,
  subject,
  recipientBefore,
  placeBefore,
  placeNext,
  pronoun,
  pronounWithin,
  busyWith,
  purposeBehind,
  placeBehind,
  openingCause,
  sameAsLast,
  commissioned,
  nearestBefore,
  lineBefore,
  carriedOver,
]

/** Rules whose answer is better than none even if it says little ("Stellenschaffungen"). */
const VAGUE_RULES: ReadonlySet<Rule> = new Set([directlyBefore, fromBracket])

/** The number of a paragraph or point before its first word: "2.1 Die Kasse …". */
const NUMBERED = /^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|0\d{1,2}|\d{1,2}[.)]|[a-z]\)|[-–•▪*]) (?=\p{Lu})/u

/** What is done with posts says nothing of them. */
const ACTION = latin(
  oneLine`
    ^(?:\p{Ll}+ )*(?:
      Schaffung|Neuschaffung|Reduzierung|Abbau|Wegfall|Einrichtung|Aufstockung|Erhöhung|Verlagerung|Umfang|
      Höhe|Besetzung|Summe|Zusetzung|Stellenzusetzung|Ausweisung|Bewilligung|Bereitstellung|Streichung|
      Beantragung|Anmeldung|Aufnahme
    )$
  `,
  'u',
)

/** Of the words that say little, those that still name a need or a change. */
const NEED =
  /(?:[Bb]edarf|[Aa]ufw[aä]nd|[Aa]ufstockung|(?<!\p{L})Stellen\p{Ll}{3,}|[Vv]akanz|Personal(?:mehr|ab|auf|redu|zuwachs)\p{Ll}*)\p{Ll}*$/u

/** "Das Sachgebiet hat n": which one, the heading says. */
const GENERIC =
  /^(?:Sachgebiet|Fachgebiet|Fachdienst|Fachbereich|Abteilung|Amt|Team|Bereich|Referat|Sachbereich|Stabsstelle|Dezernat|Organisationseinheit|Einheit)$/u

/** A name, and whether it may belong to something else. */
export interface Subject {
  readonly name: string
  readonly unsure: boolean
}

/** Rules that reach farther: when their answer may be another's. */
const UNSURE: ReadonlyMap<Rule, (words: Words, found: string) => boolean> = new Map([
  [nearestBefore, isFarBefore],
  [sameAsLast, isOthersName],
])

/** What the quantity is for, or null. */
export function subjectOf(setting: Setting): string | null {
  return subjectAt(setting)?.name ?? null
}

/** What the quantity is for, and whether that is sure. */
export function subjectAt(setting: Setting): Subject | null {
  const { view, mention, sentence, from, to } = setting
  const words: Words = {
    ...setting,
    previous: oneBlank(setting.previous),
    before: oneBlank(view.slice(sentence.start, mention.start)).trimStart().replace(NUMBERED, ''),
    near: oneBlank(view.slice(from, mention.start)),
    after: ownPart(oneBlank(view.slice(mention.end, to)).replace(BESIDE, ''), to < sentence.end),
  }
  if (isHearsay(words.after)) return null
  let vague: string | null = null
  for (const rule of RULES) {
    const found = rule(words)
    const title = found && GENERIC.test(found) ? nameInHeading(setting.heading) : null
    if (title) return { name: title, unsure: false }
    if (found && (rule === payGroup || isName(found))) {
      const name = shortened(named(found, oneBlank(`${words.before} ${words.after}`)))
      return { name, unsure: UNSURE.get(rule)?.(words, found) ?? false }
    }
    if (found && VAGUE_RULES.has(rule) && NEED.test(found) && !ACTION.test(found)) vague ??= found
    if (found && rule === subject && /^\p{L}*(?:[Bb]edarf|[Aa]ufw[aä]nd)$/u.test(found)) vague ??= found
  }
  if (vague)
    return { name: shortened(named(vague, `${words.before} ${words.after}`)), unsure: isBareNeed(words, vague) }
  const plan = staffPlan(words.before)
  return plan === null ? null : { name: plan, unsure: false }
}

/** What the quantity before is for, unless this one stands in a bracket behind another name ("(Personal, 0,5 VZÄ)"). */
function sameAsLast({ near, last }: Words): string | null {
  return /\(\p{L}[^()]*, ?$/u.test(near) ? null : last
}

function isName(found: string): boolean {
  return !isVague(found) && !runsOver(found) && !isSource(found) && !isAside(found)
}

/** Of the words between two quantities, those behind the last "und" or comma belong to the second. */
function ownPart(after: string, shared: boolean): string {
  const match = shared ? /^(.*)(?:,| und| sowie| bzw\.| oder)(?: .*)?$/u.exec(after) : null
  return match ? (match[1] ?? '') : after
}
