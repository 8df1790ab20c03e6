/**
 * What a run counts, for each source and in all.
 *
 * Units: papers.
 */
export const COUNTED = {
  gesehen: 'in der Quelle gesehen',
  neu: 'neu aufgenommen',
  geaendert: 'geändert und als neue Fassung aufgenommen',
  neu_gelesen: 'unverändert, mit neuem Stand gelesen',
  unveraendert: 'unverändert',
  verschoben: 'an anderer Stelle wiedergefunden',
  entfallen: 'in der Quelle entfallen',
  fehlt: 'bekannt, aber nicht zu bekommen',
  fehler: 'unter den aufgenommenen nicht lesbar',
  quarantaene: 'in Quarantäne gekommen',
  gesperrt: 'zurückgezogen, nicht gelesen',
  abweichungen: 'Widersprüche zwischen Ratsinformationssystem und Vorlage',
} as const

export type Counts = Record<keyof typeof COUNTED, number>

export interface SourceResult {
  readonly zustand: 'vollstaendig' | 'teils' | 'gescheitert' | 'abgebrochen'
  readonly counts: Counts
  /** Why not all was named or believed. */
  readonly gaps: readonly string[]
  readonly zeiger?: string
  /** Everything was compared. */
  readonly voll: boolean
}

export function countsOf(): Counts {
  const zero = Object.keys(COUNTED).map((name) => [name, 0] as const)
  return Object.fromEntries(zero) as Counts
}

export function addCounts(into: Counts, more: Counts): void {
  for (const name of Object.keys(COUNTED) as (keyof Counts)[]) into[name] += more[name]
}
