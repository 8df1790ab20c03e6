/**
 * `npm run score`: extracts the annotated papers beside the project and prints the yardstick's table. Without them it
 * says so and ends well. `--errors`, `--by vendor` and `--json` are passed on; `--nur TEIL` keeps papers by path.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractors } from '../extractors/index.ts'
import { process as read } from '../src/pipeline.ts'

const shared = join(import.meta.dirname, '../../shared')
const gold = join(shared, 'gold')
const args = process.argv.slice(2)
const only = args.includes('--nur') ? args[args.indexOf('--nur') + 1] : undefined

if (!existsSync(gold)) {
  console.log('Keine annotierten Vorlagen gefunden; nichts zu messen.')
  process.exit(0)
}

const lines: string[] = []
for (const file of goldFiles(gold)) {
  const { quelle } = JSON.parse(readFileSync(file, 'utf8')) as { quelle: string }
  if (only && !quelle.includes(only)) continue
  const bundle = await read(quelle, readFileSync(join(shared, quelle)), extractors)
  lines.push(JSON.stringify({ quelle, ...bundle.daten }))
}
const out = join(import.meta.dirname, '../out')
mkdirSync(out, { recursive: true })
const predictions = join(out, 'score.ndjson')
writeFileSync(predictions, `${lines.join('\n')}\n`)
const rest = args.filter((arg, at) => arg !== '--nur' && args[at - 1] !== '--nur')
const run = spawnSync(process.execPath, [join(shared, 'score/score.mjs'), gold, predictions, ...rest], {
  stdio: 'inherit',
})
process.exitCode = run.status ?? 1

function goldFiles(dir: string): string[] {
  return readdirSync(dir)
    .sort()
    .flatMap((name) => {
      const path = join(dir, name)
      return statSync(path).isDirectory() ? goldFiles(path) : name.endsWith('.gold.json') ? [path] : []
    })
}
