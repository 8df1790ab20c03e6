/**
 * One step of a Beratungsfolge while it is read, and the words that make one.
 */
import type { Span } from '../../document.ts'
import type { FoundDate } from '../date.ts'
import { isGremium, namedBody } from '../gremium.ts'
import type { Line } from '../lines.ts'
import type { Publicity } from '../publicity.ts'
import type { Vote } from '../vote.ts'
import type { Kind, Token } from './tokens.ts'

export interface Step {
  gremium: string
  bodySpans: Span[]
  datum: string | null
  oeffentlichkeit: Publicity | null
  zustaendigkeit: string | null
  top: string | null
  sitzung: string | null
  ergebnis: string | null
  abstimmung: Vote | null
  /** Its day is printed as a range of more than two days: no day can be told. */
  vague: boolean
  /** Where its words stand, by field. */
  spans: Record<string, Span>
  /** Whether it is a step of its own or part of the next body's name, only its place says. */
  unsure?: boolean
  /** The cross stands where only the blanks before it tell its column, and they leave a doubt. */
  crossByBlanks: boolean
}

/** The field a kind of token fills. */
export const FIELD: Partial<Record<Kind, 'sitzung' | 'ergebnis' | 'zustaendigkeit' | 'top'>> = {
  sitzung: 'sitzung',
  ergebnis: 'ergebnis',
  rolle: 'zustaendigkeit',
  top: 'top',
}

/** A step of which nothing is known yet. */
export function emptyStep(): Step {
  return {
    gremium: '',
    bodySpans: [],
    datum: null,
    oeffentlichkeit: null,
    zustaendigkeit: null,
    top: null,
    sitzung: null,
    ergebnis: null,
    abstimmung: null,
    vague: false,
    spans: {},
    crossByBlanks: false,
  }
}

/** A step of a body on a day, both read from one line or cell; `body` stands in it as printed. */
export function stepOn(cell: Omit<Line, 'gap'>, body: string, gremium: string, day: FoundDate): Step {
  const step = emptyStep()
  const start = cell.start + cell.text.indexOf(body)
  step.gremium = gremium
  step.bodySpans = [{ start, end: start + body.length }]
  step.datum = day.iso
  step.spans.datum = { start: cell.start + day.start, end: cell.start + day.end }
  return step
}

/** The heading of the list on the body's line, or the paper that is meant for it: `Sitzungsvorlage Nr. 7/31 zur Verbandsversammlung`. */
const LED =
  /^(?:Beratungsfolge|Gremienfolge|Beratungsweg): +(?=[\p{Lu}\d])|^(?:\p{L}*[Vv]orlage|\p{L}*[Dd]rucksache)(?: (?:Nr\.? ?)?[\p{Lu}\d]\S{0,20}){0,2} (?:zur|zum|für (?:den|die|das)|an (?:den|die|das)) (?:\p{L}*[Ss]itzung (?:des|der) )?(?=\p{Lu})/u

/** A body without its running number and the words that address it. */
export function bareBody(text: string): string {
  return text
    .replace(LED, '')
    .replace(/^\d{1,2}[.)] +(?=\p{Lu})/u, '')
    .replace(/^\d{1,2} +(?=\p{Lu}\p{Ll})/u, '')
    .replace(
      /^(?:(?:An|In|an|in) (?:den|die|das|der)|[Ii]m|[Dd]urch (?:den|die|das)|[Ff]ür(?: den| die| das)?) +(?=\p{Lu})/u,
      '',
    )
    .replace(/^(?:Beschlussorgan|Beratungsgremium|Beschließendes Gremium|Gremium):? +(?=\p{Lu})/u, '')
    .replace(/,? (?:Sitzung )?(?:am|vom|den)$/u, '')
    .trim()
}

/** Two pieces of a wrapped cell. */
export function joinWords(before: string, after: string): string {
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) && !/^(?:und|oder|bzw|sowie)(?!\p{L})/u.test(after))
    return before.slice(0, -1) + after
  return /\/$/.test(before) ? before + after : `${before} ${after}`
}

/** Is this text the name of a body? */
export function isBody(token: Token): boolean {
  return token.kind === 'text' && (token.column === 'gremium' || isGremium(namedBody(bareBody(token.text)).name))
}

/** `Ö 12.1`, `N 4`: the letter says whether the item is public; the item is what follows. */
export function partTop(step: Step): void {
  const match = /^([ÖN]) ?(?=\d)/u.exec(step.top ?? '')
  const span = step.spans.top
  if (!match || !step.top) return
  step.top = step.top.slice(match[0].length)
  if (step.oeffentlichkeit) return
  step.oeffentlichkeit = match[1] === 'N' ? 'nichtoeffentlich' : 'oeffentlich'
  if (span) step.spans.oeffentlichkeit = span
}

/** What was read of the words of a Beratungsfolge. */
export interface Steps {
  readonly steps: Step[]
  /** Words that belong to no step. */
  readonly unread: Token[]
  /** Where the last word that was read ends, if before the end of the tokens. */
  readonly end?: number
}
