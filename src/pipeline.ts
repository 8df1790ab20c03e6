/**
 * The stages in order, for one paper: bytes → reader → text and tree → sections → extractors → validation → bundle.
 *
 * Pure but for the reader: the same bytes, path and extractors give the same bundle, byte for byte.
 */
import { createHash } from 'node:crypto'
import type { Bundle } from './bundle.ts'
import { type Kommune, type PaperDocument, type Source, sectionsOf } from './document.ts'
import type { Extractor, ReadPaper } from './extractor.ts'
import { message } from './messages.ts'
import type { ProfileFile } from './profiles/file.ts'
import { chooseProfile, profileNamed } from './profiles/index.ts'
import { compose } from './readers/compose.ts'
import { mediaTypeOf, readerOf } from './readers/index.ts'
import { DEFAULT_LIMITS, type Limits, type Reading } from './readers/reader.ts'
import { withContinuedTables } from './sections/continued-tables.ts'
import { nest } from './sections/nest.ts'
import { bundleOf } from './validation.ts'

export interface ReadOptions {
  /** What whoever brings the paper says about its municipality. */
  readonly kommune?: Kommune
  readonly limits?: Limits
  /** Profile to read by, by its name or as a user wrote it; otherwise chosen by content. */
  readonly profil?: string | ProfileFile
}

/** Read bytes into a document: text and flat tree. Never throws because of the paper. */
export async function readPaper(path: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<PaperDocument> {
  const limits = options.limits ?? DEFAULT_LIMITS
  const { mediaType, problem } = await mediaTypeOf(bytes, path)
  const source: Source = {
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType,
    ...(options.kommune ? { kommune: options.kommune } : {}),
  }
  const reading = problem ? failed(problem) : await readSafely(mediaType, bytes, limits)
  const { text, tree, areas, pages } = compose(reading.blocks)
  const messages = [...reading.messages]
  if (!text && !messages.some((said) => said.stufe === 'fehler')) messages.push(message('ohne-text', 'leser'))
  return { source, text, tree, areas, pages, furniture: reading.furniture, meta: reading.meta, messages }
}

/** Name the sections of a document and choose its profile. */
export function understand(read: PaperDocument, profil?: string | ProfileFile): ReadPaper {
  const document = { ...read, tree: withContinuedTables(read) }
  const profile = (profil === undefined ? undefined : profileNamed(profil)) ?? chooseProfile(document)
  const tree = nest(document, profile)
  return { ...document, tree, profile: profile.facts, sections: [...sectionsOf(tree)] }
}

/** One paper, all the way. */
export async function process(
  path: string,
  bytes: Uint8Array,
  extractors: readonly Extractor[],
  options: ReadOptions = {},
): Promise<Bundle> {
  return bundleOf(understand(await readPaper(path, bytes, options), options.profil), extractors)
}

async function readSafely(mediaType: Source['mediaType'], bytes: Uint8Array, limits: Limits): Promise<Reading> {
  if (bytes.length > limits.megabytes * 1e6)
    return failed(message('datei-zu-gross', 'leser', `${Math.round(bytes.length / 1e6)} MB`))
  try {
    const reader = await readerOf(mediaType)
    return await reader.read(plainBytes(bytes), limits)
  } catch (error) {
    return failed(message('leser-abgebrochen', 'leser', error instanceof Error ? error.message : String(error)))
  }
}

/** A `Uint8Array` of its own kind: the PDF engine refuses Node's `Buffer`. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function failed(problem: Reading['messages'][number]): Reading {
  return { blocks: [], furniture: [], meta: {}, messages: [problem] }
}
