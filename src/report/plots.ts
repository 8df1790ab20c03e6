/**
 * What is drawn for each question of the comparison.
 *
 * Reads: answers. A hollow mark or pale bar rests on less coverage than the bar; nothing is drawn for what has no value.
 */
import * as Plot from '@observablehq/plot'
import type { Answer, Question } from '../exports/comparison.ts'
import { wordsFor } from '../exports/comparison-words.ts'
import { number, quantity } from './german.ts'
import { color, type Drawing } from './plot-frame.ts'
import {
  byValue,
  dots,
  euroAxis,
  frame,
  framed,
  hollow,
  isLow,
  leftOut,
  legendOf,
  pale,
  rounded,
  said,
  yearShown,
} from './plot-parts.ts'

const MOST_YEARS = 12
/** In the order of their colours. */
const SPENDING = ['gesamtkosten', 'investition', 'auszahlung', 'aufwand']
const RESULTS = [
  'beschlossen',
  'geaendert-beschlossen',
  'kenntnisnahme',
  'vorberaten',
  'vertagt',
  'erledigt',
  'abgelehnt',
  'unklar',
]
const BODIES = ['rat', 'ausschuss', 'ortsteil']

/** The drawings for a question; none where nothing can be drawn. */
export function drawingsOf(question: Question, answers: readonly Answer[], bar: number): Drawing[] {
  const known = answers.filter(({ wert }) => wert !== null)
  const made = known.length === 0 ? [] : (DRAWN[question.id]?.(known, bar) ?? [])
  return made.filter((one) => one !== undefined)
}

const DRAWN: Readonly<Record<string, (known: readonly Answer[], bar: number) => (Drawing | undefined)[]>> = {
  vzae: (known, bar) => ['VZÄ', 'Stellen'].map((unit) => byYear(known, unit, bar)),
  betraege: (known, bar) => [spending(known, bar)],
  dauer: (known, bar) => [durations(known, bar)],
  vordruck: (known, bar) => [shares(known, bar)],
  ergebnisse: (known, bar) => BODIES.map((body) => results(known, body, bar)),
}

function byYear(known: readonly Answer[], unit: string, bar: number): Drawing | undefined {
  const all = known.filter(({ einheit, jahr, wert }) => einheit === unit && jahr !== null && wert !== 0)
  const years = [...new Set(all.map(({ jahr }) => jahr ?? 0))].sort((a, b) => a - b)
  const shown = shownYears(years)
  const { rows, places, left } = framed(all.filter(({ jahr }) => shown.includes(jahr ?? 0)))
  if (rows.length === 0) return undefined
  const most = Math.max(...rows.map(({ wert }) => Math.abs(wert ?? 0)))
  return {
    title: `Neue ${unit} je Kommune und Jahr`,
    legend: [],
    note: ['Je größer der Kreis, desto größer die Zahl.', hollow(rows, bar), leftOut(left), ...gapsIn(years, shown)]
      .filter(Boolean)
      .join(' '),
    draw: (size) => ({
      ...frame(places, size, 34),
      x: {
        type: 'point',
        domain: shown,
        label: null,
        tickFormat: (year: number) => yearShown(year, size, shown.length),
      },
      r: { type: 'sqrt', domain: [0, most], range: [3, size.narrow ? 11 : 14] },
      marks: [
        Plot.gridY({ stroke: 'var(--linie)', strokeOpacity: 1 }),
        ...dots(rows, bar, {
          x: 'jahr',
          y: 'kommune',
          r: (one: Answer) => Math.abs(one.wert ?? 0),
          title: said,
        }),
        ...(size.narrow
          ? []
          : [
              Plot.text(rows, {
                x: 'jahr',
                y: 'kommune',
                text: (one: Answer) => number(one.wert ?? 0),
                dx: 18,
                textAnchor: 'start',
                stroke: 'var(--grund)',
                fill: 'var(--schrift)',
                strokeWidth: 4,
              }),
            ]),
      ],
    }),
  }
}

/** Every year from first to last if they fit, otherwise the last ones that have figures. */
function shownYears(years: readonly number[]): number[] {
  const [first = 0] = years
  const span = (years.at(-1) ?? 0) - first + 1
  return span <= MOST_YEARS ? Array.from({ length: span }, (_, at) => first + at) : years.slice(-MOST_YEARS)
}

function gapsIn(years: readonly number[], shown: readonly number[]): string[] {
  const [first = 0] = shown
  return [
    ...((shown.at(-1) ?? 0) - first >= shown.length ? ['Jahre ohne Zahlen sind ausgelassen.'] : []),
    ...(years.some((year) => year < first) ? ['Frühere Jahre stehen in der Tabelle.'] : []),
  ]
}

