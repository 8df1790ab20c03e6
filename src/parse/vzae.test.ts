import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { staffMentionsIn } from './vzae.ts'

const short = (text: string): string[] =>
  staffMentionsIn(text).map(
    ({ wert, einheit, ungefaehr, start, end }) =>
      `${ungefaehr ? '~' : ''}${wert} ${einheit} «${text.slice(start, end)}»`,
  )

const examples: readonly (readonly [string, readonly string[]])[] = [
  ['mit **1,0 VZÄ** besetzt', ['1 vzae «1,0 VZÄ»']],
  ['4,16 Vollzeitäquivalenten', ['4.16 vzae «4,16 Vollzeitäquivalenten»']],
  ['10.50 VzÄ', ['10.5 vzae «10.50 VzÄ»']],
  ['1.250 Stellen', ['1250 stellen «1.250 Stellen»']],
  ['0.430 VK', ['0.43 vzae «0.430 VK»']],
  ['½ Vollzeitstelle', ['0.5 vzae «½ Vollzeitstelle»']],
  ['1 1/2 Stellen', ['1.5 stellen «1 1/2 Stellen»']],
  ['ca. 15 bis 25 VZÄ', ['~15 vzae «15 bis 25 VZÄ»', '~25 vzae «25 VZÄ»']],
  ['1-2 VZÄ', ['1 vzae «1-2 VZÄ»', '2 vzae «2 VZÄ»']],
  [
    'zwei bis drei weitere Planstellen',
    ['2 stellen «zwei bis drei weitere Planstellen»', '3 stellen «drei weitere Planstellen»'],
  ],
  ['1,85 VZS auf 2,25 VZS', ['1.85 vzae «1,85 VZS»', '2.25 vzae «2,25 VZS»']],
  ['Verlagerung -0,65 VZS und - 1 VZS', ['-0.65 vzae «-0,65 VZS»', '1 vzae «1 VZS»']],
  ['eine 50- Prozent-Stelle', ['0.5 stellen «50- Prozent-Stelle»']],
  ['5% einer Vollzeitstelle', ['0.05 vzae «5% einer Vollzeitstelle»']],
  ['Projektstelle VZÄ 75 Prozent', ['0.75 vzae «VZÄ 75 Prozent»']],
  ['5,2 VZW/S 06', ['5.2 vzae «5,2 VZW»']],
  ['2x Erzieher:innen', ['2 stellen «2x Erzieher:innen»']],
  ['folgende Stellen: 1,0 EG 11, 2 A 11', ['1 stellen «1,0 EG 11»', '2 stellen «2 A 11»']],
  ['3 von 10 Stellen', ['3 stellen «3 von 10 Stellen»', '10 stellen «10 Stellen»']],
  ['neun Springerstellen', ['9 stellen «neun Springerstellen»']],
  ['Stellenbedarf (VZÄ): 1,5', ['1.5 vzae «Stellenbedarf (VZÄ): 1,5»']],
]

for (const [text, expected] of examples) test(`reads: ${text}`, () => assert.deepEqual(short(text), expected))

const none = [
  'neun Haltestellen und 3 Baustellen',
  'An zwei Stellen ist der Weg schadhaft',
  'diese beiden Stellen',
  '0,45 VK / Bett',
  '1,2 VZÄ je Gruppe',
  '1 VZÄ = 39 Stunden',
  '30.000 Euro pro VZÄ',
  '20 % der Stellen',
  'Stellen Nummer 9 und 10',
  'im Jahr 2026 Stellen schaffen',
  'Unimog 1530 AK 4x4',
  '14 Vollzeitbeschäftigte',
  'Anlage 3 Stellenplan',
  'die Stelle des Leiters',
  'eine Stelle wird ausgeschrieben',
  '1747 die Stelle des Organisten',
  '42 Fachstellen',
]
for (const text of none) test(`reads nothing: ${text}`, () => assert.deepEqual(short(text), []))

test('law: what is printed with up to three decimals is read back exactly', () => {
  const printed = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 3 })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.constantFrom('VZÄ', 'Vollzeitstellen', 'VK'),
      (thousandths, unit) => {
        const wert = thousandths / 1000
        const found = staffMentionsIn(`Es sind ${printed.format(wert)} ${unit} vorgesehen.`)
        const year = /^(?:19|20)\d\d$/.test(printed.format(wert))
        assert.deepEqual(
          found.map((mention) => mention.wert),
          year ? [] : [wert],
        )
      },
    ),
  )
})

test('law: mentions lie within the text, in order, and end in what they count', () => {
  const word = fc.constantFrom(
    '1,5',
    'drei',
    'VZÄ',
    'Stellen',
    'bis',
    '-',
    'ca.',
    'neue',
    '(',
    ')',
    '50',
    '%',
    'einer',
    'EG 9a',
    'A 11',
    '½',
    'x',
    '2026',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      const text = words.join(' ')
      let last = 0
      for (const { start, end, wert } of staffMentionsIn(text)) {
        assert.ok(start >= last && end > start && end <= text.length)
        assert.equal(Math.round(wert * 1000) / 1000, wert)
        assert.doesNotMatch(text.slice(start, end), /^\s|\s$/)
        last = start
      }
    }),
  )
})

test('law: the same text moved reads the same', () => {
  const text = 'Für das Archiv sind ca. 2 bis 3 VZÄ vorgesehen, davon 0,5 Stellen neu.'
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (shift) => {
      const moved = staffMentionsIn(`${' '.repeat(shift)}${text}`)
      assert.deepEqual(
        moved.map(({ start, wert }) => [start - shift, wert]),
        staffMentionsIn(text).map(({ start, wert }) => [start, wert]),
      )
    }),
  )
})
