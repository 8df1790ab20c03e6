import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countAlike } from './alike.ts'

const alike = (a: string, b: string) => countAlike({ text: a, page: 3 }, { text: b, page: 5 })

test('heads count pages and print dates and times', () => {
  assert.ok(alike('Vorlage 12/2031 – 3 von 9', 'Vorlage 12/2031 – 5 von 9'))
  assert.ok(alike('Vorlage 12/2031, 13/19', 'Vorlage 12/2031, 15/19'))
  assert.ok(alike('Blatt 2 zur Niederschrift', 'Blatt 3 zur Niederschrift'))
  assert.ok(alike('Gedruckt am 3.04.2031 um 9:15 Uhr', 'Gedruckt am 12. Mai 2031 um 10:20 Uhr'))
})
test('rows of a table do not', () => {
  assert.ok(!alike('7 Spielplatz 7', '19 Spielplatz 19'))
  assert.ok(!alike('Übertrag 12.500,00 €', 'Übertrag 17.300,00 €'))
})
