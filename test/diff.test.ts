/** `vorlagen diff`: two readings of the same papers, field by field. */
import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import Database from 'better-sqlite3'
import { EXIT } from '../src/cli/exit.ts'
import { type Change, differenceOf } from '../src/store/diff/diff.ts'
import { pairsOf } from '../src/store/diff/match.ts'
import { type KeptRecord, snapshotOf } from '../src/store/diff/snapshot.ts'
import { paper, put, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const [alt, neu] = ['alt.db', 'neu.db'].map((name) => join(folder, name)) as [string, string]

before(async () => {
  const open = paper('BV/2031/0901', 'Steg am Mühlwehr', 'Der Steg wird für 48.500 € erneuert, die Treppe für 7.000 €.')
  const closed = paper('BV/2031/0902', 'Erwerb der Mühle', 'Der Kaufpreis beträgt 310.000 €.')
  put(folder, 'papiere/a.md', open)
  put(folder, 'papiere/b.md', closed.replace('\nöffentlich\n', '\nnichtöffentlich\n'))
  put(folder, 'papiere/c.md', paper('BV/2031/0903', 'Spielplatz'))
  const { code, stderr } = await vorlagen(['import', join(folder, 'papiere'), '--db', alt, '--quiet'])
  assert.equal(code, EXIT.gut, stderr)
  copyFileSync(alt, neu)
})

test('a database does not differ from its copy', async () => {
  const { code, stdout } = await vorlagen(['diff', '--alt', alt, '--neu', neu])
  assert.equal(code, EXIT.gut)
  assert.match(stdout, /3 gleich gelesen, 0 anders\nKein Unterschied\.\n$/)
})

test('changed, filled and lost values are counted by field and shown; closed papers keep theirs', async () => {
  const changed = join(folder, 'anders.db')
  copyFileSync(alt, changed)
  change(changed, [
    "UPDATE betrag SET jahr = 2031 WHERE zitat = '48.500 €'",
    "UPDATE betrag SET bezeichnung = 'Geheimes' WHERE zitat = '310.000 €'",
    "DELETE FROM betrag WHERE zitat = '7.000 €'",
    "DELETE FROM beratung WHERE gremium = 'Bauausschuss' AND vorlage_id IN (SELECT id FROM vorlage WHERE nummer = 'BV/2031/0903')",
  ])
  const { code, stdout } = await vorlagen(['diff', '--alt', alt, '--neu', changed, '--json'])
  assert.equal(code, EXIT.geaendert)
  const found = JSON.parse(stdout) as { felder: Record<string, unknown>[]; aenderungen: Change[] }
  const counts = found.felder.filter((one) => Number(one.anders) + Number(one.gefuellt) + Number(one.geleert) > 0)
  assert.deepEqual(counts, [
    { tabelle: 'betrag', feld: 'bezeichnung', gleich: 1, anders: 1, gefuellt: 0, geleert: 0 },
    { tabelle: 'betrag', feld: 'jahr', gleich: 1, anders: 0, gefuellt: 1, geleert: 0 },
  ])
  const told = found.aenderungen.map(({ tabelle, feld, art, alt: a, neu: n, zitat }) => [
    tabelle,
    feld,
    art,
    a,
    n,
    zitat,
  ])
  assert.deepEqual(told.filter(([, feld]) => feld !== null).toSorted(), [
    ['betrag', 'bezeichnung', 'geaendert', '(nichtöffentlich)', '(nichtöffentlich)', null],
    ['betrag', 'jahr', 'geaendert', null, 2031, '48.500 €'],
  ])
  assert.deepEqual(
    told.filter(([, feld]) => feld === null).map(([table, , art, , , zitat]) => [table, art, zitat]),
    [
      ['betrag', 'verloren', '7.000 €'],
      ['beratung', 'verloren', '14.05.2031\tBauausschuss\töffentlich\tVorberatung'],
    ],
  )
  const people = await vorlagen(['diff', '--alt', alt, '--neu', changed])
  assert.equal(people.code, EXIT.geaendert)
  assert.doesNotMatch(people.stdout, /Geheimes|310\.000/)
  assert.match(people.stdout, /betrag\.jahr +1 +0 +1 +0\n/)
  const shown = await vorlagen(['diff', '--alt', alt, '--neu', changed, '--csv', '--nichtoeffentliche'])
  assert.match(shown.stdout, /,betrag,bezeichnung,geaendert,Kaufpreis,Geheimes,310\.000 €,/)
})

test('papers of one database only are named; another schema is compared as far as it goes', () => {
  const other = join(folder, 'fremd.db')
  copyFileSync(alt, other)
  change(other, [
    "UPDATE quelle SET pfad = 'neu.md', sha256 = 'x' WHERE pfad LIKE '%c.md'",
    "UPDATE vorlage SET sha256 = 'x' WHERE nummer = 'BV/2031/0903'",
    'ALTER TABLE betrag ADD COLUMN waehrung TEXT',
  ])
  const [before, after] = [snapshotOf(alt), snapshotOf(other)]
  const found = differenceOf(before, after)
  before.close()
  after.close()
  assert.deepEqual([found.nurAlt.length, found.nurNeu, found.felderNurNeu], [1, ['neu.md'], ['betrag.waehrung']])
  assert.deepEqual(found.aenderungen, [])
})

test('what cannot be compared is said', async () => {
  const missing = await vorlagen(['diff', '--alt', join(folder, 'keine.db'), '--neu', neu])
  assert.equal(missing.code, EXIT.datenbank)
  const half = await vorlagen(['diff', '--alt', alt])
  assert.equal(half.code, EXIT.aufruf)
  assert.match(half.stderr, /--alt DATEI und --neu DATEI/)
})

test('records pair by sameness, then place, then words', () => {
  const [a, b, c] = [record('5 €', 10, 'A'), record('5 €', 20, 'B'), record('9 €', 30, 'C')]
  const moved = record('5 €', 20, 'A')
  assert.deepEqual(pairsOf([a, b], [b, a], true), [
    { alt: a, neu: a },
    { alt: b, neu: b },
  ])
  assert.deepEqual(pairsOf([a, b], [moved], false), [
    { alt: a, neu: moved },
    { alt: b, neu: null },
  ])
  assert.deepEqual(pairsOf([b, c], [moved, c], true), [
    { alt: b, neu: moved },
    { alt: c, neu: c },
  ])
})

function record(zitat: string, von: number, bezeichnung: string): KeptRecord {
  return { table: 'betrag', fields: { bezeichnung }, zitat, von, bis: von + zitat.length, seite: null, zeile: 1 }
}

function change(database: string, statements: readonly string[]): void {
  const db = new Database(database)
  try {
    for (const sql of statements) db.exec(sql)
  } finally {
    db.close()
  }
}
