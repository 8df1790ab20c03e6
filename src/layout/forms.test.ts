import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gridRules, item, page, prose, tablesOf, wordsOf } from '../../test/paper-items.ts'
import { layOut } from './layout.ts'

describe('a form as the head of every page', () => {
  /** Title, a ruled row of labels, their values, the subject: taller than heads usually are. */
  const form = (number: number) => ({
    items: [
      item(50, 60, 'Sitzungsvorlage', { page: number }),
      item(54, 114, 'Fachdienst:', { page: number }),
      item(204, 114, 'Ansprechperson:', { page: number }),
      item(354, 114, 'Datum:', { page: number }),
      item(54, 134, 'Grünflächen und Wege', { page: number }),
      item(204, 134, 'Frau Ilsemann', { page: number }),
      item(354, 134, '04.02.2031', { page: number }),
      item(50, 200, 'Betrifft: Erneuerung der Stege am Mühlenteich', { page: number }),
    ],
    rules: gridRules([50, 200, 350, 500], [100, 120, 140]),
  })
  const about = ['Stege', 'Bänke', 'Beete', 'Wege']
  const pages = [1, 2, 3, 4].map((number) =>
    page([...form(number).items, ...prose(50, 260, 4, `Alle ${about[number - 1]} am Teich sind alt und müde,`)], {
      page: number,
      rules: form(number).rules,
    }),
  )
  test('stays on page 1 and leaves the others', () => {
    const words = wordsOf(pages)
    assert.equal(words.filter((line) => line.includes('Ilsemann')).length, 1)
    assert.equal(words.filter((line) => line.includes('Betrifft')).length, 1)
    for (const thing of about) assert.ok(words.join(' ').includes(`Alle ${thing}`))
    assert.equal(layOut(pages).furniture.filter(({ page: number }) => number === 3).length, 4)
  })
  test('lines that merely come again far down are text', () => {
    const again = [1, 2, 3, 4].map((number) =>
      page([...prose(50, 100, 3), item(50, 400, 'Die Verwaltung empfiehlt, zuzustimmen.', { page: number })], {
        page: number,
      }),
    )
    assert.equal(wordsOf(again).join('\n').split('zuzustimmen').length, 5)
  })
})

describe('a ruled area that only arranges', () => {
  const rules = gridRules([50, 300, 550], [90, 140, 180])
  test('is read cell by cell, its lines kept', () => {
    const head = [
      item(54, 104, 'STADT SEEWALDE'),
      item(54, 118, 'Bauamt'),
      item(304, 104, 'Vorlage Nr.'),
      item(304, 118, '12/2031'),
      item(304, 160, 'Datum: 3.2.2031'),
    ]
    const blocks = layOut([page(head, { rules })]).blocks
    assert.deepEqual(
      blocks.map((block) => (block.type === 'table' ? 'table' : block.lines.map(({ text }) => text))),
      [['STADT SEEWALDE', 'Bauamt'], ['Vorlage Nr.', '12/2031'], ['Datum: 3.2.2031']],
    )
  })
  test('words wrapped in their cells leave it a table', () => {
    const wrapped = [
      item(54, 104, 'Die Stege am Teich sind seit vielen Jahren alt'),
      item(54, 118, 'und müde geworden'),
      item(304, 104, 'Erneuern'),
      item(54, 160, 'Bänke'),
      item(304, 160, 'Streichen'),
    ]
    assert.equal(tablesOf([page(wrapped, { rules })]).length, 1)
  })
})

test('numbers go on behind a table and on the next page', () => {
  const first = page(
    [
      item(50, 100, '1. Ziel'),
      item(54, 134, 'Bauabschnitt'),
      item(204, 134, 'Jahr'),
      item(54, 154, 'Nordufer'),
      item(204, 154, '2031'),
      item(50, 220, '2. Kosten'),
    ],
    { rules: gridRules([50, 200, 350], [120, 140, 160]) },
  )
  const second = page([item(50, 100, '3. Folgen', { page: 2 }), item(50, 140, '9. Mai', { page: 2 })], { page: 2 })
  const items = layOut([first, second]).blocks.flatMap((block) => (block.type === 'item' ? [block.marker] : []))
  assert.deepEqual(items, ['1.', '2.', '3.'])
})

test('a head for single columns below a bold one that spans them', () => {
  const bold = { bold: true }
  const items = [
    item(54, 114, 'laut Stellenplan', bold),
    item(354, 114, 'Bemerkung', bold),
    item(54, 134, 'Team'),
    item(204, 134, 'Stellen'),
    item(54, 154, 'Bauhof'),
    item(204, 154, '4,50'),
    item(354, 154, 'davon eine gesperrt'),
    item(54, 174, 'Gärtnerei'),
    item(204, 174, '2,00'),
  ]
  assert.deepEqual(tablesOf([page(items, { rules: gridRules([50, 200, 350, 500], [100, 120, 140, 160, 180]) })]), [
    {
      headRows: 2,
      rows: [
        ['laut Stellenplan', '', 'Bemerkung'],
        ['Team', 'Stellen', ''],
        ['Bauhof', '4,50', 'davon eine gesperrt'],
        ['Gärtnerei', '2,00', ''],
      ],
    },
  ])
})

