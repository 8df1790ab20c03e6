import assert from 'node:assert/strict'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { extractors } from '../../../extractors/index.ts'
import { openStore, type Store, type StoreKinds } from '../store.ts'
import { temporaryPath } from '../testing.ts'
import { bundle } from './amounts-testing.ts'
import { fillOwnAmounts } from './own-amounts.ts'

const KINDS: StoreKinds = Object.assign({}, ...extractors.map(({ records }) => records))
const TABLE = 'SELECT * FROM betrag_je_fassung ORDER BY vorlage_id'
const VIEW = 'SELECT * FROM v_betrag_je_vorlage ORDER BY vorlage_id'

/** What is kept, and what is found when all of it is made anew. */
function keptAndMade({ db }: Store): [kept: unknown[], made: unknown[]] {
  const both = (): unknown[] => [db.prepare(TABLE).all(), db.prepare(VIEW).all()]
  const kept = both()
  db.exec('SAVEPOINT probe; DELETE FROM betrag_je_fassung')
  fillOwnAmounts(db)
  const made = both()
  db.exec('ROLLBACK TO probe; RELEASE probe')
  return [kept, made]
}

function forget({ db }: Store, path: string): void {
  db.prepare('UPDATE quelle SET dublette_von = NULL WHERE dublette_von IN (SELECT id FROM quelle WHERE pfad = ?)').run(
    path,
  )
  db.prepare('DELETE FROM quelle WHERE pfad = ?').run(path)
}

const AMOUNTS = fc.array(
  fc
    .tuple(
      fc.constantFrom('gesamtkosten', 'investition', 'aufwand', 'schwelle', 'unbestimmt', 'folgekosten', 'zuschuss'),
      fc.constantFrom(-100, 100, 200, 300),
      fc.constantFrom('', '', ' jährlich', ' zweifel', ' 2031', ' 2032'),
    )
    .map(([art, euro, more]) => `${art} ${euro}${more}`),
  { minLength: 1, maxLength: 5 },
)
const STEP = fc.record({
  file: fc.integer({ min: 0, max: 7 }),
  number: fc.constantFrom('1/2031', '1/2031/1', '1/2031/2', '2/2031', null),
  amounts: AMOUNTS.map((list) => list.join('; ')),
  closed: fc.boolean(),
  does: fc.constantFrom('import', 'import', 'import', 'same bytes', 'read again', 'delete', 'edit', 'open again'),
})

test('whatever is imported, read again, deleted or edited: what is kept is what would be made anew', (t) => {
  fc.assert(
    fc.property(fc.array(STEP, { minLength: 1, maxLength: 12 }), (steps) => {
      const path = temporaryPath(t)
      let store = openStore(path, KINDS)
      const run = store.beginRun({ lesart: '1' })
      try {
        for (const [at, { file, number, amounts, closed, does }] of steps.entries()) {
          const paper = bundle(number, amounts, `${file}.pdf`, { closed })
          if (does === 'delete') forget(store, `${file}.pdf`)
          else if (does === 'edit') store.db.prepare('UPDATE betrag SET cent = 700 WHERE id = ?').run(at)
          else if (does === 'read again') store.write(paper, run, { erneut: true })
          else if (does === 'same bytes') store.write({ ...paper, sha256: 'a'.repeat(64) }, run)
          else store.write({ ...paper, sha256: String(at % 10).repeat(64) }, run)
          if (does === 'edit' || does === 'open again') {
            store.close()
            store = openStore(path, KINDS)
          }
          const [kept, made] = keptAndMade(store)
          assert.deepEqual(kept, made)
        }
      } finally {
        store.close()
      }
    }),
    { numRuns: 20 },
  )
})

test('a database made before, or by other rules, gets the table when it is next written to', (t) => {
  const path = temporaryPath(t)
  const store = openStore(path, KINDS)
  store.write(bundle('1/2031', 'gesamtkosten 300', 'a.pdf'), store.beginRun({ lesart: '1' }))
  const expected = [store.db.prepare(TABLE).all(), store.db.prepare(VIEW).all()]
  store.close()
  for (const change of [
    'DROP TABLE betrag_je_fassung; DROP TRIGGER betrag_je_fassung_neu; DROP TRIGGER betrag_je_fassung_weg; DROP TRIGGER betrag_je_fassung_anders',
    'DROP TABLE betrag_je_fassung; CREATE TABLE betrag_je_fassung (vorlage_id INTEGER PRIMARY KEY, cent INTEGER)',
    'DELETE FROM betrag_je_fassung',
  ]) {
    const db = new Database(path)
    db.exec(change)
    db.close()
    const read = openStore(path, KINDS, { readonly: true })
    assert.deepEqual(read.db.prepare(VIEW).all(), expected[1], change)
    read.close()
    const again = openStore(path, KINDS)
    assert.deepEqual([again.db.prepare(TABLE).all(), again.db.prepare(VIEW).all()], expected, change)
    again.close()
  }
})
