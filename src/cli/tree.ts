/**
 * `vorlagen tree`: what a reader made of a paper, as an outline for people or as mdast.
 */
import type { Root, RootContent } from 'mdast'
import { headRowsOf, type PaperDocument, quote, rowsOf, type SectionNode, spanOf } from '../document.ts'
import type { Arguments } from './args.ts'
import type { ExitCode } from './exit.ts'
import { limitsFrom } from './limits.ts'
import { documentOf, sayMessages } from './reading.ts'
import { cut, oneLine, type Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const paper = await documentOf(args.operands[0] ?? '', { limits: limitsFrom(args) })
  if (args.flag('json')) terminal.data(JSON.stringify(paper.tree))
  else for (const line of outlineOf(paper, paper.tree, terminal.width ?? 120)) terminal.data(line)
  return sayMessages(paper, terminal)
}

/** A line per block, indented as it is nested; tables with their rows. */
function* outlineOf(
  paper: PaperDocument,
  node: Root | SectionNode | RootContent,
  width: number,
  depth = 0,
): Generator<string> {
  if (node.type === 'table') {
    const rows = rowsOf(paper, node)
    const sure = node.data?.certain === false ? ', unsicher' : ''
    yield line(
      node,
      `Tabelle ${rows.length} × ${rows[0]?.length ?? 0}, Kopfzeilen ${headRowsOf(node)}${sure}`,
      '',
      width,
      depth,
    )
    for (const row of rows)
      yield cut(`${' '.repeat(2 * depth + 10)}${row.map(({ text }) => oneLine(text)).join(' | ')}`, width)
    return
  }
  if (node.type === 'root' || node.type === 'list' || node.type === 'section') {
    if (node.type === 'list') yield line(node, 'Liste', '', width, depth)
    for (const child of node.children) yield* outlineOf(paper, child, width, node.type === 'root' ? depth : depth + 1)
    return
  }
  const words = quote(paper, spanOf(node))
  if (node.type === 'heading') yield line(node, `Überschrift ${node.depth}`, words, width, depth)
  else if (node.type === 'listItem') yield line(node, 'Punkt', words, width, depth)
  else if (node.type === 'paragraph') yield line(node, 'Absatz', words, width, depth)
  else yield line(node, node.type, words, width, depth)
}

function line(node: RootContent | SectionNode, what: string, words: string, width: number, depth: number): string {
  const at = String(node.position?.start.line ?? '').padStart(5)
  return cut(`${at}  ${'  '.repeat(depth)}${what}${words ? `: ${oneLine(words)}` : ''}`, width)
}
