import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bestOf, readHead } from '../labels.ts'
import { linesOf } from '../lines.ts'
import { columnsOf } from './columns.ts'
import { readConsultation } from './read.ts'

const whole = (text: string) => readConsultation(text, { start: 0, end: text.length })
const body = fc.constantFrom(
  'Hauptausschuss',
  'Rat',
  'Ausschuss für Bau und Verkehr',
  'Ortsbeirat 4',
  'Bezirksvertretung Nord',
)
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const printed = (iso: string): string => iso.split('-').reverse().join('.')
const step = fc.record({
  body,
  day,
  open: fc.boolean(),
  role: fc.constantFrom('Vorberatung', 'Entscheidung', 'Kenntnisnahme'),
})

type Drawn = { body: string; day: string; open: boolean; role: string }
const LAYOUTS: readonly ((steps: readonly Drawn[]) => string)[] = [
  (steps) =>
    `Beratungsfolge:\n${steps.map((one) => `${one.body} ${printed(one.day)} ${one.open ? 'Ö' : 'N'} ${one.role}`).join('\n')}`,
  (steps) =>
    `Datum\tGremium\tStatus\tZuständigkeit\n${steps.map((one) => `${printed(one.day)}\t${one.body}\t${one.open ? 'öffentlich' : 'nichtöffentlich'}\t${one.role}`).join('\n')}`,
  (steps) =>
    `Status\tZuständigkeit\tGremium\tTermin\n${steps.map((one) => `${one.open ? 'öffentlich' : 'nicht öffentlich'}\t${one.role}\t${one.body}\t${printed(one.day)}`).join('\n')}`,
  (steps) =>
    `Geplante Sitzungstermine\nÖffentlichkeitsstatus\n${steps.map((one) => `${printed(one.day)}\n${one.body} (${one.role})\n${one.open ? 'öffentlich' : 'nichtöffentlich'}`).join('\n')}`,
  (steps) =>
    `Beratungsfolge ${steps.map((one) => `${one.body} ${printed(one.day)} ${one.open ? 'öffentlich' : 'nichtöffentlich'} ${one.role}`).join(' ')}`,
]

test('steps printed in any layout and order of columns are read back', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.constantFrom(...LAYOUTS), (steps, layout) => {
      const text = layout(steps)
      const read = whole(text).steps.map((one) => [one.gremium, one.datum, one.oeffentlichkeit, one.zustaendigkeit])
      assert.deepEqual(
        read,
        steps.map((one) => [one.body, one.day, one.open ? 'oeffentlich' : 'nichtoeffentlich', one.role]),
      )
    }),
  )
})

test('columns torn apart are put together when their numbers agree, and not otherwise', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
      const text = ['Beratungsfolge', ...steps.map((one) => one.body), ...steps.map((one) => printed(one.day))].join(
        '\n',
      )
      assert.deepEqual(
        whole(text).steps.map((one) => [one.gremium, one.datum]),
        steps.map((one) => [one.body, one.day]),
      )
    }),
  )
  assert.notEqual(whole('Beratungsfolge\nRat\nSenat\nHauptausschuss\n01.02.2031\n02.02.2031').steps.length, 0)
})

const soup = fc
  .array(
    fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        'Rat',
        '\n',
        '\n\n',
        '\t',
        'x',
        'Ö',
        '12.03.2031',
        '(',
        ')',
        'Gremium',
        'TOP',
        'Termin:',
        'Vorlage Nr.:',
        '1/2/3',
        'einstimmig',
        '36. Sitzung des Rates',
        'zur Beratung',
        'Betreff:',
        '2031/0001',
      ),
    ),
    { maxLength: 30 },
  )
  .map((bits) => bits.join(' '))

test('nothing throws, and every place is in the text', () => {
  fc.assert(
    fc.property(soup, (text) => {
      for (const { spans, bodySpans } of whole(text).steps) {
        for (const { start, end } of [...bodySpans, ...Object.values(spans)])
          assert.ok(start >= 0 && start < end && end <= text.length)
      }
      const head = readHead(text, linesOf(text))
      for (const { start, end } of head.values) assert.ok(start >= 0 && start <= end && end <= text.length)
      for (const line of linesOf(text)) assert.equal(text.slice(line.start, line.end), line.text)
    }),
  )
})

test('column heads', () => {
  assert.deepEqual(columnsOf('Gremien Termin TOP Ö / N Zuständigkeit'), ['gremium', 'datum', 'top', 'status', 'rolle'])
  assert.deepEqual(columnsOf('Beratungsfolge dieser Vorlage am TOP ö nö Ergebnis'), [
    null,
    'datum',
    'top',
    'oeffentlich',
    'nichtoeffentlich',
    'ergebnis',
  ])
  assert.equal(columnsOf('Gremium tagt am Montag'), undefined)
  assert.equal(columnsOf('Hauptausschuss 12.03.2031'), undefined)
})

test('labels find their values beside, below and in a block', () => {
  const text =
    'Gremium:\nTermin:\nVorlage Nr.:\nTOP:\n\nVerantwortlich:\nGemeinderat\n23.06.2031\n1774\n11\nDez. 4\nNeue Halle'
  const head = readHead(text, linesOf(text))
  assert.deepEqual(
    (['gremium', 'termin', 'nummer', 'top', 'federfuehrend'] as const).map((field) => bestOf(head, field)?.text),
    ['Gemeinderat', '23.06.2031', '1774', '11', 'Dez. 4'],
  )
  assert.deepEqual(
    head.free.map((line) => line.text),
    ['Neue Halle'],
  )
  const inline = 'Vorlage Nr.: 2031/0104 Verantwortlich: Dez. 3'
  assert.equal(bestOf(readHead(inline, linesOf(inline)), 'nummer')?.text, '2031/0104')
})
