import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { gridRules, item, page, prose, tablesOf } from '../../test/paper-items.ts'
import { layOut } from './layout.ts'

describe('tables', () => {
  const cells = [
    ['Gremium', 'Datum', 'Rolle'],
    ['Bauausschuss', '03.03.2031', 'Vorberatung'],
    ['Rat', '', 'Entscheidung'],
  ]
  const ruled = (top: number, rows: readonly (readonly string[])[], number = 1) =>
    page(
      rows.flatMap((row, r) => row.flatMap((text, c) => (text ? [item(54 + c * 150, top + 14 + r * 20, text)] : []))),
      {
        page: number,
        rules: gridRules(
          [50, 200, 350, 500],
          [...rows.keys(), rows.length].map((r) => top + r * 20),
        ),
      },
    )
  test('rules part cells; empty ones stay in their column', () => {
    assert.deepEqual(tablesOf([ruled(100, cells)]), [{ headRows: 1, rows: cells }])
  })
  test('two lines in a ruled cell are one cell', () => {
    const rows = gridRules([50, 200, 350], [100, 140, 160])
    const items = [
      item(54, 112, 'Ausschuss für'),
      item(54, 124, 'Soziales'),
      item(204, 118, 'Anhörung'),
      item(54, 154, 'Rat'),
      item(204, 154, 'Beschluss'),
    ]
    assert.deepEqual(tablesOf([page(items, { rules: rows })]), [
      {
        headRows: 0,
        rows: [
          ['Ausschuss für / Soziales', 'Anhörung'],
          ['Rat', 'Beschluss'],
        ],
      },
    ])
  })
  test('figures cut by a narrow cell are no rows of their own', () => {
    const rules = gridRules([50, 84, 110], [100, 120, 148, 176])
    const items = [
      ...[item(54, 114, 'Jahr'), item(88, 114, '2031')],
      ...[item(54, 134, 'Bau'), item(88, 134, '231.0'), item(88, 144, '00')],
      ...[item(54, 162, 'Plan'), item(88, 162, '14.00'), item(88, 172, '0')],
    ]
    assert.deepEqual(tablesOf([page(items, { rules })])[0]?.rows, [
      ['Jahr', '2031'],
      ['Bau', '231.0 / 00'],
      ['Plan', '14.00 / 0'],
    ])
  })
  test('a table over two pages has the same rows as one on one page', () => {
    const body = Array.from({ length: 8 }, (_, index) => [`Posten ${index}`, `${index + 1}.000 €`, `Los ${index}`])
    const head = ['Posten', 'Betrag', 'Los']
    const whole = tablesOf([ruled(100, [head, ...body])])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.boolean(), (at, repeat) => {
        const rest = repeat ? [head, ...body.slice(at)] : body.slice(at)
        const parts = [ruled(500, [head, ...body.slice(0, at)]), ruled(100, rest, 2)]
        assert.deepEqual(tablesOf(parts), whole)
      }),
    )
  })
  test('a cell in the middle of its two lines does not make the rows beside it one', () => {
    const rows: readonly (readonly [number, string, string, string])[] = [
      [100, 'Termin', 'Gremium', 'Rolle'],
      [114.3, '12.05.2031', 'Verwaltungsausschuss', 'Vorberatung'],
      [157.2, '16.07.2031', 'Ortsbeirat Nord', 'Vorberatung'],
      [171.5, '02.08.2031', 'Stadtrat', 'Entscheidung'],
    ]
    const items = [
      ...rows.flatMap(([y, ...cells]) => cells.map((text, c) => item(54 + c * 150, y, text))),
      ...[
        item(54, 135.7, '23.06.2031'),
        item(204, 128.6, 'Ausschuss für Schule,'),
        item(204, 142.9, 'Sport und Kultur'),
      ],
      item(354, 135.7, 'Kenntnisnahme'),
    ]
    assert.deepEqual(
      tablesOf([page(items)])[0]?.rows.map(([first]) => first),
      ['Termin', '12.05.2031', '23.06.2031', '16.07.2031', '02.08.2031'],
    )
  })
  test('columns without rules: heads over figures, aligned to the right', () => {
    const right = (x: number, y: number, text: string) => item(x - text.length * 5, y, text)
    const items = [
      [item(50, 100, 'Stelle'), right(300, 100, 'VZÄ'), right(450, 100, 'Kosten')],
      [item(50, 114, 'Hausmeister'), right(300, 114, '1,0'), right(450, 114, '58.300 €')],
      [item(50, 128, 'Reinigung'), right(300, 128, '0,75'), right(450, 128, '131.200 €')],
    ].flat()
    assert.deepEqual(tablesOf([page(items)]), [
      {
        headRows: 1,
        rows: [
          ['Stelle', 'VZÄ', 'Kosten'],
          ['Hausmeister', '1,0', '58.300 €'],
          ['Reinigung', '0,75', '131.200 €'],
        ],
      },
    ])
  })
  test('a label set half a line lower belongs to its two-line value', () => {
    const items = [
      item(200, 100, 'Neubau der Brücke am Wehr;'),
      item(50, 106, 'Betreff:'),
      item(200, 112, 'hier: Planung'),
      item(50, 136, 'Amt:'),
      item(200, 136, 'Tiefbauamt'),
    ]
    assert.deepEqual(tablesOf([page(items)]), [
      {
        headRows: 0,
        rows: [
          ['Betreff:', 'Neubau der Brücke am Wehr; / hier: Planung'],
          ['Amt:', 'Tiefbauamt'],
        ],
      },
    ])
  })
  test('a spanning head stands over its first column', () => {
    const rules = [
      ...gridRules([50, 200, 300, 400], [100, 120, 140, 160]).filter((rule) => !(rule.x1 === 300 && rule.x2 === 300)),
      { x1: 300, x2: 300, y1: 120, y2: 160 },
    ]
    const items = [
      item(54, 114, 'Jahr'),
      item(204, 114, 'Kosten in TEUR'),
      item(204, 134, '2031'),
      item(304, 134, '2032'),
    ]
    const body = [item(54, 154, 'Bau'), item(204, 154, '120'), item(304, 154, '80')]
    const [table] = tablesOf([page([...items, ...body], { rules })])
    assert.deepEqual(table?.rows, [
      ['Jahr', 'Kosten in TEUR', ''],
      ['', '2031', '2032'],
      ['Bau', '120', '80'],
    ])
    assert.equal(table?.headRows, 2)
  })
})

