/**
 * What a line above the rows of a form says about all of them: "Jährliche Folgekosten ab Haushaltsjahr: 2031" holds for
 * the labels and amounts below it, until a line of another kind.
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { readMoney } from '../../src/parse/money.ts'
import { type Turnus, turnusNamed } from '../../src/parse/turnus.ts'
import { yearsIn } from '../../src/parse/year-mentions.ts'
import type { Placed } from './blocks.ts'
import { isProse } from './line-label.ts'

export interface Carried {
  readonly jahr: number | null
  readonly turnus: Turnus | null
}

/** A heading that says how often all amounts below it fall due. */
const TURNUS_HEAD = latin(
  oneLine`
    ^(?:\d+[.)]\s)?(?:jährliche|laufende|monatliche|einmalige)\s.*(?:
      kosten|aufw|belastung|ertr|ausgaben|einnahmen|auszahlung
    )|
    (?:
      kosten|aufwendungen|aufwand|belastung|erträge|ausgaben|einnahmen
    )\s\(?(?:jährlich|p\.\s?a\.|pro Jahr|einmalig|monatlich)\)?:?$
  `,
  'iu',
)
/** The head of a form's rows set into the first of them: "Jährliche Folgekosten: ab Jahr: 2031 a) Personal". */
export const LETTERED = /^([^\n]{4,100}:[^\n]{0,40})\s([a-z]\)\s.+)$/su
const NOTHING: Carried = { jahr: null, turnus: null }
/** What says that the amounts below are parts of what the sentence names. */
const SPLITS = latin(
  /(?<!\p{L})(?:setz(?:t|en) sich|wie folgt|folgende\p{L}*|gliedert sich|gliedern sich|verteil(?:t|en) sich)(?!\p{L})/iu,
)
/** "An Investitionen fallen einmalig an:" */
const FALLS_DUE = latin(
  /(?<!\p{L})(?:fallen|entstehen|ergeben sich|kommen|sind|betragen|kosten|werden)\s(?:[^,;]{0,60}\s)?(?:einmalig|jährlich|pro Jahr|im Jahr)(?: (?:an|hinzu|benötigt|erforderlich|folgende \p{L}+(?: an)?))?$/iu,
)
const LEAD = 220
const MOST_LINES = 12
const MOST_BLOCKS = 4
/** A row of the form: its amount, or the empty place of one. */
const ROW = /(?:€|EUR|Euro|TEUR|_{3,})\s*$|^[a-z]\)\s/u

/** A label of its own with its amount, marked as no part of anything: "Gesamteinzahlung: 5 €". */
const OWN = /^\s*(?!davon|hiervon|darunter|[a-z]\)|\d|[-–•*])\p{L}[^:\n]{2,90}:/u
/** What is no part of costs. */
const OTHER_SIDE = /^\s*(?:Gesamt|Einzahl|Einnahm|Ertr|Jährliche[rn]? Ertr|Finanzierung|Zusch|Förder|Eigen|Deckung)/u
const COSTS = /kosten|aufw[aä]nd|aufwendung|bedarf|belastung|ausgabe|auszahlung/iu

/**
 * What holds for the row `row` of the block at `index`, said above it in the block or in the blocks before.
 *
 * A label of a form left blank says nothing of the label below it.
 */
export function carriedBefore(placed: readonly Placed[], index: number, before: string, row: string): Carried {
  const own = placed[index]
  const lines = before.split('\n').slice(-MOST_LINES)
  const said = saidBy(lines, row) ?? introduced(before)
  if (said) return said
  for (let at = index - 1, passed = 0; own && at >= 0 && index - at - passed <= MOST_BLOCKS; at--) {
    const block = placed[at]
    if (!block || block.section !== own.section) break
    const lead = introduced(block.text)
    if (lead) return lead
    // Items, and amounts torn from them, stand between the words that lead in and the row.
    if ((block.block.type === 'listItem' || isBareAmounts(block.text)) && ++passed <= MOST_LINES) continue
    const found = saidBy(block.text.split('\n').slice(-MOST_LINES), row)
    if (found) return found
  }
  return NOTHING
}

function isBareAmounts(text: string): boolean {
  return text.length < 80 && !/\p{L}{4}/u.test(text.replace(/Euro/gu, '')) && readMoney(text).amounts.length > 0
}

/** "Die jährliche Belastung setzt sich wie folgt zusammen:" holds for the amounts it leads in. */
function introduced(text: string): Carried | undefined {
  const sentence = /(?:^|[.!?\n]\s)([^.!?:]{10,200}):\s*$/u.exec(text.slice(-LEAD))?.[1]?.replace(/\s+/g, ' ')
  if (!sentence || !(SPLITS.test(sentence) || FALLS_DUE.test(sentence))) return undefined
  const yearly = sentence.search(/(?<!\p{L})(?:jährlich|pro Jahr|p\. ?a\.)/iu)
  const once = /(?<!\p{L})einmalig/iu.test(sentence)
  return yearly >= 0 && !once
    ? { jahr: null, turnus: 'jaehrlich' }
    : once && yearly < 0
      ? { jahr: null, turnus: 'einmalig' }
      : undefined
}

/** The nearest head line above; undefined if all lines are rows. */
function saidBy(lines: readonly string[], row: string): Carried | undefined {
  for (let at = lines.length - 1; at >= 0; at--) {
    const words = lines[at]?.trim()
    if (!words) continue
    const amounts = readMoney(words).amounts.length > 0
    if (amounts || ROW.test(words)) {
      const head = LETTERED.exec(words)?.[1]
      if (head) return headSays(head)
      if (isProse(words)) return NOTHING
      continue
    }
    if (!isHead(words) && !TURNUS_HEAD.test(words)) return NOTHING
    return words.endsWith(':') && isBlank(words, lines[at - 1], row) ? NOTHING : headSays(words)
  }
  return undefined
}

/** Is a label without a value one of a form, rather than the head of the row? */
function isBlank(label: string, above: string | undefined, row: string): boolean {
  if (!OWN.test(row)) return false
  return (COSTS.test(label) && OTHER_SIDE.test(row)) || (above !== undefined && OWN.test(above))
}

/** What the words of a head say about the rows below it. */
export function headSays(words: string): Carried {
  const named = /^(?:jährlich|monatlich|einmalig|laufend|folge)/iu.test(words) || TURNUS_HEAD.test(words)
  return { jahr: yearSaid(words), turnus: named ? turnusNamed(words) : null }
}

function isHead(words: string): boolean {
  return words.length <= 120 && !/[.;!?,]$/.test(words) && /:$|:\s*(?:19|20)\d\d$/.test(words) && !isProse(words)
}

function yearSaid(words: string): number | null {
  const years = new Set(yearsIn(words).map(({ year }) => year))
  return years.size === 1 ? ([...years][0] ?? null) : null
}
