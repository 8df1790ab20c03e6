/**
 * What a source hands to a run: one item for each paper it names, and at the end how far it can be trusted.
 */
import type { Message } from '../document.ts'

export interface SyncItem {
  /** Identity within the source; never changes. */
  readonly key: string
  /** Path or address under which the store knows the paper. */
  readonly path: string
  /** Whether the source names this key too; absent where a paper keeps its address for good. */
  readonly isNamed?: (key: string) => boolean
  /** The source named it because something about it changed: a failure of yesterday is no reason to wait. */
  readonly changed?: boolean
  /** Whether the content is certain to be what was read when this mark was kept. */
  isUnchanged(mark: string): boolean
  fetch(kept: Kept, signal: AbortSignal): Promise<Fetched>
}

/** What is known of an item from earlier runs. */
export interface Kept {
  readonly sha256: string | undefined
  readonly mark: string | undefined
  /** The content is wanted even if it has not changed. */
  readonly needed: boolean
}

export type Fetched =
  | {
      readonly kind: 'inhalt'
      readonly bytes: Uint8Array<ArrayBuffer>
      readonly sha256: string
      readonly mark: string | undefined
      /** What is wrong with the bytes, although they can be read. */
      readonly mangel?: string
    }
  /** The content is the one with the hash that is kept. */
  | { readonly kind: 'gleich'; readonly mark: string | undefined }
  | {
      readonly kind: 'zu-gross'
      readonly size: number
      readonly sha256: string
      readonly problem: Message
      readonly mark: string | undefined
    }
  /** `endgueltig`: asking again tomorrow is not likely to help. */
  | { readonly kind: 'fehlt'; readonly grund: string; readonly endgueltig: boolean }

/** The way through a source. */
export interface Walk {
  /** Every item once. Throws `SourceFailed` if the source cannot be asked at all or breaks off. */
  items(signal: AbortSignal): AsyncIterable<SyncItem>
  /** To be asked when all items have been taken. */
  end(): WalkEnd
  close?(): void
}

export interface WalkEnd {
  /** Every paper there is was named: what was not is gone. */
  readonly alles: boolean
  /** Why not all that should have been named was. */
  readonly luecken: readonly string[]
  /** Papers the source itself said are gone. */
  readonly entfallen?: number
  /** Where the next walk may begin, if this one had no gaps. */
  readonly zeiger?: string
}

/** A source that cannot be asked, in a sentence for people. */
export class SourceFailed extends Error {
  override readonly name = 'SourceFailed'
}
