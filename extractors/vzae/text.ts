/**
 * Quantities of staff in running text, list items, and cells that hold words.
 *
 * Reads: one block; its sentences, the sentence before, the heading above.
 */
import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import { partitionPoint } from '../../src/parse/partition-point.ts'
import { clauseWithin, sentencesIn } from '../../src/parse/sentence.ts'
import { behindHeadings } from '../../src/parse/staffing-lead.ts'
import { hasVerb } from '../../src/parse/staffing-phrase.ts'
import type { StaffStatus } from '../../src/parse/staffing-status.ts'
import { subjectAt } from '../../src/parse/staffing-subject.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'
import { soleYear, yearFor, yearOfStand } from '../../src/parse/staffing-year.ts'
import { type StaffMention, staffMentionsIn } from '../../src/parse/vzae.ts'
import { type Entry, entriesOf } from './entries.ts'
import { folded, limitedBy, noteIn, payGroupWithin, type VzaeProposal } from './record.ts'
import { statusAt } from './status.ts'

export interface TextPlace {
  /** The whole text of the paper. */
  readonly text: string
  readonly within: Span
  /** The heading above, without post numbers. */
  readonly heading: string
  /** The paragraph that leads a list in; empty outside lists. */
  readonly lead: string
  /** The block before. */
  readonly above: string
  /** Whether the paper speaks of posts at all. */
  readonly posts: boolean
  /** Set for cells: what the row is about, if the words of the cell do not say. */
  readonly row?: { readonly label: string | null; readonly jahr: number | null; readonly status: StaffStatus | null }
}

/** A remark in a cell begins anew with each of these words. */
const REMARK =
  /(?<!\p{L})(?:Neueinrichtung|Neuschaffung|Einrichtung|Verlagerung|Wegfall|Abgang|Zugang|Aufstockung|Umwandlung|Reduzierung|Streichung)(?!\p{L})/gu

/** A sentence that speaks of a part of the quantity before it. */
const PART = /(?<!\p{L})(?:[Dd]avon|[Hh]iervon|[Dd]arunter)(?!\p{L})/u

/** Between a whole and its part: nothing, or a verb of standing and words of time. */
const NAMES_PART =
  /^(?:(?: (?:nur|lediglich|erst|noch|derzeit|aktuell|zurzeit))* {1,3}|[^.,;:()]{0,60} (?:ist|sind|waren?|stehen)(?: (?:noch|nur|derzeit|aktuell|zurzeit|momentan|gegenwärtig|heute|bereits|lediglich))* )$/u

/** All quantities of one block as proposals. */
export function* readText(place: TextPlace): Generator<VzaeProposal> {
  const { text, within } = place
  const raw = text.slice(within.start, within.end)
  const view = viewOf(raw)
  const mentions = staffMentionsIn(view, place.posts)
  if (mentions.length === 0) return
  const sentences = sentencesIn(text, within).map((span) => local(span, within))
  const entries = place.row ? new Map<number, Entry>() : entriesOf(raw, mentions, place.above)
  let last: Read | undefined
  for (const at of mentions.keys()) {
    last = readOne({ ...place, raw, view, mentions, sentences, entries }, at, last)
    yield last.proposal
  }
}

/** A block with what was found in it once for all its quantities. */
interface Block extends TextPlace {
  readonly raw: string
  readonly view: string
  readonly mentions: readonly StaffMention[]
  /** In offsets of the block. */
  readonly sentences: readonly Span[]
  readonly entries: ReadonlyMap<number, Entry>
}

/** A quantity as read, and the status its parts share. */
interface Read {
  readonly proposal: VzaeProposal
  readonly base: StaffStatus | null
}

