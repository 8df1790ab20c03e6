/**
 * `npm run ocr`: how well pictures of pages are read. Recognises the scans beside the project that have a reference and
 * prints, for each, the share of its words that was found (recall) and of the words found that are right (precision).
 *
 * Words are compared as a bag: letters and figures, lower case. Ends well where engine or scans are missing. A scan
 * that brings its own text keeps it, unless `--immer` is given.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readPaper } from '../src/pipeline.ts'
import { ocrEngine } from '../src/readers/pdf/ocr.ts'
import { DEFAULT_LIMITS } from '../src/readers/reader.ts'

const scans = join(import.meta.dirname, '../../shared/corpus/pdf/koeln-scans')
const references = globSync('*.reference.txt', { cwd: scans }).sort()
const engine = await ocrEngine()
if (references.length === 0) console.log('Keine Scans mit Vergleichstext gefunden; nichts zu messen.')
else if (!engine)
  console.log('Keine Texterkennung gefunden (tesseract mit Deutsch oder tesseract.js); nichts zu messen.')
else await measure(engine.name)

async function measure(name: string): Promise<void> {
  const ocr = process.argv.includes('--immer') ? 'immer' : 'auto'
  console.log(`${name}, --ocr ${ocr}\n${'Scan'.padEnd(12)}  gefunden  richtig  Wörter  Sekunden`)
  const all = { hits: 0, wanted: 0, got: 0 }
  for (const reference of references) {
    const file = join(scans, reference.replace('.reference.txt', '.pdf'))
    if (!existsSync(file)) continue
    const from = performance.now()
    const paper = await readPaper(file, readFileSync(file), { limits: { ...DEFAULT_LIMITS, ocr } })
    const seconds = (performance.now() - from) / 1000
    const printed = readFileSync(join(scans, reference), 'utf8')
    // words broken at line ends are whole in what we read
    const wanted = wordsOf(printed.replace(/(\p{L})-[ \t]*\r?\n\s*(?=\p{Ll})/gu, '$1'))
    const got = wordsOf([paper.text, ...paper.furniture.map(({ text }) => text)].join(' '))
    const hits = common(wanted, got)
    all.hits += hits
    all.wanted += wanted.length
    all.got += got.length
    const shares = `${share(hits, wanted.length)}     ${share(hits, got.length)}`
    const layer = paper.meta.ocrPages ? '' : '  (eigener Text)'
    console.log(
      `${basename(file).padEnd(12)}  ${shares}  ${String(wanted.length).padStart(6)}  ${seconds.toFixed(1).padStart(8)}${layer}`,
    )
  }
  console.log(`${'zusammen'.padEnd(12)}  ${share(all.hits, all.wanted)}     ${share(all.hits, all.got)}`)
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function common(wanted: readonly string[], got: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of got) left.set(word, (left.get(word) ?? 0) + 1)
  return wanted.filter((word) => {
    const count = left.get(word) ?? 0
    if (count) left.set(word, count - 1)
    return count > 0
  }).length
}

function share(part: number, whole: number): string {
  return (part / Math.max(1, whole)).toFixed(3)
}
