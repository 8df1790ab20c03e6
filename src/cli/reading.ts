/**
 * What the commands that show one paper share: the file's bytes, and what became of it.
 */
import type { Message, PaperDocument } from '../document.ts'
import { type ReadOptions, readPaper } from '../pipeline.ts'
import { DEFAULT_LIMITS } from '../readers/reader.ts'
import { listFiles, readPaperFile } from '../sources/files.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import { oneLine, type Terminal } from './terminal.ts'

/** The bytes of the one file that is meant. */
export async function bytesOf(given: string): Promise<{ path: string; bytes: Uint8Array }> {
  const [found, ...more] = listFiles([given]).files
  if (!found) throw new CliError(EXIT.nichts, `${given}: In diesem Ordner liegt keine Vorlage.`)
  if (more.length)
    throw new CliError(EXIT.aufruf, `${given}: Hier ist eine einzelne Datei gefragt, nicht ${more.length + 1}.`)
  if (found.problem) throw new CliError(EXIT.nichts, complaint(found.path, found.problem))
  const file = await readPaperFile(found.path, DEFAULT_LIMITS.megabytes)
  if (file.kind !== 'inhalt') throw new CliError(EXIT.nichts, complaint(found.path, file.problem))
  return { path: found.path, bytes: file.bytes }
}

/** Read the one file that is meant into text and tree. */
export async function documentOf(given: string, options: ReadOptions = {}): Promise<PaperDocument> {
  const { path, bytes } = await bytesOf(given)
  return await readPaper(path, bytes, options)
}

/** Say what was said about a paper, and how a command that only shows it ends. */
export function sayMessages(paper: Pick<PaperDocument, 'source' | 'messages'>, terminal: Terminal): ExitCode {
  const worth = paper.messages.filter(({ stufe }) => stufe !== 'hinweis')
  for (const said of worth) terminal.say(complaint(paper.source.path, said))
  return worth.some(({ stufe }) => stufe === 'fehler') ? EXIT.nichts : EXIT.gut
}

/** One message about one file, as people get to see it. */
export function complaint(path: string, { code, text }: Pick<Message, 'code' | 'text'>): string {
  return `${oneLine(path)}: ${oneLine(text)} [${code}]`
}
