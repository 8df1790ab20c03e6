/**
 * What a run tells while it goes: events as data, to be written as NDJSON or said to people.
 */
import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

export interface SyncEvent {
  readonly ereignis:
    | 'lauf-beginn'
    | 'quelle-beginn'
    | 'vorlage'
    | 'fehlt'
    | 'gesperrt'
    | 'quarantaene'
    | 'entfallen'
    | 'verschoben'
    | 'befund'
    | 'abruf'
    | 'quelle-ende'
    | 'lauf-ende'
  readonly stufe: 'info' | 'warnung' | 'fehler'
  readonly quelle?: string
  readonly [more: string]: unknown
}

export type Tell = (event: SyncEvent) => void

/**
 * Appends events to a file, opened anew for each so that logrotate may move it away. A log that cannot be written ends
 * no run; `complain` hears of it once.
 */
export function fileLog(path: string, now: () => Date, complain: (sentence: string) => void): Tell {
  let broken = false
  return (event) => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      appendFileSync(path, `${JSON.stringify({ zeit: now().toISOString(), pid: process.pid, ...event })}\n`)
    } catch (error) {
      if (!broken) complain(`Das Protokoll ${path} lässt sich nicht schreiben: ${String(error)}`)
      broken = true
    }
  }
}

/** Tells each of several. */
export function tellAll(listeners: readonly Tell[]): Tell {
  return (event) => {
    for (const tell of listeners) tell(event)
  }
}
