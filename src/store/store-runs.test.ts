import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opened, START } from './opened.ts'
import { openStore } from './store.ts'
import { failedPaper, KINDS, paper, temporaryPath } from './testing.ts'

test('a run counts what it writes; one that was killed shows as broken off', (t) => {
  const { store, run } = opened(t)
  store.write(paper(), run)
  store.write(failedPaper({ quelle: 'kaputt.pdf', sha256: 'e'.repeat(64) }), run)
  store.write(paper({ sha256: 'f'.repeat(64), status: 'ok' }), run)
  store.write(paper({ sha256: 'f'.repeat(64), lesart: '2' }), run)
  const second = store.beginRun({ lesart: '2', aufruf: 'eingang', begonnen: START })
  store.endRun(second, { zustand: 'fertig', unveraendert: 2, beendet: '2031-05-01T08:01:00.000Z' })
  const none = { neu: 0, neue_fassungen: 0, neu_gelesen: 0, unveraendert: 0, ok: 0, pruefen: 0, fehler: 0 }
  const [killed, finished] = store.queries.runs()
  assert.deepEqual(killed, {
    id: 1,
    begonnen: START,
    beendet: null,
    zustand: 'abgebrochen',
    lesart: '1-abc',
    aufruf: null,
    ...none,
    neu: 2,
    neue_fassungen: 1,
    neu_gelesen: 1,
    ok: 1,
    pruefen: 2,
    fehler: 1,
  })
  assert.deepEqual(finished, {
    id: 2,
    begonnen: START,
    beendet: '2031-05-01T08:01:00.000Z',
    zustand: 'fertig',
    lesart: '2',
    aufruf: 'eingang',
    ...none,
    unveraendert: 2,
  })
  assert.deepEqual(store.queries.lastRun(), finished)
})

test('who is locked out is told who holds the lock', (t) => {
  const path = temporaryPath(t)
  const store = openStore(path, KINDS)
  assert.throws(() => openStore(path, KINDS), new RegExp(`Prozess ${process.pid} auf `))
  store.close()
  openStore(path, KINDS).close()
})

test('what is done together is done whole or not at all', (t) => {
  const store = openStore(temporaryPath(t), KINDS)
  t.after(() => store.close())
  const run = store.beginRun({ lesart: '1' })
  assert.throws(() =>
    store.together(() => {
      store.write(paper(), run)
      throw new Error('mit Absicht')
    }),
  )
  assert.equal(store.known(paper().quelle), undefined)
  assert.equal(
    store.together(() => store.write(paper(), run)),
    'neu',
  )
})
