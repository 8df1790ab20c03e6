/**
 * Lines of a finance form that state an amount without its unit: "Summe Folgekosten: 360.800" below a table in euros.
 *
 * Only behind a label that names money, only numbers with their thousands parted, only in finance sections.
 * Units: that of the label, of a head above ("Betrag in Euro:"), of the nearest table above in the form, or euros where the paper counts in nothing else.
 * Doubts: `massstab-angenommen` unless the label prints the unit.
 * Source: forms whose unit stands in the heads of a table ("Gesamtkosten in €") and not in the lines of sums below it.
 */

import { type Span, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { oneLine } from '../../src/one-line.ts'
import { bareAmount } from '../../src/parse/bare-amount.ts'
import { latin } from '../../src/parse/latin.ts'
import { readMoney } from '../../src/parse/money.ts'
import { unitNamed } from '../../src/parse/money-units.ts'
import type { NamedUnit } from '../../src/parse/table-facts.ts'
import { turnusNamed } from '../../src/parse/turnus.ts'
import { withinOneOf } from '../../src/parse/within.ts'
import { yearNamed } from '../../src/parse/year.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import { unitOfPaper } from './euros-only.ts'
import type { ReadTable } from './read-tables.ts'
import type { Found } from './text-amounts.ts'

const LINE = /^(?<label>\p{L}[^:\n]{2,90})(?<colon>:\s*|\s)(?<number>[-−–]?\d{1,3}(?:\.\d{3})+(?:,\d{2})?)\s*$/u
/** Nobody counts thousands to the cent. */
const TO_THE_CENT = /\.\d{3},\d{2}$/
const EUROS: NamedUnit = { scale: 1, printed: '€' }
/** The head of a column of amounts, set over lines of label and number. */
const HEAD = /(?:\sin|\(in|\()\s?(T?€|T?EUR|T?Euro|(?:Tsd\.|Mio\.)\s?(?:€|EUR|Euro))\)?:?\s*$/u
const MONEY = latin(
  oneLine`
    (?:
      kosten|aufw[aä]nd|aufwendung|ertr[aä]g|ausgabe|einnahme|auszahlung|einzahlung|betrag|beträge|zuschuss|
      saldo|erlös|belastung|finanzbedarf|mittelbedarf|eigenanteil|haushaltsansatz|(?<!\p{L})ansatz|
      finanzierung|zuwendung|förderung|budget
    )
  `,
  'iu',
)
const OTHER = /konto|konten|stelle|nummer|(?<!\p{L})nr|produkt|anzahl|stück|personen|fläche|%|prozent|VZ[ÄSEWK]/iu

/** Blocks over which the head of a column holds. */
const HEAD_BLOCKS = 12

/** The amounts of such lines in one block. */
export function* bareAmounts(
  paper: ReadPaper,
  placed: readonly Placed[],
  index: number,
  tables: ReadonlyMap<number, ReadTable>,
): Generator<Found> {
  const block = placed[index]
  if (!block || block.block.type === 'table' || block.block.type === 'heading' || !isInForm(paper, block)) return
  for (const line of linesOf(block.text)) {
    const found = LINE.exec(block.text.slice(line.start, line.end))
    const { label = '', number = '', colon = '' } = found?.groups ?? {}
    if (!found || !MONEY.test(label) || OTHER.test(label)) continue
    const head = unitHead(paper, placed, index, line.start)
    if ((!colon.startsWith(':') && !head) || readMoney(found[0]).amounts.length) continue
    const own = /\([^()]{1,16}\)\s*$|\sin\s+\S{1,8}$/u.exec(label)?.[0]
    const printed = own ? unitNamed(own) : undefined
    const unit =
      printed ??
      head ??
      unitAbove(index, tables) ??
      unitOfPaper(paper) ??
      (TO_THE_CENT.test(number) ? EUROS : undefined)
    const start = line.start + found[0].lastIndexOf(number)
    const span = { start, end: start + number.length }
    const amount = unit && bareAmount(block.text, span, unit.scale)
    if (!amount) continue
    yield {
      amount,
      evidence: within(block, span),
      bezeichnung: label.replace(own ?? /$^/u, '').trim(),
      jahr: yearNamed(label),
      turnus: turnusNamed(label),
      herkunft: 'formular',
      doubts: [
        ...(printed || head ? [] : (['massstab-angenommen'] as const)),
        ...(amount.unclear ? (['zahl-unklar'] as const) : []),
      ],
    }
  }
}

/** The unit of money of the nearest table above in the form. */
function unitAbove(index: number, tables: ReadonlyMap<number, ReadTable>): NamedUnit | undefined {
  for (let at = index - 1; at >= 0 && index - at <= 4; at--) {
    const facts = tables.get(at)?.facts
    const unit = facts && (facts.unit ?? facts.columns.find((column) => column.unit)?.unit)
    if (unit) return unit
  }
  return undefined
}

/** The unit a line of heads above prints last: "Bezeichnung: | Betrag in Euro:". */
function unitHead(paper: ReadPaper, placed: readonly Placed[], index: number, before: number): NamedUnit | undefined {
  for (let at = index; at >= 0 && index - at <= HEAD_BLOCKS; at--) {
    const block = placed[at]
    if (!block || !isInForm(paper, block)) return undefined
    const words = at === index ? block.text.slice(0, before) : block.text
    for (const line of words.split('\n').reverse()) {
      const unit = line.length <= 90 && !/\d/.test(line) ? HEAD.exec(line)?.[1] : undefined
      if (unit) return unitNamed(unit)
    }
  }
  return undefined
}

function isInForm(paper: ReadPaper, { span }: Placed): boolean {
  const known = forms.get(paper)
  if (known) return known(span)
  const inForm = withinOneOf(paper.sections.filter(({ kind }) => kind === 'finanzen').map(spanOf))
  forms.set(paper, inForm)
  return inForm(span)
}

/** Every block of a paper asks. */
const forms = new WeakMap<ReadPaper, (span: Span) => boolean>()
