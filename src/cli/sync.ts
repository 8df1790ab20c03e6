/**
 * `vorlagen sync`: compare all sources with what is kept, unattended.
 *
 * Ends with 0: complete; 3: with gaps (see `vorlagen status`); 4: no source could be compared; 5: another run holds the
 * lock; 8: the database cannot be written; 130: asked to end, everything finished is kept.
 */
import { availableParallelism } from 'node:os'
import { MESSAGES } from '../messages.ts'
import type { Config } from '../sync/config.ts'
import { fileLog, type SyncEvent, type Tell, tellAll } from '../sync/log.ts'
import { publish } from '../sync/publish.ts'
import { told, verdictOf } from '../sync/report.ts'
import { runSync, type SyncResult } from '../sync/run.ts'
import type { Arguments } from './args.ts'
import { COMPOSITION, extractors } from './composition.ts'
import { configOf } from './configured.ts'
import { openDatabase, orCliErrorAsync } from './database.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import { interruptible } from './signals.ts'
import { oneLine, type Terminal } from './terminal.ts'

const CODES: Readonly<Record<SyncResult['zustand'], ExitCode>> = {
  vollstaendig: EXIT.gut,
  teils: EXIT.teils,
  gescheitert: EXIT.nichts,
  abgebrochen: EXIT.abgebrochen,
}

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const config = configOf(args)
  assertKnown(config, args.operands)
  const say = (sentence: string): void => terminal.say(sentence)
  const { protokoll } = config.pfade
  const tell = tellAll([
    ...(protokoll ? [fileLog(protokoll, () => new Date(), say)] : []),
    args.flag('json') ? jsonTeller(terminal, args.flag('quiet')) : humanTeller(terminal, args.flag('quiet')),
  ])
  const store = openDatabase(config.datenbank, extractors)
  try {
    const result = await orCliErrorAsync(() =>
      interruptible((signal) =>
        runSync(store, {
          config,
          extractors,
          composition: COMPOSITION,
          workers: config.lesen.gleichzeitig ?? availableParallelism(),
          signal,
          tell,
          env: process.env,
          only: args.operands,
          full: args.flag('voll'),
          allowShrink: args.flag('schwund-erlauben'),
        }),
      ),
    )
    publish(store, config, result, say)
    return CODES[result.zustand]
  } finally {
    store.close()
  }
}

function assertKnown({ quellen }: Config, wanted: readonly string[]): void {
  const unknown = wanted.find((id) => !quellen.some((source) => source.id === id))
  if (unknown === undefined) return
  const names = quellen.map(({ id }) => id).join(', ')
  throw new CliError(EXIT.aufruf, `Die Quelle „${unknown}“ gibt es nicht; es gibt ${names}.`)
}

function jsonTeller(terminal: Terminal, quiet: boolean): Tell {
  return (event) => {
    if (!quiet || event.stufe !== 'info') terminal.data(JSON.stringify(event))
  }
}

function humanTeller(terminal: Terminal, quiet: boolean): Tell {
  return (event) => {
    if (event.stufe !== 'info') terminal.say(oneLine(sentenceOf(event)))
    if (!quiet && event.ereignis === 'quelle-ende') for (const line of summary(event)) terminal.data(line)
  }
}

function sentenceOf({ ereignis, quelle, vorlage, grund, zustand }: SyncEvent): string {
  if (ereignis === 'lauf-ende') return `Abgleich ${verdictOf(zustand)}; mehr dazu: vorlagen status`
  const what = ereignis === 'quelle-ende' ? verdictOf(zustand) : reasonOf(grund)
  return [quelle ?? '', vorlage ?? '', what].filter(Boolean).join(': ')
}

/** The sentence of a message of which the event tells the code; any other reason is a sentence already. */
function reasonOf(grund: unknown): string {
  const known = Object.entries(MESSAGES).find(([code]) => code === grund)
  return known ? known[1][1] : String(grund ?? 'nicht lesbar')
}

function summary({ quelle, zustand, ...more }: SyncEvent): string[] {
  return [`Quelle ${quelle}: ${verdictOf(zustand)}`, ...told(more)]
}
