/**
 * However a house sets the labels of a paper's head, the same number, subject, unit and day are read: behind their
 * labels, below them, in cells, two pairs on a line, a row of labels above a row of values, a block above a block.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractors } from '../extractors/index.ts'
import { process as read } from '../src/pipeline.ts'

type Pair = readonly [label: string, value: string]

const HEADS: readonly (readonly Pair[])[] = [
  [
    ['Vorlage Nr.', '2031/715'],
    ['Betreff', 'Sanierung der Stadtmauer, 3. Bauabschnitt'],
    ['Federführend', 'Amt für Gebäudemanagement'],
    ['Datum', '04.03.2031'],
  ],
  [
    ['Drucksachennummer', 'BV-087/31'],
    ['Fachbereich', 'Stabsstelle Klimaschutz'],
    ['Erstellt am', '2. Mai 2031'],
    ['Gegenstand', 'Neubau einer Mensa an der Lindenschule'],
  ],
]
const READ = [
  ['2031/715', 'Sanierung der Stadtmauer, 3. Bauabschnitt', 'Amt für Gebäudemanagement', '2031-03-04'],
  ['BV-087/31', 'Neubau einer Mensa an der Lindenschule', 'Stabsstelle Klimaschutz', '2031-05-02'],
]

const twoByTwo = (pairs: readonly Pair[]): (readonly Pair[])[] => [pairs.slice(0, 2), pairs.slice(2)]
const FORMS: Readonly<Record<string, (pairs: readonly Pair[]) => string>> = {
  'behind a colon': (pairs) => pairs.map(([label, value]) => `${label}: ${value}`).join('\n'),
  'behind a colon, lines apart': (pairs) => pairs.map(([label, value]) => `${label}: ${value}`).join('\n\n'),
  'below their labels': (pairs) => pairs.map(([label, value]) => `${label}:\n${value}`).join('\n\n'),
  'below labels without colons': (pairs) => pairs.map(([label, value]) => `${label}\n${value}`).join('\n\n'),
  'in cells': (pairs) => pairs.map(([label, value]) => `${label}:\t${value}`).join('\n'),
  'behind gaps': (pairs) => pairs.map(([label, value]) => `${`${label}:`.padEnd(32)}${value}`).join('\n'),
  'two pairs on a line': (pairs) =>
    twoByTwo(pairs)
      .map((row) => row.map(([label, value]) => `${label}:\t${value}`).join('\t'))
      .join('\n'),
  'two pairs on a line, gaps between': (pairs) =>
    twoByTwo(pairs)
      .map((row) => row.map(([label, value]) => `${label}: ${value}`.padEnd(70)).join(''))
      .join('\n'),
  'a row of labels above their values': (pairs) =>
    `${pairs.map(([label]) => label).join('\t')}\n${pairs.map(([, value]) => value).join('\t')}`,
  'a block of labels above their values': (pairs) =>
    `${pairs.map(([label]) => `${label}:`).join('\n')}\n\n${pairs.map(([, value]) => value).join('\n')}`,
  'a block, the subject on two lines': (pairs) =>
    `${pairs.map(([label]) => `${label}:`).join('\n')}\n\n${pairs.map(([, value]) => value.replace(/ (?=der |an )/, '\n')).join('\n')}`,
}

for (const [form, print] of Object.entries(FORMS))
  test(`values ${form}`, async () => {
    for (const [at, pairs] of HEADS.entries()) {
      const paper = `Stadt Lindental\nBeschlussvorlage\n\n${print(pairs)}\n\nBeratungsfolge:\n\nStadtrat\t19.08.2031\tEntscheidung\n\nBeschlussvorschlag:\n\nDer Rat stimmt zu.\n`
      const { daten } = await read('vorlage.txt', Buffer.from(paper), extractors)
      const { nummer, betreff, federfuehrend, datum } = daten.vorlage as Readonly<Record<string, unknown>>
      assert.deepEqual([nummer, betreff, federfuehrend, datum], READ[at], paper)
    }
  })
