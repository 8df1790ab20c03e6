/**
 * What the first lines of a form or section say about the paper's effect on the budget: a mark, a word ("keine",
 * "entfällt"), a line without costs ("a) Gesamtkosten: keine"), or a sentence.
 *
 * Never guesses: of two answers without a mark that can be told, none is taken.
 */

import type { Span } from '../../src/document.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { readMoney } from '../../src/parse/money.ts'
import { answerIn, asksOther, isAnswerLine } from './answers.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import type { Marking, Side } from './marks.ts'
import { optionsOf } from './options.ts'

const NONE = latin(
  oneLine`
    ^(?:\W*)(?:
      keine(?:r(?:lei)?)?(?![\p{L}])(?:
        \s+(?:direkten |unmittelbaren |zusätzlichen )?(?:finanziellen? |haushalts\p{L}* )?(?:auswirkung\p{L}*|folgen|kosten|mehrkosten)
      )?|
      entfällt|entfallen|nein|ohne(?= *(?:$|[.,;)]|(?:finanziellen? )?(?:auswirkung|folgen\b|kosten\b)))|
      nicht (?:relevant|erforderlich|gegeben|betroffen)|\./\.(?!\s?\d)|n\.\s?a\.
    )(?:[\s.,;:–-]|$)
  `,
  'iu',
)
export const EFFECT =
  '(?:auswirkung(?:en)? auf (?:den|die|das) (?:städtischen? |kommunalen? |laufenden? )?(?:etat|haushalt|finanzen|ergebnis\\p{L}*|finanzplan\\p{L}*)|(?:finanziellen?|finanz\\.|haushaltsm\\.|finanzwirtschaftlichen?|haushalterischen?|haushaltsmäßigen?|haushaltsrechtlichen?|haushaltswirksamen?) (?:auswirkung(?:en)?|folgen|konsequenzen|mehrbelastung(?:en)?|belastung(?:en)?))'
const DENIED = latin(
  `(?:berührt (?:nicht den|den) (?:etat|haushalt)(?: nicht)?|(?:keine|keinerlei|ohne)(?: \\p{L}+){0,2} ${EFFECT}|${EFFECT}(?: \\p{L}+){0,6} nicht(?!\\p{L})|nicht (?:haushalts|kassen)wirksam|(?:entstehen|fallen|verursacht|ergeben sich)(?: \\p{L}+){0,5} keine(?: \\p{L}+){0,2} (?:kosten|ausgaben|aufwendungen|auswirkungen|mehrkosten|folgekosten|haushaltsmittel)|kosten (?:entstehen|fallen) (?:\\p{L}+ ){0,3}nicht(?!\\p{L})|kostenneutral|haushaltsneutral|mittel werden nicht benötigt)`,
  'iu',
)
const AFFIRMED = /^(?:\W*)ja(?![\p{L}])/iu
const EMPTY = /^[\s_./:–—☐□\t-]*$/u
/** A line of the form about the whole cost, and what stands behind its label. */
const COST_LINE = latin(
  oneLine`
    ^(?:[a-z]\)|\d{1,2}[.)]|[-–•])?\s*(?:
      (?:voraussichtliche|einmalige|entstehende|zusätzliche)\s
    )?(?:Gesamt|Mehr|Investitions|Haushalts)?(?:
      kosten|ausgaben|aufwendungen|auszahlungen|aufwand|belastung
    )(?:\s[\p{L} /]{1,40})?(?:\s\([^()]{1,30}\))?\s?:\s*(.*)$
  `,
  'iu',
)

export interface Said {
  readonly value: 'ja' | 'nein' | null
  readonly state: Marking['state'] | 'text'
  readonly assumed?: boolean
  /** Only the side on which other lines of the paper print their marks tells it. */
  readonly bySide?: boolean
  readonly span?: Span
}

/** Lines looked at for an answer; blocks put together where each holds a cell. */
const MOST_LINES = 14
const MOST_BLOCKS = 6
const SHORT = 24

/** What the first lines say: a mark, a word, or a sentence. */
export function saidIn(head: readonly Placed[], side: Side): Said {
  for (const [index, placed] of head.entries()) {
    const above = lastWords(head.slice(0, index))
    const lines = joinedLines(head, index)
    const said =
      markedIn(placed, lines.slice(0, MOST_LINES), side, above) ??
      optionIn(placed, side) ??
      (isBare(placed, head, index, above) ? undefined : spokenIn(placed))
    if (said) return said
  }
  const text = head.map((placed) => placed.text).join('\n')
  return { value: null, state: isBlankForm(text) ? 'leer' : 'text' }
}

/** "ja" in a block of its own is one of the answers of a torn form, or answers another question. */
function isBare(placed: Placed, head: readonly Placed[], index: number, above: string | undefined): boolean {
  if (!isAnswerLine(placed.text)) return false
  const besides = [head[index - 1], head[index + 1]].some((other) => other && isAnswerLine(other.text))
  return besides || (above !== undefined && asksOther(above))
}

