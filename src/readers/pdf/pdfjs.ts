/**
 * pdf.js behind `PdfEngine`. It is imported when the first PDF is read (a third of a second) and never runs scripts.
 *
 * Units: as `engine.ts`. pdf.js counts y upwards and ignores the page's rotation; the page's viewport turns both round.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type {
  PDFDocumentLoadingTask,
  PDFDocumentProxy,
  PDFPageProxy,
  TextContent,
  TextItem,
} from 'pdfjs-dist/types/src/display/api.d.ts'
import { annotationsOf } from './annotations.ts'
import { type DrawnOps, drawingOf } from './drawing.ts'
import type { PageImage, PdfEngine, PdfFile, PdfInfo, PdfItem, PdfPage } from './engine.ts'
import { loadPdfjs, type Pdfjs } from './load.ts'
import { type Matrix, multiply } from './matrix.ts'
import { type CellTags, cellTagsOf } from './tags.ts'

export const pdfjsEngine: PdfEngine = {
  async open(bytes) {
    const { pdfjs, light } = await load()
    const task = pdfjs.getDocument(optionsFor(bytes, light))
    const drawn = drawnOnce(() => pdfjs.getDocument(optionsFor(bytes, false)))
    try {
      const pdf = await task.promise
      return await fileOf(pdf, pdfjs.OPS, drawn.page, async () => {
        await drawn.close()
        await task.destroy()
      })
    } catch (error) {
      await task.destroy().catch(() => {})
      const name = error instanceof Error ? error.name : ''
      const detail = error instanceof Error ? error.message : String(error)
      return { failure: name === 'PasswordException' ? 'verschluesselt' : 'beschaedigt', detail }
    }
  },
}

/** `light`: only to be read, never to be drawn (`patches.ts`). */
function optionsFor(bytes: Uint8Array, light: boolean): Parameters<Pdfjs['getDocument']>[0] {
  return {
    // pdf.js takes the buffer over; the caller keeps its bytes
    data: bytes.slice(),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    fontExtraProperties: true,
    enableXfa: false,
    standardFontDataUrl: `${join(PACKAGE, 'standard_fonts')}/`,
    cMapUrl: `${join(PACKAGE, 'cmaps')}/`,
    cMapPacked: true,
    // decoders of scanned images
    wasmUrl: `${join(PACKAGE, 'wasm')}/`,
    maxImageSize: light ? 0 : -1,
  }
}

/** The document to draw pages of, opened when the first of them is wanted. */
function drawnOnce(open: () => PDFDocumentLoadingTask) {
  let task: PDFDocumentLoadingTask | undefined
  return {
    async page(number: number): Promise<PDFPageProxy> {
      task ??= open()
      return await (await task.promise).getPage(number)
    },
    close: async () => await task?.destroy(),
  }
}

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

async function load() {
  forgivePromises()
  return await loadPdfjs()
}

let forgives = false

/** In damaged papers pdf.js breaks promises of its own that nobody waits for; they must not end the process. */
function forgivePromises(): void {
  if (forgives) return
  forgives = true
  process.on('unhandledRejection', (reason) => {
    if (!isOfEngine(reason) && process.listenerCount('unhandledRejection') === 1) throw reason
  })
}

/** Its own exceptions have no stack of theirs, other errors name its files. */
function isOfEngine(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false
  return /pdfjs-dist/.test(reason.stack ?? '') || (!Object.hasOwn(reason, 'stack') && /Exception$/.test(reason.name))
}

