/**
 * `vorlagen vokabular`: the words no rule knew, counted, with an example each: how a new city is taken on.
 */
import { csvLine } from '../exports/csv.ts'
import { type CountedWord, gatherWords } from '../vocabulary/gather.ts'
import type { WordKind } from '../vocabulary/words.ts'
import type { Arguments } from './args.ts'
import { wholeNumber } from './args.ts'
import { openToLook } from './configured.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { profileFrom } from './profile-option.ts'
import { cut, fit, oneLine, styled, type Terminal } from './terminal.ts'

const LEAST = '2'
const MOST = '15'
const WIDTH = 48
const TITLES: Readonly<Record<WordKind, string>> = {
  beschriftung: 'Beschriftungen im Kopf',
  ueberschrift: 'Überschriften',
  art: 'Wörter für die Art der Vorlage',
  spaltenkopf: 'Spaltenköpfe der Beratungsfolge',
  rolle: 'Zuständigkeiten (Rollen)',
  ergebnis: 'Ergebnisse',
  finanzen: 'Bezeichnungen von Beträgen in Formularen und Tabellen',
  einheit: 'Einheiten',
}

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const ab = wholeNumber('ab', args.value('ab') ?? LEAST)
  const most = wholeNumber('hoechstens', args.value('hoechstens') ?? MOST)
  const profil = profileFrom(args)
  const kommune = args.value('kommune')
  const store = openToLook(args.operands[0] ?? '')
  try {
    const words = gatherWords(store.db, {
      ab,
      nichtoeffentliche: args.flag('nichtoeffentliche'),
      ...(profil ? { profil } : {}),
      ...(kommune ? { kommune } : {}),
    })
    if (args.flag('json')) terminal.data(JSON.stringify(words))
    else for (const line of args.flag('csv') ? csvOf(words) : linesOf(words, ab, most, terminal)) terminal.data(line)
    return EXIT.gut
  } finally {
    store.close()
  }
}

/** The last line end is the terminal's. */
function csvOf(words: readonly CountedWord[]): string[] {
  const head = [
    'art',
    'wort',
    'vorlagen',
    'mal',
    'beispiel_nummer',
    'beispiel_pfad',
    'beispiel_seite',
    'beispiel_zeile',
  ]
  const rows = words.map(({ art, wort, vorlagen, mal, beispiel }) => [
    ...[art, wort, vorlagen, mal],
    ...[beispiel.nummer, beispiel.pfad, beispiel.seite, beispiel.zeile],
  ])
  return [head, ...rows].map((row) => csvLine(row).trimEnd())
}

function* linesOf(words: readonly CountedWord[], ab: number, most: number, terminal: Terminal): Generator<string> {
  if (!words.length) {
    yield `In wenigstens ${ab} Vorlagen steht kein Wort, das keine Regel kennt.`
    return
  }
  for (const [art, group] of Map.groupBy(words, (word) => word.art)) {
    yield styled(terminal, 'fett', `${TITLES[art]} (${group.length})`)
    yield `  ${fit('Wort', WIDTH)}  Vorlagen  Beispiel`
    for (const { wort, vorlagen, beispiel } of group.slice(0, most)) {
      const { seite, zeile } = beispiel
      const place = [seite === null ? '' : `Seite ${seite}`, zeile === null ? '' : `Zeile ${zeile}`].filter(Boolean)
      const where = [cut(oneLine(beispiel.nummer ?? beispiel.pfad), 40), ...place].join(', ')
      yield `  ${fit(oneLine(wort), WIDTH)}  ${fit(String(vorlagen), 8, 'rechts')}  ${where}`
    }
    if (group.length > most) yield `  … und ${group.length - most} weitere (--hoechstens, --csv)`
    yield ''
  }
  yield 'Was davon einer Kommune eigen ist, gehört in ein Profil (docs/profile.md); --profil zeigt, was dann noch bleibt.'
}
