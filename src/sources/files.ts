/**
 * Papers in files: paths, folders and globs in; a sorted list of files out; bytes and hash of each when asked for.
 *
 * A file named by the user is always taken. In a folder, a file is taken if its name or its first bytes say it may be
 * a paper; hidden files, symbolic links back to a folder already seen, and notes to the reader (README) are not.
 * Messages: `datei-unlesbar`, `datei-zu-gross`.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  globSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, resolve, sep } from 'node:path'
import type { Message } from '../document.ts'
import { message } from '../messages.ts'

export interface FoundFile {
  /** As given, cleaned of `./` and `//`; with `/` on every system. */
  readonly path: string
  /** Why it cannot be read, where that is already known. */
  readonly problem?: Message
}

export interface Listing {
  readonly files: readonly FoundFile[]
  /** Files in folders that were left out, by ending: `.docx` → 3. */
  readonly skipped: ReadonlyMap<string, number>
}

const ENDINGS = new Set(['.pdf', '.html', '.htm', '.md', '.markdown', '.txt', '.text'])
const NOTE = /^(?:readme|liesmich|license|lizenz)\b/i
const GLOB = /[*?[\]{}]/

/** The files that are meant, sorted within each argument, each once. */
export function listFiles(paths: readonly string[]): Listing {
  const files = new Map<string, FoundFile>()
  const skipped = new Map<string, number>()
  const add = (path: string, problem?: Message): void => {
    const key = resolve(path)
    if (!files.has(key)) files.set(key, { path: clean(path), ...(problem ? { problem } : {}) })
  }
  for (const path of paths) {
    const found = statOf(path)
    const several = !found && GLOB.test(path) ? globSync(path).sort(byName) : undefined
    if (several?.length === 0) add(path, absent('Kein Treffer für dieses Muster; bitte das Muster prüfen.'))
    for (const one of several ?? [path]) {
      const stats = several ? statOf(one) : found
      if (!stats) add(one, absent('Das gibt es nicht; bitte den Pfad prüfen. (nicht gefunden)'))
      else if (stats.isDirectory()) walk(one, new Set(), add, skipped)
      else add(one)
    }
  }
  return { files: [...files.values()], skipped }
}

export type FileContent =
  | { readonly kind: 'inhalt'; readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string }
  | { readonly kind: 'zu-gross'; readonly size: number; readonly sha256: string; readonly problem: Message }
  | { readonly kind: 'unlesbar'; readonly problem: Message }

/** Read a file once, with its hash. Never throws because of the file. */
export async function readPaperFile(path: string, megabytes: number): Promise<FileContent> {
  try {
    const { size } = await stat(path)
    if (size > megabytes * 1e6) {
      const problem = message('datei-zu-gross', 'quelle', `${Math.round(size / 1e6)} MB, erlaubt sind ${megabytes} MB`)
      return { kind: 'zu-gross', size, sha256: await hashOf(path), problem }
    }
    const read = await readFile(path)
    const bytes = new Uint8Array(read)
    return { kind: 'inhalt', bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    return { kind: 'unlesbar', problem: unreadable(reasonOf(error)) }
  }
}

function walk(
  folder: string,
  seen: Set<string>,
  add: (path: string, problem?: Message) => void,
  skipped: Map<string, number>,
): void {
  let names: string[]
  try {
    const real = realpathSync(folder)
    if (seen.has(real)) return
    seen.add(real)
    names = readdirSync(folder).sort(byName)
  } catch (error) {
    add(folder, unreadable(reasonOf(error)))
    return
  }
  for (const name of names) {
    if (name.startsWith('.')) continue
    const path = join(folder, name)
    const stats = statOf(path)
    if (stats?.isDirectory()) walk(path, seen, add, skipped)
    else if (!stats) add(path, unreadable('Verweis ins Leere'))
    else if (stats.isFile() && !NOTE.test(name) && maybePaper(path)) add(path)
    else skipped.set(extname(name).toLowerCase(), (skipped.get(extname(name).toLowerCase()) ?? 0) + 1)
  }
}

/** By its ending, or by beginning as only a PDF does. */
function maybePaper(path: string): boolean {
  return ENDINGS.has(extname(path).toLowerCase()) || startsAsPdf(path)
}

function startsAsPdf(path: string): boolean {
  try {
    const handle = openSync(path, 'r')
    try {
      const head = Buffer.alloc(5)
      return readSync(handle, head) === 5 && head.toString('latin1') === '%PDF-'
    } finally {
      closeSync(handle)
    }
  } catch {
    return false
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

function clean(path: string): string {
  return normalize(path).split(sep).join('/')
}

/** Numbers by value, case aside; the rest by code unit, so that the order is total. */
function byName(a: string, b: string): number {
  return COLLATOR.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

const COLLATOR = new Intl.Collator('de', { numeric: true })

function unreadable(detail: string): Message {
  return message('datei-unlesbar', 'quelle', detail)
}

/** The same code; but where there is nothing, rights are not what to look at. */
function absent(text: string): Message {
  return { ...unreadable(''), text }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT') return 'nicht gefunden'
  if (code === 'EACCES' || code === 'EPERM') return 'keine Leserechte'
  if (code === 'ELOOP') return 'Verweise im Kreis'
  if (code === 'EISDIR') return 'das ist ein Ordner'
  return code || (error instanceof Error ? error.message : String(error))
}
