import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { gridRules, item, page, tablesOf, wordsOf } from '../../test/paper-items.ts'

describe('rows and columns', () => {
  test('rows as long as lines of text are no columns of running text', () => {
    const rows = [
      ['Werkausschuss Wasser und Wege', '03.03.2031 nicht öffentlich zur Vorberatung'],
      ['Ortsbeirat Unterer Mühlengrund', '10.03.2031 öffentlich zur Anhörung der Orte'],
      ['Finanzausschuss und Vergaben', '17.03.2031 nicht öffentlich zur Vorberatung'],
      ['Ausschuss für Schulen und Sport', '24.03.2031 öffentlich zur Vorberatung'],
      ['Gemeindevertretung Ulmerode', '31.03.2031 öffentlich zur Entscheidung'],
    ]
    const items = rows.flatMap(([left = '', right = ''], r) => [
      item(54, 100 + r * 15, left),
      item(270, 100 + r * 15, right),
    ])
    assert.deepEqual(tablesOf([page(items)]), [{ headRows: 0, rows }])
  })
  test('figures set off by the rule below them stay beside their labels', () => {
    const labels = ['Aufwand für die Reparatur der Brücke', 'darin Anteil des Landes', 'Ertrag', 'Eigenanteil', 'Dauer']
    const items = [
      ...labels.map((label, r) => item(54, 100 + r * 15.75, label)),
      ...['48.500 €', '60 %', '12.000 €', '7.400 €', '2031'].map((figure, r) => item(430, 99.25 + r * 15.75, figure)),
    ]
    assert.deepEqual(
      wordsOf([page(items)]).join(' / '),
      labels.map((label, r) => `${label} / ${['48.500 €', '60 %', '12.000 €', '7.400 €', '2031'][r]}`).join(' / '),
    )
  })
  test('figures alone are no block beside others, wherever they stand', () => {
    const items = [
      ...['Bau', 'Planung', 'Pflege', 'Ersatz'].map((label, r) => item(54, 100 + r * 16, `${label} der Anlage`)),
      ...['48.500 €', '12.000 €', '7.400 €'].map((figure, r) => item(430, 104 + r * 16, figure)),
    ]
    const [first] = wordsOf([page(items)])
    assert.notEqual(first, 'Bau der Anlage / Planung der Anlage / Pflege der Anlage / Ersatz der Anlage')
  })
  test('a label below a box of contacts opens what follows', () => {
    const box = ['Nummer:', '31/2031', 'Auskunft:', 'Frau Heß', 'Datum:', '03.03.2031']
    const items = [
      item(54, 100, 'Der Bürgermeister'),
      item(54, 112, 'Amt für Wege'),
      ...box.map((text, r) => item(360, 106 + r * 12, text)),
      item(54, 180, 'Betrifft'),
      item(54, 200, 'Neubau der Brücke über den unteren Mühlengraben und Ausbau des Weges bis zur Schleuse'),
    ]
    assert.deepEqual(wordsOf([page(items)]).slice(-2), [
      'Betrifft',
      'Neubau der Brücke über den unteren Mühlengraben und Ausbau des Weges bis zur Schleuse',
    ])
  })
})

