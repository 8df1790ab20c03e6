/**
 * `vorlagen diff`: what two readings of the same papers say differently, before the new one is accepted.
 */
import { csvLine } from '../exports/csv.ts'
import { type Change, type Difference, differenceOf, differs } from '../store/diff/diff.ts'
import { snapshotOf } from '../store/diff/snapshot.ts'
import type { Arguments } from './args.ts'
import { wholeNumber } from './args.ts'
import { orCliError } from './database.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import { cut, fit, oneLine, styled, type Terminal } from './terminal.ts'

const EXAMPLES = '5'
const LONGEST = 90
const QUOTE = 50
const CLOSED = '(nichtöffentlich)'
const SIGNS = { geaendert: '~', hinzugekommen: '+', verloren: '−' } as const

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [alt, neu] = ['alt', 'neu'].map((name) => args.value(name))
  if (!alt || !neu)
    throw new CliError(EXIT.aufruf, 'Es fehlt: --alt DATEI und --neu DATEI. Hilfe: vorlagen diff --help')
  const examples = wholeNumber('beispiele', args.value('beispiele') ?? EXAMPLES)
  const difference = masked(read(alt, neu), args.flag('nichtoeffentliche'))
  if (args.flag('json')) terminal.data(JSON.stringify(difference))
  else
    for (const line of args.flag('csv') ? csvOf(difference) : linesOf(difference, examples, terminal))
      terminal.data(line)
  return differs(difference) ? EXIT.geaendert : EXIT.gut
}

function read(alt: string, neu: string): Difference {
  return orCliError(() => {
    const before = snapshotOf(alt)
    try {
      const after = snapshotOf(neu)
      try {
        return differenceOf(before, after)
      } finally {
        after.close()
      }
    } finally {
      before.close()
    }
  })
}

/** What closed papers say stays in the house unless it is asked for. */
function masked(difference: Difference, shown: boolean): Difference {
  if (shown) return difference
  const hide = (change: Change): Change =>
    change.nichtoeffentlich
      ? { ...change, alt: change.alt === null ? null : CLOSED, neu: change.neu === null ? null : CLOSED, zitat: null }
      : change
  return { ...difference, aenderungen: difference.aenderungen.map(hide) }
}

/** The last line end is the terminal's. */
function csvOf({ aenderungen }: Difference): string[] {
  const head = ['pfad', 'nummer', 'tabelle', 'feld', 'art', 'alt', 'neu', 'zitat', 'seite', 'zeile', 'nichtoeffentlich']
  const rows = aenderungen.map((one) => [
    ...[one.pfad, one.nummer, one.tabelle, one.feld, one.art, one.alt, one.neu, one.zitat, one.seite, one.zeile],
    one.nichtoeffentlich ? 1 : 0,
  ])
  return [head, ...rows].map((row) => csvLine(row).trimEnd())
}

function* linesOf(difference: Difference, examples: number, terminal: Terminal): Generator<string> {
  const { vorlagen, nurAlt, nurNeu, felderNurAlt, felderNurNeu, versionen } = difference
  yield `Vorlagen: ${vorlagen.alt} alt, ${vorlagen.neu} neu; ${vorlagen.gleich} gleich gelesen, ${vorlagen.geaendert} anders`
  for (const { extraktor, alt, neu } of versionen)
    if (alt !== neu) yield `Extraktor ${extraktor}: Stand ${alt ?? '–'} → ${neu ?? '–'}`
  yield* listed('Nur alt', nurAlt, examples)
  yield* listed('Nur neu', nurNeu, examples)
  if (felderNurAlt.length) yield `Felder nur alt: ${felderNurAlt.join(', ')}`
  if (felderNurNeu.length) yield `Felder nur neu: ${felderNurNeu.join(', ')}`
  if (!vorlagen.geaendert) {
    if (!differs(difference)) yield 'Kein Unterschied.'
    return
  }
  yield ''
  yield* table(
    ['Datensätze', 'gleich', 'geändert', 'neu', 'verloren'],
    difference.tabellen.map((one) => [one.tabelle, one.gleich, one.geaendert, one.hinzugekommen, one.verloren]),
    terminal,
  )
  yield ''
  yield* table(
    ['Feld', 'gleich', 'anders', 'gefüllt', 'geleert'],
    difference.felder
      .filter(({ anders, gefuellt, geleert }) => anders + gefuellt + geleert > 0)
      .map((one) => [`${one.tabelle}.${one.feld}`, one.gleich, one.anders, one.gefuellt, one.geleert]),
    terminal,
  )
  const groups = Map.groupBy(difference.aenderungen, ({ tabelle, feld, art }) =>
    feld === null ? `${tabelle}: ${art}` : `${tabelle}.${feld}`,
  )
  for (const [name, changes] of groups) {
    yield ''
    yield styled(terminal, 'fett', `${name} (${changes.length})`)
    for (const change of changes.slice(0, examples)) yield* exampleOf(change)
    if (changes.length > examples) yield `  … und ${changes.length - examples} weitere`
  }
}

function* listed(name: string, paths: readonly string[], most: number): Generator<string> {
  if (!paths.length) return
  yield `${name} (${paths.length}): ${paths.slice(0, most).map(oneLine).join(', ')}${paths.length > most ? ', …' : ''}`
}

function* exampleOf({ pfad, nummer, art, alt, neu, zitat, seite, zeile, feld }: Change): Generator<string> {
  const place = [seite === null ? '' : `Seite ${seite}`, zeile === null ? '' : `Zeile ${zeile}`].filter(Boolean)
  const words = zitat ? `: „${cut(oneLine(zitat), QUOTE)}“` : ''
  yield `  ${SIGNS[art]} ${[oneLine(nummer ?? pfad), ...place].join(', ')}${words}`
  if (feld === null) yield `      ${shown(alt ?? neu)}`
  else {
    const [before, after] = apart(alt, neu)
    yield `      ${before}`
    yield `    → ${after}`
  }
}

/** Two values, long ones from shortly before the place where they part. */
function apart(alt: Change['alt'], neu: Change['neu']): [string, string] {
  const [a, b] = [alt, neu].map((value) => (value === null ? '–' : oneLine(String(value)))) as [string, string]
  if (Math.max(a.length, b.length) <= LONGEST) return [a || '„“', b || '„“']
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const from = Math.max(0, at - 30)
  return [shown(a, from), shown(b, from)]
}

function shown(value: Change['alt'], from = 0): string {
  const words = value === null ? '–' : oneLine(String(value))
  return `${from ? '…' : ''}${cut(words.slice(from), LONGEST)}`
}

function* table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  terminal: Terminal,
): Generator<string> {
  const all = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)))
  for (const [at, row] of all.entries()) {
    const line = row.map((cell, c) => fit(cell, widths[c] ?? 0, c ? 'rechts' : 'links')).join('  ')
    yield at ? line : styled(terminal, 'fett', line)
  }
}
