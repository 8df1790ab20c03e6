import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findPaperNumbers, isPaperNumber, numberKey } from './paper-number.ts'

const NUMBERS = [
  'VO/2031/10234-02-01',
  'VO/2031/4187-R5',
  'kAF 0187/2031',
  'DS 2031/118/F',
  'VL-042/2030',
  '077/31',
  '2031/0288',
  'ANT-BSV/31/40123-1',
  'K 2031/0725',
  '0728/2031',
  '1774',
  'BV/0123/2030',
  'V 20/3456',
  'XII/123',
  '19-24/V 01234',
  '2031/0194/1',
  '0123/2031/BV',
  '2031-BV-0123',
  'FB5/012/2031',
  'DS-15/0123',
]

for (const number of NUMBERS) {
  test(`${number} is a number of a paper behind its label, and is found there whole`, () => {
    assert.ok(isPaperNumber(number))
    assert.deepEqual(
      findPaperNumbers(`siehe Vorlage Nr. ${number}, Seite 3`).map((one) => one.number),
      [number],
    )
  })
}

for (const value of ['22.10.2031', '10', 'Dez. 5', 'FB 3', 'öffentlich', 'Müller', '54. Plenarsitzung', '']) {
  test(`"${value}" is no number of a paper`, () => assert.ok(!isPaperNumber(value)))
}

const OTHERS = [
  'Haushalt 2030/2031',
  'DHH 2030/31',
  'Schuljahr 2030/31',
  '(EU) 2016/679',
  'EU-Verordnung 2024/1348',
  'Richtlinie 2014/24/EU',
  'Bundestags-Drucksache 20/1234',
  'BT-Drs. 19/12345',
  'Az. 12 K 1234/30',
  'Flurstück 1234/2030',
  'Grundstück Nr. 19924/4',
  'Stand 12/2030',
  'TOP 3/2030',
  'am 12.03.2030',
  'Tel. 0451/122-1530',
  'Bebauungsplan Nr. 12/2030',
  '1/2 Stelle',
  'Antrag 2',
  'Kontierungsobjekt 7.541100.714',
]
for (const text of OTHERS) test(`no paper: ${text}`, () => assert.deepEqual(findPaperNumbers(text, '2031/0288'), []))

test('numbers of the own shape count without a word', () => {
  const found = findPaperNumbers('wie in 107/30 beschlossen; 3/4 der Plätze', '201/31')
  assert.deepEqual(
    found.map(({ number }) => number),
    ['107/30'],
  )
})

test('a list behind one word is read to its end', () => {
  const found = findPaperNumbers('Drucksachen 198/30, 107/31 und 44/32')
  assert.deepEqual(
    found.map(({ number }) => number),
    ['198/30', '107/31', '44/32'],
  )
})

test('a found number is in the text; the key does not depend on blanks or case', () => {
  const bit = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom(...NUMBERS, 'Vorlage', 'Nr.', 'und', '/'))
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 8 }), (bits) => {
      const text = bits.join(' ')
      for (const { number, start, end } of findPaperNumbers(text, '2031/0288')) {
        assert.equal(text.slice(start, end).replace(/\s+/g, ' ').trim(), number)
        assert.equal(numberKey(number), numberKey(` ${number.toLowerCase()}`.trim()))
      }
    }),
  )
})
