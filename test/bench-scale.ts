/**
 * `npm run bench -- scale [SMALL LARGE]`: whether a run over ten times the papers takes ten times as long, and no more.
 *
 * Papers are made from the text samples of the repository, each with a number and amounts of its own. Measured, on the
 * real command line with the real extractors: time per paper at both sizes without the start of the program, peak
 * memory and its course, and a second run over the same papers. Prints ratios and what was demanded of them; asserts
 * nothing. Processor time beside the clock's: other programs on the machine hardly show in it.
 */
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'bin/vorlagen.mjs')
/**
 * Prints, when the process ends, its peak memory in kilobytes, the processor time of all its threads in microseconds,
 * and for each tenth of its way the most memory it had and the least its main heap held, in megabytes.
 */
const MEMORY = `data:text/javascript,${encodeURIComponent(`
import { isMainThread } from 'node:worker_threads'
if (isMainThread) {
  const seen = []
  setInterval(() => { const { rss, heapUsed } = process.memoryUsage(); seen.push([rss, heapUsed]) }, 100).unref()
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    const tenths = Array.from({ length: 10 }, (_, at) =>
      seen.slice(Math.floor((at * seen.length) / 10), Math.floor(((at + 1) * seen.length) / 10)))
    const course = tenths.filter((part) => part.length).map((part) =>
      [Math.max(...part.map(([rss]) => rss)), Math.min(...part.map(([, heap]) => heap))]
        .map((bytes) => Math.round(bytes / 1048576)).join(':'))
    process.stderr.write('\\nRSS ' + maxRSS + ' CPU ' + (userCPUTime + systemCPUTime) + ' COURSE ' + course + '\\n')
  })
}`)}`

interface Measured {
  readonly papers: number
  readonly seconds: number
  readonly perPaper: number
  readonly megabytes: number
  /** Processor seconds for a paper: other programs on the machine do not show in them. */
  readonly cpuPerPaper: number
  readonly second: Used
  readonly first: Used
}

export interface Used {
  readonly seconds: number
  readonly cpu: number
  readonly megabytes: number
  /** Of each tenth of the way: the most memory of all, the least of the main heap; megabytes. */
  readonly course: readonly (readonly [most: number, heap: number])[]
}

export function scale(sizes: readonly number[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'vorlagen-skala-'))
  try {
    const starts = [1, 2, 3].map(() => used(['config', 'schema']))
    const start = Math.min(...starts.map((one) => one.seconds))
    const startCpu = Math.min(...starts.map(({ cpu }) => cpu))
    const [small, large] = sizes.map((papers) => measure(folder, papers, start, startCpu))
    if (!small || !large) throw new Error('zwei Größen, bitte')
    for (const one of [small, large]) tell(one)
    const ratio = large.perPaper / small.perPaper
    const memory = large.megabytes / small.megabytes
    console.log(`\nZeit je Vorlage, ${large.papers} : ${small.papers}   ${ratio.toFixed(3)} (verlangt: höchstens 1,15)`)
    console.log(`Rechenzeit je Vorlage, ebenso    ${(large.cpuPerPaper / small.cpuPerPaper).toFixed(3)}`)
    console.log(`Spitze des Speichers, ebenso     ${memory.toFixed(3)} (verlangt: gleich)`)
    console.log(
      `zweiter Lauf über ${large.papers}         ${share(large.second.seconds, large.first.seconds)} des ersten (verlangt: höchstens 5 %), Rechenzeit ${share(large.second.cpu, large.first.cpu)}`,
    )
    const { course } = large.first
    console.log(`Speicher, je Zehntel des Wegs    ${course.map(([most]) => most).join(' ')} MB`)
    console.log(`davon der Haupt-Heap, kleinster  ${course.map(([, heap]) => heap).join(' ')} MB`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(folder: string, papers: number, start: number, startCpu: number): Measured {
  const at = join(folder, String(papers))
  makePapers(join(at, 'eingang'), papers)
  const source = { art: 'ordner', id: 'skala', kommune: { name: 'Auenfurt' }, ordner: 'eingang' }
  const config = join(at, 'vorlagen.config.json')
  writeFileSync(config, JSON.stringify({ datenbank: 'v.db', lesen: { gleichzeitig: 2 }, quellen: [source] }))
  const first = used(['sync', '--config', config, '--quiet'])
  const second = used(['sync', '--config', config, '--quiet'])
  const perPaper = (first.seconds - start) / papers
  const cpuPerPaper = (first.cpu - startCpu) / papers
  return { papers, seconds: first.seconds, perPaper, cpuPerPaper, megabytes: first.megabytes, first, second }
}

/** Papers of the text samples, each with numbers and amounts of its own, in folders of 500. */
export function makePapers(folder: string, papers: number): void {
  const templates = globSync('samples/*/*.{txt,md}', { cwd: root })
    .filter((path) => !path.includes('unlesbar'))
    .sort()
    .map((path) => ({ text: readFileSync(join(root, path), 'utf8'), end: path.slice(path.lastIndexOf('.')) }))
  for (let at = 0; at < papers; at++) {
    const template = templates[at % templates.length]
    if (!template) throw new Error('keine Muster')
    const place = join(folder, String(Math.floor(at / 500)))
    mkdirSync(place, { recursive: true })
    const own = template.text.replaceAll(/\b(\d{3})\/(\d{4})\b/g, (_, number, year) => `${Number(number) + at}/${year}`)
    writeFileSync(join(place, `${at}${template.end}`), `${own}\n\nLaufende Nummer der Probe: ${at}.\n`)
  }
}

/** What a call of the command line used. */
export function used(args: readonly string[]): Used {
  const from = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--import', MEMORY, cli, ...args], {
    encoding: 'utf8',
    cwd: root,
  })
  if (status !== 0 && status !== 3) throw new Error(`vorlagen ${args.join(' ')}: ${status}\n${stderr}`)
  // A folder as it grows: the marks of files that were made just now are not trusted yet, which the second run pays for.
  return {
    seconds: (performance.now() - from) / 1000,
    cpu: Number(/ CPU (\d+)/.exec(stderr)?.[1] ?? 0) / 1e6,
    megabytes: Number(/RSS (\d+)/.exec(stderr)?.[1] ?? 0) / 1024,
    course: [...(/ COURSE (\S+)/.exec(stderr)?.[1] ?? '').matchAll(/(\d+):(\d+)/g)].map(([, most, heap]) => [
      Number(most),
      Number(heap),
    ]),
  }
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`
}

function tell({ papers, seconds: first, perPaper, megabytes, second }: Measured): void {
  console.log(
    `${papers} Vorlagen: ${first.toFixed(1)} s, ${(1000 * perPaper).toFixed(2)} ms je Vorlage, ${megabytes.toFixed(0)} MB; zweiter Lauf ${second.seconds.toFixed(1)} s`,
  )
}
