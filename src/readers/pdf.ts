/**
 * PDF: words with places in, blocks out. The engine tells what stands where (`pdf/`), the layout what belongs together
 * (`../layout/`).
 *
 * Units: points; pages from 1.
 * Messages: `pdf-verschluesselt`, `pdf-beschaedigt`, `pdf-repariert`, `pdf-ohne-seiten`, `pdf-formular-xfa`,
 * `pdf-portfolio`, `scan-ohne-text`, `seiten-ohne-text`, `texterkennung-vorhanden`, `zeichen-ersetzt`, `abgeschnitten`,
 * `zeit-ueberschritten`, `tabelle-unsicher`; those of text recognition in `pdf/scans.ts`.
 * Source: ISO 32000; PDFs as Word, LibreOffice, browsers and scanners make them.
 */
import type { Message, PaperMeta } from '../document.ts'
import { layOut } from '../layout/layout.ts'
import { message } from '../messages.ts'
import { hasImages, isIntact } from './pdf/damage.ts'
import { isFailure, type PdfEngine, type PdfFile } from './pdf/engine.ts'
import { type ReadPages, readPages } from './pdf/pages.ts'
import { pdfjsEngine } from './pdf/pdfjs.ts'
import { withScans } from './pdf/scans.ts'
import { type Limits, OCR_SECONDS, type Reader, type Reading } from './reader.ts'

const FROM = 'pdf'
/** Seconds kept back from recognition for the rest of the work. */
const SPARE = 30
/** Fewer letters than this are no text but the notice that a viewer cannot show the form. */
const NOTICE = 700

/** From so many unreadable characters on it is said. */
const STRANGE = { least: 5, share: 0.005 }

export const pdfReader: Reader = readerWith(pdfjsEngine)

/** A PDF reader on a given engine. */
function readerWith(engine: PdfEngine): Reader {
  return {
    mediaType: 'application/pdf',
    async read(bytes, limits) {
      const deadline = Date.now() + limits.seconds * 1000
      const opening = engine.open(bytes)
      const opened = await beforeDeadline(opening, deadline)
      if (!opened) {
        opening.then((late) => (isFailure(late) ? undefined : late.close())).catch(() => {})
        return nothing(message('zeit-ueberschritten', FROM))
      }
      if (isFailure(opened)) {
        return nothing(
          message(
            opened.failure === 'verschluesselt' ? 'pdf-verschluesselt' : 'pdf-beschaedigt',
            FROM,
            shorten(opened.detail),
          ),
        )
      }
      try {
        return await readFile(opened, bytes, limits, deadline)
      } finally {
        await opened.close().catch(() => {})
      }
    },
  }
}

async function readFile(file: PdfFile, bytes: Uint8Array, limits: Limits, deadline: number): Promise<Reading> {
  if (file.pages === 0) return nothing(message('pdf-ohne-seiten', FROM))
  const last = Math.min(file.pages, limits.pages)
  const asPrinted = await beforeDeadline(readPages(file, last, deadline), deadline + 500)
  if (!asPrinted || asPrinted.tookTooLong)
    return { ...nothing(message('zeit-ueberschritten', FROM)), meta: metaOf(file, []) }
  const { ocr = 'nie', recognising } = limits
  const scans = await withScans(file, asPrinted, ocr, deadline + (OCR_SECONDS - SPARE) * 1000, recognising)
  const { read } = scans
  const layered = read.layered.filter((page) => !scans.pages.includes(page))
  const messages = [...messagesOf(file, read, bytes, last), ...scans.messages]
  if (layered.length) messages.push(message('texterkennung-vorhanden', FROM, `Seite ${layered.join(', ')}`))
  const ocrPages = [...scans.pages, ...layered].sort((a, b) => a - b)
  const meta = { ...metaOf(file, read.hosts), ...(ocrPages.length ? { ocrPages } : {}) }
  if (messages.some((said) => said.stufe === 'fehler' && said.code !== 'pdf-portfolio'))
    return { ...nothing(...messages), meta }
  const { blocks, furniture, unsure } = layOut(read.pages)
  if (unsure.length) messages.push(message('tabelle-unsicher', FROM, `Seite ${[...new Set(unsure)].join(', ')}`))
  return { blocks, furniture, meta, messages }
}

function messagesOf(file: PdfFile, read: ReadPages, bytes: Uint8Array, last: number): Message[] {
  const letters = read.pages.reduce((sum, page) => sum + page.items.reduce((all, item) => all + item.text.length, 0), 0)
  if (file.info.isPortfolio && letters < NOTICE) return [message('pdf-portfolio', FROM)]
  if (file.info.hasXfa && !file.info.hasForm && letters < NOTICE) return [message('pdf-formular-xfa', FROM)]
  if (read.broken.length === last) return [message('pdf-beschaedigt', FROM)]
  const scanned = hasImages(bytes)
  if (letters === 0) return [scanned ? message('scan-ohne-text', FROM) : message('ohne-text', FROM)]
  const messages: Message[] = []
  if (!isIntact(bytes) || read.broken.length) {
    messages.push(
      message('pdf-repariert', FROM, read.broken.length ? `nicht lesbar: Seite ${read.broken.join(', ')}` : undefined),
    )
  }
  if (read.empty.length && scanned) messages.push(message('seiten-ohne-text', FROM, `Seite ${read.empty.join(', ')}`))
  const strange = read.pages.reduce((sum, page) => sum + strangeIn(page.items.map((item) => item.text).join(' ')), 0)
  if (strange > STRANGE.least && strange > STRANGE.share * letters)
    messages.push(message('zeichen-ersetzt', FROM, `${strange} Zeichen`))
  if (last < file.pages) messages.push(message('abgeschnitten', FROM, `gelesen: ${last} von ${file.pages} Seiten`))
  return messages
}

/** Characters that mean nothing without their font. */
function strangeIn(text: string): number {
  return text.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0
}

function metaOf(file: PdfFile, hosts: readonly string[]): PaperMeta {
  const { title, generator } = file.info
  const count = new Map<string, number>()
  for (const host of hosts) count.set(host, (count.get(host) ?? 0) + 1)
  const sorted = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([host]) => host)
  return {
    ...(title ? { title } : {}),
    ...(generator ? { generator } : {}),
    ...(sorted.length ? { hosts: sorted } : {}),
  }
}

function nothing(...messages: Message[]): Reading {
  return { blocks: [], furniture: [], meta: {}, messages }
}

function shorten(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 80)
}

/** The result, or undefined if it is not there in time. */
async function beforeDeadline<T>(work: Promise<T>, deadline: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(1, deadline - Date.now()))
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
