/**
 * Papers of invented towns for the tests of the report, with what must never come out planted in them.
 */
import { join } from 'node:path'
import { paper, put, vorlagen } from './cli-run.ts'

/** In no byte of the page: words of closed papers and steps, and a clerk with her contact data. */
export const PLANTED = ['Grundstückstausch', '9.876.543', 'Vergabekammer', 'Mirabell Quast', '0999 443322', 'quast@']
export const SCRIPT = '<script>alert("Steg")</script>'

/** Import the papers into `folder/bericht.db` and say where that is. */
export async function importedPapers(folder: string): Promise<string> {
  const db = join(folder, 'bericht.db')
  const input = join(folder, 'ein')
  put(input, '1.md', of('Quellenbrück', '0081/2031', `Steg ${SCRIPT} & "Wehr"`, 'Die Gesamtkosten betragen 5.000 €.'))
  put(input, '2.md', of('Quellenbrück', '0082/2031', 'Brücke', 'Es werden 1,5 VZÄ neu geschaffen.'))
  put(input, '3.md', of('Quellenbrück', '0083/2031', 'Schleuse', 'Die Gesamtkosten betragen 1.250.000 €.'))
  put(input, '4.md', of('Überau', '0084/2032', 'Freibad', 'Es werden 12,25 VZÄ neu geschaffen.', '2032'))
  put(
    input,
    '5.md',
    of('Überau', '0085/2031', 'Bücherei', 'Die Gesamtkosten betragen 9.000 €, die Gesamtkosten betragen 9.900 €.'),
  )
  const closed = of('Quellenbrück', '0086/2031', 'Grundstückstausch', 'Die Gesamtkosten betragen 9.876.543 €.')
  put(input, '6.md', closed.replace('\nöffentlich\n', '\nnichtöffentlich\n'))
  const step = '| 20.05.2031 | Vergabekammer | nichtöffentlich | Vorberatung | vertagt |\n| 28.05.2031'
  put(input, '7.md', of('Quellenbrück', '0087/2031', 'Schule', 'Kosten entstehen nicht.').replace('| 28.05.2031', step))
  const clerk = 'Sachbearbeitung: Frau Mirabell Quast, Tel. 0999 443322, quast@quellenbrueck.example\n\nBetreff:'
  put(
    input,
    '8.md',
    of('Quellenbrück', '0088/2031', 'Markt', 'Es werden 2 VZÄ neu geschaffen.').replace('Betreff:', clerk),
  )
  await vorlagen(['import', input, '--db', db, '--quiet'])
  return db
}

/** Thirty-five of them: more than a plot or the first view of a table shows. */
const TOWNS = ['Birken', 'Mühl', 'Stein', 'Lang', 'Neu', 'Hohen', 'Alten'].flatMap((first) =>
  ['bach', 'feld', 'hausen', 'wald', 'brück'].map((second) => first + second),
)

/** One paper of each of the towns, imported. */
export async function manyTowns(folder: string): Promise<string> {
  const db = join(folder, 'viele.db')
  for (const [at, town] of TOWNS.entries())
    put(join(folder, 'viele'), `${at}.md`, of(town, `${at + 10}/2031`, 'Steg', 'Es werden 1,5 VZÄ neu geschaffen.'))
  await vorlagen(['import', join(folder, 'viele'), '--db', db, '--quiet'])
  return db
}

function of(town: string, nummer: string, betreff: string, more: string, year = '2031'): string {
  return paper(nummer, betreff)
    .replaceAll('Quellenbrück', town)
    .replaceAll('.2031 |', `.${year} |`)
    .replace(
      '| Datum | Gremium | Status | Zuständigkeit |\n|---|---|---|---|',
      '| Datum | Gremium | Status | Zuständigkeit | Ergebnis |\n|---|---|---|---|---|',
    )
    .replace('| Vorberatung |', '| Vorberatung | vertagt |')
    .replace('| Entscheidung |', '| Entscheidung | einstimmig beschlossen |')
    .replace('seit dem Hochwasser gesperrt.', `gesperrt. ${more}`)
}
