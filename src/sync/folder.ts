/**
 * A folder as a source. A file that looks the same as when it was last read is not opened.
 *
 * Size, both times (to the nanosecond) and inode must be the same; the time of the last change to the inode cannot be
 * set back by whoever copies a file over with its old date. A file changed within the last seconds gets no mark: it
 * could change again within one tick of the file system's clock. Every `vollTage` days all files are hashed anyway.
 */
import { type BigIntStats, lstatSync, statSync } from 'node:fs'
import { matchesGlob, relative, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { listFiles, readPaperFile } from '../sources/files.ts'
import type { FolderSource } from './config.ts'
import { type Fetched, SourceFailed, type SyncItem, type Walk } from './item.ts'

const TICK_MILLISECONDS = 2000

export interface FolderOptions {
  readonly megabytes: number
  /** Open every file. */
  readonly full: boolean
}

export function folderWalk(source: FolderSource, { megabytes, full }: FolderOptions): Walk {
  const gaps: string[] = []
  return {
    async *items() {
      const { ordner } = source
      if (!statSync(ordner, { throwIfNoEntry: false })?.isDirectory())
        throw new SourceFailed(`Den Ordner ${ordner} gibt es nicht; ist das Laufwerk eingehängt?`)
      const paths = new Map<string, string>()
      for (const { path, problem } of listFiles([ordner]).files) {
        const key = relative(ordner, path).split(sep).join('/')
        if (problem && !isEntry(path)) gaps.push(`${key || ordner}: ${problem.text}`)
        else if (isWanted(source, key)) paths.set(key, path)
      }
      // A folder that cannot be read may hold what is not named.
      const isNamed = (key: string): boolean => gaps.length > 0 || paths.has(key)
      let at = 0
      for (const [key, path] of paths) {
        yield { ...fileItem(key, path, megabytes, full), isNamed }
        // Signals get their turn also where every file is answered without waiting.
        if (at++ % 256 === 255) await sleep(0)
      }
    },
    end: () => ({ alles: gaps.length === 0, luecken: gaps }),
  }
}

function fileItem(key: string, path: string, megabytes: number, full: boolean): SyncItem {
  return {
    key,
    path,
    isUnchanged: (mark) => !full && markOf(path) === mark,
    async fetch(): Promise<Fetched> {
      // Before the content: a change meanwhile must not hide behind a mark of its own.
      const mark = markOf(path)
      const file = await readPaperFile(path, megabytes)
      if (file.kind === 'unlesbar') return { kind: 'fehlt', grund: file.problem.text, endgueltig: false }
      return { ...file, mark }
    },
  }
}

/** Undefined: not to be trusted, the file was changed just now (or in a future the clock has come back from). */
function markOf(path: string): string | undefined {
  let stats: BigIntStats | undefined
  try {
    stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  } catch {
    return undefined
  }
  if (!stats) return undefined
  const { size, mtimeNs, ctimeNs, ino } = stats
  const trusted = BigInt(Date.now() - TICK_MILLISECONDS) * 1_000_000n
  return mtimeNs < trusted && ctimeNs < trusted ? `${size}:${mtimeNs}:${ctimeNs}:${ino}` : undefined
}

function isWanted({ muster, ohne }: FolderSource, key: string): boolean {
  if (muster.length > 0 && !muster.some((pattern) => matchesGlob(key, pattern))) return false
  return !ohne.some((pattern) => matchesGlob(key, pattern))
}

/** A file that cannot be read is a paper that is missing; a folder that cannot be read may hide any number. */
function isEntry(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory()
  } catch {
    return false
  }
}
