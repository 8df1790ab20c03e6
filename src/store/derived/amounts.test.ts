import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractors } from '../../../extractors/index.ts'
import type { Bundle, RecordValue } from '../../bundle.ts'
import { openStore, type StoreKinds } from '../store.ts'
import { frame, paper, temporaryPath } from '../testing.ts'
import { RULES } from './amounts.ts'

const KINDS: StoreKinds = Object.assign({}, ...extractors.map(({ records }) => records))
const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/summen.md'), 'utf8')

interface Row {
  readonly nummer: string
  readonly cent: number | null
  readonly regel: string
  readonly genommen: string | null
  readonly wiederholt: 0 | 1 | null
  readonly ohne_schwellen: number
}

function amounts(printed: string): RecordValue[] {
  return printed.split('; ').map((one, at) => {
    const [, art = '', euro = '', more = ''] = /^(\w+) (-?\d+)(.*)$/.exec(one) ?? []
    return {
      ...frame(`betraege-${at + 1}`, `${euro} €`, more.includes('zweifel') ? ['zahl-unklar'] : []),
      cent: Number(euro) * 100,
      bezeichnung: null,
      jahr: Number(/\d{4}/.exec(more)?.[0] ?? 0) || null,
      turnus: more.includes('jährlich') ? 'jaehrlich' : null,
      ungefaehr: false,
      art,
      herkunft: 'text',
      zitat: `${euro} €`,
    }
  })
}

function bundle(
  nummer: string | null,
  printed: string,
  path: string,
  closed = false,
  kommune: string | null = 'Auenfurt',
): Bundle {
  const daten = {
    ...(kommune === null ? {} : { kommune: { ...frame('kommune', kommune), name: kommune, ags: null } }),
    vorlage: {
      ...frame('vorlage', 'Vorlage'),
      ...{ nummer, art: null, art_wortlaut: null, betreff: null, datum: '2031-02-03' },
      ...{ oeffentlichkeit: closed ? 'nichtoeffentlich' : 'oeffentlich', federfuehrend: null },
    },
    betraege: amounts(printed),
  }
  return paper({
    quelle: path,
    sha256: Buffer.from(path).toString('hex').padEnd(64, '0').slice(-64),
    daten,
  })
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
    bundle('1/2031', 'gesamtkosten 300', 'a.pdf', true),
    bundle('1/2031', 'gesamtkosten 300', 'b.pdf'),
    bundle('2/2031', 'gesamtkosten 310', 'c.pdf', true),
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
    bundle('1/2031', 'gesamtkosten 300', 'a.pdf', true),
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
    bundle('2/2031', 'gesamtkosten 300', 'b.pdf', false, null),
    bundle('3/2031', 'gesamtkosten 300', 'c.pdf', false, null),
    bundle('4/2031', 'aufwand 70', 'd.pdf', false, null),
    bundle('5/2031', 'aufwand 70', 'e.pdf', false, null),
  ])
  assert.deepEqual(
    rows.map(({ wiederholt }) => wiederholt),
    [0, 0, 1, 0, 0],
  )
})
