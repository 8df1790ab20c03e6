/**
 * What the plots share: rows of cities, marks that show coverage, words for readers.
 */
import * as Plot from '@observablehq/plot'
import { type Answer, coverageOf, NOBODY } from '../exports/comparison.ts'
import { wordsFor } from '../exports/comparison-words.ts'
import { number, quantity } from './german.ts'
import { color, nameRoom, nameShown, ROW, type Size } from './plot-frame.ts'

const MOST_PLACES = 25

/** The answers that are shown, their cities in order, and how many cities are left out. */
export interface Frame {
  readonly rows: readonly Answer[]
  readonly places: readonly string[]
  readonly left: number
}

/** The cities that rest on most, and how many there are besides. */
export function framed(answers: readonly Answer[]): Frame {
  const weight = Map.groupBy(answers, ({ kommune }) => kommune)
  const places = [...weight]
    .map(([name, list]) => ({ name, papers: Math.max(...list.map(({ von }) => von)) }))
    .sort((a, b) => b.papers - a.papers)
    .slice(0, MOST_PLACES)
  const shown = new Set(places.map(({ name }) => name))
  return {
    rows: answers.filter(({ kommune }) => shown.has(kommune)),
    places: [...weight.keys()].filter((name) => shown.has(name)),
    left: weight.size - shown.size,
  }
}

/** Axes that all plots share: a row per city, its name in front. */
export function frame(places: readonly string[], size: Size, row = ROW): Plot.PlotOptions {
  return {
    width: size.width,
    height: places.length * row + 40,
    marginTop: 8,
    marginLeft: nameRoom(places, size),
    marginBottom: 28,
    y: {
      type: 'band',
      domain: places,
      label: null,
      tickSize: 0,
      tickFormat: (name: string) => nameShown(name, size.narrow),
    },
  }
}

/** Highest value first; papers without a city last. */
export function byValue(rows: readonly { readonly kommune: string; readonly wert: number | null }[]): string[] {
  const totals = new Map<string, number>()
  for (const { kommune, wert } of rows) totals.set(kommune, (totals.get(kommune) ?? 0) + (wert ?? 0))
  return [...totals]
    .sort(([a, x], [b, y]) => Number(a === NOBODY) - Number(b === NOBODY) || y - x)
    .map(([kommune]) => kommune)
}

/** Full where the coverage is enough, hollow where it is not. */
export function dots(rows: readonly Answer[], bar: number, options: Plot.DotOptions): Plot.Markish[] {
  const low = rows.filter((one) => isLow(one, bar))
  const enough = rows.filter((one) => !isLow(one, bar))
  return [
    Plot.dot(enough, { ...options, fill: color(1), stroke: 'var(--grund)' }),
    Plot.dot(low, { ...options, fill: 'var(--grund)', stroke: color(1), strokeWidth: 2 }),
  ]
}

export function isLow(answer: Answer, bar: number): boolean {
  return coverageOf(answer) < bar
}

/** What stands at a mark when it is pointed at. */
export function said({ kommune, jahr, merkmal, wert, einheit, genommen, von }: Answer): string {
  const what = [kommune, jahr, wordsFor(merkmal)].filter((part) => part !== null).join(', ')
  return `${what}: ${quantity(wert ?? 0, einheit)} (${number(genommen)} von ${number(von)})`
}

export function legendOf(rows: readonly Answer[], order: readonly string[]): [number, string][] {
  const there = new Set(rows.map(({ merkmal }) => merkmal))
  return order.flatMap((code, at): [number, string][] => (there.has(code) ? [[at + 1, wordsFor(code)]] : []))
}

export function hollow(rows: readonly Answer[], bar: number): string {
  return rows.some((one) => isLow(one, bar)) ? `Hohle Kreise: Deckung unter ${bar} %.` : ''
}

export function pale(rows: readonly Answer[], bar: number): string {
  return rows.some((one) => isLow(one, bar)) ? `Blasse Balken: Deckung unter ${bar} %.` : ''
}

export function leftOut(places: number): string {
  if (places === 0) return ''
  return `Gezeigt sind die ${MOST_PLACES} Kommunen mit den meisten Angaben; ${places} weitere stehen in der Tabelle.`
}

/** On a phone only as many years are written out as stand apart; their ticks stay. */
export function yearShown(year: number, { narrow }: Size, years: number): string {
  if (narrow && years > 8 && year % 2 === 1) return ''
  return narrow && years > 5 ? `’${String(year).slice(2)}` : String(year)
}

/** Euros on an axis: in millions where that is shorter, which its label then says. */
export function euroAxis(most: number): { readonly label: string; readonly tickFormat: (euro: number) => string } {
  const large = most >= 2_000_000
  return { label: large ? 'Mio. €' : '€', tickFormat: (euro) => number(large ? euro / 1e6 : euro, 1) }
}

export function rounded(euro: number): string {
  if (euro >= 1e9) return `${number(euro / 1e9, 1)} Mrd. €`
  if (euro >= 1e6) return `${number(euro / 1e6, 1)} Mio. €`
  return euro >= 1e4 ? `${number(euro / 1e3, 0)} Tsd. €` : quantity(Math.round(euro), 'Euro')
}
