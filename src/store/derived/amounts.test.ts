import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractors } from '../../../extractors/index.ts'
import type { Bundle } from '../../bundle.ts'
import { openStore, type StoreKinds } from '../store.ts'
import { temporaryPath } from '../testing.ts'
import { amounts, bundle } from './amounts-testing.ts'
import { RULES } from './rules.ts'

const KINDS: StoreKinds = Object.assign({}, ...extractors.map(({ records }) => records))
const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/summen.md'), 'utf8')

interface Row {
  readonly nummer: string
  readonly cent: number | null
  readonly regel: string
  readonly genommen: string | null
  readonly wiederholt: 0 | 1 | null
  readonly spaetere_fassung: number | null
  readonly ohne_schwellen: number
}

function rowsFor(t: Parameters<typeof temporaryPath>[0], papers: readonly Bundle[]): Row[] {
  const store = openStore(temporaryPath(t), KINDS)
  t.after(() => store.close())
  const run = store.beginRun({ lesart: '1' })
  for (const one of papers) store.write(one, run)
  return store.db.prepare<[], Row>('SELECT * FROM v_betrag_je_vorlage ORDER BY vorlage_id').all()
}

const EXAMPLES = [...PAGE.matchAll(/^\| (\w+ -?\d+[^|]*) \| (-?\d+) \| (–|\d+) \| ([\w-]+) \|$/gm)]

test('the examples of wrong sums on the page are wrong, and the view does as the page says', (t) => {
  assert.ok(EXAMPLES.length >= 18)
  const rows = rowsFor(
    t,
    EXAMPLES.map(([, printed = ''], at) => bundle(`${at}/2031`, printed, `${at}.pdf`)),
  )
  for (const [at, [, printed = '', wrong, counts, regel]] of EXAMPLES.entries()) {
    const naive = amounts(printed).reduce((sum, { cent }) => sum + Number(cent), 0)
    assert.equal(naive, Number(wrong) * 100, printed)
    assert.equal(rows[at]?.cent ?? null, counts === '–' ? null : Number(counts) * 100, printed)
    assert.equal(rows[at]?.regel, regel, printed)
    assert.ok(regel && regel in RULES)
  }
})

const SEVERAL = [...PAGE.matchAll(/^\| (\d+\/\d+: [^|]+) \| (\d+) \| (\d+) \|$/gm)]

test('so do sums over several papers', (t) => {
  assert.ok(SEVERAL.length >= 6)
  for (const [, papers = '', wrong, counts] of SEVERAL) {
    const printed = papers.split('; ').map((one) => one.split(': '))
    const rows = rowsFor(
      t,
      printed.map(([nummer = '', amount = ''], at) => bundle(nummer, amount, `${at}.pdf`)),
    )
    const naive = printed.flatMap(([, amount = '']) => amounts(amount)).reduce((sum, { cent }) => sum + Number(cent), 0)
    const counted = rows.filter((row) => row.wiederholt === 0 && row.spaetere_fassung === null)
    assert.equal(naive, Number(wrong) * 100, papers)
    assert.equal(
      counted.reduce((sum, { cent }) => sum + Number(cent), 0),
      Number(counts) * 100,
      papers,
    )
  }
})

test('says which records it took and counts what it left out', (t) => {
  const [row] = rowsFor(t, [bundle('1/2031', 'schwelle 250; gesamtkosten 300; aufwand 100; gesamtkosten 300', 'a.pdf')])
  assert.equal(row?.genommen, '["betraege-2","betraege-4"]')
  assert.equal(row?.ohne_schwellen, 1)
})

test('the same paper from two files counts once; where the files disagree, not at all', (t) => {
  const rows = rowsFor(t, [
    bundle('1/2031', 'gesamtkosten 300', 'a.pdf'),
    bundle('1/2031', 'gesamtkosten 300', 'a.html'),
    bundle('2/2031', 'gesamtkosten 300', 'b.pdf'),
    bundle('2/2031', 'gesamtkosten 310', 'b.html'),
    bundle(null, 'gesamtkosten 300', 'c.pdf'),
    bundle(null, 'gesamtkosten 300', 'd.pdf'),
  ])
  assert.deepEqual(
    rows.map(({ cent, regel }) => [cent, regel]),
    [
      [30000, 'gesamtkosten'],
      [null, 'schon-gezaehlt'],
      [null, 'dateien-uneins'],
      [null, 'dateien-uneins'],
      [30000, 'gesamtkosten'],
      [30000, 'gesamtkosten'],
    ],
  )
})

