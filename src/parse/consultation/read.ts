/**
 * Read the stretch of a paper that holds its Beratungsfolge.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Reads: column heads, rows, blocks of values; ends before the first block that holds no step (a title, a form).
 */

import type { Span } from '../../document.ts'
import { oneLine } from '../../one-line.ts'
import { findDates } from '../date.ts'
import { isGremium, isUnfinished } from '../gremium.ts'
import { latin } from '../latin.ts'
import { cellsOf, type Line, linesOf } from '../lines.ts'
import { isRole } from '../role.ts'
import { chosenLines, withoutOffers } from './chosen.ts'
import { type Column, columnsOf } from './columns.ts'
import { gridOf } from './grid.ts'
import { headsOf, settledHeads } from './heads.ts'
import { faultsOf, tornResults } from './judge.ts'
import { opensName } from './name.ts'
import { withNegated } from './negated.ts'
import { partitioned } from './partition.ts'
import { stackedBodies } from './stacked.ts'
import { bareBody, type Step, type Steps } from './step.ts'
import { stepsOf } from './steps.ts'
import { type Token, tokensOf } from './tokens.ts'
import { unfolded } from './unfold.ts'
import { cutVotes, withVotes } from './vote-columns.ts'
import { withWholeNames } from './whole-names.ts'

export interface Consultation {
  readonly steps: readonly Step[]
  readonly unread: readonly Token[]
  readonly columns: readonly unknown[]
  /** The paper says that no body deals with it. */
  readonly none: boolean
  /** Where the last word that was read ends. */
  readonly end: number
}

const NONE =
  /(?:erfolgt|findet|ist) keine (?:weitere )?(?:Beratung|Behandlung|Gremienberatung)|keine Beratung(?:sfolge)? (?:vorgesehen|erforderlich|geplant)|ohne Gremienbeteiligung/i
/** A line that begins something else. */
const OTHER = latin(
  oneLine`
    ^(?:\d{1,2}\.? )?(?:
      Betreff|Betr\.|Gegenstand|Titel|Thema|Bezeichnung|Beschluss(?:vorschlag|antrag|entwurf)?:?$|
      Beschluss(?:vorschlag|antrag|entwurf)|Sachverhalt|Begründung|Anlagen?(?:verzeichnis)?|Finanzielle|
      Finanzierung|Kurzfassung|Antrag,?$|Petitum|Inhalt|Sachdarstellung|Erläuterung|Haushalt|Verfahren|
      Federf|Verantwortl|Bearbeit|Datum:|Aktenzeichen|Hinweis|Zusammenfassung|Sehr geehrte
    )
  `,
  'i',
)

/** The head of one column on a line of its own, among columns set one below the other. */
const COLUMN_HEAD = latin(
  oneLine`
    ^(?:
      Gremi(?:um|en)|(?:Beratungs|Sitzungs)?(?:termine?|datum)|Termine?|Plandatum|Datum(?: der Sitzung)?|
      Tag|Sitzung(?: am)?|Status|Zuständigkeit(?:en)?|Beratungsart|TOP|Ergebnis|Öffentlichkeit(?:sstatus)?|
      Behandlung|Sitzungsart|Beratungsstatus|Beratungsqualität|Beschlussqualität|Beschluss|Votum|Organ|
      Beratungsform
    ) ?:?$
  `,
  'i',
)

