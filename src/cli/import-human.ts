/**
 * An import as a clerk sees it: a line for each paper, then totals, doubts by reason, and what could not be read.
 *
 * The table, totals and doubts are data (stdout); what could not be read goes to stderr, where it also shows when the
 * table goes into a file.
 */
import { basename } from 'node:path'
import type { Status } from '../bundle.ts'
import { EXIT, EXIT_MEANING, type ExitCode } from './exit.ts'
import type { Report } from './import.ts'
import type { PaperResult } from './paper-result.ts'
import { progressOf } from './progress.ts'
import { complaint } from './reading.ts'
import { cut, fit, oneLine, type Style, styled, type Terminal } from './terminal.ts'
import type { Totals } from './totals.ts'

const STATES: Readonly<Record<Status, readonly [string, Style]>> = {
  ok: ['ok', 'grün'],
  pruefen: ['prüfen', 'gelb'],
  fehler: ['fehler', 'rot'],
}
const HAPPENED: Readonly<Record<string, string>> = {
  version: ', neue Fassung',
  unveraendert: ', unverändert',
  'neu-gelesen': ', neu gelesen',
}
/** What stands in the line, where it would otherwise be read past. */
const CLOSED = 'nichtöffentlich: '
const DEFAULT_WIDTH = 120
/** Below this there is no room to say what the database made of a paper. */
const WIDE = 104

export function humanReport(terminal: Terminal, quiet: boolean, total: number): Report {
  const width = Math.max(terminal.width ?? DEFAULT_WIDTH, 60)
  const progress = quiet ? undefined : progressOf(terminal, total)
  const failures: PaperResult[] = []
  return {
    begin() {
      if (!quiet) terminal.data(styled(terminal, 'fett', headLine(width)))
    },
    progress: (done, path) => progress?.at(done, path),
    paper(result) {
      if (result.status === 'fehler') failures.push(result)
      if (quiet) return
      progress?.clear()
      terminal.data(paperLine(result, width, terminal))
    },
    end(totals, code, skipped) {
      progress?.clear()
      if (!quiet) for (const line of endLines(totals, terminal)) terminal.data(line)
      if (!quiet && skipped.size) terminal.say(skippedLine(skipped))
      if (failures.length) terminal.say(`Nicht gelesen (${failures.length}):`)
      for (const { quelle, fehler } of failures) for (const said of fehler) terminal.say(`  ${complaint(quelle, said)}`)
      if (totals.vorlagen === 0 && code === EXIT.nichts)
        terminal.say('Hier liegt keine Vorlage; gelesen werden PDF, HTML, Markdown und Text.')
      if (code !== EXIT.gut) terminal.say(`Ende mit ${code}: ${meaningOf(code)}.`)
    },
  }
}

interface Widths {
  readonly nummer: number
  readonly kommune: number
  readonly betreff: number
  readonly counts: readonly (readonly [name: 'beratungen' | 'betraege' | 'vzae' | 'stellen', head: string])[]
}

function widthsFor(width: number): Widths {
  const wide = width >= WIDE
  const counts = [
    ['beratungen', wide ? 'Beratungen' : 'Ber.'],
    ['betraege', wide ? 'Beträge' : 'Betr.'],
    ['vzae', 'VZÄ'],
    ['stellen', wide ? 'Stellen' : 'St.'],
  ] as const
  const nummer = Math.min(24, Math.max(14, Math.floor(width * 0.18)))
  const kommune = Math.min(18, Math.max(10, Math.floor(width * 0.12)))
  const taken = counts.reduce((sum, [, head]) => sum + head.length + 2, 0)
  const state = wide ? 'prüfen, neue Fassung'.length : 'Zustand'.length
  return { nummer, kommune, counts, betreff: Math.max(10, width - nummer - kommune - taken - state - 6) }
}

function headLine(width: number): string {
  const { nummer, kommune, betreff, counts } = widthsFor(width)
  const heads = counts.map(([, head]) => `  ${head}`).join('')
  return `${fit('Nummer', nummer)}  ${fit('Kommune', kommune)}  ${fit('Betreff', betreff)}${heads}  Zustand`
}

