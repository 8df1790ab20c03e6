/**
 * Where the originals of papers lie at which reading failed twice, and originals that were fetched: by hash, so that
 * a file is written once, whole or not at all.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Vault {
  put(sha256: string, bytes: Uint8Array): string
  get(sha256: string): Uint8Array<ArrayBuffer> | undefined
  remove(sha256: string): void
}

export function vaultAt(folder: string): Vault {
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    put(sha256, bytes) {
      const place = placeOf(sha256)
      if (existsSync(place)) return place
      mkdirSync(join(place, '..'), { recursive: true })
      const partial = `${place}.${process.pid}.teil`
      try {
        writeFileSync(partial, bytes, { flush: true })
        renameSync(partial, place)
      } catch (error) {
        rmSync(partial, { force: true })
        throw error
      }
      return place
    },
    get(sha256) {
      try {
        return new Uint8Array(readFileSync(placeOf(sha256)))
      } catch {
        return undefined
      }
    },
    remove: (sha256) => rmSync(placeOf(sha256), { force: true }),
  }
}
