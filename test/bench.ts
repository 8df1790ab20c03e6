/**
 * `npm run bench`: how long importing takes, as ratios from one run.
 *
 * A set of PDFs (the samples' own, and those beside the project if there are any) is copied often enough to outlast
 * the start, each copy with bytes of its own. Measured: the whole import with two workers (read, extract, validate,
 * write) against `pdftotext -bbox-layout` run one process at a time over the same files; peak memory of the import; a
 * second import of the same files; the start of `--help` and of one small PDF. Prints ratios; asserts nothing.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, copyFileSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'bin/vorlagen.mjs')
/** Prints the peak memory of a process, in kilobytes, when it ends. */
const MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\nRSS '+process.resourceUsage().maxRSS+'\\n'))"
const LEAST = 120

const [what, ...sizes] = process.argv.slice(2)
if (what === 'scale') {
  const { scale } = await import('./bench-scale.ts')
  scale(sizes.length === 2 ? sizes.map(Number) : [1000, 10_000])
  process.exit()
}
const folder = mkdtempSync(join(tmpdir(), 'vorlagen-bench-'))
try {
  const own = globSync('samples/*/*.pdf', { cwd: root })
    .filter((path) => !path.includes('unlesbar'))
    .map((path) => join(root, path))
  report('Muster', own)
  const beside = globSync('../shared/corpus/pdf/{erlangen,koeln-minutes,schwerin}/*.pdf', { cwd: root }).map((path) =>
    join(root, path),
  )
  if (beside.length) report('echte PDF', beside)
  starts(own)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function report(name: string, papers: readonly string[]): void {
  const files = copies(name, papers)
  const db = join(folder, `${basename(name)}.db`)
  const args = ['import', ...new Set(files.map((file) => join(file, '..'))), '--db', db, '--workers', '2', '--quiet']
  const first = run(process.execPath, ['--import', MEMORY, cli, ...args])
  const second = run(process.execPath, [cli, ...args])
  const megabytes = files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6
  console.log(`\n${name}: ${files.length} PDF, ${megabytes.toFixed(0)} MB`)
  console.log(
    `  Import                ${first.seconds.toFixed(1)} s, ${(files.length / first.seconds).toFixed(1)} Vorlagen/s`,
  )
  console.log(`  Spitze des Speichers  ${(Number(/RSS (\d+)/.exec(first.stderr)?.[1] ?? 0) / 1024).toFixed(0)} MB`)
  console.log(`  zweiter Import        ${(second.seconds / first.seconds).toFixed(3)} der Zeit des ersten`)
  const plain = pdftotext(files)
  if (plain === undefined) console.log('  pdftotext ist nicht installiert (Paket poppler-utils); kein Vergleich.')
  else console.log(`  Import : pdftotext    ${(first.seconds / plain).toFixed(2)} (pdftotext ${plain.toFixed(1)} s)`)
}

/** Copies with bytes of their own, so that none is known from another. */
function copies(name: string, papers: readonly string[]): string[] {
  const into = join(folder, name)
  mkdirSync(into)
  const rounds = Math.max(1, Math.ceil(LEAST / papers.length))
  return Array.from({ length: rounds }, (_, round) =>
    papers.map((paper) => {
      const file = join(into, `${round}-${basename(paper)}`)
      copyFileSync(paper, file)
      appendFileSync(file, `\n% ${round}\n`)
      return file
    }),
  ).flat()
}

function pdftotext(files: readonly string[]): number | undefined {
  if (spawnSync('pdftotext', ['-v']).error) return undefined
  return files.reduce((sum, file) => sum + run('pdftotext', ['-bbox-layout', file, '/dev/null']).seconds, 0)
}

function starts(own: readonly string[]): void {
  const small = own.toSorted((a, b) => statSync(a).size - statSync(b).size)[0]
  const bare = best(() => run(process.execPath, ['-e', '0']).seconds)
  console.log(`\nStart (leeres Node: ${bare.toFixed(3)} s)`)
  console.log(`  vorlagen --help       ${best(() => run(process.execPath, [cli, '--help']).seconds).toFixed(3)} s`)
  if (small && existsSync(small)) {
    console.log(
      `  ein kleines PDF       ${best(() => run(process.execPath, [cli, 'extract', '--json', small]).seconds).toFixed(3)} s`,
    )
  }
}

function best(measure: () => number): number {
  return Math.min(...Array.from({ length: 5 }, measure))
}

function run(command: string, args: readonly string[]): { seconds: number; stderr: string } {
  const from = performance.now()
  const { stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: root })
  return { seconds: (performance.now() - from) / 1000, stderr }
}
