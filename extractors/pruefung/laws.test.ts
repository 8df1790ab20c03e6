/**
 * Laws of sums: a table whose totals are right has no failing check; one changed cell is found in its column and its row,
 * and nowhere else.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RecordValue, recordsOf } from '../../src/bundle.ts'
import { process as read } from '../../src/pipeline.ts'
import { extractors } from '../index.ts'

const NAMES = ['Planung', 'Rohbau', 'Dach', 'Technik', 'Außenanlagen', 'Ausstattung', 'Umzug']
const YEARS = ['2031', '2032', '2033']
const format = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 })

/** Numbers that look like chance and are the same every time. */
function* chance(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647
    yield state
  }
}

function amounts(seed: number): number[][] {
  const numbers = chance(seed)
  return NAMES.map(() => YEARS.map(() => 100_000 + ((numbers.next().value ?? 0) % 90_000_000)))
}

function paperOf(cents: readonly (readonly number[])[], shown = cents): string {
  const row = (label: string, values: readonly number[]): string =>
    `| ${label} | ${values.map((cent) => `${format.format(cent / 100)} €`).join(' | ')} |`
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
  const columns = YEARS.map((_, at) => sum(cents.map((values) => values[at] ?? 0)))
  return [
    '# Vorlage 1/2031\n\n## Begründung\n',
    `| Gewerk | ${YEARS.join(' | ')} | Gesamt |\n| --- | ---: | ---: | ---: | ---: |`,
    ...shown.map((values, at) => row(NAMES[at] ?? '', [...values, sum(cents[at] ?? [])])),
    row('Summe', [...columns, sum(columns)]),
  ].join('\n')
}

async function checks(markdown: string): Promise<readonly RecordValue[]> {
  return recordsOf(await read('a.md', Buffer.from(markdown), extractors), 'pruefungen')
}

for (const seed of [3, 17, 404, 9001]) {
  test(`right totals hold (${seed})`, async () => {
    const found = await checks(paperOf(amounts(seed)))
    assert.deepEqual(
      found.filter(({ haelt }) => !haelt),
      [],
    )
    const kinds = Map.groupBy(found, ({ art }) => art)
    assert.equal(kinds.get('spaltensumme')?.length, YEARS.length + 1)
    assert.equal(kinds.get('zeilensumme')?.length, NAMES.length + 1)
  })

  test(`one changed cell is found where it stands (${seed})`, async () => {
    const right = amounts(seed)
    const at = seed % NAMES.length
    const column = seed % YEARS.length
    const wrong = right.map((values, r) => values.map((cent, c) => (r === at && c === column ? cent + 70_000 : cent)))
    const failed = (await checks(paperOf(right, wrong))).filter(({ haelt }) => !haelt)
    assert.deepEqual(
      failed.map(({ art, zeile, spalte, differenz, ursache }) => [art, zeile, spalte, differenz, ursache]).sort(),
      [
        ['spaltensumme', NAMES.length + 1, column + 2, -70_000, 'vorlage'],
        ['zeilensumme', at + 1, YEARS.length + 2, -70_000, 'vorlage'],
      ],
    )
  })
}
