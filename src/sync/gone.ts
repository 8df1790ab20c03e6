/**
 * What a source no longer names is marked as gone, with the date, and kept.
 *
 * When suddenly much is missing, the source is more likely to be broken than emptied (a drive not mounted, a server
 * that lost its index): then nothing is marked, and someone has to look.
 */
import type { SourceConfig } from './config.ts'
import type { Counts } from './counts.ts'
import type { SyncContext } from './run.ts'
import { stateOf } from './state.ts'

/** So few may go at once, whatever the share. */
const FEW = 5
const BATCH = 500

/** Mark every present paper that was not seen. Returns why it was not done, if it was not. */
export function markGone(
  source: SourceConfig,
  { store, config, allowShrink, begun, tell }: SyncContext,
  seen: ReadonlySet<string>,
  counts: Counts,
): string | undefined {
  const state = stateOf(store.db, source.id)
  const present = state.present()
  const gone = present.filter(({ key }) => !seen.has(key))
  const share = present.length === 0 ? 0 : (100 * gone.length) / present.length
  if (!allowShrink && gone.length > FEW && share > config.abgleich.schwundProzent) {
    return `Es fehlen auf einmal ${gone.length} von ${present.length} Vorlagen; nichts wurde als entfallen vermerkt. Wenn das stimmt: vorlagen sync --schwund-erlauben.`
  }
  for (let at = 0; at < gone.length; at += BATCH) {
    store.together(() => {
      for (const { key } of gone.slice(at, at + BATCH)) {
        if (state.withdraw(key, begun.slice(0, 10))) counts.entfallen++
      }
    })
  }
  for (const { key } of gone) tell({ ereignis: 'entfallen', stufe: 'info', quelle: source.id, vorlage: key })
  return undefined
}
