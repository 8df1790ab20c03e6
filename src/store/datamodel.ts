/**
 * `docs/datenmodell.md`: the description of the database as Markdown with a diagram, from the same data as `_tabellen`
 * and `_spalten`.
 */
import { type DescribedColumn, type DescribedTable, describe } from './describe.ts'
import { modelOf, type StoreKinds } from './model.ts'

const INTRODUCTION = `# Datenmodell

Diese Seite schreibt \`vorlagen datenmodell\`; nicht von Hand ändern. Dasselbe steht in jeder Datenbank selbst:

    SELECT * FROM _meta;
    SELECT * FROM _tabellen;
    SELECT spalte, einheit, beschreibung, bedeutung_leer FROM _spalten WHERE tabelle = 'betrag';

Geld sind ganze Cent, Mengen ganze Tausendstel, Tage ISO-Daten. Zu jedem Datensatz führt \`beleg_id\` zum Zitat im Text.
Suchen im Volltext (ä ist nicht a, ß ist nicht ss):

    SELECT rowid FROM suche_vorlage WHERE suche_vorlage MATCH 'betreff: brücke*';
    SELECT rowid FROM suche_beschluss WHERE suche_beschluss MATCH 'freibad AND sanierung';

\`rowid\` ist \`vorlage.id\` bei \`suche_vorlage\` (Betreff und Text) und \`beschlussvorschlag.id\` bei \`suche_beschluss\`.`

/** The whole page. */
export function dataModelMarkdown(kinds: StoreKinds): string {
  const tables = describe(modelOf(kinds))
  const of = (art: DescribedTable['art']): DescribedTable[] => tables.filter((one) => one.art === art)
  return `${[
    INTRODUCTION,
    '## Wie die Tabellen zusammenhängen',
    diagram(of('tabelle')),
    '## Tabellen',
    ...of('tabelle').map(section),
    '## Sichten, die Schlüsse ziehen',
    'Zu jeder Tabelle gibt es außerdem eine Sicht mit Kommune, Nummer und Zitat (`v_betraege`, `v_beratungen`, …).',
    ...of('sicht').map(section),
  ].join('\n\n')}\n`
}

function diagram(tables: readonly DescribedTable[]): string {
  const edges = tables.flatMap(({ name, columns }) =>
    columns.flatMap(({ spalte, verweist_auf }) => {
      const target = verweist_auf?.split('.')[0]
      return target ? [`    ${target} ||--o{ ${name} : ${spalte}`] : []
    }),
  )
  return ['```mermaid', 'erDiagram', ...edges, '    gemeinde }o..o{ vorlage : "v_kommune"', '```'].join('\n')
}

function section({ name, beschreibung, description, schluessel, columns }: DescribedTable): string {
  return [
    `### ${name}`,
    '',
    `${beschreibung}. *${description}.*${schluessel ? ` Schlüssel: \`${schluessel}\`.` : ''}`,
    '',
    '| Spalte | Typ | Einheit | Bedeutung | Meaning | leer heißt |',
    '| --- | --- | --- | --- | --- | --- |',
    ...columns.map(line),
  ].join('\n')
}

function line(column: DescribedColumn): string {
  const points = column.verweist_auf ? ` → \`${column.verweist_auf}\`` : ''
  return `| ${[
    `\`${column.spalte}\``,
    column.typ ?? '',
    column.einheit ?? '',
    `${column.beschreibung}${points}`,
    column.description,
    column.bedeutung_leer ?? (column.leer_erlaubt ? '' : 'nie leer'),
  ]
    .map((text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|'))
    .join(' | ')} |`
}
