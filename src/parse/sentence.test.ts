import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clauseAt, sentenceAt, sentencesIn } from './sentence.ts'

const split = (text: string) =>
  sentencesIn(text, { start: 0, end: text.length }).map((span) => text.slice(span.start, span.end))

test('a dot ends a sentence only where a new one can begin', () => {
  const cases: [string, string[]][] = [
    ['Die Brücke kostet ca. 3 Mio. Euro. Sie wird gebaut.', ['Die Brücke kostet ca. 3 Mio. Euro.', 'Sie wird gebaut.']],
    ['Am 3. Mai tagt der Rat. Es wird laut.', ['Am 3. Mai tagt der Rat.', 'Es wird laut.']],
    ['Die 12. Sitzung war kurz.', ['Die 12. Sitzung war kurz.']],
    [
      'Das gilt z. B. für Schulen. Im Jahr 2025. Die Kita',
      ['Das gilt z. B. für Schulen.', 'Im Jahr 2025.', 'Die Kita'],
    ],
    ['Am 14.05.2024 war es so. Danach nicht.', ['Am 14.05.2024 war es so.', 'Danach nicht.']],
    [
      'Frau Dr. Ahorn (s. Anlage) sagt Nein! Warum? Darum.',
      ['Frau Dr. Ahorn (s. Anlage) sagt Nein!', 'Warum?', 'Darum.'],
    ],
    ['Kosten: 40.000 € p.a. Die Mittel fehlen.', ['Kosten: 40.000 € p.a.', 'Die Mittel fehlen.']],
    ['Punkte\n- eins\n- zwei', ['Punkte', '- eins', '- zwei']],
    ['Kopf\n\nText geht\nweiter', ['Kopf', 'Text geht\nweiter']],
    ['Er sagte „Gut.“ Dann ging er.', ['Er sagte „Gut.“', 'Dann ging er.']],
  ]
  for (const [text, want] of cases) assert.deepEqual(split(text), want)
})

test('a clause ends at commas and brackets but not within numbers', () => {
  const text = 'Der Bau kostet 2,5 Mio. €, davon (inkl. Planung) entfallen 300.000 € auf die Stadt.'
  const all = { start: 0, end: text.length }
  const at = (needle: string) => {
    const span = clauseAt(text, text.indexOf(needle), all)
    return text.slice(span.start, span.end)
  }
  assert.equal(at('2,5'), 'Der Bau kostet 2,5 Mio. €')
  assert.equal(at('300.000'), 'davon (inkl. Planung) entfallen 300.000 € auf die Stadt.')
  assert.equal(at('Planung'), 'inkl. Planung')
})

test('law: the sentence holds the offset, stays within, and agrees with the split', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aB1. ,\n!?(z)Der'), maxLength: 80 })
  fc.assert(
    fc.property(letters, fc.nat(80), (text, raw) => {
      const all = { start: 0, end: text.length }
      const offset = Math.min(raw, text.length)
      const span = sentenceAt(text, offset, all)
      assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end)
      if (offset < text.length && /\S/.test(text.charAt(offset))) {
        assert.ok(span.start <= offset && offset < span.end)
        assert.ok(sentencesIn(text, all).some((s) => s.start === span.start && s.end === span.end))
      }
    }),
  )
})
