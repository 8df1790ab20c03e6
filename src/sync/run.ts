/**
 * One unattended run: every source in turn, each with a record of its own, whatever became of the one before.
 */
import type { Extractor } from '../extractor.ts'
import { type Store, StoreError } from '../store/store.ts'
import { lesartOf } from '../validation.ts'
import type { Config, SourceConfig } from './config.ts'
import { addCounts, type Counts, countsOf, type SourceResult } from './counts.ts'
import type { Walk } from './item.ts'
import type { Tell } from './log.ts'
import { recordsOf, type SourceKept } from './run-records.ts'
import { syncSource } from './source-run.ts'
import { ensureTables } from './tables.ts'
import { walkOf } from './walk.ts'

export interface SyncOptions {
  readonly config: Config
  readonly extractors: readonly Extractor[]
  /** Address of the module that exports them, for workers. */
  readonly composition: string
  /** Worker threads; 0 reads in the caller's thread. */
  readonly workers: number
  readonly signal: AbortSignal
  readonly tell: Tell
  readonly env: NodeJS.ProcessEnv
  readonly now?: () => Date
  /** Only these sources. */
  readonly only?: readonly string[]
  /** Compare everything, whatever the schedule says. */
  readonly full?: boolean
  readonly allowShrink?: boolean
  /** For tests: another way through a source. */
  readonly walk?: (source: SourceConfig, context: SyncContext) => Walk
}

/** What a source needs to know of the run. */
export interface SyncContext extends Omit<SyncOptions, 'now' | 'full' | 'walk' | 'only'> {
  readonly store: Store
  readonly lauf: number
  readonly lesart: string
  readonly now: () => Date
  readonly begun: string
  readonly full: boolean
  /** Someone asked for it: answers kept from earlier runs are not believed either. */
  readonly fresh: boolean
  readonly kept: SourceKept
  /** Write down what was counted so far; to be called in the transaction that did it. */
  readonly progress: (counts: Counts) => void
}

export interface SyncResult {
  readonly lauf: number
  readonly zustand: 'vollstaendig' | 'teils' | 'gescheitert' | 'abgebrochen'
  readonly begonnen: string
  readonly beendet: string
  readonly counts: Counts
  readonly quellen: ReadonlyMap<string, SourceResult>
}

/** Run. Throws `StoreError` when the database refuses; everything else becomes part of the result. */
export async function runSync(store: Store, options: SyncOptions): Promise<SyncResult> {
  const now = options.now ?? (() => new Date())
  const { config, signal, tell } = options
  const begun = now().toISOString()
  const lesart = lesartOf(options.extractors)
  store.together((db) => ensureTables(db, config.datenbank))
  const records = recordsOf(store)
  const lauf = store.beginRun({ lesart, aufruf: 'sync', begonnen: begun })
  records.abandon()
  tell({ ereignis: 'lauf-beginn', stufe: 'info', lauf, lesart })
  const results = new Map<string, SourceResult>()
  const total = countsOf()
  for (const source of config.quellen) {
    const wanted = source.aktiv && (!options.only?.length || options.only.includes(source.id))
    if (!wanted || signal.aborted) continue
    const kept = records.open(source)
    const full = options.full === true || isFullDue(kept, config, now())
    const progress = (counts: Counts): void => records.progress(lauf, source.id, counts)
    const context = { ...options, store, lauf, lesart, now, begun, full, fresh: options.full === true, kept, progress }
    const result = await one(source, context, records)
    results.set(source.id, result)
    addCounts(total, result.counts)
  }
  const zustand = verdict([...results.values()], signal.aborted)
  const beendet = now().toISOString()
  const ended = zustand === 'abgebrochen' ? 'abgebrochen' : 'fertig'
  store.endRun(lauf, { zustand: ended, unveraendert: total.unveraendert, beendet })
  tell({ ereignis: 'lauf-ende', stufe: zustand === 'vollstaendig' ? 'info' : 'warnung', lauf, zustand, ...total })
  return { lauf, zustand, begonnen: begun, beendet, counts: total, quellen: results }
}

async function one(
  source: SourceConfig,
  context: SyncContext & Pick<SyncOptions, 'walk'>,
  records: ReturnType<typeof recordsOf>,
): Promise<SourceResult> {
  const { tell, lauf, now } = context
  tell({ ereignis: 'quelle-beginn', stufe: 'info', quelle: source.id, art: source.art, alles: context.full })
  records.begin(lauf, source.id, now().toISOString())
  const result = await attempt(source, context)
  records.end(lauf, source.id, result, now().toISOString(), context.begun)
  for (const grund of result.gaps) tell({ ereignis: 'befund', stufe: 'warnung', quelle: source.id, grund })
  const { zustand, counts } = result
  tell({
    ereignis: 'quelle-ende',
    stufe: zustand === 'vollstaendig' ? 'info' : 'warnung',
    quelle: source.id,
    zustand,
    ...counts,
  })
  return result
}

/** A fault of the program in one source must not cost the others their night. What the database refuses does. */
async function attempt(source: SourceConfig, context: SyncContext & Pick<SyncOptions, 'walk'>): Promise<SourceResult> {
  const counts = countsOf()
  try {
    return await syncSource((context.walk ?? walkOf)(source, context), source, context, counts)
  } catch (error) {
    if (error instanceof StoreError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    return { zustand: 'gescheitert', counts, gaps: [`Fehler des Programms: ${reason}`], voll: false }
  }
}

/** Also when the last full comparison seems to lie ahead: then a clock was wrong, and nobody knows how old it is. */
function isFullDue({ voll_am }: SourceKept, { abgleich }: Config, now: Date): boolean {
  const age = now.getTime() - Date.parse(voll_am ?? '')
  return !(age >= 0 && age < abgleich.vollTage * 86_400_000)
}

function verdict(results: readonly SourceResult[], aborted: boolean): SyncResult['zustand'] {
  if (aborted) return 'abgebrochen'
  if (results.length > 0 && results.every(({ zustand }) => zustand === 'gescheitert')) return 'gescheitert'
  return results.every(({ zustand }) => zustand === 'vollstaendig') ? 'vollstaendig' : 'teils'
}
