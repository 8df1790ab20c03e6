/**
 * Forms torn column by column: first all labels, then all values. Values are given to labels in their order.
 *
 * Sure only where there are as many cells as labels, or the arithmetic proves the order (a − b = c). Else the first cell is
 * the first label's, one equal to it what the municipality pays of it, one contained in it several times that of a year;
 * all in doubt. Any other has none.
 * Doubts: `beschriftung-unsicher`; `massstab-angenommen` for an amount without its currency.
 * Source: forms whose row of heads "Gesamtkosten | Einzahlungen | Finanzierung | Belastung" stands over a row of values.
 */

import type { Doubt } from '../../src/doubts.ts'
import { turnusNamed } from '../../src/parse/turnus.ts'
import { type Placed, within } from './blocks.ts'
import { headsOfForm, opensWithLabel } from './form-heads.ts'
import { type Slot, slotsOf, type Value } from './form-values.ts'
import type { Found } from './text-amounts.ts'

export interface TornLabel {
  /** Null: the values do not tell which of the labels it is. */
  readonly label: string | null
  readonly year: number | null
  readonly doubts: readonly Doubt[]
}

export interface TornForms {
  /** By offset in the paper's text. */
  readonly labels: ReadonlyMap<number, TornLabel>
  /** Amounts that print no currency, by the block they stand in. */
  readonly bare: ReadonlyMap<Placed, readonly Found[]>
}

/** The labels of amounts of torn forms, and the amounts there that only their place tells to be some. */
export function tornForms(placed: readonly Placed[]): TornForms {
  const labels = new Map<number, TornLabel>()
  const bare = new Map<Placed, Found[]>()
  for (const [index, block] of placed.entries()) {
    const heads = headsOfForm(block)
    if (heads.labels.length < 2) continue
    if (heads.rest === block.text.length && opensWithLabel(placed[index + 1])) continue
    const slots = slotsOf(placed, index, heads.rest)
    for (const [value, label] of assigned(heads.labels, slots)) {
      if (labels.has(value.at)) continue
      labels.set(value.at, label)
      if (value.bare) bare.set(value.placed, [...(bare.get(value.placed) ?? []), foundBare(value, label)])
    }
  }
  return { labels, bare }
}

function foundBare(value: Value, { label, doubts }: TornLabel): Found {
  return {
    amount: value.amount,
    evidence: within(value.placed, value.amount),
    bezeichnung: label,
    jahr: value.year,
    turnus: label ? turnusNamed(label) : null,
    herkunft: 'formular',
    doubts: [...doubts, 'massstab-angenommen'],
  }
}

/** The label of each value; null where none can be told. */
function assigned(labels: readonly string[], slots: readonly Slot[]): [Value, TornLabel][] {
  const cells = cellsOf(slots)
  const whole = cells.length === slots.length && cells.every((cell) => cell.every(({ plain }) => plain))
  const counted = whole && cells.length === labels.length && cells.every((cell, at) => areParted(cells[at - 1], cell))
  const filled = cells.filter((cell) => cell.length)
  const [first, second, third] = filled.map(sumOf)
  const proved = counted || (first !== second && third !== undefined && (first ?? 0) - (second ?? 0) === third)
  const order = counted ? cells.map((_, at) => at) : proved ? placesOf(cells) : guessed(labels, slots)
  const doubts: readonly Doubt[] = proved ? [] : ['beschriftung-unsicher']
  return cells.flatMap((cell, at) => {
    const label = labels[order[at] ?? -1]
    // "Ergebnis-HH 2031: 5 €" names itself where no label is known to be its own.
    const named = cell.filter(({ budget, bare }) => label !== undefined || bare || !budget)
    return named.map((value): [Value, TornLabel] => [
      value,
      label
        ? { label: withBudget(label, value), year: value.year, doubts }
        : { label: null, year: value.year, doubts: ['beschriftung-unsicher'] },
    ])
  })
}

function isCell(slot: Slot): slot is { readonly values: Value[] } {
  return slot !== 'remark' && slot !== 'owned'
}

function cellsOf(slots: readonly Slot[]): (readonly Value[])[] {
  return slots.filter(isCell).map(({ values }) => values)
}

/** Two cells of years that have none in common may as well be one. */
function areParted(last: readonly Value[] | undefined, next: readonly Value[]): boolean {
  const years = new Set(last?.map(({ year }) => year))
  return !years.size || years.has(null) || !next.length || next.some(({ year }) => year === null || years.has(year))
}

function sumOf(cell: readonly Value[]): number {
  return cell.reduce((sum, { cents }) => sum + cents, 0)
}

/** The places of filled cells in their order, empty ones left out. */
function placesOf(cells: readonly (readonly Value[])[]): number[] {
  let place = 0
  return cells.map((cell) => (cell.length ? place++ : -1))
}

/** The most likely label of each cell: that of the whole, of the municipality's share, of a year; -1 if none is. */
function guessed(labels: readonly string[], slots: readonly Slot[]): number[] {
  const own = labels.findIndex((label, at) => at > 0 && /finanzierung|eigen|zu lasten|haushalt/iu.test(label))
  const last = labels.length - 1
  const yearly = /^(?:jährlich|laufend|folge)/iu.test(labels[last] ?? '') ? last : -1
  const cells = cellsOf(slots)
  const first = cells.find((cell) => cell.length)
  const opens = cells[0] === first && !slots.slice(0, slots.findIndex(isCell)).includes('owned')
  let shared = false
  return cells.map((cell) => {
    if (!cell.length || !first) return -1
    if (cell === first) return opens ? 0 : -1
    if (shared) return own === yearly - 1 ? yearly : -1
    shared = own > 0 && isSame(first, cell)
    if (shared) return own
    // No share of the whole is more than it.
    if (sumOf(cell) > sumOf(first)) return /^(?:einzahl|einnahm|ertr|erlös|zusch)/iu.test(labels[1] ?? '') ? 1 : -1
    const parts = own < 0 && first.length === 1 && cell.length > 1 && sumOf(cell) === sumOf(first)
    return parts || isPart(sumOf(first), cell) ? yearly : -1
  })
}

function isSame(one: readonly Value[], other: readonly Value[]): boolean {
  return one.length === other.length && one.every(({ cents }, at) => cents === other[at]?.cents)
}

/** A value that is contained in the whole as often as a contract has years. */
function isPart(whole: number, cell: readonly Value[]): boolean {
  const [value, more] = cell
  if (!value || more || value.cents <= 0) return false
  const times = whole / value.cents
  return times >= 2 && times <= 15 && Math.abs(times - Math.round(times)) < 1e-6
}

function withBudget(label: string, { budget }: Value): string {
  if (!budget) return label
  return label.endsWith(')') ? `${label}, ${budget}` : `${label} (${budget})`
}
