/**
 * For the tests of the store: one that is open, with a run and a second connection that only looks.
 */
import type { TestContext } from 'node:test'
import Database from 'better-sqlite3'
import { openStore, type Store } from './store.ts'
import { KINDS, temporaryPath } from './testing.ts'

/** When the runs of the tests begin. */
export const START = '2031-05-01T08:00:00.000Z'

/** Opens a store that is closed when the test ends. */
export function opened(t: TestContext): { store: Store; run: number; path: string; sql: (query: string) => unknown[] } {
  const path = temporaryPath(t)
  const store = openStore(path, KINDS)
  const reader = new Database(path, { readonly: true })
  t.after(() => {
    reader.close()
    store.close()
  })
  const run = store.beginRun({ lesart: '1-abc', begonnen: START })
  return { store, run, path, sql: (query) => reader.prepare(query).all() }
}
