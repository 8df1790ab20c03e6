import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTotal, statusFrom, statusOfHead } from './staffing-status.ts'
import { yearFor } from './staffing-year.ts'

const statuses: readonly (readonly [string, ReturnType<typeof statusFrom>])[] = [
  ['Die Leitung ist mit 1,0 VZÄ besetzt', 'besetzt'],
  ['zwei Stellen konnten nicht besetzt werden', 'unbesetzt'],
  ['sind 8 Stellen vorgezogen zu besetzen', 'vorgesehen'],
  ['sind 2,5 VZÄ vorgesehen', 'vorgesehen'],
  ['werden 3 Stellen geschaffen', 'neu'],
  ['Aufstockung um 3 Stellen erforderlich', 'neu'],
  ['Verlagerung von 2 VZS in den Stellenpool', 'verlagert'],
  ['Reduzierung um 2 Stellen', null],
  ['die Maßnahme wurde mit 2 VZÄ umgesetzt', null],
  ['am Projekt arbeiten 2 VZÄ', null],
]
for (const [words, status] of statuses) test(`status: ${words}`, () => assert.equal(statusFrom(words), status))

test('"insgesamt" beside the number makes a total, whatever else is said', () => {
  assert.equal(statusFrom('es werden insgesamt 5 Stellen geschaffen', 'es werden insgesamt '), 'gesamt')
})

test('column heads and totals', () => {
  assert.equal(statusOfHead('Neu'), 'neu')
  assert.equal(statusOfHead('unbesetzt'), 'unbesetzt')
  assert.equal(statusOfHead('intern verlagert'), 'verlagert')
  assert.equal(statusOfHead('Fachbereich'), null)
  assert.ok(isTotal('Zwischensumme') && isTotal('IT-Betrieb (davon)') && !isTotal('Gesamtschule'))
})

test('a year is tied by its own clause', () => {
  const text = 'in 2020 2,0 Stellen und 2022 weitere 1,25 Stellen'
  assert.equal(yearFor(text, text.indexOf('2,0')), 2020)
  assert.equal(yearFor(text, text.indexOf('1,25'), text.indexOf(' und')), 2022)
  assert.equal(yearFor('im Doppelhaushalt 2026/2027 3 Stellen', 30), null)
  assert.equal(yearFor('nach dem Beschluss vom 18.02.2025 sind 3 Stellen', 40), null)
  assert.equal(yearFor('seit dem 01.09.2024 mit 1 VZÄ besetzt', 25), 2024)
})
