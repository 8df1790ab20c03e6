/**
 * What holds for every layout: the order of the items is no matter, a page head is no part of the text, a table goes on
 * over pages.
 */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { gridRules, item, page, prose, tablesOf, wordsOf } from '../../test/paper-items.ts'
import type { Item, PageItems } from './items.ts'
import { layOut } from './layout.ts'

const WORD = fc.constantFrom(
  'Rat',
  '1.',
  '☐',
  '3.100 €',
  'Ausschuss für Soziales',
  '12.03.2031',
  'a)',
  '•',
  'Seite 2',
  'und',
)
const ITEM = fc.record({
  x: fc.integer({ min: 4, max: 50 }),
  row: fc.integer({ min: 0, max: 60 }),
  text: WORD,
  size: fc.constantFrom(7, 10, 16),
  bold: fc.boolean(),
})
const ITEMS = fc.uniqueArray(ITEM, { maxLength: 50, selector: ({ x, row }) => `${x}:${row}` })

test('items in another order give the same blocks and furniture', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(ITEMS, fc.boolean()), { minLength: 1, maxLength: 3 }),
      fc.integer(),
      (specs, seed) => {
        const pages = specs.map(([items, ruled], index) =>
          page(
            items.map(({ x, row, text, size, bold }) => item(10 * x, 40 + row * 12.5, text, { size, bold })),
            { page: index + 1, rules: ruled ? gridRules([45, 180, 300, 520], [200, 260, 330, 480]) : [] },
          ),
        )
        const shuffled = pages.map((each) => ({
          ...each,
          items: shuffle(each.items, seed),
          rules: shuffle(each.rules, seed),
        }))
        assert.deepEqual(layOut(shuffled), layOut(pages))
      },
    ),
    { numRuns: 200 },
  )
})

/** Another order, the same one for the same seed. */
function shuffle<T>(list: readonly T[], seed: number): T[] {
  const key = (index: number) => Math.imul(index + 1, seed | 1) % 1009
  return list
    .map((one, index) => ({ one, key: key(index) }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one)
}

describe('a head on every page but the first changes nothing', () => {
  const THINGS = ['Deich', 'Hafen', 'Markt', 'Wald', 'Turm', 'Wehr']
  const pageOf = (kind: string, number: number): PageItems => {
    const about = THINGS[number % THINGS.length] ?? ''
    if (kind === 'table')
      return page(
        [0, 1, 2, 3].flatMap((row) => [
          item(54, 134 + 20 * row, `${about} ${row}`),
          item(254, 134 + 20 * row, `${row + 1}.${number}00 €`),
        ]),
        { page: number, rules: gridRules([50, 250, 400], [120, 140, 160, 180, 200]) },
      )
    if (kind === 'list')
      return page(
        [1, 2, 3].flatMap((row) => [
          item(50, 120 + 14 * row, `${row}.`),
          item(70, 120 + 14 * row, `Die ${about}arbeiten ${row}`),
        ]),
        { page: number },
      )
    return page(prose(50, 120, 5, `Der Bericht über die Arbeiten am ${about} geht hier weiter,`), { page: number })
  }
  const HEADS: Readonly<Record<string, (number: number) => Item[]>> = {
    'page number': (number) => [item(50, 40, 'Stadt Ulmerode'), item(450, 40, `Seite ${number} von 5`)],
    date: (number) => [item(50, 40, `Vorlage 12/2031, gedruckt am 0${number}.03.2031 um 10:1${number} Uhr`)],
    'two lines': (number) => [item(50, 40, 'Kreis Wald – Vorlage 12/2031'), item(50, 52, `Blatt ${number}`)],
  }
  for (const [name, head] of Object.entries(HEADS)) {
    test(name, () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom('prose', 'table', 'list'), { minLength: 3, maxLength: 5 }), (kinds) => {
          const pages = kinds.map((kind, index) => pageOf(kind, index + 1))
          const headed = pages.map((each) =>
            each.page === 1
              ? each
              : { ...each, items: [...each.items, ...head(each.page).map((one) => ({ ...one, page: each.page }))] },
          )
          assert.deepEqual(wordsOf(headed), wordsOf(pages))
        }),
      )
    })
  }
})

test('a table without rules, or told by tags, has the same rows on two pages as on one', () => {
  const head = ['Posten', 'Betrag', 'Los']
  const body = Array.from({ length: 9 }, (_, index) => [`Halle ${index}`, `${index + 1}.000 €`, `Los ${9 - index}`])
  const table = (rows: readonly (readonly string[])[], top: number, tagged: boolean, number = 1) =>
    page(
      rows.flatMap((row, r) =>
        row.map((text, c) => {
          const cell = { table: 0, row: r, cell: c, head: text === head[c], rowSpan: 1, columnSpan: 1 }
          return item(50 + 150 * c, top + 14 * r, text, tagged ? { cell } : {})
        }),
      ),
      { page: number },
    )
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 7 }), fc.boolean(), fc.boolean(), (at, repeat, tagged) => {
      const rest = repeat ? [head, ...body.slice(at)] : body.slice(at)
      const parts = [table([head, ...body.slice(0, at)], 600, tagged), table(rest, 100, tagged, 2)]
      assert.deepEqual(tablesOf(parts), tablesOf([table([head, ...body], 100, tagged)]))
    }),
  )
})