function readOne(place: Block, at: number, last: Read | undefined): Read {
  const { text, within, row, view, mentions } = place
  const mention = mentions[at] as StaffMention
  const near = windowAround(view, mention.start)
  const index = sentenceIndex(place.sentences, mention.start)
  const entry = place.entries.get(at)
  const sentence = row
    ? remarkAt(view, mention.start)
    : (entry ?? behindHeadings(place.raw, clipped(place.sentences[index] ?? near, near), mention))
  const clause = row ? sentence : clauseWithin(place.raw, mention.start, sentence)
  const neighbours = neighboursOf(mentions, at, sentence)
  const from = Math.max(
    sentence.start,
    ...neighbours.filter((other) => other.end <= mention.start).map((other) => other.end),
  )
  const to = Math.min(
    sentence.end,
    ...neighbours.filter((other) => other.start >= mention.end).map((other) => other.start),
  )
  const previous = row || entry ? '' : previousSentence(view, place.sentences[index - 1])
  const sameSentence = !row && last !== undefined && last.proposal.evidence.start >= within.start + sentence.start
  const before = place.sentences[index - 1]
  const follows =
    !row &&
    !entry &&
    last !== undefined &&
    before !== undefined &&
    last.proposal.evidence.start >= within.start + before.start
  const own = subjectAt({
    view,
    mention,
    sentence,
    from,
    to: restated(view, mention, neighbours) ?? to,
    previous,
    heading: place.heading,
    last:
      sameSentence || PART.test(view.slice(sentence.start, Math.min(mention.start, sentence.start + 60)))
        ? (last?.proposal.value.bezug ?? null)
        : null,
    lastUnsure: sameSentence && last?.proposal.doubts.includes('beschriftung-unsicher'),
    carried: follows ? (last?.proposal.value.bezug ?? null) : null,
  })
  const beside = view.slice(mention.start, Math.min(to, mention.end + 45))
  const evidence = { start: within.start + mention.start, end: within.start + mention.end }
  const part = mentions[at - 1]
  // "3 von 5 Stellen", and "von 80,5 Stellen (sind derzeit) 6,5 Stellen": the second kind names its part behind it.
  const next = mentions[at + 1]
  const whole =
    (part !== undefined && meets(part, mention) && / von $/.test(view.slice(part.start, mention.start))) ||
    (next !== undefined &&
      /(?<!\p{L})[Vv]on $/u.test(view.slice(Math.max(0, mention.start - 5), mention.start)) &&
      NAMES_PART.test(view.slice(mention.end, next.start)))
  const { status, base } = statusAt({
    ...{
      view,
      mention,
      sentence,
      clause,
      neighbours,
      from,
      to,
      cell: row !== undefined,
      lead: entry?.lead ?? place.lead,
      whole,
    },
    last: last && { base: last.base, near: sameSentence },
  })
  const proposal: VzaeProposal = {
    kind: 'vzae',
    evidence,
    doubts: doubtsOf(mention, !entry?.label && own?.unsure === true),
    value: {
      wert: mention.wert,
      einheit: mention.einheit,
      ungefaehr: mention.ungefaehr,
      bezug: entry?.label ?? own?.name ?? row?.label ?? null,
      status: status ?? row?.status ?? null,
      jahr:
        yearOf(view, mention, clause, sentence, from, to, row !== undefined) ??
        row?.jahr ??
        (isPartOf(view.slice(from, mention.start)) && sameSentence ? (last?.proposal.value.jahr ?? null) : null),
      zitat: folded(text.slice(evidence.start, evidence.end)),
      entgeltgruppe: payGroupWithin(beside),
      befristet: limitedBy(view.slice(from, to)),
      vermerk: noteIn(beside),
    },
  }
  return { proposal, base }
}

function doubtsOf({ unclear }: StaffMention, unsure: boolean): Doubt[] {
  return [...(unclear ? (['zahl-unklar'] as const) : []), ...(unsure ? (['beschriftung-unsicher'] as const) : [])]
}