async function fileOf(
  pdf: PDFDocumentProxy,
  ops: DrawnOps,
  toDraw: (number: number) => Promise<PDFPageProxy>,
  close: () => Promise<void>,
): Promise<PdfFile> {
  const names = new Map<string, string>()
  const notes = new Map<number, DrawnNotes>()
  const pages = new Map<number, Promise<PDFPageProxy>>()
  const pageOf = (number: number) => {
    const page = pages.get(number) ?? pdf.getPage(number)
    pages.set(number, page)
    return page
  }
  return {
    pages: pdf.numPages,
    info: await infoOf(pdf),
    async page(number) {
      const page = await pageOf(number)
      const content = await page.getTextContent({ includeMarkedContent: true })
      const drawn = drawnWith(content)
      if (drawn) notes.set(number, drawn)
      return await wordsOf(page, content)
    },
    isNoted: (number) => notes.has(number),
    async drawing(number) {
      const page = await pageOf(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const drawn = notes.get(number)
      if (drawn) {
        for (const [id, name] of drawn.fonts) if (!names.has(id) && name) names.set(id, name)
        return drawingOf(drawn, ops, turned(page), width * height)
      }
      const list = await page.getOperatorList()
      for (const [at, fn] of list.fnArray.entries()) {
        const id: unknown = fn === ops.setFont ? list.argsArray[at]?.[0] : undefined
        if (typeof id !== 'string' || names.has(id) || !page.commonObjs.has(id)) continue
        const font: { name?: unknown } | null = page.commonObjs.get(id)
        if (typeof font?.name === 'string') names.set(id, font.name)
      }
      return drawingOf(list, ops, turned(page), width * height)
    },
    async annotations(number) {
      const page = await pageOf(number)
      return annotationsOf(await page.getAnnotations(), turned(page))
    },
    image: async (number, dpi) => await imageOf(await toDraw(number), dpi),
    fontName: (id) => names.get(id),
    close,
  }
}

/** What was drawn while the words were read (`patches-drawn.ts`). */
interface DrawnNotes {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
  readonly fonts: ReadonlyMap<string, string | undefined>
  readonly complete: boolean
}

function drawnWith({ styles }: TextContent): DrawnNotes | undefined {
  const { drawn } = styles as { readonly drawn?: DrawnNotes }
  return drawn?.complete ? drawn : undefined
}

/** More pixels on a side are no page of a paper. */
const MOST_PIXELS = 6000

/** Drawn by @napi-rs/canvas, which is only loaded here. */
async function imageOf(page: PDFPageProxy, dpi: number): Promise<PageImage> {
  const { createCanvas, DOMMatrix, Path2D } = await import('@napi-rs/canvas')
  // the engine draws with those of a browser
  Object.assign(globalThis, { DOMMatrix, Path2D })
  const { width, height } = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: Math.min(dpi / 72, MOST_PIXELS / Math.max(width, height)) })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  // the engine's types know the browser's canvas only
  const drawnOn: object = { canvas, viewport, background: 'white' }
  await page.render(drawnOn as Parameters<typeof page.render>[0]).promise
  return { png: canvas.toBuffer('image/png'), width: canvas.width, height: canvas.height }
}

/** Text outside of any page box is not on the paper. */
function isOnPage(item: PdfItem, width: number, height: number): boolean {
  return item.x > -5 && item.x < width + 5 && item.y > -5 && item.y < height + 5
}

async function wordsOf(page: PDFPageProxy, content: TextContent): Promise<PdfPage> {
  const matrix = turned(page)
  const { width, height } = page.getViewport({ scale: 1 })
  const tags = await tagsOf(page, content)
  const items: PdfItem[] = []
  const open: boolean[] = []
  const ids: (string | undefined)[] = []
  for (const entry of content.items) {
    if ('str' in entry) {
      if (!entry.str.trim()) continue
      const item = itemOf(entry, matrix, open.includes(true))
      const cell = tags?.get(ids.findLast((id) => id !== undefined) ?? '')
      if (isOnPage(item, width, height)) items.push(cell ? { ...item, cell } : item)
    } else if (entry.type === 'endMarkedContent') {
      open.pop()
      ids.pop()
    } else {
      open.push('tag' in entry && entry.tag === 'Artifact')
      ids.push('id' in entry && typeof entry.id === 'string' ? entry.id : undefined)
    }
  }
  return { width, height, items }
}

/** The cells of the page's tables by marked content, if its words are marked at all. */
async function tagsOf(page: PDFPageProxy, { items }: TextContent): Promise<CellTags | undefined> {
  if (!items.some((entry) => 'id' in entry && entry.id)) return undefined
  return cellTagsOf(await page.getStructTree().catch(() => undefined))
}

/** A line around letters that makes them bold is at least so wide, in parts of their size; finer ones are habit. */
const BOLD_STROKE = 0.015

function itemOf(entry: TextItem & { readonly stroked?: number }, page: Matrix, artifact: boolean): PdfItem {
  const { str: text, transform, width, fontName: font, stroked = 0 } = entry
  const [a, b, c, d, x, y] = multiply(page, transform)
  const angle = Math.round(((Math.atan2(-b, a) * 180) / Math.PI) * 10) / 10
  return { text, x, y, width, size: Math.hypot(c, d), angle, font, stroked: stroked >= BOLD_STROKE, artifact }
}

/** From pdf.js coordinates to points from the top left corner of the page as shown. */
function turned(page: PDFPageProxy): Matrix {
  return multiply([1, 0, 0, 1, 0, 0], page.getViewport({ scale: 1 }).transform)
}

async function infoOf(pdf: PDFDocumentProxy): Promise<PdfInfo> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const said: Readonly<Record<string, unknown>> = { ...info }
  const text = (key: string) => (typeof said[key] === 'string' ? said[key].replace(/\s+/g, ' ').trim() : '')
  const title = text('Title')
  const generator = [text('Creator'), text('Producer')].filter(Boolean).join(' / ')
  return {
    ...(title ? { title } : {}),
    ...(generator ? { generator } : {}),
    hasForm: said.IsAcroFormPresent === true,
    hasXfa: said.IsXFAPresent === true,
    isPortfolio: said.IsCollectionPresent === true,
  }
}
