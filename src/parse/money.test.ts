import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMoney } from './money.ts'

const findAmounts = (text: string) => readMoney(text).amounts

/** The cents of a text that is exactly one clear amount. */
function centsFromEuro(text: string): number | undefined {
  const [only, ...more] = findAmounts(text)
  if (!only || more.length || only.unclear || only.assumed) return undefined
  return only.start === 0 && only.end === text.length ? only.cents : undefined
}

const read = (text: string) =>
  findAmounts(text).map((amount) => [text.slice(amount.start, amount.end), amount.cents / 100])

test('reads one amount exactly', () => {
  const cases: [string, number | undefined][] = [
    ['1.234,50 €', 123450],
    ['EUR 12 000,--', 1200000],
    ['3,1 Mio. EUR', 310000000],
    ['-5.800,00 €', -580000],
    ['1.118 T Euro', 111800000],
    ['38 T€', 3800000],
    ['TEUR 500', 50000000],
    ['725.000,- €', 72500000],
    ['1,8 Millionen Euro', 180000000],
    ['0,845 Mio. €', 84500000],
    ['2 Mrd. €', 200000000000],
    ['100 Tsd. Euro', 10000000],
    ['50 Cent', 50],
    ['0 €', 0],
    ['1.23 €', undefined],
    ['350.00 €', undefined],
    ['1.23.456 €', undefined],
    ['0,1234 €', undefined],
    ['_____ €', undefined],
    ['12', undefined],
    ['5 € 6 €', undefined],
  ]
  for (const [text, want] of cases) assert.equal(centsFromEuro(text), want, text)
})

test('finds every amount of a text with its unit', () => {
  const cases: [string, [string, number][]][] = [
    [
      'rd. 3,2 – 3,8 Mio. Euro',
      [
        ['3,2 – 3,8 Mio. Euro', 3200000],
        ['3,8 Mio. Euro', 3800000],
      ],
    ],
    [
      'je 691 und 30 TEUR sollen',
      [
        ['691 und 30 TEUR', 691000],
        ['30 TEUR', 30000],
      ],
    ],
    [
      'von 5 auf 10 Mio. € erhöht',
      [
        ['5 auf 10 Mio. €', 5000000],
        ['10 Mio. €', 10000000],
      ],
    ],
    [
      '800.000 bis 1,2 Mio. €',
      [
        ['800.000 bis 1,2 Mio. €', 800000],
        ['1,2 Mio. €', 1200000],
      ],
    ],
    ['im Jahr 2023 und 400.000 Euro', [['400.000 Euro', 400000]]],
    ['2017 350.000 Euro', [['350.000 Euro', 350000]]],
    ['2012986.237,54Euro', [['986.237,54Euro', 986237.54]]],
    ['Miete 80 Euro je Container', [['80 Euro', 80]]],
    ['Wartungskosten von 25.000/Jahr, 1.000.000 Mg/a', [['25.000', 25000]]],
    ['Kosten in Euro 2020: keine; EURO 2024', []],
    ['das 49-Euro-Ticket, Norm Euro 6', []],
    [
      'TEUR 500 und 600 für',
      [
        ['TEUR 500', 500000],
        ['600', 600000],
      ],
    ],
    ['Zuschuss ./. 5.000 €', [['5.000 €', -5000]]],
    [
      'Summe 10 € -20 € – 30 €',
      [
        ['10 €', 10],
        ['-20 €', -20],
        ['30 €', 30],
      ],
    ],
    ['siehe § 3 und 400 Euro', [['400 Euro', 400]]],
    ['Einnahmen ./. _____ €', []],
    ['2016 - 465,38 Euro', [['465,38 Euro', -465.38]]],
    ['12,5 % oder 3 VZÄ oder 2.500 m²', []],
    ['9.470\n\nTEUR', [['9.470\n\nTEUR', 9470000]]],
    [
      '1.000 Euro und 2.000 Euro',
      [
        ['1.000 Euro', 1000],
        ['2.000 Euro', 2000],
      ],
    ],
  ]
  for (const [text, want] of cases) assert.deepEqual(read(text), want, text)
})

test('says what is approximate, a threshold, repeated or unclear', () => {
  const one = (text: string) => findAmounts(text)[0]
  assert.equal(one('ca. 220.000 €/a')?.approx, true)
  assert.equal(one('ca. 220.000 €/a')?.turnus, 'jaehrlich')
  assert.equal(one('175 € pro m² pro Jahr')?.turnus, 'jaehrlich')
  assert.equal(one('310 Euro pro Kind/Monat')?.turnus, 'monatlich')
  assert.equal(one('12.500 €/Stellplatz')?.turnus, null)
  assert.equal(one('~13,8 Mio. €')?.approx, true)
  assert.equal(one('Kosten 5 €')?.approx, false)
  assert.equal(one('bis zu 50.000 Euro')?.threshold, true)
  assert.equal(one('Darlehen über 50.000 Euro')?.threshold, false)
  assert.equal(one('12 € pro Monat')?.turnus, 'monatlich')
  assert.equal(one('12 € im Jahr 2023')?.turnus, null)
  assert.equal(one('jährlich rund 12 €')?.turnus, 'jaehrlich')
  assert.equal(one('350.00 €')?.unclear, true)
  assert.deepEqual([one('- 5.000 €')?.unclear, one('- 5.000 € für Bäume')?.unclear], [true, false])
  // a footnote's mark behind the cents
  assert.deepEqual([one('4.239.656,641 Euro')?.cents, one('4.239.656,641 Euro')?.unclear], [423965664, true])
  assert.equal(one('1,749 €'), undefined)
  assert.equal(one('350.00 €')?.cents, 35000)
  assert.equal(one('2012986.237,54Euro')?.gluedYear, 2012)
  assert.equal(one('Invest150.000 €')?.unclear, true)
  assert.deepEqual(readMoney('je 1.23.45 € und').unreadable.length, 1)
})