describe('heads', () => {
  const row = (y: number, texts: readonly string[], bold = false) =>
    texts.flatMap((text, c) => (text ? [item(54 + c * 130, y, text, { bold })] : []))
  test('years with the mark of a note are heads', () => {
    const items = [
      ...row(100, ['', '2029', '2030', '2031*'], true),
      ...row(118, ['Besuche', '3.412', '1.876', '2.540']),
      ...row(136, ['Zuschuss', '612.400', '731.950', '744.118']),
    ]
    assert.equal(tablesOf([page(items)])[0]?.headRows, 1)
  })
  test('heads of two lines at the foot of a page belong to the rows of the next one', () => {
    const first = [...row(760, ['Bezirk', 'Stellen', 'davon']), ...row(773, ['', '2031', 'besetzt'])]
    const second = [
      ...row(80, ['Hafen', '6,00', '4,50']),
      ...row(98, ['Markt', '5,25', '5,25']),
      ...row(116, ['Gesamt', '11,25', '9,75']),
    ]
    assert.deepEqual(tablesOf([page(first), page(second, { page: 2 })]), [
      {
        headRows: 1,
        rows: [
          ['Bezirk', 'Stellen / 2031', 'davon / besetzt'],
          ['Hafen', '6,00', '4,50'],
          ['Markt', '5,25', '5,25'],
          ['Gesamt', '11,25', '9,75'],
        ],
      },
    ])
  })
  test("a dashed page number with the paper's number beside it is no text", () => {
    const text = 'Der Bericht über die Arbeiten am Deich geht im Wortlaut noch über viele Zeilen weiter,'
    const body = (number: number) =>
      page(
        [
          ...(number > 1 ? [item(280, 40, `- ${number} -`), item(480, 40, 'V/31/2031')] : []),
          ...[0, 1, 2].map((r) => item(54, 90 + r * 12, text, { width: 420 })),
        ],
        { page: number },
      )
    assert.ok(
      !wordsOf([body(1), body(2), body(3)])
        .join(' ')
        .includes('V/31'),
    )
  })
  test('heads set to the right over figures are heads, however close they stand', () => {
    const right = (y: number, texts: readonly string[], bold = false) =>
      texts.map((text, c) => item(250 + c * 60 - text.length * 5, y, text, { bold }))
    const items = [
      ...right(100, ['RE 2029', 'RE 2030', 'Plan 2031', 'Ist 2031'], true),
      ...[
        ['Bezüge', '24,11', '24,68', '25,90', '27,02'],
        ['Entgelte', '98,44', '102,07', '109,83', '118,66'],
      ].flatMap(([label = '', ...figures], r) => [item(54, 118 + r * 16, label), ...right(118 + r * 16, figures)]),
    ]
    const [table] = tablesOf([page(items)])
    assert.deepEqual(table?.rows[0], ['', 'RE 2029', 'RE 2030', 'Plan 2031', 'Ist 2031'])
  })
  test('a bold head keeps its row where only the rules below the others are drawn', () => {
    const items = [
      ...row(100, ['Beratungsfolge', 'Termin', 'Aufgabe'], true),
      ...row(116, ['Bauausschuss', '03.03.2031', 'Beratung']),
      ...row(133, ['Hauptausschuss', '10.03.2031', 'Beratung']),
      ...row(150, ['Rat', '17.03.2031', 'Entscheidung']),
    ]
    const rules = [122, 139, 156].map((y) => ({ x1: 50, x2: 420, y1: y, y2: y }))
    assert.equal(tablesOf([page(items, { rules })])[0]?.rows.length, 4)
  })
  test('labels right of an empty column part rows as those in it do', () => {
    const items = [
      ...row(100, ['', 'Nummer:', 'A/31/2031']),
      ...row(114, ['', 'Öffentlich:', 'nein']),
      ...row(128, ['Amt:', 'Gartenamt', '']),
    ]
    const [table] = tablesOf([page(items)])
    assert.deepEqual(table?.rows.slice(0, 2), [
      ['', 'Nummer:', 'A/31/2031'],
      ['', 'Öffentlich:', 'nein'],
    ])
  })
  test('a running number under its own head is a cell', () => {
    const items = [
      ...row(100, ['Rang', 'Bieter', 'Angebot']),
      ...row(120, ['1.', 'Firma Heß', '412.887,26 €']),
      ...row(140, ['2.', 'Firma Roth', '449.130,00 €']),
    ]
    assert.deepEqual(tablesOf([page(items)])[0]?.rows[1], ['1.', 'Firma Heß', '412.887,26 €'])
  })
  test('words the engine holds together over several rules are cut at each', () => {
    const xs = [50, 200, 234, 270, 330]
    const items = [
      item(54, 112, 'Gang'),
      item(204, 112, 'Tag TOP Nein', { width: 100 }),
      item(54, 132, 'Rat'),
      item(202, 132, '03.03.31 6', { width: 44 }),
      item(275, 132, '8'),
    ]
    assert.deepEqual(tablesOf([page(items, { rules: gridRules(xs, [100, 120, 140]) })])[0]?.rows, [
      ['Gang', 'Tag', 'TOP', 'Nein'],
      ['Rat', '03.03.31', '6', '8'],
    ])
  })
  test('columns as close as words throughout are told by rows that begin alike', () => {
    const rows = [
      ['Gang', 'Tag', 'TOP', 'Status'],
      ['Werkausschuss', '03.03.2031', '6', 'offen'],
      ['Finanzausschuss', '10.03.2031', '5', 'offen'],
    ]
    const xs = [54, 200, 253, 320]
    const items = rows.flatMap((cells, r) => cells.map((text, c) => item(xs[c] ?? 0, 100 + r * 16, text)))
    assert.deepEqual(tablesOf([page(items)])[0]?.rows[1], rows[1])
  })
  test('lines within cells at one step and rows at a wider one are told apart', () => {
    const items = [
      ...row(100, ['Dienstberatung', '03.03.2031', 'nicht öffentlich']),
      ...row(115, ['Werkausschuss', '10.03.2031', 'nicht']),
      ...row(127.8, ['Wasser und Wege', '', 'öffentlich']),
      ...row(142.9, ['Finanzausschuss', '17.03.2031', 'öffentlich']),
      ...row(158, ['Rat der Stadt', '24.03.2031', 'öffentlich']),
    ]
    assert.deepEqual(tablesOf([page(items)])[0]?.rows[1], [
      'Werkausschuss / Wasser und Wege',
      '10.03.2031',
      'nicht / öffentlich',
    ])
  })
  test('running numbers of a table that goes on without its heads are cells', () => {
    const items = [
      ...row(80, ['4.', 'Wasserspielplatz', '198.000,00 €']),
      ...row(100, ['5.', 'Bepflanzung', '121.045,00 €']),
    ]
    assert.deepEqual(tablesOf([page(items)])[0]?.rows[0], ['4.', 'Wasserspielplatz', '198.000,00 €'])
  })
  test('the heads right above a single row of figures are parted as it is', () => {
    const right = (y: number, texts: readonly string[]) =>
      texts.map((text, c) => item(300 + c * 76 - text.length * 5, y, text))
    const items = [
      item(54, 100, 'Bezirk'),
      ...right(100, ['Stellen 2031', 'davon besetzt', 'Bedarf (VZÄ)']),
      item(54, 117, 'Hafen und Nordstadt'),
      ...right(117, ['6,00', '4,50', '7,50']),
    ]
    assert.deepEqual(tablesOf([page(items)])[0]?.rows[0], ['Bezirk', 'Stellen 2031', 'davon besetzt', 'Bedarf (VZÄ)'])
  })
  test('heads set to the left over figures set to the right are their heads', () => {
    const figures = (y: number, texts: readonly string[]) =>
      texts.map((text, c) => item(320 + c * 120 - text.length * 5, y, text))
    const items = [
      item(54, 100, 'Schulform'),
      ...['Anzahl', 'Stellen', 'besetzt'].map((text, c) => item(222 + c * 120, 100, text)),
      ...['Grundschulen', 'Oberschulen', 'Gymnasien'].flatMap((label, r) => [
        item(54, 116 + r * 16, label),
        ...figures(116 + r * 16, ['29', '14,80', '13,55']),
      ]),
    ]
    const [table] = tablesOf([page(items)])
    assert.deepEqual(table?.rows.slice(0, 2), [
      ['Schulform', 'Anzahl', 'Stellen', 'besetzt'],
      ['Grundschulen', '29', '14,80', '13,55'],
    ])
  })
  test('a line that leads in the next table is no row of the one above', () => {
    const items = [
      ...row(100, ['Träger', '2030', '2031'], true),
      ...row(116, ['Diakonie', '0,50', '1,50']),
      ...row(132, ['Kreisverband', '4,25', '4,25']),
      item(54, 149, 'Daraus folgen die Zuschüsse:'),
      ...row(165, ['Träger', 'Zuschuss', 'Anteil'], true),
      ...row(181, ['Diakonie', '41.250 €', '12 %']),
    ]
    assert.deepEqual(
      tablesOf([page(items)]).map(({ rows }) => rows.length),
      [3, 2],
    )
  })
  test('lettered labels begin rows', () => {
    const items = [
      ...row(100, ['Einsparungen:', 'ab Haushaltsjahr:', '']),
      ...row(115, ['a) Personal', '', '€']),
      ...row(130, ['b) Sachmittel', '', '€']),
    ]
    assert.equal(tablesOf([page(items)])[0]?.rows.length, 3)
  })
})
