import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maskOf } from './mask.ts'
import { personalRanges } from './personal.ts'

function found(text: string, numbers: readonly string[] = []): string[] {
  return personalRanges(text, numbers).map(({ start, end }) => text.slice(start, end))
}

const TAKEN: readonly (readonly [text: string, ...words: string[]])[] = [
  ['Bearbeitet von: Quast, Ilse\tTel.: 0431/77-12', 'Quast, Ilse', '0431/77-12'],
  ['Sachbearbeiter/-in: Ilse Quast', 'Ilse Quast'],
  ['Sachbearbeiterin:\nFrau Dr. Quast\nDatum: 1', 'Frau Dr. Quast'],
  ['Bearbeiter\tDatum\nQuast\t01.02.2031', 'Quast'],
  ['Name:\tQuast\nTel. Nr.: 71-22', 'Quast', '71-22'],
  ['Auskunft erteilt: Herr Quast, Tel. 22 33 44', 'Herr Quast', '22 33 44'],
  ['Amt 61, Ilse Quast, Tel. 1234', 'Ilse Quast', '1234'],
  ['Telefon\tDatum\n1234\t01.02.2031', '1234'],
  ['Fax: +49 431 77 12', '+49 431 77 12'],
  ['Kontakt: i.quast@auenfurt.example', 'i.quast@auenfurt.example'],
  ['Rückfragen (0431) 7712', '(0431) 7712'],
  ['Verfasser: Quast, Ilse\nSpäter sagt Frau Quast, dass Ilse Quast prüft.', 'Quast, Ilse', 'Frau Quast', 'Ilse Quast'],
]

for (const [text, ...words] of TAKEN) test(`taken: ${text}`, () => assert.deepEqual(found(text), words))

const LEFT = [
  'Federführend: Amt für Umwelt\tDatum: 11.04.2031',
  'Bearbeitet von: Fachbereich 40',
  'Verantwortlich: Dez. 3',
  'Vorlage 0143/2031 vom 02.05.2031',
  'Bearbeiter: \nDatum: 01.02.2031',
  'Die Stadt nimmt 1.250.000 € auf; 2,5 VZÄ; Haushaltsjahre 2031/2032',
  'Der Gemeinderat bestellt Frau Muster zur Ortsvorsteherin.',
]

for (const text of LEFT) test(`left: ${text}`, () => assert.deepEqual(found(text), []))

test('paper numbers that look like telephone numbers stay', () => {
  assert.deepEqual(found('siehe 0417/2031-02'), ['0417/2031-02'])
  assert.deepEqual(found('siehe 0417/2031-02', ['VO/0417/2031-02']), [])
})

test('whatever the text: its length and lines stay, and what was found is gone', () => {
  const piece = fc.constantFrom(
    'Tel.: 123-45',
    'Bearbeiter: Quast, Ilse',
    'Frau Quast',
    ' und ',
    '\n',
    '\t',
    'a@b.de',
    'Straße',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const mask = maskOf(text, [], [])
      assert.equal(mask.text.length, text.length)
      assert.equal(mask.text.replace(/[^\n\t]/g, ''), text.replace(/[^\n\t]/g, ''))
      for (const { start, end } of personalRanges(text)) {
        assert.match(mask.text.slice(start, end), /^[█\s]+$/)
        assert.ok(mask.touches(start, end))
      }
      assert.deepEqual(mask.words('Straße und Weg'), 'Straße und Weg')
    }),
  )
})
