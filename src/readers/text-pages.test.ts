import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEFAULT_LIMITS, type Reading } from './reader.ts'
import { textReader } from './text.ts'

const HEAD = ['Einrichtung', 'Plätze', 'Stellen Ist', 'Stellen Soll']
const ROWS = [
  ['Kita Lindenhof', '64', '7,25', '8,50'],
  ['Kita Am Anger', '48', '5,00', '6,75'],
  ['Hort Nordring', '90', '6,50', '7,00'],
  ['Hort Süd', '75', '5,25', '6,00'],
  ['Gesamt', '277', '24,00', '28,25'],
]
const ABOVE = [
  ...['Stadt Wiesenburg', 'Amt für Kinder', 'Herr Sommer', 'Datum', '12.03.2031', 'Vorlage', 'BV/123/2031', 'Betreff'],
  ...['Stellen der Kitas', 'Beratungsfolge', 'Jugendausschuss', 'Rat', '', 'Begründung'],
  'Die Zahl der Plätze ist im letzten Jahr deutlich gestiegen. Deshalb braucht die Stadt mehr Personal in',
  'allen Einrichtungen. Die Träger haben das mehrfach beantragt.',
  'Zum Stichtag 1. März 2031 stellt sich der Bedarf der Einrichtungen wie folgt dar:',
]
const BELOW = ['Die Stellen werden zum neuen Kindergartenjahr ausgeschrieben.']

/** The foot of a page of two. */
const FEET: Record<string, (page: number) => string[]> = {
  'a number between dashes': (page) => [`- ${page} -`],
  'a count of pages': (page) => [`Seite ${page} von 2`],
  'the number of the paper above a count': (page) => ['BV/123/2031', `Seite ${page} von 2`],
  'the number of the paper': () => ['BV/123/2031'],
  'the number of the paper and a count': (page) => [`BV/123/2031   ${page}/2`],
  'a day and a name': () => ['12.03.2031', 'Sabine Kroll'],
}

/** How lines of cells come out of a page. */
const PRINTED: Record<string, (cells: readonly string[]) => string[]> = {
  layout: ([first = '', ...rest]) => [`  ${first.padEnd(20)}${rest.map((cell) => cell.padEnd(15)).join('')}`],
  raw: (cells) => [cells.join(' ')],
  tabs: (cells) => [cells.join('\t')],
  stacked: (cells) => cells.flatMap((cell) => ['', cell]),
}

describe('a table that a page ends in is one', () => {
  for (const [kind, print] of Object.entries(PRINTED))
    for (const [name, foot] of Object.entries(FEET))
      for (const feed of ['', '\f'])
        if (kind !== 'raw' || feed || /count|dashes/.test(name))
          test(`${kind}, ${name}${feed && ', form feed'}`, () => {
            const gap = kind === 'raw' ? [] : ['']
            const upper = [...ABOVE, ...[HEAD, ...ROWS.slice(0, 2)].flatMap(print), '', ...foot(1), ...gap]
            const lower = [...ROWS.slice(2).flatMap(print), ...gap, ...BELOW, '', ...foot(2), '']
            const text = `${upper.join('\n')}\n${feed}${lower.join('\n')}\n`
            const { blocks } = textReader.read(new TextEncoder().encode(text), DEFAULT_LIMITS) as Reading
            const tables = blocks.flatMap((block) =>
              block.type === 'table' ? [block.rows.map((row) => row.map((cell) => cell.lines[0]?.text))] : [],
            )
            assert.deepEqual(tables, [[HEAD, ...ROWS]])
          })
})