test('a label broken within its word by the page goes on below the repeated head', () => {
  const part = (number: number, rows: readonly (readonly [string, string])[]) =>
    page(
      rows.flatMap(([label, value], r) => [
        item(54, 114 + 20 * r, label, { page: number }),
        ...(value ? [item(204, 114 + 20 * r, value, { page: number })] : []),
      ]),
      {
        page: number,
        rules: gridRules(
          [50, 200, 350],
          [...rows.keys(), rows.length].map((r) => 100 + 20 * r),
        ),
      },
    )
  const pages = [
    part(1, [
      ['Posten', 'Betrag'],
      ['Zaun', '900 €'],
      ['Spielgeräte-', '7.000 €'],
    ]),
    part(2, [
      ['Posten', 'Betrag'],
      ['wartung', ''],
      ['Sand', '300 €'],
    ]),
  ]
  assert.deepEqual(tablesOf(pages)[0]?.rows, [
    ['Posten', 'Betrag'],
    ['Zaun', '900 €'],
    ['Spielgeräte- / wartung', '7.000 €'],
    ['Sand', '300 €'],
  ])
})

test('an amount beside the last line of its label does not join the one above', () => {
  const right = (y: number, text: string) => item(500 - text.length * 5, y, text)
  const items = [
    item(50, 100, 'Personalkosten ab 2031'),
    right(100, '61.500 € p.a.'),
    item(50, 112, 'Laufender Aufwand für die Pflege'),
    item(50, 124, 'nach Abschluss der'),
    item(50, 136, 'Arbeiten'),
    right(136, '14.200 € p.a.'),
    item(50, 160, 'Erwartete Zuschüsse'),
    right(160, './.'),
  ]
  const rows = tablesOf([page(items)])[0]?.rows ?? []
  assert.deepEqual(
    rows.map((row) => row[1]),
    ['61.500 € p.a.', '14.200 € p.a.', './.'],
  )
})

describe('boxes and bullets that are drawn', () => {
  const square = (x: number, y: number, marked = false) => ({ box: [x, y - 9, x + 10, y + 1] as const, marked })
  test('a box half way down beside two lines belongs to the first', () => {
    const items = [
      item(70, 100, 'Die Mittel stehen nicht zur Verfügung und werden im'),
      item(70, 112, 'Nachtrag bereitgestellt.'),
      item(70, 140, 'Die Mittel stehen zur Verfügung.'),
    ]
    assert.deepEqual(wordsOf([page(items, { squares: [square(50, 106, true), square(50, 140)] })]), [
      '☒ Die Mittel stehen nicht zur Verfügung und werden im / Nachtrag bereitgestellt.',
      '☐ Die Mittel stehen zur Verfügung.',
    ])
  })
  test('three boxes beside three lines keep their lines', () => {
    const items = ['ja', 'nein', 'teilweise'].map((text, row) => item(70, 100 + 12 * row, text))
    const squares = [square(50, 100), square(50, 112, true), square(50, 124)]
    assert.equal(wordsOf([page(items, { squares })]).join(' / '), '☐ ja / ☒ nein / ☐ teilweise')
  })
  test('a dot alone before a line is a bullet, one after words is not', () => {
    const items = [
      item(60, 100, 'über Kosten'),
      item(60, 114, 'über Termine'),
      item(60, 140, 'Seite'),
      item(93, 140, 'zwei'),
    ]
    const dots = [101, 115, 141].map((y, row) => [row > 1 ? 88 : 50, y - 6, row > 1 ? 91 : 53, y - 3] as const)
    const laid = layOut([page(items, { dots })])
    assert.deepEqual(
      laid.blocks.map((block) => (block.type === 'item' ? block.marker : block.type)),
      ['•', '•', 'paragraph'],
    )
  })
})

test('a bold line over all columns of a stamp box is no heading, one over a wide table is', () => {
  const stamp = (left: number, right: number) => {
    const middle = (left + right) / 2
    const rules = gridRules([left, middle, right], [100, 120, 140]).filter(
      ({ x1, x2 }) => !(x1 === middle && x2 === middle),
    )
    const items = [
      item(left + 4, 114, 'Beschluss', { bold: true }),
      item(left + 4, 134, 'Nr.'),
      item(middle + 4, 134, 'vom'),
      ...prose(50, 200, 3),
    ]
    return page(items, { rules: [...rules, { x1: middle, x2: middle, y1: 120, y2: 140 }] })
  }
  const typesOf = (one: ReturnType<typeof stamp>) => layOut([one]).blocks.map((block) => block.type)
  assert.deepEqual(typesOf(stamp(350, 540)), ['table', 'paragraph'])
  assert.deepEqual(typesOf(stamp(50, 540)), ['heading', 'table', 'paragraph'])
})
