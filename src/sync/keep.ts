/**
 * One paper of a source: whether it needs anything, and what is kept of it.
 *
 * Paper, state, mark and count are written in one transaction: a run that is killed leaves each paper either untouched
 * or done, and counted.
 */
import type { Desk } from '../batch/desk.ts'
import { failedBundle } from '../batch/failed.ts'
import type { Bundle } from '../bundle.ts'
import type { Message } from '../document.ts'
import { mediaTypeOf } from '../readers/index.ts'
import { type Outcome, StoreError } from '../store/store.ts'
import type { SourceConfig } from './config.ts'
import type { Counts } from './counts.ts'
import type { Fetched, SyncItem } from './item.ts'
import { moverOf } from './moved.ts'
import type { SyncContext } from './run.ts'
import { isDue, nextAttempt, type PaperState, stateOf } from './state.ts'
import { vaultAt } from './vault.ts'

export type Taken = 'fertig' | 'allein'

export interface Desks {
  readonly desk: Desk
  readonly size: number
  close(): Promise<void>
}

export interface Keeper {
  /** Nothing is to be done, and that was counted. */
  isSettled(item: SyncItem): boolean
  /** Fetch, read and keep. `allein`: its reader died or hung, it should be read alone later. */
  take(item: SyncItem, desk: Desk, alone?: boolean): Promise<Taken>
}

const HEAD = 4096
const LOST = new Set(['leser-abgebrochen', 'zeit-ueberschritten'])

type Mark = { readonly mark: string | undefined; readonly mangel?: string }
type Content = Exclude<Fetched, { kind: 'fehlt' | 'gleich' }>

