import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { stackedTable } from './stacked-tables.ts'

/** Blocks with an empty line behind each, as lines. */
function stacked(...blocks: readonly string[]): string[] {
  return blocks.flatMap((block) => [...block.split('\n'), ''])
}

describe('cells one below the other', () => {
  test('heads of years, labels with numbers, a title above the first head', () => {
    const table = stackedTable(
      stacked(
        'Die Stellen haben sich so entwickelt:\nBereich',
        '2030',
        '2031',
        'Bauhof',
        '4,5',
        '5,0',
        'Bücherei',
        '2,0',
        '2,5',
      ),
    )
    assert.deepEqual(table?.head, ['Bereich', '2030', '2031'])
    assert.deepEqual(table?.rows, [
      ['Bauhof', '4,5', '5,0'],
      ['Bücherei', '2,0', '2,5'],
    ])
    assert.equal(table?.certain, true)
  })

  test('labels closed up behind the values of the last rows, heads in two lines, a day', () => {
    const table = stackedTable(
      stacked(
        'Die Aufwendungen entwickelten sich wie folgt (in TEUR):\nErgebnis\n2030',
        'Ist\n30.09.',
        'Ansatz\n2032',
        'Pflege (§ 33\nSatzung)',
        '9.874',
        '10.655',
        '12.031',
        '912',
        '1.347',
        'k. A.',
        '-3.118',
        '-3.402',
        '-4.015',
        'Inobhutnahmen\n./. Erstattungen',
      ),
    )
    assert.deepEqual(table?.head, ['', 'Ergebnis 2030', 'Ist 30.09.', 'Ansatz 2032'])
    assert.deepEqual(table?.rows, [
      ['Pflege (§ 33 Satzung)', '9.874', '10.655', '12.031'],
      ['Inobhutnahmen', '912', '1.347', 'k. A.'],
      ['./. Erstattungen', '-3.118', '-3.402', '-4.015'],
    ])
    assert.equal(table?.certain, false)
  })

  test('columns of words, and a sum with fewer cells', () => {
    const table = stackedTable(
      stacked(
        'Nr.',
        'Ort',
        'VZÄ',
        'Stand',
        '40.07',
        'Linde',
        '1,0',
        'besetzt',
        '40.08',
        'Eiche',
        '0,5',
        'frei',
        'Summe',
        '1,5',
      ),
    )
    assert.deepEqual(table?.rows.at(-1), ['Summe', '', '1,5', ''])
    assert.equal(table?.rows.length, 3)
  })

  test('a label printed below its values belongs to the only row without one, and leaves a doubt', () => {
    const cells = ['Amt', '2030', '2031', 'Hafen', '4', '5', '2', '3', 'Markt', '7', '8', 'davon Kai']
    const table = stackedTable(stacked(...cells))
    assert.deepEqual(table?.rows, [
      ['Hafen', '4', '5'],
      ['davon Kai', '2', '3'],
      ['Markt', '7', '8'],
    ])
    assert.equal(table?.certain, false)
  })

  test('what could begin elsewhere is taken where all cells fit', () => {
    const table = stackedTable(
      stacked(
        'Vorlage',
        'Nr.',
        'Ort',
        'VZÄ',
        'Stand',
        '40.07',
        'Linde',
        '1,0',
        'frei',
        '40.08',
        'Eiche',
        '0,5',
        'frei',
      ),
    )
    assert.deepEqual(table?.head, ['Nr.', 'Ort', 'VZÄ', 'Stand'])
    assert.equal(table?.certain, false)
  })

  test('labels and values of a form, several numbers in a cell and running text are no table', () => {
    assert.equal(stackedTable(stacked('Art', 'Wert', 'Datum:', '4', 'Kosten:', '7', 'Nummer:', '12')), undefined)
    assert.equal(
      stackedTable(stacked('Jahr', 'Euro', 'Konto', '2031', '4.500 5103', '12', '2032', '4.600 5103', '13')),
      undefined,
    )
    assert.equal(stackedTable(['Der Rat stimmt zu.', '', 'Die Kosten trägt die Stadt.', '']), undefined)
  })

  test('a table set one cell below the other gives its rows again', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{3,9}$/)
    const number = fc.integer({ min: 1, max: 99_999 }).map((value) => `${value},5`)
    const table = fc.integer({ min: 2, max: 5 }).chain((columns) =>
      fc.record({
        head: fc.array(word, { minLength: columns + 1, maxLength: columns + 1 }),
        rows: fc.array(fc.tuple(word, fc.array(number, { minLength: columns, maxLength: columns })), {
          minLength: 3,
          maxLength: 6,
        }),
      }),
    )
    fc.assert(
      fc.property(table, ({ head, rows }) => {
        const found = stackedTable(stacked(...head, ...rows.flatMap(([label, values]) => [label, ...values])))
        assert.deepEqual(found?.head, head)
        assert.deepEqual(
          found?.rows,
          rows.map(([label, values]) => [label, ...values]),
        )
      }),
    )
  })
})

test('a word for a number in one row, and heads that come back over a page', () => {
  const spaced = (...cells: string[]): string[] => cells.flatMap((cell) => [cell, ''])
  const heads = ['Los', 'Angebot', 'geprüft', 'Nebenangebot', 'Rang']
  const table = stackedTable([
    ...spaced(...heads, 'Firma A', '18.400,00 €', '18.210,00 €', 'nein', '1'),
    ...spaced(...heads, 'Firma B', '19.350,00 €', '19.350,00 €', 'ja', '2'),
    ...spaced('Firma C', '21.980,00 €', 'ausgeschlossen', '-', '-'),
  ])
  assert.deepEqual(table?.rows, [
    ['Firma A', '18.400,00 €', '18.210,00 €', 'nein', '1'],
    ['Firma B', '19.350,00 €', '19.350,00 €', 'ja', '2'],
    ['Firma C', '21.980,00 €', 'ausgeschlossen', '-', '-'],
  ])
})

test('a last row with lost cells leaves the table uncertain', () => {
  const cells = ['Bereich', '2031', '2032', 'Bauhof', '4,5', '5,0', 'Archiv', '1,0', '1,5', 'Museum', '2,0']
  const table = stackedTable(cells.flatMap((cell) => [cell, '']))
  assert.equal(table?.rows.length, 2)
  assert.equal(table?.certain, false)
})

test('numbers on one line, heads on one line, and a last row right above a paragraph', () => {
  const table = stackedTable(
    stacked(
      'Posten',
      'Ansatz Zuschuss',
      'Miete',
      '15.248 101.147',
      'Strom',
      '7.925',
      '11.970',
      'Summe\n23.173 113.117\nDie Verwaltung hat die Zahlen im Frühjahr erhoben und in der Lenkungsgruppe beraten.',
    ),
  )
  assert.deepEqual(table?.head, ['Posten', 'Ansatz', 'Zuschuss'])
  assert.deepEqual(table?.rows, [
    ['Miete', '15.248', '101.147'],
    ['Strom', '7.925', '11.970'],
    ['Summe', '23.173', '113.117'],
  ])
  assert.equal(table?.certain, false)
})
