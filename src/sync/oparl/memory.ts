/**
 * Pages of lists as they came last, with what the server wants to be asked with: what it says has not changed is not
 * sent again. The table may be emptied at any time.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { PageMemory } from '../../sources/oparl/client.ts'
import type { Store } from '../../store/store.ts'

export interface KeptPages extends PageMemory {
  /** Drop what was not asked for. */
  forget(): void
}

interface Row {
  readonly adresse: string
  readonly etag: string | null
  readonly zuletzt_geaendert: string | null
  readonly inhalt: Uint8Array
}

/** `fresh`: believe nothing that is kept, only keep what comes. */
export function keptPages(store: Store, source: string, fresh: boolean): KeptPages {
  const { db } = store
  const get = db.prepare<[string, string], Row>('SELECT * FROM oparl_antwort WHERE quelle = ? AND adresse = ?')
  const put = db.prepare(`INSERT INTO oparl_antwort (quelle, adresse, etag, zuletzt_geaendert, inhalt)
    VALUES (@source, @url, @etag, @lastModified, @inhalt) ON CONFLICT DO UPDATE
    SET etag = @etag, zuletzt_geaendert = @lastModified, inhalt = @inhalt`)
  const all = db.prepare<[string], string>('SELECT adresse FROM oparl_antwort WHERE quelle = ?').pluck()
  const drop = db.prepare('DELETE FROM oparl_antwort WHERE quelle = ? AND adresse = ?')
  const asked = new Set<string>()
  return {
    get(url) {
      asked.add(url)
      const row = fresh ? undefined : get.get(source, url)
      if (!row) return undefined
      const { etag, zuletzt_geaendert: lastModified } = row
      const validators = { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) }
      return { ...validators, body: new Uint8Array(inflateRawSync(row.inhalt)) }
    },
    put(url, { etag = null, lastModified = null, body }) {
      // Each run asks for another day: kept for nothing.
      if (/[?&](?:modified|created)_since=/.test(url)) return
      if (etag === null && lastModified === null) store.together(() => drop.run(source, url))
      else store.together(() => put.run({ source, url, etag, lastModified, inhalt: deflateRawSync(body) }))
    },
    forget() {
      store.together(() => {
        for (const url of all.all(source)) if (!asked.has(url)) drop.run(source, url)
      })
    },
  }
}