export function keeperOf(source: SourceConfig, context: SyncContext, counts: Counts): Keeper {
  const { store, lesart, lauf, tell, signal, progress } = context
  const state = stateOf(store.db, source.id)
  const { ocr } = context.config.lesen
  const vorgabe = JSON.stringify([source.kommune.name, source.kommune.ags, source.profil ?? null, ocr])
  const vault = vaultAt(context.config.pfade.quarantaene)
  const mover = moverOf(source, context, counts)

  const isCurrent = (kept: PaperState | undefined): boolean =>
    (kept?.zustand === 'gelesen' || kept?.zustand === 'fehlt') && kept.lesart === lesart && kept.vorgabe === vorgabe
  const isResting = (kept: PaperState | undefined): boolean =>
    kept?.zustand === 'quarantaene' && kept.lesart === lesart && !isDue(kept.erneut_am, context.now())

  const rest = (item: SyncItem, kept: PaperState, mark: string | undefined): void => {
    const returned = kept.entfallen_am !== null || kept.zustand === 'fehlt'
    const zustand = kept.zustand === 'fehlt' ? 'gelesen' : kept.zustand
    if (zustand === 'gelesen') counts.unveraendert++
    if (returned || state.mark(item.key) !== mark) {
      store.together(() => {
        if (returned) {
          const attempts = zustand === 'gelesen' ? { grund: null, versuche: 0, erneut_am: null } : {}
          state.put(item.key, { ...kept, ...attempts, zustand, entfallen_am: null })
        }
        state.putMark(item.key, mark)
        progress(counts)
      })
    }
  }

  const bar = (item: SyncItem, grund: string, kept: PaperState | undefined): void => {
    counts.gesperrt++
    if (kept?.zustand === 'gesperrt' && kept.entfallen_am === null) return
    store.together(() => {
      state.put(item.key, { ...blank(item), zustand: 'gesperrt', grund })
      progress(counts)
    })
    tell({ ereignis: 'gesperrt', stufe: 'info', quelle: source.id, vorlage: item.key, grund })
  }

  const miss = (
    item: SyncItem,
    { grund, endgueltig }: Fetched & { kind: 'fehlt' },
    kept: PaperState | undefined,
  ): void => {
    counts.fehlt++
    const versuche = (kept?.versuche ?? 0) + 1
    const now = context.now()
    const erneut_am = endgueltig ? nextAttempt(versuche, context.config.abgleich.erneutTage, now) : now.toISOString()
    store.together(() => {
      // What was read before stays what is known of the paper.
      const before = isCurrent(kept) && kept ? kept : { ...blank(item), sha256: kept?.sha256 ?? null }
      state.put(item.key, { ...before, zustand: 'fehlt', grund, versuche, erneut_am, entfallen_am: null })
      state.putMark(item.key, undefined)
      progress(counts)
    })
    tell({ ereignis: 'fehlt', stufe: 'warnung', quelle: source.id, vorlage: item.key, grund })
  }

  const keep = (item: SyncItem, bundle: Bundle, { mark, mangel }: Mark, kept: PaperState | undefined): void => {
    const done = store.together((): { outcome: Outcome } | { refused: string } => {
      try {
        const erneut = kept !== undefined && (kept.vorgabe !== vorgabe || kept.lesart === null)
        const outcome = store.write(bundle, lauf, { erneut })
        state.put(item.key, {
          ...blank(item),
          zustand: 'gelesen',
          grund: mangel ?? null,
          sha256: bundle.sha256,
          lesart,
          vorgabe,
        })
        state.putMark(item.key, mark)
        counts[COUNT_OF[outcome]]++
        if (bundle.status === 'fehler') counts.fehler++
        progress(counts)
        return { outcome }
      } catch (error) {
        if (!(error instanceof StoreError) || error.code !== 'passt-nicht') throw error
        quarantineRow(item, bundle.sha256, error.message, kept)
        return { refused: error.message }
      }
    })
    if ('refused' in done) {
      tell({ ereignis: 'quarantaene', stufe: 'fehler', quelle: source.id, vorlage: item.key, grund: done.refused })
      return
    }
    if (kept?.zustand === 'quarantaene' && kept.sha256) vault.remove(kept.sha256)
    const { status } = bundle
    const grund = bundle.meldungen.find(({ stufe }) => stufe === 'fehler')?.code
    tell({
      ereignis: 'vorlage',
      stufe: status === 'fehler' ? 'warnung' : 'info',
      quelle: source.id,
      vorlage: item.key,
      geschehen: done.outcome,
      status,
      ...(grund ? { grund } : {}),
    })
  }

  const quarantineRow = (item: SyncItem, sha256: string, grund: string, kept: PaperState | undefined): void => {
    const versuche = (kept?.zustand === 'quarantaene' && kept.lesart === lesart ? kept.versuche : 0) + 1
    const erneut_am = nextAttempt(versuche, context.config.abgleich.erneutTage, context.now())
    const row = { ...blank(item), zustand: 'quarantaene', sha256, lesart, vorgabe, grund, versuche, erneut_am } as const
    state.put(item.key, row)
    state.putMark(item.key, undefined)
    counts.quarantaene++
    progress(counts)
  }

  const quarantine = (
    item: SyncItem,
    bundle: Bundle,
    problem: Message,
    bytes: Uint8Array,
    kept: PaperState | undefined,
  ) => {
    let original: string | null = null
    try {
      original = vault.put(bundle.sha256, bytes)
    } catch (error) {
      tell({ ereignis: 'befund', stufe: 'warnung', quelle: source.id, grund: `Quarantäne: ${String(error)}` })
    }
    store.together(() => {
      store.write(bundle, lauf)
      quarantineRow(item, bundle.sha256, problem.text, kept)
    })
    const { text: grund } = problem
    tell({ ereignis: 'quarantaene', stufe: 'fehler', quelle: source.id, vorlage: item.key, grund, original })
  }

  const read = async (item: SyncItem, content: Content, kept: PaperState | undefined, desk: Desk, alone: boolean) => {
    const { sha256, mark } = content
    if (content.kind === 'zu-gross') {
      const from = { path: item.path, sha256, bytes: content.size, mediaType: 'application/octet-stream' } as const
      keep(item, failedBundle(from, content.problem, context.extractors), { mark }, kept)
      return 'fertig'
    }
    // The bytes move to the worker and may die with it.
    const copy = alone ? content.bytes.slice() : content.bytes.slice(0, HEAD)
    const size = content.bytes.length
    const answer = await desk.read(item.path, content.bytes)
    if ('bundle' in answer) {
      keep(item, answer.bundle, content, kept)
      return 'fertig'
    }
    const { problem } = answer
    if (!alone && LOST.has(problem.code)) return 'allein'
    const { mediaType } = await mediaTypeOf(copy, item.path)
    const from = { path: item.path, sha256, bytes: size, mediaType }
    quarantine(item, failedBundle(from, problem, context.extractors), problem, copy, kept)
    return 'fertig'
  }

  return {
    isSettled(item) {
      const barred = state.tombstone(item.path)
      let kept = state.get(item.key)
      if (barred !== undefined) {
        bar(item, barred, kept)
        return true
      }
      if (kept && kept.pfad !== item.path && kept.zustand !== 'gesperrt') kept = mover.relocate(item, kept)
      if (kept?.zustand === 'fehlt' && !item.changed && !isDue(kept.erneut_am, context.now())) return true
      const mark = state.mark(item.key)
      if (!kept || mark === undefined || !item.isUnchanged(mark)) return false
      if (kept.zustand === 'gesperrt') return state.tombstone(item.path, kept.sha256 ?? '') !== undefined
      if (!isCurrent(kept) && !isResting(kept)) return false
      rest(item, kept, mark)
      return true
    },
    async take(item, desk, alone = false) {
      let kept = state.get(item.key)
      let needed = alone || !(isCurrent(kept) || isResting(kept))
      const sha256 = kept?.sha256 ?? undefined
      const found = await item.fetch({ sha256, mark: state.mark(item.key), needed }, signal)
      if (found.kind === 'fehlt') {
        if (!signal.aborted) miss(item, found, kept)
        return 'fertig'
      }
      if (found.kind === 'gleich') {
        if (kept) rest(item, kept, found.mark)
        return 'fertig'
      }
      const barred = state.tombstone(item.path, found.sha256)
      if (barred !== undefined) {
        bar(item, barred, kept)
        return 'fertig'
      }
      if (!kept) {
        kept = mover.follow(item, found.sha256)
        needed = alone || !(isCurrent(kept) || isResting(kept))
      }
      if (!needed && kept && found.sha256 === kept.sha256) {
        rest(item, kept, found.mark)
        return 'fertig'
      }
      return await read(item, found, kept, desk, alone)
    },
  }
}

const COUNT_OF = {
  neu: 'neu',
  version: 'geaendert',
  'neu-gelesen': 'neu_gelesen',
  unveraendert: 'unveraendert',
} as const satisfies Record<Outcome, keyof Counts>

function blank({ path }: SyncItem): Omit<PaperState, 'zustand'> {
  const nothing = { sha256: null, lesart: null, vorgabe: null, grund: null, erneut_am: null, entfallen_am: null }
  return { pfad: path, versuche: 0, ...nothing }
}
