/**
 * One source, once: take its items, read what is new or changed, and keep what became of each in one transaction.
 *
 * A paper at which a worker dies or hangs is read once more, alone, after all others; if that fails too it goes into
 * quarantine. When the signal comes, the papers in hand are still finished.
 * Messages: `leser-abgebrochen`, `zeit-ueberschritten`, `nicht-gespeichert`.
 */
import PQueue from 'p-queue'
import { type Desk, deskHere } from '../batch/desk.ts'
import { Pool } from '../batch/pool.ts'
import type { SourceConfig } from './config.ts'
import type { Counts, SourceResult } from './counts.ts'
import { markGone } from './gone.ts'
import { SourceFailed, type SyncItem, type Walk } from './item.ts'
import { type Desks, type Keeper, keeperOf, type Taken } from './keep.ts'
import { compareWitnesses } from './oparl/compare.ts'
import type { SyncContext } from './run.ts'

/** So many items seen, and what was counted is written down. */
const NOTED = 256

/** `counts` is counted up, so that it holds what was done also where this throws. */
export async function syncSource(
  walk: Walk,
  source: SourceConfig,
  context: SyncContext,
  counts: Counts,
): Promise<SourceResult> {
  const keeper = keeperOf(source, context, counts)
  const seen = new Set<string>()
  const gaps: string[] = []
  const again: SyncItem[] = []
  const desks = desksOf(source, context)
  let failed = false
  try {
    await takeAll(walk, context, desks, keeper, counts, seen, again).catch((error: unknown) => {
      if (!(error instanceof SourceFailed)) throw error
      failed = true
      gaps.push(error.message)
    })
    await desks.close()
    for (const item of again) {
      if (context.signal.aborted) break
      await readAlone(item, source, context, keeper)
    }
  } finally {
    await desks.close()
    walk.close?.()
  }
  if (source.art === 'oparl') counts.abweichungen = compareWitnesses(context.store, source.id)
  const aborted = context.signal.aborted
  const end = walk.end()
  gaps.push(...end.luecken)
  counts.entfallen += end.entfallen ?? 0
  const whole = !failed && !aborted && end.luecken.length === 0
  if (whole && end.alles) {
    const refused = markGone(source, context, seen, counts)
    if (refused) gaps.push(refused)
  }
  const troubled = counts.fehler + counts.fehlt + counts.quarantaene > 0
  const zustand = aborted
    ? 'abgebrochen'
    : failed && counts.gesehen === 0
      ? 'gescheitert'
      : gaps.length > 0 || troubled
        ? 'teils'
        : 'vollstaendig'
  const cursor = whole && end.zeiger !== undefined ? { zeiger: end.zeiger } : {}
  return { zustand, counts, gaps, ...cursor, voll: whole && end.alles && gaps.length === 0 }
}

/** Feed items to the readers; returns when all that was taken is kept. Throws what the source or the database throws. */
async function takeAll(
  walk: Walk,
  context: SyncContext,
  desks: Desks,
  keeper: Keeper,
  counts: Counts,
  seen: Set<string>,
  again: SyncItem[],
): Promise<void> {
  const queue = new PQueue({ concurrency: desks.size + 2 })
  let failure: { readonly error: unknown } | undefined
  const one = async (item: SyncItem): Promise<void> => {
    if (failure) return
    try {
      const taken: Taken = await keeper.take(item, desks.desk)
      if (taken === 'allein') again.push(item)
    } catch (error) {
      failure ??= { error }
    }
  }
  let broken: { readonly error: unknown } | undefined
  try {
    for await (const item of walk.items(context.signal)) {
      if (context.signal.aborted || failure) break
      if (seen.has(item.key)) continue
      seen.add(item.key)
      counts.gesehen++
      // What is unchanged writes nothing of its own.
      if (counts.gesehen % NOTED === 0) context.store.together(() => context.progress(counts))
      if (keeper.isSettled(item)) continue
      await queue.onSizeLessThan(1)
      if (context.signal.aborted) break
      queue.add(() => one(item))
    }
  } catch (error) {
    broken = { error }
  }
  await queue.onIdle()
  if (failure) throw failure.error
  if (broken) throw broken.error
}

/** Nothing else runs meanwhile: what failed for want of memory or time has all there is. */
async function readAlone(item: SyncItem, source: SourceConfig, context: SyncContext, keeper: Keeper): Promise<void> {
  const desks = desksOf(source, { ...context, workers: Math.min(context.workers, 1) })
  try {
    await keeper.take(item, desks.desk, true)
  } finally {
    await desks.close()
  }
}

function desksOf({ kommune, profil }: SourceConfig, { config, composition, extractors, workers }: SyncContext): Desks {
  const { seiten, megabyte, sekunden, speicherMegabyte, ocr } = config.lesen
  const options = {
    composition,
    limits: { pages: seiten, megabytes: megabyte, seconds: sekunden, ocr },
    heapMegabytes: speicherMegabyte,
    steady: true,
    kommune,
    ...(profil ? { profil } : {}),
  }
  const desk: Desk = workers > 0 ? new Pool(options, workers) : deskHere({ ...options, extractors })
  let closed: Promise<void> | undefined
  return {
    desk,
    size: Math.max(1, workers),
    close() {
      closed ??= desk.close()
      return closed
    },
  }
}