/** Read a stretch that holds steps. */
export function readConsultation(text: string, span: Span): Consultation {
  const raw = linesOf(text, span)
  const all = chosenLines(withoutOffers(raw))
  const { columns: heads, from, lines } = headsOf(text, all)
  const none = all.length > 0 && NONE.test(text.slice(span.start, span.end))
  const above = text.slice(span.start, lines[from]?.start ?? span.start)
  const tails = cutVotes(dataLines(text, lines.slice(from), heads), above)
  const data = tails.lines
  const columns = settledHeads(heads, above, data)
  const grid = gridOf(text, raw)
  if (grid && data.every((line) => isWithin(line, grid) || !holdsDay(line)) && !goesOnBelow(grid, data)) {
    headed(grid.steps, raw[0])
    return { steps: grid.steps, unread: [], columns: grid.columns, none: false, end: grid.end }
  }
  const tokens = unfolded(
    stackedBodies(withWholeNames(withNegated(withVotes(tokensOf(text, data, columns), data, tails))), columns),
  )
  const { steps, unread, end } = withoutTail(bestReading(tokens, columns))
  headed(steps, raw[0])
  for (const step of tornResults(steps, tokens)) step.unsure = true
  return { steps, unread, columns, none: none && !steps.length, end: end ?? data.at(-1)?.end ?? span.start }
}

/** `Beratungsfolge (öffentlich)`: the heading says it of all steps of which nothing else does. */
function headed(steps: readonly Step[], heading: Line | undefined): void {
  const said = IN_HEADING.exec(heading?.text ?? '')
  if (!heading || !said?.groups?.word) return
  const start = heading.start + said[0].length - said.groups.word.length
  for (const step of steps) {
    if (step.oeffentlichkeit) continue
    step.oeffentlichkeit = /^nicht/i.test(said.groups.word) ? 'nichtoeffentlich' : 'oeffentlich'
    step.spans.oeffentlichkeit = { start, end: start + said.groups.word.length }
  }
}

const IN_HEADING =
  /^(?:\p{L}+ )?(?:Beratungs|Gremien)\p{L}+[ :]*(?:\(|[-–] ?)(?<word>(?:nicht[- ]?)?öffentlich)(?=\)|$| Teil)/iu

/** Words behind the last step that are no part of it, long enough for a title, are none of the list. */
function withoutTail(read: Steps): Steps {
  const last = Math.max(
    0,
    ...read.steps.flatMap(({ spans, bodySpans }) => [...Object.values(spans), ...bodySpans].map(({ end }) => end)),
  )
  const tail = read.unread.filter(({ start }) => start >= last)
  const words = tail.map(({ text }) => text).join(' ')
  if (!last || words.length < 30 || tail.some(({ kind }) => kind !== 'text')) return read
  return { ...read, unread: read.unread.filter(({ start }) => start < last), end: last }
}

function isWithin(line: Span, { start, end }: Span): boolean {
  return line.start >= start && line.end <= end
}

/** A short line below a table may be the rest of its last cell: a role, half a name. */
function goesOnBelow(grid: Span, data: readonly Line[]): boolean {
  const next = data.find(({ start }) => start >= grid.end)
  return next !== undefined && next.text.length < 60 && !/[:\t]/.test(next.text)
}

function holdsDay({ text }: Line): boolean {
  return findDates(text).length > 0
}

/** The reading least speaks against: step by step, or, where that fails, by the best parting of the lines. */
function bestReading(tokens: readonly Token[], columns: readonly (Column | null)[]): Steps {
  const usual = stepsOf(tokens, columns)
  const faults = faultsOf(usual, tokens)
  if (faults < 1 || usual.steps.some(({ vague }) => vague)) return usual
  const parted = partitioned(tokens, columns)
  return withLost(parted && faultsOf(parted, tokens) + 0.2 < faults ? parted : usual, tokens)
}

/** Words left over within the list may belong to the step before them or behind. */
function withLost(read: Steps, tokens: readonly Token[]): Steps {
  const at = read.steps.map(({ bodySpans }) => bodySpans[0]?.start ?? 0)
  for (const { kind, start, line, text } of read.unread) {
    const remark = tokens.some((other) => other.line === line && other.start < start)
    if (kind !== 'text' || remark || !/\p{L}{3}/u.test(text)) continue
    const next = at.findIndex((place) => place > start)
    for (const step of next > 0 ? read.steps.slice(next - 1, next + 1) : []) step.unsure = true
  }
  return read
}

