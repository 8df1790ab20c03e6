/**
 * A command, not a test: measures number, title, kind and steps on a thousand papers of one city beside the project.
 * What their council system says of them is not always what they print: titles and steps count where they are printed;
 * a printed title may be longer; `art-gedruckt` counts the kinds whose word stands in the paper's head. `--errors` lists what differs; `--nur TEIL` keeps files by name.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractors } from '../extractors/index.ts'
import { recordsOf } from '../src/bundle.ts'
import { process as read } from '../src/pipeline.ts'

interface Truth {
  readonly file: string
  readonly nummer: string
  readonly betreff: string
  readonly art: string
  readonly schritte: readonly {
    datum: string
    gremium: string
    rolle: string | null
    top: string | null
    oeffentlich: boolean | null
  }[]
}

const folder = join(import.meta.dirname, '../../shared/corpus/karlsruhe-1000')
const errors = process.argv.includes('--errors')
const only = process.argv.includes('--nur') ? process.argv[process.argv.indexOf('--nur') + 1] : undefined
const ART: Readonly<Record<string, string>> = {
  'Änderungs-/Ergänzungsantrag': 'aenderungsantrag',
  Offenlage: 'informationsvorlage',
}
const wanted = extractors.filter(({ name }) => name === 'kopf' || name === 'beratungsfolge')

if (!existsSync(join(folder, 'truth.ndjson'))) {
  console.log('Keine Vorlagen zum Messen gefunden.')
  process.exit(0)
}

const tally = new Map<string, { right: number; of: number }>()
function count(what: string, right: boolean, file: string, truth: unknown, got: unknown): void {
  const sum = tally.get(what) ?? { right: 0, of: 0 }
  tally.set(what, { right: sum.right + (right ? 1 : 0), of: sum.of + 1 })
  if (!right && errors)
    console.log(`${file} ${what}\n  wahr     ${JSON.stringify(truth)}\n  gelesen  ${JSON.stringify(got)}`)
}

const fold = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKC')
    .replace(/[‐‑–—]/g, '-')
    .replace(/[„“”"»«‚‘’']/g, '"')
    .replace(/\s+/g, ' ')
    .trim()

for (const line of readFileSync(join(folder, 'truth.ndjson'), 'utf8').trim().split('\n')) {
  const truth = JSON.parse(line) as Truth
  if (only && !truth.file.includes(only)) continue
  const bundle = await read(truth.file, readFileSync(join(folder, truth.file)), wanted)
  const head = recordsOf(bundle, 'vorlage')[0]
  const steps = recordsOf(bundle, 'beratungsfolge')
  count('nummer', fold(head?.nummer) === fold(truth.nummer), truth.file, truth.nummer, head?.nummer)
  const art = ART[truth.art] ?? truth.art.toLowerCase()
  count('art', head?.art === art, truth.file, truth.art, head?.art_wortlaut)
  const top = fold(bundle.text.slice(0, 3000))
  const named = truth.art.split(/[/-]/)[0]?.toLowerCase() ?? ''
  if (top.slice(0, 600).toLowerCase().includes(named))
    count('art-gedruckt', head?.art === art, truth.file, truth.art, head?.art_wortlaut)
  if (top.includes(fold(truth.betreff)))
    count('betreff', fold(head?.betreff).startsWith(fold(truth.betreff)), truth.file, truth.betreff, head?.betreff)
  count(
    'betreff-worte',
    overlap(fold(truth.betreff), fold(head?.betreff)) > 0.6,
    truth.file,
    truth.betreff,
    head?.betreff,
  )
  for (const step of truth.schritte) {
    if (!printed(bundle.text.slice(0, 3000), step.datum) || !top.includes(fold(step.gremium))) continue
    const found = steps.find(({ datum, gremium }) => datum === step.datum && fold(gremium) === fold(step.gremium))
    count(
      'schritte',
      found !== undefined,
      truth.file,
      step,
      steps.map(({ datum, gremium }) => `${datum} ${gremium}`),
    )
    if (!found) continue
    if (found.oeffentlichkeit !== null && step.oeffentlich !== null) {
      count(
        'oeffentlichkeit',
        (found.oeffentlichkeit === 'oeffentlich') === step.oeffentlich,
        truth.file,
        step,
        found.oeffentlichkeit,
      )
    }
    if (found.top !== null && step.top !== null) count('top', found.top === step.top, truth.file, step, found.top)
  }
}
for (const [what, { right, of }] of tally) console.log(`${what.padEnd(16)} ${(right / of).toFixed(4)}  ${right}/${of}`)

/** Is the day printed in the paper at all? */
function printed(text: string, iso: string): boolean {
  const [year, month, day] = iso.split('-')
  return text.includes(`${day}.${month}.${year}`)
}

/** Share of the words two texts have in common. */
function overlap(a: string, b: string): number {
  const words = b.toLowerCase().split(' ')
  const both = a
    .toLowerCase()
    .split(' ')
    .filter((word) => words.includes(word)).length
  return (2 * both) / (a.split(' ').length + words.length)
}
