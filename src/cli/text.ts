/**
 * `vorlagen text`: the one text of a paper. To a terminal made harmless, into a pipe exactly as it is.
 */
import type { Arguments } from './args.ts'
import type { ExitCode } from './exit.ts'
import { limitsFrom } from './limits.ts'
import { documentOf, sayMessages } from './reading.ts'
import { printable, type Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const paper = await documentOf(args.operands[0] ?? '', { limits: limitsFrom(args) })
  if (paper.text) terminal.data(terminal.screen ? printable(paper.text) : paper.text)
  return sayMessages(paper, terminal)
}
