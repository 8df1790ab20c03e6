import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMoney } from './money.ts'
import { phrasesOf } from './phrase.ts'

const phrases = (sentence: string) => phrasesOf(sentence, readMoney(sentence).amounts)

test('finds the noun phrase an amount belongs to, in the nominative', () => {
  const cases: [string, (string | undefined)[]][] = [
    ['Dafür stehen Fördermittel in Höhe von 2,2 Mio. Euro bereit.', ['Fördermittel']],
    ['Die Kosten des Umbaus betragen 5 Mio. €.', ['Kosten des Umbaus']],
    ['Der zusätzliche Bedarf von 5.000 Euro kann gedeckt werden.', ['zusätzlicher Bedarf']],
    ['Der Verein erhält 300 € Zuschuss.', ['Zuschuss']],
    ['Es wurden 1,4 Mio. Euro an Fördergeldern abgerufen.', ['Fördergelder']],
    ['Für die zwei Gärtner werden Aufwendungen in Höhe von 45.000 € erwartet.', ['Aufwendungen für die zwei Gärtner']],
    [
      'Die für den Neubau der Kita notwendigen Finanzmittel in Höhe von 9.000 € fehlen.',
      ['Finanzmittel für den Neubau der Kita'],
    ],
    ['Es wird ein Überschuss von 10 € bis 20 € erwartet.', ['Überschuss', 'Überschuss']],
    ['Die Pacht beläuft sich auf 100 € und ab 2024 auf 120 €.', ['Pacht', 'Pacht']],
    ['Der Rat darf neue Bänke für 150 € beschaffen.', ['neue Bänke']],
    ['Davon sind 2.635 TEUR Personalkosten.', ['Personalkosten']],
    [
      'Die Sachkosten (Miete, Fahrzeug, Honorare) sind mit 3.200 € kalkuliert.',
      ['Sachkosten (Miete, Fahrzeug, Honorare)'],
    ],
    ['Das Land fördert mit einem Festbetrag von 500 € pro Fahrzeug.', ['Festbetrag des Landes pro Fahrzeug']],
    ['5 €', [undefined]],
  ]
  for (const [sentence, want] of cases) assert.deepEqual(phrases(sentence), want, sentence)
})

test('law: one phrase per amount, never empty, whatever the text', () => {
  const part = fc.constantFrom(
    'Die ',
    'Kosten ',
    'von ',
    'in Höhe ',
    '5 €',
    ' und ',
    '(',
    ')',
    ', ',
    '„',
    'für ',
    'neue ',
    '20 TEUR ',
    'betragen ',
    ': ',
    'je Kind ',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
      const sentence = parts.join('')
      const { amounts } = readMoney(sentence)
      const found = phrasesOf(sentence, amounts)
      assert.equal(found.length, amounts.length)
      for (const phrase of found) assert.ok(phrase === undefined || phrase.trim() !== '')
    }),
  )
})
