/**
 * Pages that are pictures, read by text recognition: their words take the place of those the page does not have.
 *
 * Units: points from the top left corner; dpi; seconds.
 * Messages: `texterkennung`, `texterkennung-unsicher`, `texterkennung-fehlt`.
 */
import type { Message } from '../../document.ts'
import type { Item, PageItems } from '../../layout/items.ts'
import { message } from '../../messages.ts'
import type { OcrMode } from '../reader.ts'
import type { PdfFile } from './engine.ts'
import { type OcrEngine, type OcrWord, ocrEngine } from './ocr.ts'
import type { ReadPages } from './pages.ts'

const FROM = 'texterkennung'
const DPI = 300
/** Words read with less confidence are doubtful; a page is if more of them are than this part. */
const DOUBTFUL = { confidence: 60, share: 0.15 }
/** A line's height, from the feet of its letters to their heads, in the type's size. */
const HEIGHT = 0.93
const FOOT = 0.21

export interface ReadScans {
  readonly read: ReadPages
  readonly messages: readonly Message[]
  /** Pages whose words were recognised. */
  readonly pages: readonly number[]
}

/** Read the pages that need it, until the deadline (milliseconds, as `Date.now` counts). */
export async function withScans(
  file: PdfFile,
  read: ReadPages,
  mode: OcrMode,
  deadline: number,
  recognising?: () => void,
): Promise<ReadScans> {
  const wanted = mode === 'nie' ? [] : mode === 'immer' ? await pictures(file, read) : read.empty
  if (wanted.length === 0) return { read, messages: [], pages: [] }
  const engine = await ocrEngine()
  if (!engine) return { read, messages: mode === 'immer' ? [message('texterkennung-fehlt', FROM)] : [], pages: [] }
  recognising?.()
  const done = new Map<number, readonly OcrWord[]>()
  const pages = new Map(read.pages.map((page) => [page.page, page]))
  for (const number of wanted) {
    const page = pages.get(number)
    const words = page && (await wordsIn(file, page, engine, deadline))
    // nothing found: what the scan itself brings is better
    if (!page || !words || (words.length === 0 && page.items.length > 0)) continue
    pages.set(number, { ...page, items: itemsOf(words, page), rules: [], squares: [] })
    done.set(number, words)
  }
  const numbers = [...done.keys()]
  const messages = numbers.length ? [message('texterkennung', FROM, `${engine.name}, Seite ${numbers.join(', ')}`)] : []
  const unsure = [...done].flatMap(([number, words]) => (isDoubtful(words) ? [number] : []))
  if (unsure.length) messages.push(message('texterkennung-unsicher', FROM, `Seite ${unsure.join(', ')}`))
  return {
    read: { ...read, pages: [...pages.values()], empty: read.empty.filter((number) => !done.has(number)) },
    messages,
    pages: numbers,
  }
}

/** Pages without text, and those that are one big picture although they have some. */
async function pictures(file: PdfFile, read: ReadPages): Promise<number[]> {
  const found = new Set(read.empty)
  for (const { page } of read.pages) {
    if (!found.has(page) && (await file.drawing(page).catch(() => undefined))?.scan) found.add(page)
  }
  return [...found].sort((a, b) => a - b)
}

async function wordsIn(
  file: PdfFile,
  page: PageItems,
  engine: OcrEngine,
  deadline: number,
): Promise<OcrWord[] | undefined> {
  const left = deadline - Date.now()
  if (left <= 0) return undefined
  try {
    const image = await file.image(page.page, DPI)
    const words = await engine.read(image.png, DPI, AbortSignal.timeout(left))
    return words.map((word) => scaled(word, page.width / image.width, page.height / image.height))
  } catch {
    return undefined
  }
}

function scaled(word: OcrWord, x: number, y: number): OcrWord {
  return { ...word, left: word.left * x, right: word.right * x, top: word.top * y, bottom: word.bottom * y }
}

/** Words as items: those of one line share baseline and size, and sizes that hardly differ are the same. */
function itemsOf(words: readonly OcrWord[], page: PageItems): Item[] {
  const lines = Map.groupBy(
    words.filter((word) => word.confidence >= 0 && isWord(word)),
    (word) => word.line,
  )
  const heights = [...lines.values()].map((line) => extent(line).bottom - extent(line).top).sort((a, b) => a - b)
  const usual = heights[Math.floor(heights.length / 2)] ?? 10
  return [...lines.values()].flatMap((line) => {
    const { top, bottom } = extent(line)
    const near = Math.abs(bottom - top - usual) < 0.3 * usual
    const size = Math.round(10 * ((near ? usual : bottom - top) / HEIGHT)) / 10
    const y = line.some((word) => /[gjpqyß,;()]/.test(word.text)) ? bottom - FOOT * size : bottom
    return line.map((word): Item => {
      const box = [word.left, word.top, word.right, word.bottom].map((value) => Math.round(value * 10) / 10)
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box
      const { text, left } = word
      const width = word.right - left
      const look = { bold: false, italic: false, angle: 0, artifact: false }
      const confidence = Math.round(word.confidence)
      return { text, page: page.page, x: left, y, width, size, ...look, box: [x1, y1, x2, y2], confidence }
    })
  })
}

/** Specks and rules come as single signs read without confidence. */
function isWord({ text, confidence }: OcrWord): boolean {
  return /[\p{L}\p{N}]/u.test(text) ? confidence >= 20 : confidence >= 60
}

function extent(line: readonly OcrWord[]): { top: number; bottom: number } {
  return { top: Math.min(...line.map((word) => word.top)), bottom: Math.max(...line.map((word) => word.bottom)) }
}

function isDoubtful(words: readonly OcrWord[]): boolean {
  const real = words.filter((word) => /[\p{L}\p{N}]/u.test(word.text))
  const doubtful = real.filter((word) => word.confidence < DOUBTFUL.confidence).length
  return real.length === 0 || doubtful > DOUBTFUL.share * real.length
}
