/**
 * From the words of a Beratungsfolge to its steps.
 *
 * A step has a body; date, role, result and the rest join the step they stand beside. Whether the date stands before
 * or behind its body is read off the lines that hold both, else off the order of all. Columns that text extraction
 * tore apart (all bodies, then all dates) are put together when their numbers agree.
 */
import { isGremium, isUnfinished, namedBody } from '../gremium.ts'
import { isPaperNumber } from '../paper-number.ts'
import { type Publicity, publicityOf } from '../publicity.ts'
import { isRole } from '../role.ts'
import type { Column } from './columns.ts'
import { meetingPublicity } from './meeting-part.ts'
import { isDateFirst } from './order.ts'
import { LABEL } from './patterns.ts'
import { bareBody, emptyStep, FIELD, isBody, joinWords, partTop, type Step, type Steps } from './step.ts'
import type { Token } from './tokens.ts'
import { tornSteps, withoutTorn } from './torn.ts'

/** Put tokens together. */
export function stepsOf(tokens: readonly Token[], columns: readonly (Column | null)[]): Steps {
  return tornSteps(tokens) ?? withoutTorn(tokens, new Assembly(rowsInOrder(tokens), columns).run())
}

/** A line with one body and one day is a step of its own: what stands before both on it belongs to it, too. */
function rowsInOrder(tokens: readonly Token[]): Token[] {
  const rows: Token[][] = []
  for (const token of tokens) {
    const row = rows.at(-1)
    if (row?.[0]?.line === token.line) row.push(token)
    else rows.push([token])
  }
  return rows.flatMap((row) => {
    const bodies = row.filter((token) => token.kind === 'text')
    const days = row.filter((token) => token.kind === 'datum')
    const [body, day] = [bodies[0], days[0]]
    if (bodies.length !== 1 || days.length !== 1 || !body || !day || !isBody(body)) return row
    if (row[0] === body || row[0] === day) return row
    return [body, day, ...row.filter((token) => token !== body && token !== day)]
  })
}

/** A day printed so that no calendar has it (`22.032016`), and what follows. */
const UNREADABLE_DAY = /\s+\d{1,2}\.\s?\d{1,2}\.?\d{0,4}(?:\s.*)?$/

/** State to guard: the step that is being built. */
class Assembly {
  readonly #tokens: readonly Token[]
  readonly #columns: readonly (Column | null)[]
  readonly #dateFirst: boolean
  readonly #steps: Step[] = []
  readonly #unread: Token[] = []
  #last: Token | undefined
  /** Was the last token the name of a body, or the rest of one? */
  #named = false

  constructor(tokens: readonly Token[], columns: readonly (Column | null)[]) {
    this.#tokens = tokens
    this.#columns = columns
    this.#dateFirst = isDateFirst(tokens, columns)
  }

