/**
 * What cities are compared by: every figure with how much it rests on, and with the papers and quotes behind it.
 *
 * Units: as `einheit` says; `genommen` of `von` papers, statements or steps went into a figure.
 * Reads: what may be published (`public-papers.ts`), without closed steps; nothing doubted. A paper that lies in several
 * files counts once, and not at all where its files disagree. Figures and what lies behind them come from the same rows.
 */
import type Database from 'better-sqlite3'
import { QUESTIONS, type Question } from './comparison-questions.ts'

export { QUESTIONS, type Question }

export interface Figure {
  readonly kommune: string
  readonly jahr: number | null
  /** What shares one coverage within a city and year: a unit, a kind of body. */
  readonly gruppe: string
  readonly merkmal: string
  readonly wert: number | null
  readonly einheit: string
  readonly genommen: number
  readonly von: number
}

/** One paper, statement or step: it went into a figure, or `grund` says why it did not. */
export interface Item {
  readonly kommune: string
  readonly jahr: number | null
  readonly gruppe: string
  readonly merkmal: string | null
  readonly einheit: string
  readonly wert: number | null
  readonly grund: string | null
  readonly vorlage: number
  /** The records it was read from, as a JSON list of their keys. */
  readonly belege: string
}

/** A figure with what lies behind it: what it took, and what its group left out. */
export interface Answer extends Figure {
  /** At most as many as asked for; `genommen` and `von` count all. */
  readonly items: readonly Item[]
  readonly missing: readonly Item[]
  readonly values: readonly number[]
}

/** For papers that name no municipality. */
export const NOBODY = '(ohne Kommune)'

interface Group {
  readonly first: Item
  readonly figures: Map<string, { readonly items: Item[]; readonly values: number[] }>
  readonly missing: Item[]
  genommen: number
  von: number
}

/** The figures of one question. */
export function figuresOf(db: Database.Database, question: Question): Figure[] {
  return answersOf(db, question, 0).map(({ items: _, missing: __, values: ___, ...figure }) => figure)
}

/** The figures of one question with at most `keep` items each on either side. */
export function answersOf(db: Database.Database, question: Question, keep: number): Answer[] {
  const groups = new Map<string, Group>()
  for (const item of db.prepare<[], Item>(question.sql).iterate()) {
    const key = JSON.stringify([item.kommune, item.jahr, item.gruppe])
    const group = groups.get(key) ?? { first: item, figures: new Map(), missing: [], genommen: 0, von: 0 }
    groups.set(key, group)
    put(group, item, keep)
  }
  return [...groups.values()].flatMap((group) => answersIn(group, question)).sort(byPlace)
}

/** Share of what could have counted that did, in per cent. */
export function coverageOf({ genommen, von }: Pick<Figure, 'genommen' | 'von'>): number {
  return von === 0 ? 0 : Math.round((1000 * genommen) / von) / 10
}

function put(group: Group, item: Item, keep: number): void {
  group.von += 1
  if (item.grund !== null || item.merkmal === null) {
    if (group.missing.length < keep) group.missing.push(item)
    return
  }
  group.genommen += 1
  const figure = group.figures.get(item.merkmal) ?? { items: [], values: [] }
  group.figures.set(item.merkmal, figure)
  if (figure.items.length < keep) figure.items.push(item)
  figure.values.push(item.wert ?? 0)
}

function answersIn({ first, figures, missing, genommen, von }: Group, question: Question): Answer[] {
  const { kommune, jahr, gruppe, einheit } = first
  const frame = { kommune, jahr, gruppe, einheit, genommen, von, missing }
  if (figures.size === 0) return [{ ...frame, merkmal: question.empty ?? gruppe, wert: null, items: [], values: [] }]
  return [...figures].map(([merkmal, { items, values }]) => ({
    ...frame,
    merkmal,
    wert: TOTAL[question.total](values),
    items,
    values,
  }))
}

const TOTAL: Readonly<Record<Question['total'], (values: readonly number[]) => number>> = {
  // Thousandths and cents are whole; only their sum is divided.
  tausendstel: (values) => sum(values) / 1000,
  cent: (values) => sum(values) / 100,
  anzahl: (values) => values.length,
  prozent: (values) => Math.round((1000 * sum(values)) / values.length) / 10,
  median: (values) => {
    const sorted = values.toSorted((a, b) => a - b)
    const half = Math.floor((sorted.length - 1) / 2)
    return ((sorted[half] ?? 0) + (sorted[sorted.length - 1 - half] ?? 0)) / 2
  },
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

const GERMAN = new Intl.Collator('de')

function byPlace(a: Figure, b: Figure): number {
  return (
    Number(a.kommune === NOBODY) - Number(b.kommune === NOBODY) ||
    GERMAN.compare(a.kommune, b.kommune) ||
    (a.jahr ?? Number.POSITIVE_INFINITY) - (b.jahr ?? Number.POSITIVE_INFINITY) ||
    Number(b.gruppe === 'einmalig') - Number(a.gruppe === 'einmalig') ||
    GERMAN.compare(a.gruppe, b.gruppe) ||
    GERMAN.compare(a.merkmal, b.merkmal)
  )
}
