/**
 * The exit codes, all of them, with what a script may conclude from each. `vorlagen --help` prints this list.
 */
export const EXIT = {
  gut: 0,
  unerwartet: 1,
  geaendert: 1,
  aufruf: 2,
  teils: 3,
  nichts: 4,
  gesperrt: 5,
  fassung: 6,
  node: 7,
  datenbank: 8,
  abgebrochen: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_MEANING: Readonly<Record<keyof typeof EXIT, string>> = {
  gut: 'alles gelesen (auch mit Zweifeln)',
  unerwartet: 'unerwarteter Fehler im Programm',
  geaendert: 'bei diff: die beiden Datenbanken unterscheiden sich',
  aufruf: 'falscher Aufruf',
  teils: 'einzelne Vorlagen ließen sich nicht lesen, die übrigen schon',
  nichts: 'nichts Lesbares gefunden, oder keine Vorlage ließ sich lesen',
  gesperrt: 'die Datenbank ist durch ein anderes Programm gesperrt',
  fassung: 'die Datenbank gehört zu einer anderen Fassung von vorlagen',
  node: 'Node ist zu alt',
  datenbank: 'die Datenbank lässt sich nicht öffnen oder beschreiben',
  abgebrochen: 'abgebrochen (Strg-C oder Bitte um Ende, SIGTERM); Fertiges ist gespeichert',
}

/** What ends a command early: a sentence for people and the code to end with. */
export class CliError extends Error {
  readonly code: ExitCode

  constructor(code: ExitCode, sentence: string) {
    super(sentence)
    this.name = 'CliError'
    this.code = code
  }
}

/** What to say where a target cannot be written; of whatever else went wrong, the error itself. */
export function unwritable(target: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!/^(?:EACCES|EPERM|ENOTDIR|EEXIST|ENOSPC|EROFS|EISDIR|ENAMETOOLONG)$/.test(code)) return error
  const words = `${target} lässt sich nicht schreiben; bitte Pfad, Rechte und Platz prüfen. (${code})`
  return new CliError(EXIT.datenbank, words)
}

/** How a run over papers ends. */
export function codeOf({ vorlagen, fehler }: { readonly vorlagen: number; readonly fehler: number }): ExitCode {
  if (vorlagen === fehler) return EXIT.nichts
  return fehler > 0 ? EXIT.teils : EXIT.gut
}
