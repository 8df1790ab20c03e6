/**
 * The tables of the database as Markdown, from the same descriptions as the database itself.
 */
import type { Column } from './columns.ts'
import { type Model, modelOf, type StoreKinds } from './model.ts'

/** One section per table, one line per column. */
export function schemaMarkdown(kinds: StoreKinds): string {
  const model: Model = modelOf(kinds)
  return `${model.tables.map(({ name, description, columns }) => section(name, description, columns)).join('\n\n')}\n`
}

function section(name: string, description: string, columns: readonly Column[]): string {
  const head = ['| Spalte | Typ | leer | Einheit | Bedeutung |', '| --- | --- | --- | --- | --- |']
  return [`### ${name}`, '', `${description}.`, '', ...head, ...columns.map(line)].join('\n')
}

function line({ name, type, nullable, unit, description }: Column): string {
  return `| ${[`\`${name}\``, type, nullable ? 'ja' : 'nein', unit ?? '', description].map(cell).join(' | ')} |`
}

/** Nothing in a cell may end it. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|')
}
