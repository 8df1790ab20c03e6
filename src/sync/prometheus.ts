/**
 * What a run found, for the textfile collector of the node_exporter; replaced whole, as the collector asks for.
 *
 * Units: papers; seconds since 1970.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { COUNTED, type Counts } from './counts.ts'
import type { SyncResult } from './run.ts'

const STATES = ['vollstaendig', 'teils', 'gescheitert', 'abgebrochen'] as const

export function prometheusText(result: SyncResult, inQuarantine: ReadonlyMap<string, number>): string {
  const lines: string[] = []
  const metric = (name: string, help: string, rows: readonly (readonly [labels: string, value: number])[]): void => {
    lines.push(`# HELP vorlagen_sync_${name} ${help}`, `# TYPE vorlagen_sync_${name} gauge`)
    for (const [labels, value] of rows) lines.push(`vorlagen_sync_${name}${labels} ${value}`)
  }
  const sources = [...result.quellen]
  metric('beginn_sekunden', 'Beginn des letzten Laufs', [['', Date.parse(result.begonnen) / 1000]])
  metric('ende_sekunden', 'Ende des letzten Laufs', [['', Date.parse(result.beendet) / 1000]])
  metric(
    'zustand',
    'Wie der letzte Lauf ausging: der zutreffende hat 1',
    STATES.map((state) => [labels({ zustand: state }), state === result.zustand ? 1 : 0]),
  )
  metric(
    'quelle_vollstaendig',
    'Ob die Quelle vollständig abgeglichen wurde',
    sources.map(([quelle, { zustand }]) => [labels({ quelle }), zustand === 'vollstaendig' ? 1 : 0]),
  )
  for (const [name, help] of Object.entries(COUNTED)) {
    metric(
      name,
      `Vorlagen im letzten Lauf: ${help}`,
      sources.map(([quelle, { counts }]) => [labels({ quelle }), counts[name as keyof Counts]]),
    )
  }
  metric(
    'quarantaene_bestand',
    'Vorlagen, die in Quarantäne liegen',
    [...inQuarantine].map(([quelle, count]) => [labels({ quelle }), count]),
  )
  return `${lines.join('\n')}\n`
}

/** Write a file so that a reader sees the old or the new one, never half of it. */
export function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  // The collector reads every `.prom`; the one that is being written has another ending.
  const partial = `${path}.${process.pid}.teil`
  try {
    writeFileSync(partial, text, { flush: true })
    renameSync(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

function labels(values: Readonly<Record<string, string>>): string {
  const escaped = Object.entries(values).map(
    ([name, value]) => `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`,
  )
  return `{${escaped.join(',')}}`
}
