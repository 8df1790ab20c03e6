/**
 * What text recognition will cost, said before a large import: pages times seconds, and how to go without.
 */
import { readFileSync } from 'node:fs'
import type { Limits } from '../readers/reader.ts'
import type { FoundFile } from '../sources/files.ts'
import type { Terminal } from './terminal.ts'

/** From so many pages on it takes minutes. */
const MANY_PAGES = 20

/** Say it, if it is worth saying. Files that cannot be read are none of its business. */
export async function sayOcrCost(
  files: readonly FoundFile[],
  limits: Limits,
  workers: number,
  terminal: Terminal,
): Promise<void> {
  if (!limits.ocr || limits.ocr === 'nie') return
  const { scannedPages } = await import('../readers/pdf/scan-count.ts')
  const pages = files.map(({ path, problem }) => (problem || !/\.pdf$/i.test(path) ? 0 : pagesIn(path, scannedPages)))
  const sum = pages.reduce((all, one) => all + one, 0)
  if (sum < MANY_PAGES) return
  const { ocrEngine } = await import('../readers/pdf/ocr.ts')
  const engine = await ocrEngine()
  if (engine) terminal.say(costSentence(sum, pages.filter(Boolean).length, engine.secondsPerPage, workers))
}

/** The sentence. */
export function costSentence(pages: number, files: number, seconds: number, workers: number): string {
  const minutes = Math.max(1, Math.round((pages * seconds) / Math.max(1, workers) / 60))
  const time =
    minutes < 90 ? `${minutes} min` : `${(minutes / 60).toLocaleString('de', { maximumFractionDigits: 1 })} h`
  return (
    `Texterkennung: etwa ${pages.toLocaleString('de')} Seiten ohne Text in ${files.toLocaleString('de')} ` +
    `${files === 1 ? 'Datei' : 'Dateien'}, rund ${seconds} s je Seite, zusammen etwa ${time}. Ohne sie: --ocr nie.`
  )
}

function pagesIn(path: string, count: (bytes: Uint8Array) => number): number {
  try {
    return count(readFileSync(path))
  } catch {
    return 0
  }
}
