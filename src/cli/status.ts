/**
 * `vorlagen status`: the last run of each source, when the next is expected, and what someone should look at.
 */
import { findingsIn, lastRuns } from '../sync/findings.ts'
import { germanMinute, verdictOf } from '../sync/report.ts'
import type { Arguments } from './args.ts'
import { configOf, openToLook } from './configured.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { oneLine, styled, type Terminal } from './terminal.ts'

const HOUR = 3_600_000

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const config = configOf(args)
  const store = openToLook(config.datenbank)
  try {
    const findings = findingsIn(store.db, config, new Date())
    const last = new Map(lastRuns(store.db).map((run) => [run.quelle, run]))
    const sources = config.quellen.map(({ id, art, kommune, aktiv }) => {
      const { begonnen, beendet, zustand } = last.get(id) ?? { begonnen: null, beendet: null, zustand: null }
      const due = begonnen === null ? null : Date.parse(begonnen) + config.abgleich.alleStunden * HOUR
      const naechster = due === null || !aktiv ? null : new Date(due).toISOString()
      return { quelle: id, art, kommune: kommune.name, aktiv, begonnen, beendet, zustand, naechster }
    })
    if (args.flag('json')) terminal.data(JSON.stringify({ quellen: sources, befunde: findings }))
    else {
      for (const { quelle, kommune, aktiv, begonnen, zustand, naechster } of sources) {
        terminal.data(styled(terminal, 'fett', `${quelle} (${kommune})${aktiv ? '' : ', stillgelegt'}`))
        terminal.data(`  letzter Lauf: ${begonnen ? `${germanMinute(begonnen)}, ${verdictOf(zustand)}` : 'keiner'}`)
        if (naechster) terminal.data(`  nächster erwartet: ${germanMinute(naechster)}`)
      }
      terminal.data('')
      terminal.data(findings.length === 0 ? 'Keine Befunde.' : `Befunde (${findings.length}):`)
      for (const { quelle, text } of findings) terminal.data(oneLine(`- ${quelle ? `${quelle}: ` : ''}${text}`))
    }
    return findings.length > 0 ? EXIT.teils : EXIT.gut
  } finally {
    store.close()
  }
}
