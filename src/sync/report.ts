/**
 * The report of a run in German, plain text, ready to be sent: how it went first, then what someone should look at.
 */
import { COUNTED } from './counts.ts'
import type { Finding } from './findings.ts'
import type { SyncResult } from './run.ts'

const VERDICTS: Readonly<Record<SyncResult['zustand'] | 'laeuft', string>> = {
  laeuft: 'läuft noch',
  vollstaendig: 'vollständig',
  teils: 'mit Lücken',
  gescheitert: 'gescheitert',
  abgebrochen: 'vorzeitig beendet',
}
/** So many findings are spelled out. */
const MOST = 50

export function reportText(result: SyncResult, findings: readonly Finding[]): string {
  const lines = [
    `Betreff: Vorlagen: Abgleich vom ${germanDay(result.begonnen)} ${VERDICTS[result.zustand]}`,
    '',
    `Beginn: ${germanMinute(result.begonnen)}`,
    `Ende:   ${germanMinute(result.beendet)}`,
    '',
    ...[...result.quellen].flatMap(([id, { zustand, counts, gaps }]) => [
      `Quelle ${id}: ${VERDICTS[zustand]}`,
      ...told(counts).map((line) => `  ${line}`),
      ...gaps.map((gap) => `  ! ${gap}`),
      '',
    ]),
    findings.length === 0 ? 'Keine Befunde.' : `Befunde (${findings.length}):`,
    ...findings.slice(0, MOST).map(({ quelle, text }) => `- ${quelle ? `${quelle}: ` : ''}${text}`),
    ...(findings.length > MOST ? [`- und ${findings.length - MOST} weitere; siehe vorlagen status`] : []),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** How a run went, from its word in the database. */
export function verdictOf(zustand: unknown): string {
  return Object.entries(VERDICTS).find(([word]) => word === zustand)?.[1] ?? String(zustand)
}

/** What was counted, without the zeros. */
export function told(counts: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(COUNTED).flatMap(([name, words]) => {
    const count = counts[name]
    return typeof count === 'number' && count > 0 ? [`${String(count).padStart(7)} ${words}`] : []
  })
}

/** A day for people, from ISO 8601. */
export function germanDay(iso: string): string {
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`
}

/** A minute for people; runs are told in UTC, as in the database. */
export function germanMinute(iso: string): string {
  return `${germanDay(iso)} ${iso.slice(11, 16)} UTC`
}
