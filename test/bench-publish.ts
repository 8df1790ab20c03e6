/**
 * `npm run bench -- publizieren [PAPERS | DATABASE]`: what a snapshot and the cookbook cost at the size of forty cities.
 *
 * Papers are made as for `bench-scale.ts` and imported, which takes most of the time; a database may be given instead.
 * Measured, on the real command line: time, processor time and peak memory of `publizieren` over a tenth of the papers
 * and over all; then each query of docs/abfragen.md, over the house's database and over the snapshot, the slowest first.
 * Prints what was demanded; asserts nothing.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { PAGE, queriesIn } from './abfragen.ts'
import { makePapers, type Used, used } from './bench-scale.ts'

const PAPERS = 100_000

export function publishing(given: string | undefined): void {
  const folder = mkdtempSync(join(tmpdir(), 'vorlagen-schnappschuss-'))
  try {
    const database = given && existsSync(given) ? given : imported(folder, Number(given ?? PAPERS))
    const papers = countIn(database)
    const target = join(folder, 'ziel')
    const once = used(['publizieren', target, '--db', database])
    tell(`publizieren, ${papers} Vorlagen`, once)
    console.log('  verlangt bei 100000: unter 120 s')
    queries('Datenbank des Hauses', database)
    queries('Schnappschuss', join(target, 'aktuell/vorlagen.db'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A tenth of the papers first, so that memory can be compared. */
function imported(folder: string, papers: number): string {
  const small = databaseOf(folder, Math.ceil(papers / 10))
  const target = join(folder, 'klein')
  tell(`publizieren, ${countIn(small)} Vorlagen`, used(['publizieren', target, '--db', small]))
  rmSync(target, { recursive: true })
  return databaseOf(folder, papers)
}

function databaseOf(folder: string, papers: number): string {
  const at = join(folder, String(papers))
  makePapers(at, papers)
  used(['import', at, '--db', `${at}.db`, '--kommune', 'Auenfurt', '--quiet', '--workers', '2'])
  rmSync(at, { recursive: true })
  return `${at}.db`
}

function queries(name: string, path: string): void {
  const db = new Database(path, { readonly: true })
  const titles = [...readFileSync(PAGE, 'utf8').matchAll(/^## (.+)$(?=(?:(?!^## )[\s\S])*?```sql)/gm)].map(
    ([, title]) => title,
  )
  const times = queriesIn(readFileSync(PAGE, 'utf8')).map((sql, at) => {
    const runs = [1, 2, 3].map(() => {
      const from = performance.now()
      db.prepare(sql).raw().all()
      return (performance.now() - from) / 1000
    })
    return { title: titles[at] ?? sql, seconds: Math.min(...runs) }
  })
  db.close()
  console.log(`\nKochbuch über ${name}: ${times.length} Fragen, verlangt: jede unter 1 s`)
  for (const { title, seconds } of times.sort((one, other) => other.seconds - one.seconds))
    console.log(`  ${seconds.toFixed(3)} s${seconds >= 1 ? ' !' : '  '} ${title}`)
}

function countIn(path: string): number {
  const db = new Database(path, { readonly: true })
  const count = db.prepare<[], number>('SELECT count(*) FROM vorlage WHERE aktuell = 1').pluck().get() ?? 0
  db.close()
  return count
}

function tell(name: string, { seconds, cpu, megabytes }: Used): void {
  console.log(`${name}: ${seconds.toFixed(1)} s, Rechenzeit ${cpu.toFixed(1)} s, Spitze ${megabytes.toFixed(0)} MB`)
}