/** "zwei Stellen (2,0 VZÄ) für die Kasse": behind the bracket that counts the same again, its words go on. */
function restated(view: string, { end }: Span, neighbours: readonly Span[]): number | undefined {
  const behind = neighbours.filter((other) => other.start >= end)
  const [again, next] = behind
  return again && /^ ?\($/.test(view.slice(end, again.start)) && view.charAt(again.end) === ')' && behind.length < 3
    ? (next?.start ?? again.end + 200)
    : undefined
}

/** Does a quantity follow the one before it in one enumeration ("2,0 Stellen Technik und 1,0 Stelle Kasse")? */
function isPartOf(between: string): boolean {
  return (
    /(?:,|\(| und| sowie|davon)(?: (?:davon|weitere|zusätzlich))? {0,2}$/u.test(between) &&
    !/[;:]/.test(between) &&
    !hasVerb(between)
  )
}

/** In a cell a date belongs to the quantity behind it; in text the clause counts, then the sentence. */
function yearOf(
  view: string,
  mention: StaffMention,
  clause: Span,
  sentence: Span,
  from: number,
  to: number,
  cell: boolean,
): number | null {
  if (cell)
    return (
      yearFor(view.slice(from, mention.start), mention.start - from) ??
      (from === sentence.start && to === sentence.end ? soleYear(view) : null)
    )
  const money = moneyFrom(view, mention.end, sentence.end)
  const words = view.slice(clause.start, Math.max(mention.end, Math.min(clause.end, money)))
  const inClause = yearFor(
    words,
    mention.start - clause.start,
    Math.max(0, from - clause.start),
    mention.end - clause.start,
  )
  if (inClause !== null || sentence.end - sentence.start > 320) return inClause
  const start = Math.max(from, view.lastIndexOf('; ', mention.start) + 1)
  const stop = view.indexOf('; ', mention.end)
  const end = Math.min(to, money, stop < 0 ? to : stop)
  return (
    yearFor(view.slice(start, end), mention.start - start, 0, mention.end - start) ??
    yearOfStand(view.slice(sentence.start, sentence.end))
  )
}

/** Where a sentence goes on with what is paid (", für den 2031 ein Entgelt von 5 €"): its years are the money's. */
function moneyFrom(view: string, from: number, end: number): number {
  const tail = view.slice(from, Math.min(end, from + BEHIND))
  const found = / und (?:die|der|das|den|dem) |, (?:für |mit |zu )?(?:den|der|die|das|dem|denen) /u.exec(tail)
  return found && /\d ?(?:T?€|T?EUR|Euro|Mio\.)/u.test(tail.slice(found.index)) ? from + found.index : end
}

/** How far a sentence is followed: a paper printed as one line without a full stop must not cost its square. */
const BEFORE = 1200
const BEHIND = 800
/** How far behind the beginning of a quantity its own remark may begin. */
const REMARK_BEHIND = 12

function windowAround(view: string, at: number): Span {
  return { start: Math.max(0, at - BEFORE), end: Math.min(view.length, at + BEHIND) }
}

function clipped(span: Span, near: Span): Span {
  return { start: Math.max(span.start, near.start), end: Math.min(span.end, near.end) }
}

/** The last sentence that begins at or before an offset. */
function sentenceIndex(sentences: readonly Span[], at: number): number {
  return partitionPoint(sentences, ({ start }) => start <= at) - 1
}

/** The other quantities of a sentence, in order. */
function neighboursOf(mentions: readonly StaffMention[], at: number, sentence: Span): StaffMention[] {
  const mention = mentions[at] as StaffMention
  let first = at
  let end = at + 1
  while ((mentions[first - 1]?.end ?? -1) > sentence.start) first--
  while ((mentions[end]?.start ?? Number.POSITIVE_INFINITY) < sentence.end) end++
  return mentions
    .slice(first, end)
    .filter((other) => other !== mention && !meets(other, mention) && inside(other, sentence))
}

/** The remark of a cell a quantity stands in. */
function remarkAt(view: string, at: number): Span {
  const { start, end } = windowAround(view, at)
  const starts = [...view.slice(start, end).matchAll(REMARK)].map((match) => start + match.index)
  const own = starts.findLast((one) => one <= at)
  // "2,0 VZÄ Verlagerung aus Amt 11": the first remark stands behind its quantity.
  const behind = starts.filter((one) => one > at)
  const next = own === undefined && (behind[0] ?? at) - at <= REMARK_BEHIND ? behind[1] : behind[0]
  return { start: own ?? start, end: next ?? end }
}

function previousSentence(view: string, span: Span | undefined): string {
  return span ? view.slice(Math.max(span.start, span.end - BEFORE), span.end) : ''
}

function local(span: Span, within: Span): Span {
  return { start: span.start - within.start, end: span.end - within.start }
}

function inside(one: Span, other: Span): boolean {
  return one.start >= other.start && one.end <= other.end
}

function meets(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
