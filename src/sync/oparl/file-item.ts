/**
 * A file of an OParl paper as an item: fetched only if the server says it changed, kept as it came, and read only if it
 * is what it claims to be.
 */
import { createHash } from 'node:crypto'
import { message } from '../../messages.ts'
import { type Client, FetchFailed, type Validators, validatorsOf } from '../../sources/oparl/client.ts'
import type { OparlFile } from '../../sources/oparl/objects.ts'
import { StoreError } from '../../store/store.ts'
import type { Fetched, Kept, SyncItem } from '../item.ts'
import type { Vault } from '../vault.ts'

export interface FileContext {
  readonly client: Client
  readonly originals: Vault
  readonly folder: string
  readonly megabytes: number
}

type File = Omit<OparlFile, 'rolle'>

/** How a file looked in the list when it was fetched, and what the server wants to be asked with next time. */
interface Mark extends Validators {
  readonly stand: readonly (string | number | null)[]
}

/**
 * `named`: whether the server has just named it, so that without a date only asking tells whether it changed; and
 * whether it did so because the paper changed.
 */
export function fileItem(file: File, named: 'nein' | 'ja' | 'geaendert', context: FileContext): SyncItem {
  const listed = named !== 'nein'
  const stand = [file.abruf, file.geaendert, file.bytes, file.sha512]
  const dated = file.geaendert !== null || file.sha512 !== null
  const isSame = (mark: string): boolean => JSON.stringify(markOf(mark)?.stand) === JSON.stringify(stand)
  return {
    key: file.adresse,
    path: file.adresse,
    changed: named === 'geaendert',
    isUnchanged: (mark) => (dated || !listed) && isSame(mark),
    async fetch(kept): Promise<Fetched> {
      const mark = kept.mark === undefined ? undefined : markOf(kept.mark)
      const original = kept.sha256 === undefined ? undefined : context.originals.get(kept.sha256)
      const intact = original && hashOf('sha256', original) === kept.sha256
      if (kept.needed && intact && kept.sha256 && mark && (dated || !listed) && isSame(kept.mark ?? ''))
        return { kind: 'inhalt', bytes: original, sha256: kept.sha256, mark: kept.mark }
      if (file.abruf === null) return { kind: 'fehlt', grund: 'ohne Adresse zum Abrufen', endgueltig: true }
      // Without the original a "not modified" would leave nothing to read.
      const ask = !kept.needed || intact ? mark : undefined
      try {
        return await download(
          file,
          file.abruf,
          ask,
          { ...kept, stand, original: intact ? original : undefined },
          context,
        )
      } catch (error) {
        if (!(error instanceof FetchFailed)) throw error
        return { kind: 'fehlt', grund: error.message, endgueltig: error.final }
      }
    },
  }
}

interface Known extends Kept {
  readonly stand: Mark['stand']
  readonly original: Uint8Array<ArrayBuffer> | undefined
}

async function download(
  file: File,
  url: string,
  ask: Mark | undefined,
  { stand, needed, sha256: before, original }: Known,
  { client, originals, folder, megabytes }: FileContext,
): Promise<Fetched> {
  const fetched = async () => await client.file(url, ask ?? {}, megabytes)
  let answer = await fetched()
  const mark = JSON.stringify({ stand, ...validatorsOf(answer.headers) } satisfies Mark)
  if (answer.status === 304) {
    if (!needed || !original || before === undefined) return { kind: 'gleich', mark: JSON.stringify({ ...ask, stand }) }
    return { kind: 'inhalt', bytes: original, sha256: before, mark: JSON.stringify({ ...ask, stand }) }
  }
  let mangel = checksumProblem(file, answer.body)
  if (mangel) {
    // Once more: the first may have been cut short on its way.
    answer = await client.file(url, {}, megabytes)
    mangel = checksumProblem(file, answer.body)
  }
  const wrong = disguiseOf(file, answer.headers['content-type'], answer.body)
  if (wrong) return { kind: 'fehlt', grund: wrong, endgueltig: true }
  const sha256 = hashOf('sha256', answer.body)
  if (answer.body.length === 0) return { kind: 'fehlt', grund: message('datei-leer', 'quelle').text, endgueltig: true }
  try {
    originals.put(sha256, answer.body)
  } catch (error) {
    throw new StoreError('nicht-schreibbar', folder, error instanceof Error ? error.message : String(error), error)
  }
  return { kind: 'inhalt', bytes: answer.body, sha256, mark, ...(mangel ? { mangel } : {}) }
}

/** A web page where a PDF was promised is a login or an error, whatever its status says. */
function disguiseOf(file: File, contentType: string | undefined, body: Uint8Array): string | undefined {
  const promised = [file.medientyp, contentType, file.dateiname, file.abruf].some((said) => /pdf\b/i.test(said ?? ''))
  const head = Buffer.from(body.subarray(0, 1024)).toString('latin1')
  if (!promised || head.includes('%PDF-')) return undefined
  return /<(?:!doctype html|html|head|body)[\s>]/i.test(head) ? 'statt eines PDF kam eine Webseite' : undefined
}

function checksumProblem({ sha512 }: File, body: Uint8Array): string | undefined {
  if (sha512 === null || !/^[0-9a-f]{128}$/.test(sha512)) return undefined
  return hashOf('sha512', body) === sha512 ? undefined : 'Prüfsumme (SHA-512) stimmt nicht mit der des Servers überein'
}

function markOf(text: string): Mark | undefined {
  try {
    return JSON.parse(text) as Mark
  } catch {
    return undefined
  }
}

function hashOf(algorithm: string, bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest('hex')
}
