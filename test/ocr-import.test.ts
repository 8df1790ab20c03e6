/**
 * Text recognition on the command line, into the database; and the engine from npm, which is there on every machine.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { EXIT } from '../src/cli/exit.ts'
import { bundledEngine, systemEngine } from '../src/readers/pdf/ocr.ts'
import { pdfjsEngine } from '../src/readers/pdf/pdfjs.ts'
import { ask, put, ROOT, vorlagen, workFolder } from './cli-run.ts'
import { pdfOf } from './pdf-bytes.ts'

const folder = workFolder()
const skip = systemEngine() ? false : 'tesseract mit Deutsch ist nicht installiert'
const WORDS = ['Stadt Ulmerode', 'Beschlussvorlage 12/2031', 'Die Kosten betragen 12.500 Euro.']
const written = (content = '') =>
  pdfOf([{ content, text: WORDS.map((text, row) => ({ x: 70, y: 100 + 30 * row, text })) }])

put(folder, 'papiere/scan.pdf', readFileSync(join(ROOT, 'samples/unlesbar/scan.pdf')))
put(folder, 'papiere/schicht.pdf', written('q 595 0 0 842 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q 3 Tr'))
put(folder, 'papiere/text.pdf', written())

interface Row {
  readonly datei: string
  readonly status: string
  readonly zweifel: string | null
}

/** Of each paper, its state and the doubts of its amounts. */
async function imported(mode: string): Promise<{ code: number | null; rows: Row[] }> {
  const db = join(folder, `${mode}.db`)
  const { code } = await vorlagen(['import', join(folder, 'papiere'), '--db', db, '--ocr', mode, '--quiet'])
  const rows = ask<Row>(
    db,
    `SELECT quelle.pfad AS datei, vorlage.status,
       (SELECT group_concat(DISTINCT zweifel) FROM v_betraege WHERE v_betraege.vorlage_id = vorlage.id) AS zweifel
     FROM vorlage JOIN quelle ON quelle.id = vorlage.quelle_id ORDER BY quelle.pfad`,
  )
  return { code, rows: rows.map((row) => ({ ...row, datei: basename(row.datei) })) }
}

/** Does every amount of a paper say that its words were recognised? */
function areMarked({ zweifel }: Row): boolean {
  const lists = zweifel?.split(/(?<=\]),/) ?? []
  return lists.length > 0 && lists.every((list) => list.includes('"texterkennung"'))
}

test('nie: a scan is not read; a scan that brings its own words is, and says so', async () => {
  const { code, rows } = await imported('nie')
  assert.equal(code, EXIT.teils)
  assert.deepEqual(
    rows.map(({ datei, status }) => [datei, status]),
    [
      ['scan.pdf', 'fehler'],
      ['schicht.pdf', 'pruefen'],
      ['text.pdf', 'ok'],
    ],
  )
  assert.deepEqual(rows.map(areMarked), [false, true, false])
})
test('auto: the scan is recognised, and every amount of it says so', { skip }, async () => {
  const { code, rows } = await imported('auto')
  assert.equal(code, EXIT.gut)
  assert.deepEqual(
    rows.map(({ datei, status }) => [datei, status]),
    [
      ['scan.pdf', 'pruefen'],
      ['schicht.pdf', 'pruefen'],
      ['text.pdf', 'ok'],
    ],
  )
  assert.deepEqual(rows.map(areMarked), [true, true, false])
})
test('immer: a picture in which nothing is found keeps the words it brings', { skip }, async () => {
  const { code, rows } = await imported('immer')
  assert.equal(code, EXIT.gut)
  assert.deepEqual(rows.map(areMarked), [true, true, false])
})

test('the engine from npm reads words where they stand', async () => {
  const engine = await bundledEngine()
  assert.ok(engine, 'tesseract.js or its data is missing')
  const file = await pdfjsEngine.open(written())
  assert.ok('pages' in file)
  const image = await file.image(1, 150)
  const words = await engine.read(image.png, 150, AbortSignal.timeout(120_000))
  await file.close()
  assert.equal(words.map(({ text }) => text).join(' '), WORDS.join(' '))
  const amount = words.find(({ text }) => text === '12.500')
  assert.ok(amount && amount.confidence > 60)
  assert.ok(Math.abs((amount.bottom / image.height) * 842 - 160) < 4, JSON.stringify(amount))
})
