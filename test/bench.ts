/**
 * `npm run bench`: how long importing takes, as ratios from one run, beside what is aimed at.
 *
 * For each set of PDFs (the samples' own, those beside the project, the papers set by `npm run typeset`; what is absent
 * is left out) copies with bytes of their own are made. Measured with two workers: the whole import (read, extract,
 * validate, write) in a fresh process, and warm, that is from the moment the first copies are done. Each worker
 * compiles code and patterns by itself, and again what turns out to be used much: the first fifty papers take two to
 * four times the computing of those after two hundred, and only from there on it stays the same. All is held against
 * `pdftotext -bbox-layout` run one process at a time over the same files, before and after. On Linux also by computing
 * time (half the import's, for two workers), which other programs disturb less. Then the peak of memory, a second
 * import, and the start of `--help` and of one small PDF. Asserts nothing. Text recognition is not part of it.
 *
 * `npm run bench -- scale 1000 10000`: what grows with the number of papers (`bench-scale.ts`).
 * `npm run bench -- publizieren`: a snapshot of 100,000 papers and the cookbook over it (`bench-publish.ts`).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** Seconds by the clock and, where they are told, of computing. */
interface Time {
  readonly clock: number
  readonly computing: number
}

const root = join(import.meta.dirname, '..')
const cli = join(root, 'bin/vorlagen.mjs')
/** Prints the peak memory of a process, in kilobytes, when it ends. */
const MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\nRSS '+process.resourceUsage().maxRSS+'\\n'))"
/** Papers read in all with the start, before the clock starts, and after; whole rounds of a set. */
const LEAST = { cold: 40, warm: 200, measured: 50 }
const GOALS = { ratio: 1.3, megabytes: 600, help: 0.15, small: 0.7 }
const TICKS = 100

