/**
 * `vorlagen extract`: what stands in papers, in order of input; nothing is written anywhere.
 *
 * With `--json` one object a line: what is known of the paper, then the record keys as the extractors name them.
 */
import { inOrder } from '../batch/order.ts'
import { type Outcome, readBatch } from '../batch.ts'
import { type Bundle, recordsOf } from '../bundle.ts'
import { DOUBTS } from '../doubts.ts'
import { listFiles } from '../sources/files.ts'
import { type Arguments, kommuneFrom } from './args.ts'
import { checkLines } from './checks.ts'
import { COMPOSITION, extractors } from './composition.ts'
import { codeOf, EXIT, type ExitCode } from './exit.ts'
import { limitsFrom } from './limits.ts'
import { profileFrom } from './profile-option.ts'
import { complaint } from './reading.ts'
import { fieldsIn, labelOf, shown } from './records.ts'
import { interruptible } from './signals.ts'
import { oneLine, styled, type Terminal } from './terminal.ts'
import { workersFrom } from './workers.ts'

/** So few papers are read before a worker has started; nothing is stored, and Ctrl-C simply ends the program. */
const FEW = 2

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const kommune = kommuneFrom(args)
  const workers = workersFrom(args)
  const limits = limitsFrom(args)
  const profil = profileFrom(args)
  const { files } = listFiles(args.operands)
  const print = args.flag('json') ? printJson : printForPeople
  let fehler = files.length
  const tell = inOrder<Outcome>((outcome) => {
    if (outcome.kind === 'gelesen' && outcome.bundle.status !== 'fehler') fehler--
    for (const said of problemsOf(outcome)) terminal.say(complaint(outcome.path, said))
    if (outcome.kind === 'gelesen') print(outcome.bundle, terminal)
  })
  const read = (signal?: AbortSignal): Promise<boolean> => {
    const options = {
      extractors,
      composition: COMPOSITION,
      limits,
      ...(kommune ? { kommune } : {}),
      ...(profil ? { profil } : {}),
      ...(signal ? { signal } : {}),
    }
    return readBatch(files, { ...options, workers: signal ? Math.min(workers, files.length) : 0 }, (outcome) =>
      tell.add(outcome.at, outcome),
    )
  }
  const finished = files.length > FEW ? await interruptible(read) : await read()
  tell.flush()
  if (files.length === 0) terminal.say('Hier liegt keine Vorlage; gelesen werden PDF, HTML, Markdown und Text.')
  return finished ? codeOf({ vorlagen: files.length, fehler }) : EXIT.abgebrochen
}

/** The shape of one line of `extract --json`. */
export function jsonOf({ quelle, sha256, medientyp, lesart, status, meldungen, vendor, daten }: Bundle): object {
  return { quelle, sha256, medientyp, lesart, status, meldungen, vendor, ...daten }
}

function printJson(bundle: Bundle, terminal: Terminal): void {
  terminal.data(JSON.stringify(jsonOf(bundle)))
}

function printForPeople(bundle: Bundle, terminal: Terminal): void {
  if (bundle.status === 'fehler') return
  terminal.data(styled(terminal, 'fett', `${oneLine(bundle.quelle)} (${bundle.status === 'ok' ? 'ok' : 'prüfen'})`))
  for (const [key, value] of Object.entries(bundle.daten)) {
    const records = recordsOf(bundle, key)
    terminal.data(
      `\n${labelOf(key)}${Array.isArray(value) ? ` (${records.length})` : ''}${records.length ? '' : ': –'}`,
    )
    if (key === 'pruefungen') {
      for (const line of checkLines(bundle)) terminal.data(`  ${line}`)
      continue
    }
    for (const record of records) {
      if (Array.isArray(value)) terminal.data(`  ${record.id}`)
      for (const [name, field] of fieldsIn(record)) {
        if (field !== null) terminal.data(`  ${Array.isArray(value) ? '  ' : ''}${name}: ${shown(name, field)}`)
      }
      for (const code of record.zweifel) terminal.data(styled(terminal, 'gelb', `    ? ${doubtText(code)}`))
    }
  }
  for (const { code, stufe, text } of bundle.meldungen) {
    terminal.data(`\n${stufe === 'zweifel' ? 'Zu prüfen' : 'Hinweis'}: ${oneLine(text)} [${code}]`)
  }
  terminal.data('')
}

/** The sentence behind a doubt's code. */
export function doubtText(code: string): string {
  return Object.entries(DOUBTS).find(([known]) => known === code)?.[1] ?? code
}

function problemsOf(outcome: Outcome): readonly { readonly code: string; readonly text: string }[] {
  if (outcome.kind === 'unlesbar') return [outcome.problem]
  return outcome.kind === 'gelesen' ? outcome.bundle.meldungen.filter(({ stufe }) => stufe === 'fehler') : []
}