function paperLine(result: PaperResult, width: number, terminal: Terminal): string {
  const widths = widthsFor(width)
  const betreff = result.betreff ? oneLine(result.betreff) : `(${oneLine(basename(result.quelle))})`
  const counts = widths.counts.map(
    ([name, head]) => `  ${fit(result.status === 'fehler' ? '–' : String(result[name]), head.length, 'rechts')}`,
  )
  const [state, style] = STATES[result.status]
  const happened = width >= WIDE && result.geschehen ? (HAPPENED[result.geschehen] ?? '') : ''
  return [
    fit(result.nummer ? oneLine(result.nummer) : '–', widths.nummer),
    '  ',
    fit(result.kommune ? oneLine(result.kommune) : '–', widths.kommune),
    '  ',
    fit(result.nichtoeffentlich ? CLOSED + betreff : betreff, widths.betreff),
    ...counts,
    '  ',
    styled(terminal, style, state),
    styled(terminal, 'blass', happened),
  ].join('')
}

function* endLines(totals: Totals, terminal: Terminal): Generator<string> {
  const { vorlagen, ok, pruefen, fehler, geschehen } = totals
  yield ''
  yield styled(
    terminal,
    'fett',
    `${counted(vorlagen, 'Vorlage', 'Vorlagen')}: ${ok} ok, ${pruefen} zu prüfen, ${fehler} nicht gelesen`,
  )
  yield `${counted(totals.beratungen, 'Beratung', 'Beratungen')}, ${counted(totals.betraege, 'Betrag', 'Beträge')}, ${totals.vzae} VZÄ-Angaben, ${counted(totals.stellen, 'Stelle', 'Stellen')}`
  yield `In der Datenbank: ${geschehen.neu} neu, ${geschehen.version} in neuer Fassung, ${geschehen['neu-gelesen']} neu gelesen, ${geschehen.unveraendert} unverändert`
  if (totals.rechnungen.stellen) yield checksLine(totals.rechnungen)
  if (totals.zweifel.size === 0) return
  yield ''
  yield styled(terminal, 'fett', 'Zu prüfen:')
  const doubts = [...totals.zweifel].sort(([a, { vorlagen: x }], [b, { vorlagen: y }]) => y - x || (a < b ? -1 : 1))
  for (const [code, { text, vorlagen: papers, stellen, beispiele }] of doubts) {
    const places = stellen > papers ? `, ${stellen} Stellen` : ''
    yield `  ${text} [${code}]`
    yield `    ${counted(papers, 'Vorlage', 'Vorlagen')}${places}: ${beispiele.map((one) => cut(oneLine(one), 40)).join(', ')}${papers > beispiele.length ? ', …' : ''}`
  }
}

/** "3 Rechnungen in 2 Vorlagen gehen nicht auf: …"; what holds is not mentioned. */
function checksLine({ stellen, vorlagen, beispiele }: Totals['rechnungen']): string {
  const papers = counted(vorlagen, 'Vorlage', 'Vorlagen')
  const names = beispiele.map((one) => cut(oneLine(one), 40)).join(', ')
  const more = vorlagen > beispiele.length ? ', …' : ''
  return `${counted(stellen, 'Rechnung', 'Rechnungen')} in ${papers} ${stellen === 1 ? 'geht' : 'gehen'} nicht auf: ${names}${more} (siehe v_pruefungen)`
}

function skippedLine(skipped: ReadonlyMap<string, number>): string {
  const kinds = [...skipped]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ending, count]) => `${count} ${ending || 'ohne Endung'}`)
  return `In Ordnern außer Acht gelassen: ${kinds.join(', ')}`
}

function meaningOf(code: ExitCode): string {
  const name = (Object.keys(EXIT) as (keyof typeof EXIT)[]).find((one) => EXIT[one] === code)
  return name ? EXIT_MEANING[name] : ''
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