function spending(known: readonly Answer[], bar: number): Drawing | undefined {
  const { rows, places, left } = framed(known.filter(({ gruppe }) => gruppe === 'einmalig'))
  if (rows.length === 0) return undefined
  const totals = places.map((kommune) => {
    const own = rows.filter((one) => one.kommune === kommune)
    return { kommune, wert: own.reduce((sum, { wert }) => sum + (wert ?? 0), 0) }
  })
  const most = Math.max(...totals.map(({ wert }) => wert))
  const ordered = byValue(totals)
  return {
    title: 'Einmalige Ausgaben, soweit eindeutig gedruckt',
    legend: legendOf(rows, SPENDING),
    note: [pale(rows, bar), leftOut(left)].filter(Boolean).join(' '),
    draw: (size) => ({
      ...frame(ordered, size),
      marginRight: 84,
      x: {
        ...euroAxis(most),
        domain: [0, most],
        ticks: size.narrow ? 3 : 6,
        labelArrow: 'none',
        labelAnchor: 'right',
        labelOffset: 18,
      },
      color: { domain: SPENDING, range: SPENDING.map((_, at) => color(at + 1)) },
      marks: [
        Plot.gridX({ ticks: size.narrow ? 3 : 6, stroke: 'var(--linie)', strokeOpacity: 1 }),
        Plot.barX(
          rows,
          Plot.stackX({
            x: 'wert',
            y: 'kommune',
            fill: 'merkmal',
            order: SPENDING,
            fillOpacity: (one: Answer) => (isLow(one, bar) ? 0.3 : 1),
            stroke: 'merkmal',
            title: said,
            insetTop: 3,
            insetBottom: 3,
          }),
        ),
        Plot.text(totals, {
          x: 'wert',
          y: 'kommune',
          text: (one: { wert: number }) => rounded(one.wert),
          dx: 6,
          textAnchor: 'start',
        }),
      ],
    }),
  }
}

function durations(known: readonly Answer[], bar: number): Drawing | undefined {
  const { rows, left } = framed(known)
  const papers = rows.flatMap(({ kommune, values }) => [...new Set(values)].map((tage) => ({ kommune, tage })))
  if (rows.length === 0) return undefined
  return {
    title: 'Tage von der ersten Beratung zur Entscheidung',
    legend: [],
    note: [
      papers.length > rows.length && 'Striche sind die Dauern einzelner Vorlagen, der Kreis ist ihr Median.',
      hollow(rows, bar),
      leftOut(left),
    ]
      .filter(Boolean)
      .join(' '),
    draw: (size) => ({
      ...frame(byValue(rows), size),
      marginRight: 24,
      x: {
        label: null,
        zero: true,
        nice: true,
        ticks: size.narrow ? 4 : 8,
        tickFormat: (days: number) => number(days),
      },
      marks: [
        Plot.gridX({ ticks: size.narrow ? 4 : 8, stroke: 'var(--linie)', strokeOpacity: 1 }),
        Plot.tickX(papers, {
          x: 'tage',
          y: 'kommune',
          stroke: color(1),
          strokeOpacity: 0.55,
          insetTop: 6,
          insetBottom: 6,
        }),
        ...dots(rows, bar, { x: 'wert', y: 'kommune', r: 6, title: said }),
      ],
    }),
  }
}

function shares(known: readonly Answer[], bar: number): Drawing {
  const { rows, left } = framed(known)
  return {
    title: 'Anteil leer gelassener Vordrucke',
    legend: [],
    note: [hollow(rows, bar), leftOut(left)].filter(Boolean).join(' '),
    draw: (size) => ({
      ...frame(byValue(rows), size),
      marginRight: 24,
      x: {
        domain: [0, 100],
        label: null,
        ticks: [0, 25, 50, 75, 100],
        tickFormat: (share: number) => quantity(share, 'Prozent'),
      },
      marks: [
        Plot.gridX({ ticks: [0, 25, 50, 75, 100], stroke: 'var(--linie)', strokeOpacity: 1 }),
        Plot.ruleY(rows, { y: 'kommune', x1: 0, x2: 'wert', stroke: color(1), strokeWidth: 2 }),
        ...dots(rows, bar, { x: 'wert', y: 'kommune', r: 6, title: said }),
      ],
    }),
  }
}

function results(known: readonly Answer[], body: string, bar: number): Drawing | undefined {
  const { rows, places, left } = framed(known.filter(({ gruppe }) => gruppe === body))
  if (rows.length === 0) return undefined
  return {
    title: `Ergebnisse: ${wordsFor(body)}`,
    legend: legendOf(rows, RESULTS),
    note: [pale(rows, bar), leftOut(left)].filter(Boolean).join(' '),
    draw: (size) => ({
      ...frame(places, size),
      marginRight: 24,
      x: {
        label: null,
        ticks: size.narrow ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1],
        tickFormat: (share: number) => quantity(share * 100, 'Prozent'),
      },
      color: { domain: RESULTS, range: RESULTS.map((_, at) => color(at + 1)) },
      marks: [
        Plot.barX(
          rows,
          Plot.stackX({
            offset: 'normalize',
            x: 'wert',
            y: 'kommune',
            fill: 'merkmal',
            order: RESULTS,
            fillOpacity: (one: Answer) => (isLow(one, bar) ? 0.3 : 1),
            stroke: 'merkmal',
            title: said,
            insetTop: 3,
            insetBottom: 3,
            insetLeft: 0.5,
            insetRight: 0.5,
          }),
        ),
      ],
    }),
  }
}
