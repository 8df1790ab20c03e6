/**
 * Finanzangabe: does the paper affect the budget, and is the money there?
 *
 * Reads: sections of kind `finanzen`. The first lines hold the marks or the word ("keine", "entfällt"); whether money is
 * there stands in a sentence or as a ticked line below.
 * Doubts: `haken-verloren`: words without marks, or a mark that fits both.
 */
import { type SectionNode, type Span, spanOf } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { readMoney } from '../../src/parse/money.ts'
import { withAnswersBeside } from './answer-column.ts'
import { asksOther, isAnswerLine } from './answers.ts'
import type { Placed } from './blocks.ts'
import { saidIn } from './effect.ts'
import { fundsIn } from './funds.ts'
import { denied, labelled } from './labelled.ts'
import { sideOfX } from './marks.ts'

export interface FinanceForm {
  readonly value: {
    auswirkungen: 'ja' | 'nein' | null
    mittel_vorhanden: 'ja' | 'nein' | 'teilweise' | null
    zustand: 'angegeben' | 'leer' | 'keine_angabe'
  }
  readonly evidence: Span
  readonly fields?: Record<string, Span>
  readonly doubts: Doubt[]
}

/**
 * The paper's finance form or section, read as one record; always one, also where there is none.
 *
 * @param stated
 *   Where amounts stand that are not nothing, in tables whose heads print the unit, too.
 * @param effect
 *   Where the head of the paper states what comes in or is spent, a year to each row.
 */
export function financeForm(
  paper: ReadPaper,
  blocks: readonly Placed[],
  stated: readonly Span[],
  effect?: Span,
): FinanceForm {
  const sections = paper.sections.filter((section) => section.kind === 'finanzen')
  const inside = new Set(paper.sections.filter((section) => isIn(sections, section)))
  const isForm = ({ section }: Placed): boolean => section !== undefined && inside.has(section)
  const placed = withAnswersBeside(withCircles(blocks, isForm))
  const own = placed.filter(isForm)
  const funds = fundsIn(own, placed)
  const fields = funds.span ? { fields: { mittel_vorhanden: funds.span } } : {}
  const [first] = own
  const side = sideOfX(paper.text)
  const asked = sections.filter(
    ({ title }) => /auswirkung|folgen|konsequenz|etat|haushalt/i.test(title) && !asksOther(title),
  )
  const read = (asked.length ? asked : sections.slice(0, 1)).map((section) => ({
    section,
    said: saidIn(headOf(section, own), side),
  }))
  const { section: main, said: inForm } = (first && (read.find(({ said }) => said.value !== null) ?? read[0])) ?? {}
  const elsewhere = inForm && inForm.value !== null ? undefined : (labelled(placed, own, side) ?? denied(placed, own))
  if (!inForm || !main) {
    return {
      value: {
        auswirkungen: elsewhere?.value ?? (effect ? 'ja' : null),
        mittel_vorhanden: funds.value,
        zustand: elsewhere || funds.value || effect ? 'angegeben' : 'keine_angabe',
      },
      evidence: elsewhere?.span ?? effect ?? funds.span ?? { start: 0, end: 0 },
      ...fields,
      doubts: [...(funds.doubts ?? []), ...(elsewhere?.assumed ? (['haken-verloren'] as const) : [])],
    }
  }
  const amounts = own.flatMap((block) => readMoney(block.text).amounts.filter((amount) => !amount.threshold))
  const doubts: Doubt[] = [...(funds.doubts ?? [])]
  const settled = inForm.state === 'leer' || inForm.state === 'verloren' || inForm.state === 'mehrdeutig'
  const said = settled || !elsewhere ? inForm : elsewhere
  let auswirkungen = said.value
  const isStated = stated.some(({ start, end }) => own.some(({ span }) => span.start <= start && end <= span.end))
  const counted = isStated || amounts.some(({ cents }) => cents !== 0)
  // Which side a lone cross belongs to may differ from line to line: amounts say more than the side of other lines.
  const contradicted = said.bySide === true && said.value === 'nein' && counted
  if (counted && (auswirkungen === null || contradicted)) auswirkungen = 'ja'
  // Amounts the form states as the paper's effect answer where the mark cannot.
  const unanswered = auswirkungen === null && (said.state === 'verloren' || said.state === 'mehrdeutig')
  if (unanswered || said.assumed || contradicted) doubts.push('haken-verloren')
  if (said.value === 'nein' && said.state === 'text' && amounts.some(({ cents }) => cents !== 0))
    doubts.push('mehrdeutig')
  const filled =
    auswirkungen !== null ||
    funds.value !== null ||
    said.state === 'text' ||
    said.state === 'verloren' ||
    said.state === 'mehrdeutig'
  return {
    value: { auswirkungen, mittel_vorhanden: funds.value, zustand: filled ? 'angegeben' : 'leer' },
    evidence: said.span ?? spanOf(main),
    ...fields,
    doubts: [...new Set(doubts)],
  }
}

/** Circles are marks where a form shows both kinds, also as the bullets of list items. */
function withCircles(blocks: readonly Placed[], isForm: (placed: Placed) => boolean): readonly Placed[] {
  const own = blocks.filter(isForm)
  const both = own.some(({ text }) => text.includes('○')) && own.some(({ text }) => text.includes('●'))
  if (!both) return blocks
  return blocks.map((placed) =>
    isForm(placed) ? { ...placed, text: placed.text.replaceAll('○', '☐').replaceAll('●', '☒') } : placed,
  )
}

function isIn(sections: readonly SectionNode[], section: SectionNode): boolean {
  const span = spanOf(section)
  return sections.some(
    (outer) => outer === section || (spanOf(outer).start <= span.start && spanOf(outer).end >= span.end),
  )
}

/** Blocks looked at below the heading, and with those that are one answer each behind them. */
const FIRST = 4
const MOST = 8

/** The first blocks under the heading; lines about where the money comes from are none of them. */
function headOf(main: SectionNode, own: readonly Placed[]): Placed[] {
  const span = spanOf(main)
  const inside = own.filter(
    ({ span: { start, end }, section, block }) =>
      start >= span.start && end <= span.end && !(section === main && block.type === 'heading'),
  )
  const short = inside.slice(FIRST, MOST).findIndex(({ text }) => !isAnswerLine(text))
  return inside
    .slice(0, short < 0 ? MOST : FIRST + short)
    .filter(({ text }) => !/^\W*(?:(?:haushalts|finanz)?mittel|die finanzierung|deckung)(?!\p{L})/iu.test(text))
}