const [what, ...sizes] = process.argv.slice(2)
if (what === 'scale') {
  const { scale } = await import('./bench-scale.ts')
  scale(sizes.length === 2 ? sizes.map(Number) : [1000, 10_000])
  process.exit()
}
if (what === 'publizieren') {
  const { publishing } = await import('./bench-publish.ts')
  publishing(sizes[0])
  process.exit()
}
const folder = mkdtempSync(join(tmpdir(), 'vorlagen-bench-'))
try {
  const found = (pattern: string): string[] => globSync(pattern, { cwd: root }).map((path) => join(root, path))
  const own = found('samples/*/*.pdf').filter((path) => !path.includes('unlesbar'))
  const sets = { Muster: own, 'echte PDF': found('../shared/corpus/pdf/*/*.pdf'), gesetzt: found('out/typeset/*.pdf') }
  for (const [name, papers] of Object.entries(sets)) {
    if (papers.length) await report(name, papers.sort())
    else console.log(`\n${name}: keine gefunden; ausgelassen`)
  }
  starts(own)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function report(name: string, papers: readonly string[]): Promise<void> {
  const rounds = (least: number): number => Math.max(1, Math.ceil(least / papers.length))
  const first = copies(`${name}-kalt`, papers, rounds(LEAST.cold))
  const warm = copies(`${name}-0`, papers, rounds(LEAST.warm))
  const files = copies(`${name}-1`, papers, rounds(LEAST.measured))
  const before = pdftotext(files)
  const cold = await imported([first], join(folder, `${name}-kalt.db`))
  const both = await imported([warm, files], join(folder, `${name}.db`))
  const again = await imported([warm, files], join(folder, `${name}.db`))
  const after = pdftotext(files)
  const coldPlain = pdftotext(first)
  console.log(
    `\n${name}: ${files.length} PDF, ${(files.reduce((sum, f) => sum + statSync(f).size, 0) / 1e6).toFixed(0)} MB`,
  )
  row('Vorlagen in der Sekunde, warm', (files.length / both.last.clock).toFixed(1))
  if (before && after && coldPlain) {
    const plain = { clock: (before.clock + after.clock) / 2, computing: (before.computing + after.computing) / 2 }
    row('Import : pdftotext, warm', shown(both.last, plain), `höchstens ${GOALS.ratio}`)
    row('Import : pdftotext, mit Start', shown(cold.whole, coldPlain))
  } else row('Import : pdftotext', 'pdftotext ist nicht installiert (Paket poppler-utils)')
  row('Spitze des Speichers', `${both.megabytes.toFixed(0)} MB`, `unter ${GOALS.megabytes} MB`)
  row('zweiter Import : erster', (again.whole.clock / both.whole.clock).toFixed(3))
}

/** Of the clock, and of computing shared by two. */
function shown(time: Time, plain: Time): string {
  const clock = (time.clock / plain.clock).toFixed(2)
  return plain.computing > 0 ? `${clock} (Rechenzeit ${(time.computing / 2 / plain.computing).toFixed(2)})` : clock
}

/** Copies with bytes of their own, so that none is known from another. */
function copies(name: string, papers: readonly string[], rounds: number): string[] {
  const into = join(folder, name)
  mkdirSync(into)
  return Array.from({ length: rounds }, (_, round) =>
    papers.map((paper, at) => {
      const file = join(into, `${round}-${at}-${basename(paper)}`)
      copyFileSync(paper, file)
      appendFileSync(file, `\n% ${name} ${round}\n`)
      return file
    }),
  ).flat()
}

/** Import the sets in one run: how long all took, and the last of them alone. */
async function imported(sets: readonly (readonly string[])[], db: string) {
  const paths = sets.map(([file = '']) => join(file, '..'))
  const options = ['--db', db, '--workers', '2', '--ocr', 'nie', '--json']
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', MEMORY, cli, 'import', ...paths, ...options], { cwd: root })
  let [papers, stderr] = [0, '']
  const elsewhere = sets.slice(0, -1).flat().length
  let from: Time = { clock: 0, computing: 0 }
  let until = from
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    papers += text.match(/^\{"ereignis":"vorlage"/gm)?.length ?? 0
    const now = { clock: (performance.now() - start) / 1000, computing: computingOf(child) }
    if (papers <= elsewhere) from = now
    until = now
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  await new Promise((resolve) => child.on('close', resolve))
  const megabytes = Number(/RSS (\d+)/.exec(stderr)?.[1] ?? 0) / 1024
  const last = { clock: until.clock - from.clock, computing: until.computing - from.computing }
  return { whole: { ...until, clock: (performance.now() - start) / 1000 }, last, megabytes }
}

/** Seconds of computing so far, of a program that still runs; 0 where the system does not tell. */
function computingOf({ pid }: ChildProcess): number {
  return statOf(String(pid), 13) + statOf(String(pid), 14)
}

function pdftotext(files: readonly string[]): Time | undefined {
  if (spawnSync('pdftotext', ['-v']).error) return undefined
  const children = (): number => statOf('self', 15) + statOf('self', 16)
  const [from, before] = [performance.now(), children()]
  for (const file of files) spawnSync('pdftotext', ['-bbox-layout', file, '/dev/null'])
  return { clock: (performance.now() - from) / 1000, computing: children() - before }
}

/** A field of what Linux tells of a process, counted from 0, in seconds. */
function statOf(pid: string, field: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name of the program, in brackets, may hold blanks
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[field - 2]) / TICKS
  } catch {
    return 0
  }
}

function starts(own: readonly string[]): void {
  const small = own.toSorted((a, b) => statSync(a).size - statSync(b).size)[0]
  console.log('\nStart')
  row('leeres Node', `${best(['-e', '0']).toFixed(3)} s`)
  row('vorlagen --help', `${best([cli, '--help']).toFixed(3)} s`, `unter ${GOALS.help} s`)
  if (small) {
    row('ein kleines PDF', `${best([cli, 'extract', '--json', small]).toFixed(3)} s`, `unter ${GOALS.small} s`)
  }
}

/** The quickest of some runs, in seconds: what else the machine does only makes them slower. */
function best(args: readonly string[]): number {
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now()
    spawnSync(process.execPath, args, { cwd: root })
    return (performance.now() - from) / 1000
  })
  return Math.min(...times)
}

function row(name: string, value: string, goal = ''): void {
  console.log(`  ${name.padEnd(32)}${value}${goal ? `   (Ziel: ${goal})` : ''}`)
}
