/**
 * A file that was given another name or place is the same paper: its versions, records and proofs stay what they are,
 * only the path changes, and nothing is read again.
 *
 * Identity is the source and the content. A file the source has not named before, with the content of a paper whose own
 * file it names no more, is that paper; where both are there, it is a copy. A file that was changed on its way is new.
 */
import { basename, extname } from 'node:path/posix'
import type { SourceConfig } from './config.ts'
import type { Counts } from './counts.ts'
import type { SyncItem } from './item.ts'
import type { SyncContext } from './run.ts'
import { type PaperState, stateOf } from './state.ts'

export interface Mover {
  /** What is known of the paper that now lies at `item`; undefined: nothing, it is new. */
  follow(item: SyncItem, sha256: string): PaperState | undefined
  /** The whole source lies elsewhere: the same key, another path. */
  relocate(item: SyncItem, kept: PaperState): PaperState
}

export function moverOf(source: SourceConfig, { store, tell, progress }: SyncContext, counts: Counts): Mover {
  const state = stateOf(store.db, source.id)
  const rename = store.db.prepare('UPDATE quelle SET pfad = ? WHERE pfad = ?')

  const move = (from: string, item: SyncItem, kept: PaperState): PaperState => {
    // Where nothing in a file says what it is, its ending does.
    const lesart = extname(from) === extname(item.key) ? kept.lesart : null
    const moved = { ...kept, lesart, pfad: item.path }
    store.together(() => {
      state.move(from, item.key)
      state.put(item.key, moved)
      // Imported by hand under the new path already: that one stays, and so does what was read under the old.
      if (!store.known(item.path)) rename.run(item.path, kept.pfad)
      counts.verschoben++
      progress(counts)
    })
    tell({ ereignis: 'verschoben', stufe: 'info', quelle: source.id, vorlage: item.key, von: kept.pfad })
    return moved
  }

  return {
    follow(item, sha256) {
      const { isNamed } = item
      if (!isNamed || sha256 === '' || store.known(item.path)) return undefined
      const left = state.withContent(sha256).filter(({ key }) => !isNamed(key))
      const found = left.find(({ key }) => basename(key) === basename(item.key)) ?? left[0]
      return found && move(found.key, item, found)
    },
    relocate: (item, kept) => move(item.key, item, kept),
  }
}
