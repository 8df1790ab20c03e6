/**
 * Reading page images: the system's tesseract with German if it is installed, otherwise tesseract.js with its trained
 * data from the package, both offline. What only this needs is looked for when the first page without text appears.
 *
 * Units: pixels of the image; confidence from 0 to 100.
 * Source: tesseract's TSV output, one word a line.
 */
import { spawn, spawnSync } from 'node:child_process'

export interface OcrWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly confidence: number
  /** Words with the same number stand on one line. */
  readonly line: number
}

export interface OcrEngine {
  readonly name: string
  /** What a page usually takes; only for telling people beforehand. */
  readonly secondsPerPage: number
  /** The words of an image (PNG). Throws if the engine fails. */
  read(png: Uint8Array, dpi: number, signal: AbortSignal): Promise<OcrWord[]>
}

let found: Promise<OcrEngine | undefined> | undefined

/** The engine of this machine; undefined if there is none. */
export function ocrEngine(): Promise<OcrEngine | undefined> {
  found ??= Promise.resolve(systemEngine()).then((engine) => engine ?? bundledEngine())
  return found
}

/** The system's tesseract, if it knows German. */
export function systemEngine(): OcrEngine | undefined {
  const { stdout, error } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8', timeout: 5000 })
  if (error || !/^deu$/m.test(stdout)) return undefined
  return { name: 'tesseract', secondsPerPage: 5, read: readWithSystem }
}

function readWithSystem(png: Uint8Array, dpi: number, signal: AbortSignal): Promise<OcrWord[]> {
  // one thread each: several papers are read at the same time
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
  const child = spawn('tesseract', ['-', '-', '-l', 'deu', '--psm', '3', '--dpi', String(dpi), 'tsv'], { env, signal })
  return new Promise((resolve, reject) => {
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.resume()
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(wordsOf(Buffer.concat(output).toString('utf8'))) : reject(new Error(`tesseract: ${code}`)),
    )
    child.stdin.on('error', () => {})
    child.stdin.end(png)
  })
}

/** The words of tesseract's TSV. */
export function wordsOf(tsv: string): OcrWord[] {
  const words: OcrWord[] = []
  let line = 0
  for (const row of tsv.split('\n')) {
    const [level, , , , , , left, top, width, height, confidence, ...text] = row.replace(/\r$/, '').split('\t')
    if (level === '4') line++
    const word = text.join(' ').trim()
    if (level !== '5' || !word) continue
    const [x, y] = [Number(left), Number(top)]
    const box = { left: x, top: y, right: x + Number(width), bottom: y + Number(height) }
    words.push({ text: word, ...box, confidence: Number(confidence), line })
  }
  return words
}

/** What we use of tesseract.js; it is an optional package, so its types may be absent. */
interface TesseractJs {
  createWorker(lang: string, mode: number, options: object): Promise<TesseractWorker>
}

interface TesseractWorker {
  recognize(image: Buffer, options: object, output: object): Promise<{ readonly data: { readonly tsv: string | null } }>
  terminate(): Promise<unknown>
}

/** tesseract.js, if it is installed with its data. */
export async function bundledEngine(): Promise<OcrEngine | undefined> {
  // a name the type checker does not follow
  const [library, data]: string[] = ['tesseract.js', '@tesseract.js-data/deu/package.json']
  try {
    const { createRequire } = await import('node:module')
    const { dirname, join } = await import('node:path')
    const folder = dirname(createRequire(import.meta.url).resolve(data ?? ''))
    const loaded: { readonly default: TesseractJs } = await import(library ?? '')
    const options = { langPath: join(folder, '4.0.0_best_int'), gzip: true, cacheMethod: 'none', errorHandler() {} }
    return {
      name: 'tesseract.js',
      secondsPerPage: 13,
      read: (png, _, signal) => readBundled(loaded.default, options, png, signal),
    }
  } catch {
    return undefined
  }
}

/** A worker for each page: none is left when the program ends, and starting one costs little beside a page. */
async function readBundled(
  library: TesseractJs,
  options: object,
  png: Uint8Array,
  signal: AbortSignal,
): Promise<OcrWord[]> {
  const worker = await library.createWorker('deu', 1, options)
  try {
    const ended = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Error('abgebrochen')), { once: true })
    })
    const { data } = await Promise.race([worker.recognize(Buffer.from(png), {}, { text: false, tsv: true }), ended])
    return wordsOf(data.tsv ?? '')
  } finally {
    await worker.terminate()
  }
}
