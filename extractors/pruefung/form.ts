/**
 * Finance forms: total cost less income is what the budget bears; yearly costs make up the yearly burden.
 *
 * Reads: the records `betraege` of forms, in order, by their labels.
 * A form whose labels and values were torn apart is put together by order; where the arithmetic agrees, the labels are
 * proved, where it does not, they are in doubt.
 */
import type { RecordValue } from '../../src/extractor.ts'
import { type Finding, findingOf, sumInWords } from './finding.ts'
import { amountOf } from './record-value.ts'
import { type LaneResult, type Relation, resultOf } from './relation.ts'
import type { Art } from './schema.ts'

const TOTAL = /^(?:voraussichtliche\s)?(?:gesamt(?:kosten|aufw[aä]nd|ausgaben|investition)|kosten der maßnahme)/iu
const INCOME =
  /^(?:objektbezogene\s|zu erwartende\s)?(?:einnahmen|einzahlungen|erträge|zuschüsse|fördermittel|zuwendungen|drittmittel)/iu
const OWN = /zu lasten (?:der|des)|^finanzierung durch|^eigenanteil|^eigenmittel|^verbleibende/iu
const BURDEN = /^jährliche (?:gesamt)?belastung(?:en)?$/iu

export function* formFindings(amounts: readonly RecordValue[]): Generator<Finding> {
  const form = amounts.filter(({ herkunft, bezeichnung }) => herkunft === 'formular' && typeof bezeichnung === 'string')
  for (const [at, record] of form.entries()) {
    const found = ownShare(form, at) ?? burden(form, at)
    if (!found) continue
    const { result, sure } = found
    const finding = findingOf({
      ...{ art: 'saldo', gegenstand: labelOf(record), rechnung: sumInWords(result.terms), place: null, sure: false },
      ...{ target: result.target, expected: result.expected, tolerance: result.tolerance, strong: result.strong },
      parts: result.terms.map(({ value }) => ({ start: value.start, end: value.end })),
    })
    if (!result.holds && !sure) continue
    const proved = finding.verdicts.map((one) =>
      one.settles ? { ...one, settles: [...one.settles, 'beschriftung-unsicher' as const] } : one,
    )
    yield { ...finding, value: { ...finding.value, art: found.art }, verdicts: proved }
  }
}

interface FormResult {
  readonly art: Art
  readonly result: LaneResult
  /** The labels leave no other reading: also a failure is a finding. */
  readonly sure: boolean
}

/** "Finanzierung durch den Haushalt" below one total and at least one income. */
function ownShare(form: readonly RecordValue[], at: number): FormResult | undefined {
  if (!OWN.test(labelOf(form[at]))) return undefined
  const totals = form.slice(0, at).filter((one) => TOTAL.test(labelOf(one)))
  const from = form.findLastIndex((one, index) => index < at && TOTAL.test(labelOf(one)))
  const incomes = form.slice(from + 1, at)
  if (totals.length !== 1 || !incomes.length || !incomes.every((one) => INCOME.test(labelOf(one)))) return undefined
  const terms = [form[from], ...incomes].map((one, index) => ({
    record: one,
    sign: index ? (-1 as const) : (1 as const),
  }))
  const result = resultFor(form[at], terms)
  // Labels that are in doubt already were given by order: that they do not agree says nothing new, and nothing of the paper.
  const given = terms.every(({ record }) => !record?.zweifel.includes('beschriftung-unsicher'))
  if (!result) return undefined
  // Some papers finance the whole cost and book the income beside it.
  const gross = result.target.milli === result.terms[0]?.value.milli && result.expected > 0
  return { art: 'saldo', result, sure: given && !gross }
}

/** "Jährliche Belastungen" as the sum of the two to four amounts directly above. */
function burden(form: readonly RecordValue[], at: number): FormResult | undefined {
  if (!BURDEN.test(labelOf(form[at]))) return undefined
  for (const count of [2, 3, 4]) {
    const terms = form.slice(Math.max(0, at - count), at).map((record) => ({ record, sign: 1 as const }))
    const result = terms.length === count ? resultFor(form[at], terms) : undefined
    if (result?.holds && result.strong) return { art: 'teilsumme', result, sure: false }
  }
  return undefined
}

function resultFor(
  target: RecordValue | undefined,
  terms: readonly { readonly record: RecordValue | undefined; readonly sign: 1 | -1 }[],
): LaneResult | undefined {
  const found = amountOf(target)
  const values = terms.flatMap(({ record, sign }) => {
    const value = amountOf(record)
    return value ? [{ value, sign }] : []
  })
  const relation: Relation = { art: 'saldo', target: -1, terms: [] }
  return found && values.length === terms.length ? resultOf(relation, -1, found, values) : undefined
}

function labelOf(record: RecordValue | undefined): string {
  return typeof record?.bezeichnung === 'string' ? record.bezeichnung : ''
}
