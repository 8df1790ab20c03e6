/**
 * `npm run score`: extracts the annotated papers beside the project and prints the yardstick's table. Without them it
 * says so and ends well. `--errors`, `--by vendor` and `--json` are passed on; `--nur TEIL` keeps papers by path;
 * `--doubt` prints how well doubt knows error instead, with `--errors` one by one; `--ursachen` the errors left whose
 * cause is not written down; `--tabelle` writes the README's table.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { causesReport } from './score-causes.ts'
import { doubtReport } from './score-doubt.ts'
import { annotated, compared, GOLD, HAS_GOLD, SHARED } from './score-gold.ts'
import { measuredTable, writeTable } from './score-table.ts'

const args = process.argv.slice(2)
const only = args.includes('--nur') ? args[args.indexOf('--nur') + 1] : undefined

if (!HAS_GOLD) {
  console.log('Keine annotierten Vorlagen gefunden; nichts zu messen.')
  process.exit(0)
}

const papers = await annotated(only)
if (args.includes('--doubt')) {
  for (const line of doubtReport(compared(papers), args.includes('--errors'))) console.log(line)
} else if (args.includes('--ursachen')) {
  for (const line of causesReport(compared(papers))) console.log(line)
} else if (args.includes('--tabelle')) {
  const written = writeTable(measuredTable(compared(papers)))
  console.log(written ? 'README.md: Tabelle geschrieben.' : 'README.md: Die Marken der Tabelle fehlen.')
  process.exitCode = written ? 0 : 1
} else yardstick()

/** The yardstick itself, which lies beside the annotations. */
function yardstick(): void {
  const out = join(import.meta.dirname, '../out')
  mkdirSync(out, { recursive: true })
  const predictions = join(out, 'score.ndjson')
  writeFileSync(
    predictions,
    papers.map(({ quelle, bundle }) => `${JSON.stringify({ quelle, ...bundle.daten })}\n`).join(''),
  )
  const rest = args.filter((arg, at) => arg !== '--nur' && args[at - 1] !== '--nur')
  const run = spawnSync(process.execPath, [join(SHARED, 'score/score.mjs'), GOLD, predictions, ...rest], {
    stdio: 'inherit',
  })
  process.exitCode = run.status ?? 1
}