test('what a closed file says never changes the amount of a public one', (t) => {
  const rows = rowsFor(t, [
    bundle('1/2031', 'gesamtkosten 300', 'a.pdf', { closed: true }),
    bundle('1/2031', 'gesamtkosten 300', 'b.pdf'),
    bundle('2/2031', 'gesamtkosten 310', 'c.pdf', { closed: true }),
    bundle('2/2031', 'gesamtkosten 300', 'd.pdf'),
  ])
  assert.deepEqual(
    rows.map(({ cent, regel }) => [cent, regel]),
    [
      [null, 'schon-gezaehlt'],
      [30000, 'gesamtkosten'],
      [null, 'dateien-uneins'],
      [30000, 'gesamtkosten'],
    ],
  )
})

test('the same total in a later paper of the municipality is marked as a repeat; expenses of their own are not', (t) => {
  const rows = rowsFor(t, [
    bundle('1/2031', 'gesamtkosten 300', 'a.pdf', { closed: true }),
    bundle('2/2031', 'gesamtkosten 300', 'b.pdf'),
    bundle('3/2031', 'gesamtkosten 300; aufwand 100', 'c.pdf'),
    bundle('4/2031', 'gesamtkosten 310', 'd.pdf'),
    bundle('5/2031', 'aufwand 70', 'e.pdf'),
    bundle('6/2031', 'aufwand 70', 'f.pdf'),
    bundle('7/2031', 'schwelle 300', 'g.pdf'),
  ])
  // The public paper comes first, whatever a closed one says.
  assert.deepEqual(
    rows.map(({ wiederholt }) => wiederholt),
    [1, 0, 1, 0, 0, 0, null],
  )
})

test('where papers name no municipality, the same total of two of them is taken for a repeat', (t) => {
  const rows = rowsFor(t, [
    bundle('1/2031', 'gesamtkosten 300', 'a.pdf'),
    bundle('2/2031', 'gesamtkosten 300', 'b.pdf', { kommune: null }),
    bundle('3/2031', 'gesamtkosten 300', 'c.pdf', { kommune: null }),
    bundle('4/2031', 'aufwand 70', 'd.pdf', { kommune: null }),
    bundle('5/2031', 'aufwand 70', 'e.pdf', { kommune: null }),
  ])
  assert.deepEqual(
    rows.map(({ wiederholt }) => wiederholt),
    [0, 0, 1, 0, 0],
  )
})

test('a later version by its number that states an amount itself is named; together they count once', (t) => {
  const rows = rowsFor(t, [
    bundle('1/2031', 'gesamtkosten 300', 'a.pdf'),
    bundle('1/2031/1', 'gesamtkosten 340', 'a1.pdf'),
    bundle('1/2031/2', 'gesamtkosten 360', 'a2.pdf'),
    bundle('2/2031', 'gesamtkosten 500', 'b.pdf'),
    bundle('2/2031-01', 'gesamtkosten 500', 'b1.pdf'),
    bundle('3/2031', 'gesamtkosten 700', 'c.pdf'),
    bundle('3/2031/1', 'schwelle 250', 'c1.pdf'),
    bundle('4/2031', 'gesamtkosten 800', 'd.pdf'),
    bundle('4/2031/1', 'gesamtkosten 810', 'd1.pdf', { art: 'aenderungsantrag' }),
    bundle('5/2031', 'gesamtkosten 900', 'e.pdf'),
    bundle('5/2031/1', 'gesamtkosten 910', 'e1.pdf', { closed: true }),
    bundle('6/2031/1', 'gesamtkosten 1000', 'f1.pdf'),
    bundle('6/2031/2', 'gesamtkosten 1010', 'f2.pdf'),
    bundle('7/2031', 'gesamtkosten 1100', 'g.pdf'),
    bundle('7/2031 E1', 'gesamtkosten 1110', 'g1.pdf', { kommune: 'Moosfelden' }),
  ])
  assert.deepEqual(
    rows.map(({ spaetere_fassung }) => spaetere_fassung),
    [3, 3, null, 5, null, null, null, null, null, null, null, null, null, null, null],
  )
  const counted = rows.filter((row) => row.wiederholt === 0 && row.spaetere_fassung === null)
  assert.deepEqual(
    counted.map(({ cent }) => Number(cent) / 100),
    [360, 500, 700, 800, 810, 900, 910, 1000, 1010, 1100, 1110],
  )
})