  run(): Steps {
    for (const token of this.#tokens) {
      if (token.kind === 'zustand') continue
      const named = this.#named
      this.#named = false
      if (token.kind === 'text') this.#text(token, named)
      else if (token.kind === 'datum') this.#date(token)
      else this.#detail(token)
      this.#last = token
    }
    for (const step of this.#steps) step.gremium = step.gremium.replace(/[\s,]+$/, '')
    const steps = this.#steps.filter((step) => step.gremium)
    for (const step of this.#steps)
      if (!step.gremium && step.spans.datum)
        this.#unread.push(...this.#tokens.filter(({ start }) => start === step.spans.datum?.start))
    return { steps, unread: this.#unread }
  }

  get #step(): Step | undefined {
    return this.#steps.at(-1)
  }

  #open(): Step {
    const step = emptyStep()
    this.#steps.push(step)
    return step
  }

  #text(token: Token, follows: boolean): void {
    if (LABEL.test(token.text)) return
    const words = bareBody(token.text)
    const { name, role, publicity } = namedBody(words)
    const step = this.#step
    if (
      step?.gremium &&
      !token.whole &&
      !token.column &&
      (isUnfinished(step.gremium) || (follows && !token.gap && !isGremium(name) && /^[\p{Lu}\p{Ll}]/u.test(name)))
    ) {
      if (this.#continues(step, token)) return
    }
    if (step?.gremium && !token.whole && token.column === 'gremium' && this.#isRestOfCell(step, token)) {
      if (this.#continues(step, token)) return
    }
    if (token.column === 'gremium' || isGremium(name) || this.#isBodyByPlace(token)) {
      const waiting = this.#dateFirst && step && !step.gremium ? step : undefined
      const target = waiting ?? this.#open()
      this.#name(target, token, name, role, publicity)
      return
    }
    if (step && this.#appends(step, token)) return
    const field = token.column === 'ergebnis' ? 'ergebnis' : token.column === 'rolle' ? 'zustaendigkeit' : undefined
    if (step && field) {
      this.#set(step, field, token)
      return
    }
    this.#unread.push(token)
  }

  #name(step: Step, token: Token, name: string, role: string | null, publicity: Publicity | null): void {
    step.gremium = name.replace(UNREADABLE_DAY, '')
    if (token.unsure) step.unsure = true
    if (step.gremium !== name) step.vague = true
    const at = token.start + Math.max(0, token.text.indexOf(name))
    step.bodySpans = [{ start: at, end: at + name.length }]
    this.#named = true
    if (role) {
      step.zustaendigkeit = role
      const start = token.start + token.text.lastIndexOf(role)
      step.spans.zustaendigkeit = { start, end: start + role.length }
    }
    if (publicity) {
      step.oeffentlichkeit = publicity
      step.spans.oeffentlichkeit = { start: token.start, end: token.end }
    }
  }

  /** The name of a body goes on in the next line, perhaps with the role behind it. */
  #continues(step: Step, token: Token): boolean {
    if (step.zustaendigkeit && step.bodySpans.length === 1 && !step.spans.datum) return false
    const { name, role, publicity } = namedBody(joinWords(step.gremium, token.text))
    if (name.length > 140 || /[.!?]$/.test(name)) return false
    this.#named = true
    step.bodySpans.push({ start: token.start, end: token.end })
    step.gremium = name
    if (role) step.zustaendigkeit = role
    if (role) step.spans.zustaendigkeit = { start: token.start, end: token.end }
    if (publicity) step.oeffentlichkeit = publicity
    return true
  }

  /** A row that holds nothing but the rest of a name: its cell was broken over two rows. */
  #isRestOfCell(step: Step, token: Token): boolean {
    if (!isGremium(step.gremium) && !Object.keys(step.spans).length && this.#last?.column === 'gremium') return true
    const alone = this.#tokens.every((other) => other === token || other.line !== token.line)
    return alone && !token.gap && (isUnfinished(step.gremium) || /^(?:\p{Ll}|und |u\. )/u.test(token.text))
  }

  /** Text with its date on the same line is a body, whatever its name. */
  #isBodyByPlace(token: Token): boolean {
    if (
      token.text.length > 90 ||
      /[.!?]$|(?:^|\s)(?:vom|am|bis|zum|den)$/.test(token.text) ||
      !/^\p{Lu}/u.test(token.text)
    )
      return false
    const row = this.#tokens.filter(({ line }) => line === token.line)
    const at = row.indexOf(token)
    const neighbour = this.#dateFirst ? row[at - 1] : row[at + 1]
    const texts = row.filter(({ kind }) => kind === 'text').length
    return neighbour?.kind === 'datum' && texts === 1 && !isPaperNumber(token.text)
  }

  /** A result or role that was broken goes on. */
  #appends(step: Step, token: Token): boolean {
    if (token.cell && token.column === null) return false
    const field = this.#last ? FIELD[this.#last.kind] : undefined
    if (!field || field === 'top' || token.gap || !this.#last || step[field] === null || token.text.length > 70)
      return false
    if (field === 'zustaendigkeit' && !isRole(joinWords(step[field], token.text))) return false
    step[field] = joinWords(step[field], token.text)
    const span = step.spans[field]
    if (span) step.spans[field] = { start: span.start, end: token.end }
    return true
  }

