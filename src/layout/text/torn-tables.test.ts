import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tornLine } from './torn-rows.ts'
import { tornTable } from './torn-tables.ts'

test('a line is a label and the values at its end', () => {
  assert.deepEqual(tornLine('Dach der Halle 12.000 € 3 40 %'), {
    label: 'Dach der Halle',
    values: ['12.000 €', '3', '40 %'],
    glued: false,
  })
  assert.deepEqual(tornLine('Druckkosten33.564'), { label: 'Druckkosten', values: ['33.564'], glued: true })
  assert.deepEqual(tornLine('Stelle frei bis 31.01.20317.258'), {
    label: 'Stelle frei bis 31.01.2031',
    values: ['7.258'],
    glued: true,
  })
  assert.deepEqual(tornLine('siehe Anlage 3').values, [])
})

test('rows with the same number of values and heads that fit are a table', () => {
  const table = tornTable([
    'Posten Kosten geplante Erträge',
    'Miete 1.200 € 0 €',
    'Strom 400 € 10 €',
    'Wasser 90 € 5 €',
  ])
  assert.deepEqual(table?.head, ['Posten', 'Kosten', 'geplante Erträge'])
  assert.deepEqual(table?.rows[1], ['Strom', '400 €', '10 €'])
})

test('a label over two lines is one label', () => {
  const table = tornTable(['Miete 1.200 € 0 €', 'Strom und Gas für die', 'alte Halle 400 € 10 €', 'Wasser 90 € 5 €'])
  assert.deepEqual(table?.rows[1], ['Strom und Gas für die alte Halle', '400 €', '10 €'])
})

test('heads set line by line', () => {
  const table = tornTable([
    'Variante A',
    'Kosten im',
    'ersten Jahr',
    'Danach',
    'Personal 900 € 800 €',
    'Sachmittel 90 € 80 €',
    'Miete 9 € 8 €',
  ])
  assert.deepEqual(table?.head, ['Variante A', 'Kosten im ersten Jahr', 'Danach'])
})

test('a row of years is the head', () => {
  const table = tornTable(['Ergebnisplan 2031 2032', 'Miete 10 € 11 €', 'Strom 20 € 21 €', 'Wasser 30 € 31 €'])
  assert.deepEqual(table?.head, ['Ergebnisplan', '2031', '2032'])
})

test('running text that ends in numbers is no table', () => {
  assert.equal(
    tornTable(['Die Sitzung war am 3. Mai 2031', 'und kostete rund 400 €', 'bei 12 Personen aus 3', 'Gemeinden.']),
    undefined,
  )
})

test('rows whose columns are all glued are left alone: quantity and price cannot be parted', () => {
  const rows = [
    '12Bagger mitSchaufelNeudorf AG127.262,00 €',
    '14Kran mitHakenAltdorf AG2430.802,00 €',
    '15Wagen mitRadNeudorf AG142.970,03 €',
    '16Rad mitSpeicheNeudorf AG142.970,03 €',
    '17Ast mitBlattNeudorf AG142.970,03 €',
    '18Tor mitGriffNeudorf AG142.970,03 €',
  ]
  assert.equal(tornTable(rows), undefined)
})

test('a long label ends no table that glued values have proved, a label of four lines another', () => {
  const long = Array.from({ length: 6 }, (_, n) => `und noch eine Zeile ${'abcdef'[n]} der Erläuterung`)
  const rows = ['Strom11.500', 'Miete12.500', 'Wasser13.500', 'Post14.500', 'Reise15.500', 'Gas16.500']
  const last = ['Reinigung der', ...long, '17.500']
  const table = tornTable([...rows, ...last])
  assert.equal(table?.rows.length, 7)
  assert.equal(table?.rows[6]?.[1], '17.500')
  const apart = rows.map((row) => row.replace(/\d/, ' $&'))
  assert.equal(tornTable(['Posten Betrag', ...apart, ...last])?.rows.length, 6)
})

test('labels with colons line by line are a form, and what stands above an empty line is no column head', () => {
  const form = [
    'Finanzielle Auswirkungen',
    '',
    'Fahrzeug: 84.000 €',
    'Ausstattung: 6.000 €',
    'Miete: 5.000 €',
    'Strom: 1.000 €',
  ]
  assert.equal(tornTable(form), undefined)
  assert.equal(
    tornTable([
      'Finanzielle Auswirkungen',
      '',
      'Fahrzeug 84.000 €',
      'Ausstattung 6.000 €',
      'Miete 5.000 €',
      'Strom 1 €',
    ]),
    undefined,
  )
})
