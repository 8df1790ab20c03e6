import assert from 'node:assert/strict'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import type { Beleg, Bundle } from '../bundle.ts'
import { openStore } from './store.ts'
import { KINDS, paper, temporaryPath } from './testing.ts'

const text = fc.string({ unit: 'binary', maxLength: 12 })
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
const small = fc.nat({ max: 500 })
const page = fc.option(fc.integer({ min: 1, max: 99 }))
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const point = fc.integer({ min: 0, max: 8000 }).map((tenths) => tenths / 10)
const area = fc.record({ seite: small, kasten: fc.tuple(point, point, point, point) }, { noNullPrototype: true })

const proof: fc.Arbitrary<Beleg> = fc
  .record(
    {
      zitat: text,
      von: small,
      seite: page,
      zeile: fc.integer({ min: 1, max: 99 }),
      flaechen: fc.array(area, { maxLength: 2 }),
      extraktor: word,
      version: small,
    },
    { noNullPrototype: true },
  )
  .map((one) => ({ ...one, bis: one.von + one.zitat.length }))

const frames = fc
  .record({
    zweifel: fc.uniqueArray(word, { maxLength: 2 }),
    beleg: proof,
    belege: fc.dictionary(word, proof, { maxKeys: 2, noNullPrototype: true }),
  })
  .map(({ belege, ...rest }) => (Object.keys(belege).length > 0 ? { ...rest, belege } : rest))

function records(key: string, fields: Record<string, fc.Arbitrary<unknown>>) {
  const one = fc
    .tuple(frames, fc.record(fields, { noNullPrototype: true }))
    .map(([frame, own]) => ({ ...frame, ...own }))
  return {
    one: fc.option(one.map((record) => ({ ...record, id: key }))),
    many: fc
      .array(one, { maxLength: 3 })
      .map((list) => list.map((record, at) => ({ ...record, id: `${key}-${at + 1}` }))),
  }
}

const counts = fc.record({ ja: small, nein: small, enthaltung: fc.option(small) }, { noNullPrototype: true })
const cells = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 3 })

const daten = fc.record(
  {
    vorlage: records('vorlage', {
      nummer: fc.option(word),
      betreff: fc.option(text),
      datum: fc.option(date),
      oeffentlichkeit: fc.option(fc.constantFrom('oeffentlich', 'nichtoeffentlich')),
    }).one,
    kommune: records('kommune', { name: word, ags: fc.option(text) }).one,
    beratungsfolge: records('beratungsfolge', {
      gremium: text,
      datum: fc.option(date),
      rolle: fc.option(fc.constantFrom('beratung', 'entscheidung')),
      abstimmung: fc.option(counts),
    }).many,
    beschlussvorschlag: records('beschlussvorschlag', { text, punkte: fc.array(text, { maxLength: 3 }) }).one,
    betraege: records('betraege', { cent: fc.maxSafeInteger(), jahr: fc.option(fc.integer({ min: 1900, max: 2199 })) })
      .many,
    tabellen: records('tabellen', { titel: fc.option(text), spalten: fc.array(text, { maxLength: 3 }), zeilen: cells })
      .many,
    vzae: records('vzae', {
      wert: fc.nat({ max: 9_999_999 }).map((n) => n / 1000),
      ungefaehr: fc.boolean(),
      bezug: fc.option(text),
    }).many,
  },
  { noNullPrototype: true },
)

const meldung = fc.record(
  {
    code: word,
    stufe: fc.constantFrom('hinweis' as const, 'zweifel' as const, 'fehler' as const),
    text,
    von: word,
    stelle: fc.option(
      fc.record({ zitat: text, von: small, bis: small, seite: page, zeile: small }, { noNullPrototype: true }),
    ),
  },
  { noNullPrototype: true },
)

const bundles = fc
  .record(
    {
      quelle: fc.constantFrom('a.pdf', 'b.pdf', 'c.html'),
      sha256: fc.constantFrom('1'.repeat(64), '2'.repeat(64), '3'.repeat(64)),
      lesart: fc.constantFrom('1', '2'),
      bytes: small,
      profil: word,
      vendor: fc.option(word),
      status: fc.constantFrom('ok' as const, 'pruefen' as const, 'fehler' as const),
      meldungen: fc.array(meldung, { maxLength: 2 }),
      text,
      seiten: fc.option(small),
      daten,
    },
    { noNullPrototype: true },
  )
  .map((change): Bundle => paper(change as Partial<Bundle>))

test('what is written is read back, whatever was written before, and the file stays sound', (t) => {
  const path = temporaryPath(t)
  const store = openStore(path, KINDS)
  t.after(() => store.close())
  const run = store.beginRun({ lesart: '1' })
  const last = new Map<string, Bundle>()
  fc.assert(
    fc.property(bundles, (bundle) => {
      const outcome = store.write(bundle, run)
      const before = last.get(bundle.quelle)
      if (outcome === 'unveraendert') assert.deepEqual([bundle.sha256, bundle.lesart], [before?.sha256, before?.lesart])
      else last.set(bundle.quelle, bundle)
      for (const [quelle, expected] of last) assert.deepEqual(store.queries.paperByPath(quelle)?.bundle, expected)
      assert.equal(store.write(bundle, run), 'unveraendert')
    }),
    { numRuns: 150 },
  )
  const db = new Database(path, { readonly: true })
  assert.equal(db.pragma('integrity_check', { simple: true }), 'ok')
  assert.deepEqual(db.pragma('foreign_key_check'), [])
  db.close()
  const current = [...store.queries.papers()]
  assert.deepEqual(
    current.map(({ quelle }) => quelle),
    [...last.keys()].sort(),
  )
  for (const { quelle, sha256, dublette_von } of current) {
    const same = current.filter((other) => other.sha256 === sha256).map((other) => other.quelle)
    assert.ok(dublette_von === null ? same.includes(quelle) : same.includes(dublette_von) && dublette_von !== quelle)
  }
})

test('the order in which papers come does not change what is kept of each', (t) => {
  fc.assert(
    fc.property(fc.uniqueArray(bundles, { selector: ({ quelle }) => quelle, minLength: 2, maxLength: 3 }), (list) => {
      const [forward, backward] = [list, list.toReversed()].map((order) => {
        const store = openStore(temporaryPath(t), KINDS)
        const run = store.beginRun({ lesart: '1' })
        for (const bundle of order) store.write(bundle, run)
        const kept = [...store.queries.papers()].map(({ quelle }) => store.queries.paperByPath(quelle)?.bundle)
        store.close()
        return kept
      })
      assert.deepEqual(forward, backward)
      assert.equal(forward?.length, list.length)
    }),
    { numRuns: 10 },
  )
})