test('how often is carried between amounts that one expression says', () => {
  const turnus = (text: string) => readMoney(text).amounts.map((amount) => amount.turnus)
  const cases: [string, (string | null)[]][] = [
    [
      'Je Platz fallen einmalig Kosten von 5.000 € und Ausgaben für Geräte in Höhe von ca. 700 € an.',
      ['einmalig', 'einmalig'],
    ],
    ['Einmalig fallen 4 x 500 €, mithin 2.000 €, an.', ['einmalig', 'einmalig']],
    ['Das kostet einmalig 4 x 500 €, mithin 2.000 €.', ['einmalig', 'einmalig']],
    ['Das kostet 500 € monatlich, mithin 6.000 €.', ['monatlich', null]],
    ['Der Beitrag steigt von 60 € auf 70 € monatlich.', ['monatlich', 'monatlich']],
    ['Gezahlt werden 900 € statt bisher 700 € im Jahr.', ['jaehrlich', 'jaehrlich']],
    ['Hinzu kommen 900 € Betriebskosten im Jahr.', ['jaehrlich']],
    ['Der Verein erhält 900 € Zuschuss im Jahr 2031.', [null]],
    ['Gezahlt werden 90 € Miete pro Monat.', ['monatlich']],
    ['Das Land gibt 900 € je volle Stelle und Jahr.', ['jaehrlich']],
    ['Das kostet jährlich 900 € und einmalig 100 €.', ['jaehrlich', 'einmalig']],
    ['Es fallen jährlich 900 € für Strom und insgesamt 5.000 € an.', ['jaehrlich', null]],
    ['Das kostet einmalig 900 € und die Wartung kostet 100 €.', ['einmalig', null]],
  ]
  for (const [text, want] of cases) assert.deepEqual(turnus(text), want, text)
})

test('beside glued numbers an amount at a line start is unclear, beside several it is left out', () => {
  const { amounts, unreadable } = readMoney('Pumpe AX51160.195,42 €\n135.812,50 €\nSumme 20,00 €')
  assert.equal(unreadable.length, 1)
  assert.deepEqual(
    amounts.map((amount) => amount.unclear),
    [true, false],
  )
  const many = readMoney('Pumpe AX51160.195,42 €\nBagger 41901208.250,00 €\n135.812,50 €\nSumme 20,00 €')
  assert.equal(many.unreadable.length, 3)
  assert.deepEqual(
    many.amounts.map((amount) => amount.cents),
    [2000],
  )
})

test('law: what Intl prints is read back to the cent', () => {
  const format = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })
  fc.assert(
    fc.property(fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 }), (cents) => {
      assert.equal(centsFromEuro(format.format(cents / 100)), cents === 0 ? 0 : cents)
    }),
  )
})

test('law: spans lie within the text, in order, and hold a digit; reading twice gives the same', () => {
  const unit = fc.constantFrom(
    '1',
    '2.000',
    '350.00',
    ',-',
    ' ',
    '€',
    'TEUR',
    'Mio.',
    ' und ',
    ' bis ',
    '-',
    '\n',
    'Euro',
    'ca.',
    '2023',
    '(',
    '/a',
    'x',
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 14 }), (parts) => {
      const text = parts.join('')
      const { amounts } = readMoney(text)
      let last = -1
      for (const amount of amounts) {
        assert.ok(amount.start > last && amount.end <= text.length && amount.start < amount.end)
        assert.match(text.slice(amount.start, amount.end), /\d/)
        assert.ok(Number.isSafeInteger(amount.cents))
        last = amount.start
      }
      assert.deepEqual(readMoney(text).amounts, amounts)
    }),
  )
})

test('a dash for no euros, and a year before an amount with its unit first', () => {
  const cents = (text: string) => readMoney(text).amounts.map((amount) => amount.cents)
  assert.deepEqual(cents('Die Gebühr (derzeit -,80 €) steigt auf 1,10 €.'), [80, 110])
  assert.deepEqual(cents('Im Produktplan 2031 TEUR 910 veranschlagt.'), [91000000])
  assert.deepEqual(cents('Sie kosten 2031 TEUR, später 30 TEUR.'), [203100000, 3000000])
})

test('approximate, said behind the amount', () => {
  const approx = (text: string) => readMoney(text).amounts.map((amount) => amount.approx)
  assert.deepEqual(approx('Das sind 5 € (geschätzt), in der Größenordnung von 6 € oder genau 7 €.'), [
    true,
    true,
    false,
  ])
})
