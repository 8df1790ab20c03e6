/**
 * Sizes and checksums of the files of a snapshot, read a piece at a time.
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PublishedFile } from './data-package.ts'

/** Where the checksums themselves stand. */
export const SUMS = 'SHA256SUMS'

/** All files below a folder but the checksums themselves, by path; those already known are not read again. */
export function filesIn(folder: string, known: readonly PublishedFile[] = []): PublishedFile[] {
  const before = new Map(known.map((file) => [file.path, file]))
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== SUMS && statSync(join(folder, path)).isFile())
    .sort()
    .map(
      (path) =>
        before.get(path) ?? { path, bytes: statSync(join(folder, path)).size, sha256: sumOf(join(folder, path)) },
    )
}

/** Lines for `sha256sum -c`. */
export function sumLines(files: readonly PublishedFile[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}

/** SHA-256 of a file, in hexadecimal. */
export function sumOf(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1 << 20)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