/** The last line above that holds words: what a torn form asks. */
function lastWords(above: readonly Placed[]): string | undefined {
  return above.flatMap(({ text }) => text.split('\n')).findLast((line) => /\p{L}{4}/u.test(line))
}

/** The lines of a block, and of those behind it where an answer goes on in them. */
function joinedLines(head: readonly Placed[], index: number): string[] {
  const lines = (head[index]?.text ?? '').split('\n')
  const short = index === 0 && (head[0]?.text.length ?? 0) < SHORT
  for (let at = index + 1; at < head.length && at - index <= MOST_BLOCKS; at++) {
    const next = head[at]?.text.split('\n') ?? []
    const goesOn = isAnswerLine(lines.at(-1) ?? '') && isAnswerLine(next[0] ?? '')
    if (!goesOn && !(short && at === 1)) break
    lines.push(...next)
  }
  return lines
}

/** The mark beside "Ja" and "Nein", which may stand on lines of their own. */
function markedIn(placed: Placed, lines: readonly string[], side: Side, above: string | undefined): Said | undefined {
  const answer = answerIn(lines, side, above)
  if (!answer) return undefined
  const { marking, start, end } = answer
  const words = lines.slice(start, end).join('\n')
  const lone = marking.value === null && marking.state === 'mehrdeutig' && !/(?<!\p{L})[xX](?!\p{L})|[☒☑]/u.test(words)
  // Where every cell came as a block of its own, the order of the blocks proves little.
  const torn = marking.bySide === true && !(/ja/iu.test(placed.text) && /nein/iu.test(placed.text))
  return lone ? undefined : { ...marking, ...(torn ? { assumed: true } : {}), span: lineSpan(placed) }
}

/** "☒ keine finanziellen Auswirkungen ☐ finanzielle Auswirkungen": the words of what is ticked. */
function optionIn(placed: Placed, side: Side): Said | undefined {
  const found = linesOf(placed.text).flatMap((line) =>
    optionsOf(placed.text.slice(line.start, line.end), side).map((option) => ({ ...option, line })),
  )
  const ticked = found.filter((option) => option.ticked)
  const values = new Set(ticked.map(({ words }) => effectOf(words)).filter((value) => value !== undefined))
  const [value, ...others] = values
  const [first] = ticked
  if (!value || !first) return undefined
  if (others.length) return { value: null, state: 'mehrdeutig', span: within(placed, first.line) }
  return { value, state: 'klar', span: within(placed, first.line) }
}

function effectOf(words: string): 'ja' | 'nein' | undefined {
  if (NONE.test(words) || DENIED.test(words)) return 'nein'
  const money =
    /auswirkung|kosten|aufw[aä]nd|aufwendung|auszahlung|ertr[aä]g|einzahlung|einnahme|ausgabe|investi|haushalts(?:mittel|wirksam)|ergebnis(?:plan|haushalt)|finanz(?:plan|haushalt)/iu
  return AFFIRMED.test(words) || money.test(words) ? 'ja' : undefined
}

/** "keine", "entfällt", "Ja, siehe Anlage", "Die Vorlage berührt den Etat nicht". */
function spokenIn(placed: Placed): Said | undefined {
  if (/[☐☒□○◯]/u.test(placed.text)) return undefined
  if (NONE.test(placed.text)) return { value: 'nein', state: 'text', span: lineSpan(placed) }
  if (AFFIRMED.test(placed.text)) return { value: 'ja', state: 'text', span: lineSpan(placed) }
  const costless = noCosts(placed)
  if (costless) return costless
  const denied = DENIED.exec(placed.text.replaceAll('\n', ' '))
  if (!denied) return undefined
  return {
    value: 'nein',
    state: 'text',
    span: within(placed, { start: denied.index, end: denied.index + denied[0].length }),
  }
}

/** "a) Gesamtkosten: keine", where no other line of costs says anything else. */
function noCosts(placed: Placed): Said | undefined {
  const lines = linesOf(placed.text).flatMap((line) => {
    const said = COST_LINE.exec(placed.text.slice(line.start, line.end).trim())?.[1]?.trim()
    return said ? [{ line, none: NONE.test(said) }] : []
  })
  const [first] = lines
  if (!first || !lines.every(({ none }) => none) || readMoney(placed.text).amounts.some(({ cents }) => cents !== 0))
    return undefined
  return { value: 'nein', state: 'text', span: within(placed, first.line) }
}

/** Labels and boxes only: nothing was filled in. */
function isBlankForm(text: string): boolean {
  return text.split('\n').every((line) => EMPTY.test(line) || /[:_☐□]\s*$/u.test(line) || /^[☐□]/u.test(line.trim()))
}

function lineSpan(placed: Placed): Span {
  const end = placed.text.indexOf('\n')
  return {
    start: placed.span.start,
    end: end < 0 || end < 4 ? Math.min(placed.span.end, placed.span.start + 200) : placed.span.start + end,
  }
}
