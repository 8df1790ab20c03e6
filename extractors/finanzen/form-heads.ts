/**
 * The heads of a form torn column by column: a run of label lines above the values, "Gesamtkosten der" / "Maßnahme" /
 * "Einzahlungen/Erträge". It ends with its block, or above the line of answers or values that follows in the block.
 *
 * Units: offsets in UTF-16 code units into the block's text.
 */
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { readMoney } from '../../src/parse/money.ts'
import { withoutAmounts } from '../../src/parse/without-amounts.ts'
import { linesOf, type Placed } from './blocks.ts'
import { isProse, OPTIONS } from './line-label.ts'

const LABEL = latin(
  oneLine`
    ^(?:
      Gesamt|Einzahlung|Einnahme|Ertr[aä]g|Erlös|Aufw[aä]nd|Aufwendung|Auszahlung|Ausgabe|Kosten|
      Finanzierung|Jährlich|Laufend|Folge|Zusch[uü]ss|Objektbezogene|Eigen|Sach|Personal|Investition|
      Abschreibung|Saldo|Deckung|Budget|Zins|Belastung|Mehr|Minder|Netto|Brutto
    )
  `,
  'u',
)
const UNFINISHED = /(?:\s(?:der|die|des|durch|für|und|von|aus)|[/-])$/u
/** A word broken at the end of its line. */
const BROKEN = /(?<=\p{Ll})-$/u

export interface FormHeads {
  readonly labels: readonly string[]
  /** Where the lines of answers and values begin in the block. */
  readonly rest: number
}

/** The labels a block begins with; none unless nothing else stands above its answers and values. */
export function headsOfForm({ block, text }: Placed): FormHeads {
  const none = { labels: [], rest: 0 }
  if (block.type !== 'paragraph' || !LABEL.test(text)) return none
  const labels: string[] = []
  let open = 0
  let rest = text.length
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end).trim()
    if (labels.length >= 2 && (OPTIONS.test(line) || isValues(line))) {
      rest = start
      break
    }
    const last = labels.at(-1)
    if (/\d{3}/.test(line) || (!open && /[.!?]$/.test(line))) return none
    if (last !== undefined && (open > 0 || !LABEL.test(line) || UNFINISHED.test(last)))
      labels[labels.length - 1] =
        BROKEN.test(last) && /^\p{Ll}/u.test(line) ? last.slice(0, -1) + line : `${last} ${line}`
    else if (LABEL.test(line)) labels.push(line)
    else return none
    open = [...(labels.at(-1) ?? '')].reduce((depth, sign) => depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0), 0)
  }
  if (labels.some((label) => label.endsWith(':') || label.length > 200) || isProse(text.slice(0, rest))) return none
  return { labels: labels.map((label) => label.replace(/\s*\([^()]{40,}\)\s*$/u, '')), rest }
}

/** Does a block begin with another label, and no value? */
export function opensWithLabel(block: Placed | undefined): boolean {
  const line = block?.text.split('\n')[0] ?? ''
  return LABEL.test(line) && !readMoney(line).amounts.length
}

/** Amounts and at most a few signs between them. */
function isValues(line: string): boolean {
  const { amounts } = readMoney(line)
  return amounts.length > 0 && !/\p{L}{4}/u.test(withoutAmounts(line, amounts))
}