  #date(token: Token): void {
    const step = this.#step
    if (this.#dateFirst || !step) {
      this.#set(this.#open(), 'datum', token)
      return
    }
    if (step.datum === null && !step.vague) {
      this.#set(step, 'datum', token)
      return
    }
    const again = this.#open()
    again.gremium = step.gremium
    again.bodySpans = [...step.bodySpans]
    again.zustaendigkeit = step.zustaendigkeit
    if (step.spans.zustaendigkeit) again.spans.zustaendigkeit = step.spans.zustaendigkeit
    this.#set(again, 'datum', token)
  }

  #detail(token: Token): void {
    const step = this.#step
    if (!step) return void this.#unread.push(token)
    if (token.kind === 'stimmen') {
      step.abstimmung ??= token.vote ?? null
      step.spans.abstimmung ??= { start: token.start, end: token.end }
    } else if (token.kind === 'status') {
      step.oeffentlichkeit ??= publicityOf(token.text) ?? null
      step.spans.oeffentlichkeit ??= { start: token.start, end: token.end }
    } else if (token.kind === 'kreuz') this.#cross(step, token)
    else if (token.kind === 'sitzung') this.#meeting(step, token)
    else this.#set(step, this.#fieldOf(step, token), token)
  }

  /** `21. öffentliche Sitzung des Rates` says which meeting, and that it is public. */
  #meeting(step: Step, token: Token): void {
    this.#set(step, 'sitzung', token)
    const said = meetingPublicity(token.text)
    if (!said || step.oeffentlichkeit) return
    step.oeffentlichkeit = said
    step.spans.oeffentlichkeit = { start: token.start, end: token.end }
  }

  /** A role where the table has a column for results and none for roles is a result ("Kenntnisnahme"). */
  #fieldOf(step: Step, token: Token): 'sitzung' | 'ergebnis' | 'zustaendigkeit' | 'top' {
    const resultsOnly = this.#columns.includes('ergebnis') && !this.#columns.includes('rolle')
    if (token.kind === 'rolle' && resultsOnly && step.datum !== null && token.column !== null) return 'ergebnis'
    if (token.kind === 'rolle' && step.zustaendigkeit !== null && step.ergebnis === null && step.datum !== null)
      return 'ergebnis'
    return FIELD[token.kind] ?? 'ergebnis'
  }

  #cross(step: Step, token: Token): void {
    if (step.oeffentlichkeit) return
    if (token.column === 'oeffentlich' || token.column === 'nichtoeffentlich') step.oeffentlichkeit = token.column
    else if (this.#columns.includes('oeffentlich') && this.#columns.includes('nichtoeffentlich')) {
      const empty = step.top === null && this.#columns.includes('top') ? 1 : 0
      const closed = token.blanks ? token.blanks - 1 - empty > 0 : token.gap
      step.oeffentlichkeit = closed ? 'nichtoeffentlich' : 'oeffentlich'
      step.crossByBlanks = closed || token.cell === true || empty > 0 || !this.#opensBehindTop()
    } else return
    step.spans.oeffentlichkeit = { start: token.start, end: token.end }
  }

  /** The first of the two columns follows that of the TOP: a cross directly behind the TOP can stand in no other. */
  #opensBehindTop(): boolean {
    const first = this.#columns.indexOf('oeffentlich')
    return this.#columns[first - 1] === 'top' && this.#columns[first + 1] === 'nichtoeffentlich'
  }

  #set(step: Step, field: 'datum' | 'sitzung' | 'ergebnis' | 'zustaendigkeit' | 'top', token: Token): void {
    if (step[field] !== null) {
      if (field !== 'ergebnis' && field !== 'zustaendigkeit') return
      step[field] = joinWords(step[field] ?? '', token.text)
      step.spans[field] = { start: step.spans[field]?.start ?? token.start, end: token.end }
      return
    }
    if (field === 'datum' && token.until && daysBetween(token.iso ?? '', token.until) > 2) step.vague = true
    step[field] =
      field === 'datum'
        ? step.vague
          ? null
          : (token.iso ?? null)
        : field === 'top'
          ? token.text.replace(/^(?:TOP|Top) ?/, '')
          : token.text
    step.spans[field] = { start: token.start, end: token.end }
    if (field === 'top') partTop(step)
  }
}

function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000
}
