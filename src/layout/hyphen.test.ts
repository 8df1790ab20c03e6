import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dehyphenated, endsBroken, goesOn, isCutFigure, joinBroken, joinedLines, vocabularyOf } from './hyphen.ts'

const none = vocabularyOf([])

/** The two halves put together. */
function joined(before: string, after: string, words = none): string {
  const { drop, glue } = joinBroken(before, after, words)
  return (drop ? before.slice(0, -drop) : before) + (glue ? '' : ' ') + after
}

const CASES: readonly (readonly [string, string, string])[] = [
  ['Digitali-', 'sierung', 'Digitalisierung'],
  ['IT-', 'Strategie', 'IT-Strategie'],
  ['Bund-', 'Länder', 'Bund-Länder'],
  ['Sach-', 'und Personalkosten', 'Sach- und Personalkosten'],
  ['Ämter/', 'Dezernate', 'Ämter/Dezernate'],
  ['Gebäude\u00ad', 'reinigung', 'Gebäudereinigung'],
  ['EU-', 'weit', 'EU-weit'],
  ['2024-', '2028', '2024-2028'],
]

for (const [before, after, whole] of CASES) test(`${before} ${after}`, () => assert.equal(joined(before, after), whole))

test('a word the paper prints whole is joined, one it prints with a hyphen keeps it', () => {
  assert.equal(joined('Stadt-', 'teilhaus', vocabularyOf(['das Stadtteilhaus'])), 'Stadtteilhaus')
  assert.equal(joined('Open-', 'data', vocabularyOf(['Open-data'])), 'Open-data')
})

test('a dash between words breaks nothing', () => {
  assert.equal(endsBroken('Kosten -'), false)
  assert.equal(endsBroken('Kosten-'), true)
})

test('lines of a cell: a divided word is whole, a part left out stays', () => {
  assert.equal(joinedLines(['Straßenbeleuch-', 'tung']), 'Straßenbeleuchtung')
  assert.equal(joinedLines(['Verwaltungs-', 'und Finanzausschuss']), 'Verwaltungs- und Finanzausschuss')
})

test('a cell set on one line: a divided word is whole, a part left out stays, also where the cell ends', () => {
  assert.equal(dehyphenated('Über- planmä- ßig'), 'Überplanmäßig')
  assert.equal(dehyphenated('Haupt-, Finanz- und'), 'Haupt-, Finanz- und')
  assert.equal(dehyphenated('Haupt- und Finanzausschuss'), 'Haupt- und Finanzausschuss')
  assert.equal(dehyphenated('Schuldner- oder'), 'Schuldner- oder')
  assert.equal(dehyphenated('Bundes- undurchsichtig'), 'Bundesundurchsichtig')
})

test('a word cut off by a narrow cell goes on if it is printed whole, or the rest is no word', () => {
  const words = vocabularyOf(['Die Zuständigkeit des Rates'])
  assert.ok(goesOn('Zuständig', 'keit', words))
  assert.ok(goesOn('Überplanmäßi', 'g in 2031', words))
  assert.ok(goesOn('Beschlussfassu', 'ng', words))
  assert.ok(goesOn('Baukost', 'en', words))
  assert.ok(goesOn('Entscheid', 'ung', words))
  assert.ok(!goesOn('Stellvertret', 'er kommt', words))
  assert.ok(!goesOn('Beratung', 'und Beschluss', words))
  assert.ok(!goesOn('Beratung', 'Beschluss', words))
})

test('a figure cut within its groups or a day is one; two whole figures are two', () => {
  for (const [before, after] of [
    ['231.0', '00'],
    ['1.231.00', '0,50 €'],
    ['14.00', '0'],
    ['245.', '000'],
    ['231', '.000'],
    ['10.05.203', '1'],
    ['10.05.', '2031'],
    ['-14.00', '0'],
  ] as const)
    assert.ok(isCutFigure(before, after), `${before}|${after}`)
  for (const [before, after] of [
    ['231.000', '195.000'],
    ['231', '000'],
    ['2031', '2032'],
    ['1.', 'Baukosten'],
    ['10.05.2031', '12.05.2031'],
    ['4,5', '2'],
    ['12', '34'],
  ] as const)
    assert.ok(!isCutFigure(before, after), `${before}|${after}`)
})
