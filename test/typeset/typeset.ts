/**
 * `npm run typeset`: sets the papers kept as text beside the project as PDFs again (LibreOffice for some, Chromium for
 * the others), into `out/typeset/`, reads them and prints the yardstick from PDF beside that from text.
 *
 * Needs `soffice` and `chromium`, and the papers; says what is missing and ends well. `--errors` lists what is wrong.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractors } from '../../extractors/index.ts'
import { process as read } from '../../src/pipeline.ts'
import { fodtOf } from './fodt.ts'
import { htmlOf } from './html.ts'
import { partsOf } from './parts.ts'

const shared = join(import.meta.dirname, '../../../shared')
const seeds = join(shared, 'seeds')
const out = join(import.meta.dirname, '../../out/typeset')
/** Which of the papers, in order, the browser prints; the others come from the office. */
const PRINTED = [1, 3]

const missing = ['soffice', 'chromium'].filter((command) => spawnSync(command, ['--version']).error)
if (!existsSync(seeds)) console.log('Keine Vorlagen zum Setzen gefunden; nichts zu messen.')
else if (missing.length) console.log(`Nicht installiert: ${missing.join(', ')}; nichts gesetzt.`)
else await main()

async function main(): Promise<void> {
  mkdirSync(out, { recursive: true })
  const fromText: string[] = []
  const fromPdf: string[] = []
  const names = readdirSync(seeds).sort()
  for (const [index, name] of names.entries()) {
    const bytes = readFileSync(join(seeds, name))
    const pdf = join(out, name.replace(/\.txt$/, '.pdf'))
    if (!process.argv.includes('--gesetzt') || !existsSync(pdf))
      setAs(pdf, bytes.toString('utf8'), PRINTED.includes(index))
    const quelle = `seeds/${name}`
    fromText.push(JSON.stringify({ quelle, ...(await read(quelle, bytes, extractors)).daten }))
    fromPdf.push(JSON.stringify({ quelle, ...(await read(basename(pdf), readFileSync(pdf), extractors)).daten }))
  }
  const text = scored('text', fromText)
  const pdf = scored('pdf', fromPdf)
  console.log(`${'Feld'.padEnd(36)}   Text    PDF`)
  for (const [field, f1] of text) {
    const other = pdf.get(field)
    const mark = other !== undefined && other < f1 - 1e-9 ? '  schlechter' : ''
    console.log(`${field.padEnd(36)}  ${f1.toFixed(3)}  ${other?.toFixed(3) ?? '    –'}${mark}`)
  }
}

function setAs(pdf: string, text: string, printed: boolean): void {
  const paper = partsOf(text)
  const source = pdf.replace(/\.pdf$/, printed ? '.html' : '.fodt')
  writeFileSync(source, printed ? htmlOf(paper, 'Fortsetzung der Vorlage') : fodtOf(paper))
  const run = printed
    ? spawnSync('chromium', [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(source).href,
      ])
    : spawnSync('soffice', [
        '--headless',
        '--convert-to',
        'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
        '--outdir',
        out,
        source,
      ])
  if (!existsSync(pdf)) throw new Error(`${basename(pdf)} wurde nicht gesetzt: ${run.stderr}`)
}

/** F1 of every field, and the mean of all. */
function scored(name: string, lines: readonly string[]): Map<string, number> {
  const file = join(out, `${name}.ndjson`)
  writeFileSync(file, `${lines.join('\n')}\n`)
  const args = [join(shared, 'score/score.mjs'), join(shared, 'gold/seeds'), file]
  if (process.argv.includes('--errors')) console.log(run([...args, '--errors']))
  const fields = new Map<string, number>()
  for (const line of run(args).split('\n')) {
    const mean = /^all: macro F1 ([\d.]+)/.exec(line)
    const field = /^(\S+) +[\d.]+ +[\d.]+ +([\d.]+) +\d+$/.exec(line)
    if (mean) fields.set('gesamt (macro F1)', Number(mean[1]))
    else if (field?.[1]) fields.set(field[1], Number(field[2]))
  }
  return fields
}

function run(args: readonly string[]): string {
  return spawnSync(process.execPath, [...args], { encoding: 'utf8' }).stdout
}
