import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mixedTable } from './mixed-tables.ts'

test('words, codes and numbers in turn, a row over lines, a remark that goes on, a sum', () => {
  const table = mixedTable([
    'FB /',
    'Amt',
    'Aufgabe Stellen Wert Kosten/Jahr Grund',
    'AB 1 Lotsen 2,00 E 10 151.400 € Beschluss vom',
    '22.04.2031',
    'FB 14 Schutz der Daten 1,00 E 11 82.100 € Gesetz',
    'FB 33 Wohnen (befristet',
    '31.12.2036)',
    '2,00 E 8 122.000 € Fallzahlen',
    'FB 52 Wasser 1,00 A 11 68.000 €',
    'Summe 6,00 423.500 €',
    'Danach folgt ein Satz.',
  ])
  assert.deepEqual(table?.head, ['FB / Amt', 'Aufgabe', 'Stellen', 'Wert', 'Kosten/Jahr', 'Grund'])
  assert.deepEqual(table?.rows[0], ['AB 1', 'Lotsen', '2,00', 'E 10', '151.400 €', 'Beschluss vom 22.04.2031'])
  assert.deepEqual(table?.rows[2], ['FB 33', 'Wohnen (befristet 31.12.2036)', '2,00', 'E 8', '122.000 €', 'Fallzahlen'])
  assert.deepEqual(table?.rows[3], ['FB 52', 'Wasser', '1,00', 'A 11', '68.000 €', ''])
  assert.deepEqual(table?.to, 11)
})

test('single words before the first number are as many cells as the heads ask for, over a page end', () => {
  const table = mixedTable([
    'Schule Bezirk Gruppe neue Stellen Träger',
    'Lindenschule Nord A 1,0 Stadt',
    'Bergschule Mitte B 0,75 freier Träger',
    '',
    'Talschule Ost C 0,5 Stadt',
    'Summe 2,25',
  ])
  assert.deepEqual(table?.head, ['Schule', 'Bezirk', 'Gruppe', 'neue Stellen', 'Träger'])
  assert.deepEqual(table?.rows[1], ['Bergschule', 'Mitte', 'B', '0,75', 'freier Träger'])
  assert.deepEqual(table?.rows[3], ['Summe', '', '', '2,25', ''])
})

test('without heads that fit, codes alone tell the columns', () => {
  const rows = ['Leitung A 13 1,0 1,0', 'Dienst A 11 5,0 6,0', 'Technik EG 11 2,0 3,5', 'Summe 8,0 10,5']
  const table = mixedTable(['und weiter', 'Bedarf', ...rows])
  assert.equal(table?.head, undefined)
  assert.deepEqual(table?.rows, [
    ['Leitung', 'A 13', '1,0', '1,0'],
    ['Dienst', 'A 11', '5,0', '6,0'],
    ['Technik', 'EG 11', '2,0', '3,5'],
    ['Summe', '', '8,0', '10,5'],
  ])
})

test('a year or a bracket among the first words is no name', () => {
  const rows = [
    'Ein (gesamt) 2033 140.000,00 8.11',
    'Aus (gesamt) 2032 12.906,14 8.11',
    'Zu (gesamt) 2033 2.593,86 8.11',
  ]
  assert.equal(mixedTable(['Plan Jahr Höhe Wo Produkt', ...rows]), undefined)
})

test('sentences with numbers are no table', () => {
  const lines = [
    'Kosten',
    'Der Rat gibt 1.200 € für Bänke',
    'Die Stadt gibt 2.400 € für neue Tische',
    'Das Land gibt 3.600 € für Stühle',
  ]
  assert.equal(mixedTable(lines), undefined)
})