test('heads that run up or down in their cells are heads; what stands in no cell is a stamp', () => {
  const rules = gridRules([50, 200, 230, 260], [100, 180, 200, 220])
  const items = [
    item(54, 170, 'Bereich'),
    item(212, 176, 'Beamte', { angle: 90 }),
    item(238, 176, 'Tariflich', { angle: 90 }),
    item(251, 176, 'Beschäftigte', { angle: 90 }),
    item(54, 194, 'Bauhof'),
    item(204, 194, '2'),
    item(234, 194, '31'),
    item(54, 214, 'Hauptamt'),
    item(204, 214, '4'),
    item(234, 214, '12'),
    item(580, 500, 'Az. 10-2', { angle: 90 }),
    ...prose(50, 300, 3),
  ]
  const [table] = tablesOf([page(items, { rules })])
  assert.deepEqual(table?.rows[0], ['Bereich', 'Beamte', 'Tariflich / Beschäftigte'])
  assert.deepEqual(layOut([page(items, { rules })]).furniture, [{ kind: 'stempel', page: 1, text: 'Az. 10-2' }])
  const down = items.map((one) =>
    one.angle === 90 && one.x < 300 ? { ...one, angle: 270, x: 2 * 245 - one.x, y: 104 } : one,
  )
  const turned = down.map((one) => (one.text === 'Beamte' ? { ...one, x: 208 } : one))
  assert.deepEqual(tablesOf([page(turned, { rules })])[0]?.rows[0], ['Bereich', 'Beamte', 'Tariflich / Beschäftigte'])
})

test('columns as close as words are parted where figures end under each other', () => {
  const right = (x: number, y: number, text: string) => item(x - text.length * 5, y, text)
  const rows = [
    ['Posten', '2031', '2032', 'Bemerkung'],
    ['Planung', '12.500', '7.300', 'ab Mai'],
    ['Rohbau', '250.000', '90', 'Teil zwei'],
    ['Ausbau', '', '81.450', ''],
    ['Summe', '262.500', '88.840', 'ohne Steuer'],
  ]
  const items = rows.flatMap(([label = '', one = '', two = '', note = ''], r) => [
    item(50, 100 + 14 * r, label),
    ...(one ? [right(130, 100 + 14 * r, one)] : []),
    right(168, 100 + 14 * r, two),
    ...(note ? [item(176, 100 + 14 * r, note)] : []),
  ])
  assert.deepEqual(tablesOf([page(items)])[0]?.rows, rows)
})

test('the rest of a label that had no room belongs to it', () => {
  const items = [
    item(50, 100, 'Amt:'),
    item(200, 100, 'Hochbau'),
    item(50, 114, 'Ausschuss für Bauen und die'),
    item(200, 114, 'Vorberatung'),
    item(50, 126, 'Verkehrsplanung'),
  ]
  assert.deepEqual(tablesOf([page(items)])[0]?.rows.at(-1), [
    'Ausschuss für Bauen und die / Verkehrsplanung',
    'Vorberatung',
  ])
})
