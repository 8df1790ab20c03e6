/**
 * `vorlagen sections`: which sections a paper was found to have, and where each begins and ends.
 */
import { lineAt, pageAt, type SectionNode, spanOf } from '../document.ts'
import type { ReadPaper } from '../extractor.ts'
import { understand } from '../pipeline.ts'
import type { Arguments } from './args.ts'
import type { ExitCode } from './exit.ts'
import { limitsFrom } from './limits.ts'
import { profileFrom } from './profile-option.ts'
import { documentOf, sayMessages } from './reading.ts'
import { cut, oneLine, type Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const paper = understand(await documentOf(args.operands[0] ?? '', { limits: limitsFrom(args) }), profileFrom(args))
  const rows = [...listed(paper, paper.tree.children, 0)]
  if (args.flag('json'))
    terminal.data(JSON.stringify({ profil: paper.profile.name, vendor: paper.profile.vendor, abschnitte: rows }))
  else {
    terminal.data(`Profil: ${paper.profile.name}`)
    for (const row of rows) terminal.data(cut(asLine(row), terminal.width ?? 120))
  }
  return sayMessages(paper, terminal)
}

interface Row {
  readonly ebene: number
  readonly art: SectionNode['kind']
  readonly nummer: string | null
  readonly titel: string
  readonly von: number
  readonly bis: number
  readonly zeile: number
  readonly letzte_zeile: number
  readonly seite: number | null
}

function* listed(paper: ReadPaper, nodes: readonly { type: string }[], ebene: number): Generator<Row> {
  for (const node of nodes) {
    if (!isSection(node)) continue
    const { start, end } = spanOf(node)
    yield {
      ebene,
      art: node.kind,
      nummer: node.number,
      titel: node.title,
      von: start,
      bis: end,
      zeile: lineAt(paper.text, start),
      letzte_zeile: lineAt(paper.text, end),
      seite: pageAt(paper, start),
    }
    yield* listed(paper, node.children, ebene + 1)
  }
}

function isSection(node: { type: string }): node is SectionNode {
  return node.type === 'section'
}

function asLine({ ebene, art, nummer, titel, zeile, letzte_zeile, seite }: Row): string {
  const place = `${zeile}–${letzte_zeile}`.padStart(11)
  const page = seite === null ? '' : ` S. ${seite}`.padEnd(7)
  return `${place}${page}  ${'  '.repeat(ebene)}${art}: ${oneLine([nummer, titel].filter(Boolean).join(' ')) || '(ohne Überschrift)'}`
}