/** The lines that hold steps: until a block that holds none. */
function dataLines(text: string, lines: readonly Line[], columns: readonly (Column | null)[]): Line[] {
  const kept: Line[] = []
  let open = true
  for (const [at, line] of withoutSpacing(lines).entries()) {
    const role = !line.gap && line.text === 'Beschluss' && isRole(kept.at(-1)?.text ?? '')
    if (OTHER.test(line.text) && kept.length && !role) break
    if (columnsOf(line.text)?.filter(Boolean).length && (columnsOf(line.text)?.length ?? 0) > 1) continue
    if (COLUMN_HEAD.test(line.text)) {
      if (line.gap) open = true
      continue
    }
    const block = [line]
    if (line.gap && kept.length) {
      for (const next of lines.slice(at + 1)) {
        if (next.gap) break
        block.push(next)
      }
      open =
        block.some((one) => holdsStep(text, one, columns)) ||
        goesOn(kept.at(-1), block) ||
        isBodyAboveDay(block, lines[at + block.length])
    } else if (line.gap) open = true
    if (!open && COUNTS.test(block.map(({ text: words }) => words).join(' '))) continue
    if (!open) break
    if (kept.length && line.text.length > 70 && isSentence(text, line, columns)) break
    if (NONE.test(line.text)) continue
    kept.push(line)
  }
  return kept
}

/** Counts of votes in a block of their own, which say nothing of their step. */
const COUNTS = /^\d{1,3}(?: \d{1,3}){0,2}$/

/** Where an empty line follows nearly every line, none parts anything. */
function withoutSpacing(lines: readonly Line[]): readonly Line[] {
  const gaps = lines.filter(({ gap }) => gap).length
  return lines.length > 5 && gaps > lines.length * 0.75 ? lines.map((line) => ({ ...line, gap: false })) : lines
}

/** A name that breaks off goes on in a block of its own: text extraction parted its lines. */
function goesOn(last: Line | undefined, [first]: readonly Line[]): boolean {
  if (!last || !first || first.text.length > 60 || first.text.endsWith(':')) return false
  const name = last.text.split('\t').find((cell) => isGremium(cell.trim())) ?? ''
  return isUnfinished(name.trim())
}

/** Words that open a body's name, with a day below them behind an empty line, are a cell, whatever the name. */
function isBodyAboveDay([first, ...rest]: readonly Line[], next: Line | undefined): boolean {
  if (!first || !next || rest.length > 2 || !opensName(first.text)) return false
  return next.gap && findDates(next.text)[0]?.start === 0
}

/** Does a long line hold nothing a step has but words? */
function isSentence(text: string, line: Line, columns: readonly (Column | null)[]): boolean {
  const tokens = tokensOf(text, [line], columns)
  return tokens.length === 1 && tokens[0]?.kind === 'text' && !isGremium(bareBody(tokens[0].text))
}

/** What may stand between the parts of a step: `Bauausschuss (öffentlich) am 05.05.2031`. */
const SMALL = /^(?:nicht|am|vom|den|am \p{L}+,(?: den)?|Sitzung(?: am| vom)?|zur|zum)$/iu

/** Does a line look like part of a step rather than like a sentence or title? */
function holdsStep(text: string, line: Line, columns: readonly (Column | null)[]): boolean {
  const tokens = tokensOf(text, [line], columns)
  if (cellsOf(text, line).length > 1)
    return tokens.some(({ kind, text: words }) => kind === 'datum' || (kind === 'text' && isGremium(bareBody(words))))
  const texts = tokens.filter(({ kind, text: words }) => kind === 'text' && !SMALL.test(words))
  const body = stepsOf(tokens, columns).steps.length > 0
  if (!texts.length) return tokens.length > 0
  return body && texts.length === 1 && !(texts[0]?.text.match(/[.!?]$/) && !tokens.some(({ kind }) => kind === 'datum'))
}
