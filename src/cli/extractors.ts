/**
 * `vorlagen extractors`: what is read from papers, written from the extractors and their schemas.
 */
import type { Extractor } from '../extractor.ts'
import { fieldsOf } from '../store/json-schema.ts'
import type { Arguments } from './args.ts'
import { extractors } from './composition.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { styled, type Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const described = extractors.map(describe)
  if (args.flag('json')) terminal.data(JSON.stringify(described))
  else for (const line of described.flatMap((one) => linesOf(one, terminal))) terminal.data(line)
  return EXIT.gut
}

type Described = ReturnType<typeof describe>

function describe({ name, version, summary, reads, records }: Extractor) {
  return {
    name,
    version,
    zweck: summary,
    abschnitte: [reads].flat(),
    datensaetze: Object.entries(records).map(([key, { table, many, schema }]) => ({
      schluessel: key,
      tabelle: table,
      mehrere: many,
      angaben: fieldsOf(schema).map(({ name: field, node, optional }) => ({
        name: field,
        typ: node.values ? node.values.join(' | ') : (node.type ?? 'verschieden'),
        einheit: node.raw.einheit ?? null,
        leer: node.nullable || optional,
        beschreibung: node.raw.description ?? '',
      })),
    })),
  }
}

function linesOf({ name, version, zweck, abschnitte, datensaetze }: Described, terminal: Terminal): string[] {
  const lines = [
    styled(terminal, 'fett', `${name} (Stand ${version})`),
    `  ${zweck}`,
    `  Abschnitte: ${abschnitte.join(', ')}`,
  ]
  for (const { schluessel, tabelle, mehrere, angaben } of datensaetze) {
    lines.push('', `  ${schluessel}: Tabelle ${tabelle}, ${mehrere ? 'beliebig viele' : 'höchstens einer'} je Vorlage`)
    const width = Math.max(...angaben.map((one) => one.name.length))
    for (const { name: field, typ, einheit, leer, beschreibung } of angaben) {
      const kind = `${typ}${einheit ? ` in ${einheit}` : ''}${leer ? ', kann fehlen' : ''}`
      lines.push(`    ${field.padEnd(width)}  ${beschreibung} (${kind})`)
    }
  }
  return [...lines, '']
}
