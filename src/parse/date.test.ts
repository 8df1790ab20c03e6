import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findDates, isoDate } from './date.ts'

const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
const isoOf = (date: Date): string => date.toISOString().slice(0, 10)

test('what Intl prints is read back', () => {
  const styles = [
    new Intl.DateTimeFormat('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
    new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' }),
    new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'UTC' }),
    new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  ]
  fc.assert(
    fc.property(days, fc.constantFrom(...styles), (date, style) => {
      assert.equal(isoDate(style.format(date)), isoOf(date))
    }),
  )
})

test('a found date is in the text, on a day the calendar has', () => {
  const bit = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('31.02.2024', '10./11.05.2022', '3. März 2025', '. ', '/', '24'),
  )
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 8 }), (bits) => {
      const text = bits.join(' ')
      for (const { iso, start, end } of findDates(text)) {
        assert.ok(start < end && end <= text.length)
        assert.equal(isoOf(new Date(`${iso}T00:00:00Z`)), iso)
      }
    }),
  )
})

const READ: readonly (readonly [string, string | undefined])[] = [
  ['26.7.2021', '2021-07-26'],
  ['10./11.05.2022', '2022-05-10'],
  ['08.–23.07.2025', '2025-07-08'],
  ['30.06. - 02.07.2025', '2025-06-30'],
  ['30.12.2024 – 02.01.2025', '2024-12-30'],
  ['10. und 11. Mai 2022', '2022-05-10'],
  ['12.03.24', '2024-03-12'],
  ['12.03.89', '1989-03-12'],
  ['Mo., 17.03.2025, 18:00 Uhr', '2025-03-17'],
  ['2026-01-29', '2026-01-29'],
  ['31.02.2024', undefined],
  ['22.032016', undefined],
  ['17.03.2025 und 18.04.2025, 19.05.2025', undefined],
  ['2024', undefined],
]

for (const [printed, iso] of READ)
  test(`"${printed}" is ${iso ?? 'no date'}`, () => assert.equal(isoDate(printed), iso))

test('numbers of sections are no dates in running text', () => {
  assert.deepEqual(findDates('Abschnitt 3.4.25 und § 1.2.2024.1, Konto 7.541100.714'), [])
})

test('a range keeps its last day', () => {
  assert.equal(findDates('vom 08.–23.07.2025')[0]?.until, '2025-07-23')
})
