/**
 * `vorlagen bericht`: the comparison of cities as one page that needs nothing else.
 */
import { statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { heldBack } from '../exports/public-papers.ts'
import { writeReport } from '../report/report.ts'
import { type Arguments, wholeNumber } from './args.ts'
import { DEFAULT_DATABASE } from './commands.ts'
import { extractors } from './composition.ts'
import { openToLook } from './configured.ts'
import { EXIT, type ExitCode, unwritable } from './exit.ts'
import { heldWords } from './held.ts'
import type { Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const target = fileAt(args.operands[0] ?? '')
  const bar = wholeNumber('deckung', args.value('deckung') ?? '50')
  const proofs = args.value('belege')
  const options = { bar, proofs: proofs === undefined ? undefined : wholeNumber('belege', proofs) }
  const store = openToLook(args.value('db') ?? DEFAULT_DATABASE)
  try {
    const kinds = Object.assign({}, ...extractors.map(({ records }) => records))
    const { stock, bytes, unchanged } = await writeReport(store.db, kinds, target, options)
    terminal.data(`${target}: ${stock.papers} Vorlagen, ${sizeOf(bytes)}${unchanged ? ', unverändert' : ''}`)
    terminal.say(`Nicht enthalten: ${heldWords(heldBack(store.db))}.`)
    return stock.papers === 0 ? EXIT.nichts : EXIT.gut
  } catch (error) {
    throw unwritable(target, error)
  } finally {
    store.close()
  }
}

/** A folder holds `bericht.html`; what ends like a file is one. */
function fileAt(target: string): string {
  const folder = target.endsWith('/') || extname(target) === '' || isFolder(target)
  return folder ? join(target, 'bericht.html') : target
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function sizeOf(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB']
  return `${value.toLocaleString('de-DE', { maximumFractionDigits: 1 })} ${unit}`
}
