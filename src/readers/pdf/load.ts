/**
 * Loads pdf.js with its shortcuts, once, when the first PDF is read. Where Node cannot change a source while it is
 * loaded (before 22.15), or the source is another one than expected, it is loaded as it stands.
 */
import * as modules from 'node:module'
import { installInflate } from './inflate.ts'
import { PATCHES, patched } from './patches.ts'

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

export interface Loaded {
  readonly pdfjs: Pdfjs
  /** Documents can be opened to be read only. */
  readonly light: boolean
}

const FILE = /\/pdfjs-dist\/legacy\/build\/(pdf(?:\.worker)?\.mjs)$/

let loading: Promise<Loaded> | undefined

export function loadPdfjs(): Promise<Loaded> {
  loading ??= load()
  return loading
}

async function load(): Promise<Loaded> {
  installInflate()
  let light = false
  const hooks = modules.registerHooks?.({
    load(url, context, next) {
      const loaded = next(url, context)
      const file = FILE.exec(url)?.[1]
      const source = loaded.source && file ? sourceOf(loaded.source) : undefined
      // the worker comes first: without its part the other's would not do
      if (!file || !source || (file === 'pdf.mjs' && !light)) return loaded
      const better = patched(
        source,
        PATCHES.filter((patch) => patch.file === file),
      )
      light ||= better !== undefined
      return better ? { ...loaded, source: better } : loaded
    },
  })
  try {
    const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
    // where the engine looks for it before it loads it itself
    Object.defineProperty(globalThis, 'pdfjsWorker', { value: worker, configurable: true })
    return { pdfjs: await import('pdfjs-dist/legacy/build/pdf.mjs'), light }
  } finally {
    hooks?.deregister()
  }
}

function sourceOf(source: string | ArrayBuffer | NodeJS.TypedArray): Buffer {
  if (typeof source === 'string') return Buffer.from(source)
  return ArrayBuffer.isView(source)
    ? Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    : Buffer.from(source)
}
