import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { item, page, prose, tablesOf, wordsOf } from '../../test/paper-items.ts'
import type { CellTag, Item } from './items.ts'
import { layOut } from './layout.ts'

/** A word in a cell: places, row, cell. */
function cell(x: number, y: number, text: string, row: number, at: number, more: Partial<CellTag> = {}): Item {
  return item(x, y, text, { cell: { table: 0, row, cell: at, head: false, rowSpan: 1, columnSpan: 1, ...more } })
}

/** Columns so close that gaps alone do not part them; the label of the second row is broken. */
const close = [
  cell(50, 100, 'Posten', 0, 0, { head: true }),
  cell(140, 100, '2031', 0, 1, { head: true }),
  cell(170, 100, '2032', 0, 2, { head: true }),
  cell(50, 114, 'Bau mit', 1, 0),
  cell(145, 114, '120', 1, 1),
  cell(175, 114, '130', 1, 2),
  cell(50, 128, 'Erdarbeiten', 1, 0),
  cell(50, 142, 'Ausbau', 2, 0),
  cell(180, 142, '80', 2, 1),
]

describe('tables the paper itself marks', () => {
  test('have the cells that are marked, in the columns they stand in', () => {
    assert.deepEqual(tablesOf([page(close)]), [
      {
        headRows: 1,
        rows: [
          ['Posten', '2031', '2032'],
          ['Bau mit / Erdarbeiten', '120', '130'],
          ['Ausbau', '', '80'],
        ],
      },
    ])
  })
  test('take a drawn box beside their words', () => {
    const squares = [{ box: [40, 134, 48, 142] as const, marked: true }]
    assert.equal(tablesOf([page(close, { squares })])[0]?.rows[2]?.[0], '☒ Ausbau')
  })
  test('a cell over two others stands in the first of them', () => {
    const items = [
      cell(120, 86, 'Ansatz in TEUR', 0, 1, { columnSpan: 2, head: true }),
      ...close.map((one) => (one.cell ? { ...one, cell: { ...one.cell, row: one.cell.row + 1 } } : one)),
    ]
    const [table] = tablesOf([page(items)])
    assert.deepEqual(table?.rows[0], ['', 'Ansatz in TEUR', ''])
    assert.equal(table?.headRows, 2)
  })
  test('a single cell over all columns above them is a title', () => {
    const down = close.map((one) => (one.cell ? { ...one, cell: { ...one.cell, row: one.cell.row + 1 } } : one))
    const items = [cell(50, 86, 'Ansätze', 0, 0, { columnSpan: 3 }), ...down]
    assert.equal(wordsOf([page(items)])[0], 'Ansätze')
    assert.deepEqual(tablesOf([page(items)]), tablesOf([page(close)]))
  })
  test('a head in the middle of its column makes no column of its own', () => {
    const items = [
      cell(50, 100, 'Nr.', 0, 0),
      cell(160, 100, 'Maßnahme', 0, 1),
      cell(50, 114, '1', 1, 0),
      cell(80, 114, 'Zaun', 1, 1),
      cell(50, 128, '2', 2, 0),
      cell(80, 128, 'Sanierung des alten Rathauses', 2, 1),
    ]
    assert.deepEqual(
      tablesOf([page(items)])[0]?.rows.map((row) => row.length),
      [2, 2, 2],
    )
  })
  test('are not believed if their rows do not follow each other', () => {
    const lying = close.map((one) => (one.cell ? { ...one, cell: { ...one.cell, row: 2 - one.cell.row } } : one))
    assert.deepEqual(layOut([page(lying)]), layOut([page(close.map(untagged))]))
  })
  test('are not believed if other words stand among them', () => {
    const items = [...close.slice(0, 4), untagged(close[4] ?? item(0, 0, '')), ...close.slice(5)]
    assert.deepEqual(layOut([page(items)]), layOut([page(close.map(untagged))]))
  })
  test('are not believed if they only arrange running text', () => {
    const text = prose(50, 100, 6).map((one) => ({ ...one, cell: tag(0, 0) }))
    const items = [...text, cell(50, 200, 'Amt', 1, 0), cell(500, 200, 'Datum', 1, 1)]
    assert.ok(layOut([page(items)]).blocks.some(({ type }) => type === 'paragraph'))
    assert.equal(tablesOf([page(items)]).length, 0)
  })
  test('go on over the page, also with a single row', () => {
    const single = [cell(50, 100, 'Sand', 0, 0), cell(145, 100, '200', 0, 1), cell(175, 100, '300', 0, 2)]
    const far = close.map((one) => ({ ...one, y: one.y + 600 }))
    assert.equal(tablesOf([page(far), page(single, { page: 2 })])[0]?.rows.length, 4)
  })
  test('a row the page breaks is whole if its next word had no room', () => {
    const far = [
      cell(50, 700, 'Nr.', 0, 0),
      cell(80, 700, 'Maßnahme', 0, 1),
      cell(250, 700, 'Betrag', 0, 2),
      cell(50, 714, '1', 1, 0),
      cell(80, 714, 'Sanierung der alten Brücken und', 1, 1),
      cell(250, 714, '300', 1, 2),
    ]
    const next = [
      cell(80, 60, 'Wehranlagen', 0, 1),
      cell(50, 74, '2', 1, 0),
      cell(80, 74, 'Zaun', 1, 1),
      cell(250, 74, '90', 1, 2),
    ]
    assert.deepEqual(tablesOf([page(far), page(next, { page: 2 })])[0]?.rows.slice(1), [
      ['1', 'Sanierung der alten Brücken und / Wehranlagen', '300'],
      ['2', 'Zaun', '90'],
    ])
  })
  test('keep rows that differ only in their numbers at the top of several pages', () => {
    const pages = [4, 17, 9].map((number, index) =>
      page(
        [
          cell(50, 60, `${number} Spielplatz`, 0, 0),
          cell(300, 60, 'Ost', 0, 1),
          ...[1, 2, 3].flatMap((row) => [
            cell(50, 60 + 30 * row, `Halle ${row}${index}`, row, 0),
            cell(300, 60 + 30 * row, 'West', row, 1),
          ]),
        ],
        { page: index + 1 },
      ),
    )
    assert.match(wordsOf(pages).join(), /4 Spielplatz.*17 Spielplatz.*9 Spielplatz/)
  })
})

function tag(row: number, at: number): CellTag {
  return { table: 0, row, cell: at, head: false, rowSpan: 1, columnSpan: 1 }
}

function untagged({ cell: _, ...rest }: Item): Item {
  return rest
}
