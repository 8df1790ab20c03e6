import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cuedNumbersIn, postNumbersIn, shapeOf } from './post-number.ts'

const found = (text: string): string[] => {
  const known = new Set(cuedNumbersIn(text).map(({ nummer }) => shapeOf(nummer)))
  return postNumbersIn(text, known).map(({ nummer }) => nummer)
}

const examples: readonly (readonly [string, readonly string[]])[] = [
  ['Planstelle 4711', ['4711']],
  ['Stellennummern 120.0300.003 und 120.0300.004', ['120.0300.003', '120.0300.004']],
  ['Stelle Nr. 120.0300.003', ['120.0300.003']],
  ['Stelle (4711) und Leitung (4712, 4713)', ['4711', '4712', '4713']],
  ['Planstelle 4711\n- 4712/4713 – Hausdienst', ['4711', '4712', '4713']],
  ['Fahrerstelle (100.0200.003)', ['100.0200.003']],
  ['Stellen-Nr. 51-1020', ['51-1020']],
  ['Leitung (4712)', []],
  ['die Stelle 61.4.08 (Archiv)', ['61.4.08']],
  ['die Stelle 61.4.08 entfällt, die Stelle 12.3.14 bleibt', ['61.4.08', '12.3.14']],
  ['die Stelle 12.3.14 bleibt', []],
  ['die Stelle 61.4.08 entfällt zum 12.3.14', ['61.4.08']],
  ['Stellennummer B 204711', ['B 204711']],
  ['Planstelle A 13/14', []],
  ['Planstelle A 1300', ['A 1300']],
  ['die Stelle V 0815/2031', []],
  ['Stellen 4711-0801 (Pflege) und 4711-0802 (Küche)', ['4711-0801', '4711-0802']],
  ['Stellen 4711-0801 (Pflege) und 2031-2035 (Plan)', ['4711-0801']],
  ['Stellen-Nrn. 33-0101 bis 33-0104', ['33-0101', '33-0104']],
  ['Planstelle 4711 und Umbau (2019)', ['4711']],
  ['Dienststelle 4711, Messstelle 8822, Kostenstelle 15006060', []],
  ['Haushaltsstelle 1.6300.9500', []],
  ['Stellen 2026', []],
  ['Stelle 5000 Euro', []],
  ['Stellen Nummer 9 und 10', []],
  ['Planstelle 4711, Telefon: 4712', ['4711']],
]
for (const [text, numbers] of examples) test(`post numbers: ${text}`, () => assert.deepEqual(found(text), numbers))

test('law: a number is printed where it is said to be', () => {
  const word = fc.constantFrom(
    'Planstelle',
    'Stelle',
    '4711',
    '(4712)',
    '120.0300.003',
    'und',
    ',',
    'Leitung',
    '(4713, 4714)',
    '2026',
    '/',
    '\n',
    '–',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      const text = words.join(' ')
      for (const { nummer, start, end } of postNumbersIn(text, new Set(['9999', '999.9999.999']))) {
        assert.equal(text.slice(start, end), nummer)
        assert.match(shapeOf(nummer), /^[9./-]+$/)
      }
    }),
  )
})
