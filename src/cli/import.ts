/**
 * `vorlagen import`: read papers and write them into the database, one transaction each.
 *
 * Results are reported in order of input, however many workers read. Every paper that was reported is in the database.
 */
import { inOrder } from '../batch/order.ts'
import { type Outcome as Read, readBatch } from '../batch.ts'
import { recordsOf } from '../bundle.ts'
import { message } from '../messages.ts'
import { listFiles } from '../sources/files.ts'
import { type Store, StoreError } from '../store/store.ts'
import { lesartOf } from '../validation.ts'
import { type Arguments, kommuneFrom } from './args.ts'
import { DEFAULT_DATABASE } from './commands.ts'
import { COMPOSITION, extractors } from './composition.ts'
import { openDatabase, orCliError } from './database.ts'
import { CliError, codeOf, EXIT, type ExitCode } from './exit.ts'
import { humanReport } from './import-human.ts'
import { jsonReport } from './import-json.ts'
import { limitsFrom } from './limits.ts'
import { sayOcrCost } from './ocr-cost.ts'
import { failedResult, type PaperResult, resultOf } from './paper-result.ts'
import { nameOfProfile, profileFrom } from './profile-option.ts'
import { interruptible } from './signals.ts'
import type { Terminal } from './terminal.ts'
import { addTo, emptyTotals, type Totals } from './totals.ts'
import { workersFrom } from './workers.ts'

/** Who tells what an import does. */
export interface Report {
  begin(run: { readonly datenbank: string; readonly lauf: number; readonly dateien: number }): void
  /** Called as soon as a paper is done, in any order. */
  progress(done: number, path: string): void
  /** Called in order of input. */
  paper(result: PaperResult): void
  end(totals: Totals, code: ExitCode, skipped: ReadonlyMap<string, number>): void
}

/** What whoever brings the papers says of them. */
interface Given {
  readonly kommune: ReturnType<typeof kommuneFrom>
  readonly profil: ReturnType<typeof profileFrom>
}

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const kommune = kommuneFrom(args)
  const workers = workersFrom(args)
  const limits = limitsFrom(args)
  const profil = profileFrom(args)
  const again = args.flag('neu-lesen')
  const { files, skipped } = listFiles(args.operands)
  const report = (args.flag('json') ? jsonReport : humanReport)(terminal, args.flag('quiet'), files.length)
  const datenbank = args.value('db') ?? DEFAULT_DATABASE
  const lesart = lesartOf(extractors)
  const totals = emptyTotals()
  if (files.length === 0) {
    report.end(totals, EXIT.nichts, skipped)
    return EXIT.nichts
  }
  if (!args.flag('quiet')) await sayOcrCost(files, limits, Math.min(workers, files.length), terminal)
  const store = openDatabase(datenbank, extractors)
  try {
    const lauf = orCliError(() => store.beginRun({ lesart, aufruf: args.operands.join(' ') }))
    report.begin({ datenbank, lauf, dateien: files.length })
    const tell = inOrder<PaperResult>((result) => report.paper(result))
    const ended = await interruptible((signal) => {
      const options = {
        extractors,
        composition: COMPOSITION,
        limits,
        workers: Math.min(workers, files.length),
        signal,
        ...(kommune ? { kommune } : {}),
        ...(profil ? { profil } : {}),
      }
      const isKnown = (path: string, sha256: string): boolean =>
        !again && orCliError(() => isRead(store, path, sha256, lesart, { kommune, profil }))
      return readBatch(files, { ...options, isKnown }, (read) => {
        const result = orCliError(() => keep(store, lauf, read, again, { kommune, profil }))
        addTo(totals, result)
        report.progress(totals.vorlagen, read.path)
        tell.add(read.at, result)
      }).catch(cliErrorOf)
    })
    tell.flush()
    if (ended instanceof CliError) terminal.say(ended.message)
    const code = ended instanceof CliError ? ended.code : ended ? codeOf(totals) : EXIT.abgebrochen
    const zustand = ended === true ? 'fertig' : 'abgebrochen'
    report.end(totals, code, skipped)
    orCliError(() => store.endRun(lauf, { zustand, unveraendert: totals.geschehen.unveraendert }))
    return code
  } finally {
    store.close()
  }
}

function cliErrorOf(error: unknown): CliError {
  if (error instanceof CliError) return error
  throw error
}

/** Nothing to read: the same bytes, read in the same way, by the same profile, for the same municipality, and not in vain. */
function isRead(store: Store, path: string, sha256: string, lesart: string, given: Given): boolean {
  const known = store.known(path)
  if (known?.sha256 !== sha256 || known.lesart !== lesart || known.status === 'fehler') return false
  if (!given.kommune && !given.profil) return true
  const { kommune, profil } = keptOf(store, path)
  const { name = null, ags = null } = given.kommune ?? {}
  if (given.profil && nameOfProfile(given.profil) !== profil) return false
  return (name === null || name === kommune.name) && (ags === null || ags === kommune.ags)
}

function keep(store: Store, lauf: number, read: Read, again: boolean, given: Given): PaperResult {
  if (read.kind === 'unlesbar') return failedResult(read.path, read.problem)
  if (read.kind === 'unveraendert') {
    const kept = store.queries.paperByPath(read.path)
    if (!kept) throw new Error(`${read.path}: eben noch bekannt, nun nicht mehr`)
    return resultOf(kept.bundle, 'unveraendert')
  }
  const { bundle } = read
  try {
    // Bytes and reading may be the same, and municipality or profile, said from outside, another.
    const [now] = recordsOf(bundle, 'kommune')
    const kept = given.kommune || given.profil ? keptOf(store, bundle.quelle) : undefined
    const moved =
      kept !== undefined &&
      ((now?.name ?? null) !== kept.kommune.name ||
        (now?.ags ?? null) !== kept.kommune.ags ||
        bundle.profil !== kept.profil)
    return resultOf(bundle, store.write(bundle, lauf, { erneut: again || moved }))
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'passt-nicht') throw error
    return failedResult(bundle.quelle, message('nicht-gespeichert', 'speicher', error.message))
  }
}

function keptOf(store: Store, path: string) {
  const kept = store.queries.paperByPath(path)
  const [kommune] = kept ? recordsOf(kept.bundle, 'kommune') : []
  return {
    kommune: { name: kommune?.name ?? null, ags: kommune?.ags ?? null },
    profil: kept?.bundle.profil ?? null,
  }
}
