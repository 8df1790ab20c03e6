/**
 * An import as NDJSON on stdout, one event a line: `lauf-beginn`, `vorlage` for each paper, `lauf-ende`.
 */
import type { ExitCode } from './exit.ts'
import type { Report } from './import.ts'
import type { Terminal } from './terminal.ts'
import type { Totals } from './totals.ts'

export function jsonReport(terminal: Terminal, quiet: boolean): Report {
  const tell = (ereignis: string, more: object): void => terminal.data(JSON.stringify({ ereignis, ...more }))
  return {
    begin(run) {
      if (!quiet) tell('lauf-beginn', run)
    },
    progress() {},
    paper(result) {
      if (quiet && result.status !== 'fehler') return
      tell('vorlage', { ...result, zweifel: [...result.zweifel].map(([code, more]) => ({ code, ...more })) })
    },
    end(totals: Totals, code: ExitCode, skipped) {
      const zweifel = [...totals.zweifel].sort(byCode).map(([grund, more]) => ({ code: grund, ...more }))
      tell('lauf-ende', { code, ...totals, zweifel, uebergangen: Object.fromEntries([...skipped].sort(byCode)) })
    },
  }
}

function byCode([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
