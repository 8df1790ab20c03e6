/**
 * `vorlagen gemeinden import`: the official list of municipalities into the database, and which of them the papers mean.
 */
import { readFileSync } from 'node:fs'
import { GemeindeListError, readMunicipalities } from '../sources/gemeinden.ts'
import { MATCHES } from '../store/derived/places.ts'
import { keepMunicipalities, type PlaceMatch, placeMatches } from '../store/places.ts'
import type { Arguments } from './args.ts'
import { DEFAULT_DATABASE } from './commands.ts'
import { extractors } from './composition.ts'
import { openDatabase, orCliError } from './database.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import { printable, type Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [what = '', path = ''] = args.operands
  if (what !== 'import')
    throw new CliError(
      EXIT.aufruf,
      `„gemeinden ${what}“ gibt es nicht; es gibt import. Hilfe: vorlagen gemeinden --help`,
    )
  const list = listIn(path)
  const store = openDatabase(args.value('db') ?? DEFAULT_DATABASE, extractors)
  try {
    orCliError(() => store.together((db) => keepMunicipalities(db, list)))
    const dates = [...new Set(list.map(({ stand }) => stand))].join(', ')
    terminal.data(`${list.length} Gemeinden, Gebietsstand ${dates}`)
    for (const match of placeMatches(store.db)) terminal.data(lineOf(match))
    return EXIT.gut
  } finally {
    store.close()
  }
}

function listIn(path: string) {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    throw new CliError(EXIT.nichts, `${path} lässt sich nicht öffnen; bitte Pfad und Rechte prüfen.`)
  }
  try {
    return readMunicipalities(bytes)
  } catch (error) {
    if (error instanceof GemeindeListError) throw new CliError(EXIT.nichts, `${path}: ${error.message}`)
    throw error
  }
}

function lineOf({ kommune, kommune_ags, vorlagen, zuordnung, ags, gemeinde, land, einwohner }: PlaceMatch): string {
  const who = kommune === null ? '(ohne Kommune)' : printable(kommune) + (kommune_ags ? ` (${kommune_ags})` : '')
  const papers = `${vorlagen} ${vorlagen === 1 ? 'Vorlage' : 'Vorlagen'}`
  const why = MATCHES[zuordnung as keyof typeof MATCHES] ?? zuordnung
  const found = ags === null ? 'nicht zugeordnet' : `${gemeinde}, ${land}, ${ags}, ${einwohner} Einwohner`
  return `  ${who}, ${papers}: ${found} – ${why} [${zuordnung}]`
}
