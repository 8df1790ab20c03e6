/** The measures over annotated papers: they agree with the yardstick beside the project, and doubt is counted right. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Bundle, RecordValue } from '../src/bundle.ts'
import { errorsOf, explained } from './score-causes.ts'
import { doubtCounts, judged } from './score-doubt.ts'
import { type Annotated, annotated, compared, countsByField, GOLD, HAS_GOLD, ratesOf, SHARED } from './score-gold.ts'
import { measuredTable, printedTable } from './score-table.ts'

const BELEG = { zitat: '', von: 0, bis: 0, seite: null, zeile: 1, flaechen: [], extraktor: 'finanzen', version: 1 }

test('the comparison counts what the yardstick counts', { skip: !HAS_GOLD }, async () => {
  const papers = await annotated()
  const own = Object.fromEntries(
    [...countsByField(compared(papers))].map(([field, counts]) => [field, ratesOf(counts)]),
  )
  assert.deepEqual(own, yardstick(papers))
})

test('the README shows what is measured', { skip: !HAS_GOLD }, async () => {
  assert.equal(printedTable(), measuredTable(compared(await annotated())), 'npm run score -- --tabelle')
})

test('every error that is left has its cause written down', { skip: !HAS_GOLD }, async () => {
  const errors = new Set(errorsOf(compared(await annotated())))
  assert.deepEqual([...explained().keys()].sort(), [...errors].sort(), 'npm run score -- --ursachen')
})

test('a wrong record without doubt is silent, a right one with doubt is doubted needlessly', () => {
  const gold = {
    betraege: [
      { cent: 100, bezeichnung: 'Miete', jahr: 2031 },
      { cent: 200, bezeichnung: 'Strom', jahr: null },
      { cent: 300, bezeichnung: 'Wasser', jahr: 2031 },
      { cent: 400, bezeichnung: 'Heizung', jahr: null },
    ],
  }
  const betraege = [
    betrag(1, { cent: 100, bezeichnung: 'Miete', jahr: 2032 }, []),
    betrag(2, { cent: 200, bezeichnung: 'Strom', jahr: null }, ['massstab-angenommen']),
    betrag(3, { cent: 300, bezeichnung: 'Wasser', jahr: null }, []),
    betrag(4, { cent: 999, bezeichnung: 'Porto', jahr: null }, ['tabelle-unsicher']),
  ]
  const papers = compared([paper(gold, { betraege })])
  assert.deepEqual(doubtCounts(judged(papers), papers), {
    records: 4,
    wrong: 2,
    silent: 1,
    silentBeyondWords: 1,
    gaps: 1,
    doubted: 2,
    needless: 1,
    missed: 1,
  })
})

test('a wording that differs is a silent error, but none of number, year or kind', () => {
  const gold = { betraege: [{ cent: 100, bezeichnung: 'Miete der Turnhalle', jahr: 2031 }] }
  const papers = compared([paper(gold, { betraege: [betrag(1, { cent: 100, bezeichnung: 'Strom', jahr: 2031 }, [])] })])
  const { silent, silentBeyondWords } = doubtCounts(judged(papers), papers)
  assert.deepEqual({ silent, silentBeyondWords }, { silent: 1, silentBeyondWords: 0 })
})

/** What the yardstick says of the same readings. */
function yardstick(papers: readonly Annotated[]): unknown {
  const dir = mkdtempSync(join(tmpdir(), 'vorlagen-score-'))
  try {
    const file = join(dir, 'read.ndjson')
    writeFileSync(file, papers.map(({ quelle, bundle }) => `${JSON.stringify({ quelle, ...bundle.daten })}\n`).join(''))
    const run = spawnSync(process.execPath, [join(SHARED, 'score/score.mjs'), GOLD, file, '--json'], {
      encoding: 'utf8',
    })
    return JSON.parse(run.stdout).buckets.all.fields
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function betrag(nr: number, value: Readonly<Record<string, unknown>>, zweifel: readonly string[]): RecordValue {
  return { turnus: null, ...value, id: `betraege-${nr}`, zweifel, beleg: BELEG }
}

function paper(gold: Annotated['gold'], daten: Bundle['daten']): Annotated {
  const bundle: Bundle = {
    quelle: 'a.txt',
    sha256: '',
    bytes: 0,
    medientyp: 'text/plain',
    lesart: '',
    profil: 'allgemein',
    vendor: null,
    status: 'ok',
    meldungen: [],
    text: '',
    seiten: null,
    daten,
  }
  return { quelle: 'a.txt', gold, bundle }
}
