/** `vorlagen vokabular`: words no rule knew, counted over the papers of a database. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { EXIT } from '../src/cli/exit.ts'
import type { CountedWord } from '../src/vocabulary/gather.ts'
import { paperOf } from '../src/vocabulary/paper.ts'
import { unknownUnits } from '../src/vocabulary/units.ts'
import { put, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const db = join(folder, 'vorlagen.db')

before(async () => {
  for (const nummer of [1, 2, 3]) put(folder, `papiere/${nummer}.md`, strange(nummer, 'öffentlich'))
  for (const nummer of [4, 5, 6, 7]) put(folder, `papiere/${nummer}.md`, strange(nummer, 'nichtöffentlich'))
  const { code, stderr } = await vorlagen(['import', join(folder, 'papiere'), '--db', db, '--quiet'])
  assert.equal(code, EXIT.gut, stderr)
})

test('what no rule knows is counted by papers, closed ones left out', async () => {
  const words = await list()
  for (const [art, wort] of [
    ['ueberschrift', 'Erwägungen des Hauses'],
    ['beschriftung', 'Ratsjahr'],
    ['rolle', 'Befassung'],
    ['finanzen', 'Ansatz laut Magistrat'],
    ['einheit', 'VbX'],
  ]) {
    const found = words.find((one) => one.art === art && one.wort === wort)
    assert.equal(found?.vorlagen, 3, `${art} ${wort}: ${JSON.stringify(words)}`)
    assert.match(found.beispiel.pfad, /1\.md$/)
    assert.ok(found.beispiel.zeile)
  }
})

test('known words and what one paper is about are not listed', async () => {
  const words = (await list()).map(({ wort }) => wort)
  for (const known of ['Beratungsfolge', 'Beschlussvorschlag', 'Begründung', 'Betreff', 'Gremium', 'Summe'])
    assert.ok(!words.includes(known), known)
  assert.deepEqual(
    words.filter((wort) => /Lage am Platz/.test(wort)),
    [],
  )
  const all = (await list('--ab', '1')).map(({ wort }) => wort)
  assert.ok(all.includes('Lage am Platz eins'))
})

test('nichtoeffentliche papers count where they are asked for; a profile takes away what it knows', async () => {
  const words = await list('--nichtoeffentliche')
  assert.equal(words.find(({ wort }) => wort === 'Befassung')?.vorlagen, 7)
  const profil = put(
    folder,
    'profil.json',
    JSON.stringify({
      name: 'haus',
      ueberschriften: { 'Erwägungen des Hauses': 'begruendung' },
      rollen: { Befassung: 'beratung' },
    }),
  )
  const left = (await list('--profil', profil)).map(({ wort }) => wort)
  assert.ok(!left.includes('Befassung') && !left.includes('Erwägungen des Hauses'), left.join())
  assert.ok(left.includes('VbX'))
})

test('for people by kind, as CSV in rows', async () => {
  const { code, stdout } = await vorlagen(['vokabular', db])
  assert.equal(code, EXIT.gut)
  assert.match(stdout, /Zuständigkeiten \(Rollen\) \(1\)\n.*\n {2}Befassung +3 {2}7001\/2031/)
  const { stdout: csv } = await vorlagen(['vokabular', db, '--csv'])
  assert.match(csv, /^art,wort,vorlagen,mal,/)
  assert.match(csv, /\nrolle,Befassung,3,3,7001\/2031,/)
})

test('units: money, staff and measures are known; what else stands behind a decimal number is not', () => {
  const units = (text: string) => [...unknownUnits(paperOf('a', text, 'allgemein'))]
  assert.deepEqual(units('Es sind 2,5 VZÄ, 3,4 Mio. €, 1.200 TEUR, 2,5 km und 4,5 Prozent.'), [])
  assert.deepEqual(units('Es sind 2,5 VbX und 1.200 TDM nötig.'), ['VbX', 'TDM'])
  assert.deepEqual(units('Nach § 34 BauGB und Kapitel 12 GO sind 3 Kinder da.'), [])
})

async function list(...more: string[]): Promise<CountedWord[]> {
  const { code, stdout, stderr } = await vorlagen(['vokabular', db, '--json', ...more])
  assert.equal(code, EXIT.gut, stderr)
  return JSON.parse(stdout) as CountedWord[]
}

/** A paper of a house with words of its own. */
function strange(nummer: number, status: string): string {
  return [
    '# Stadt Quellenbrück',
    '',
    `# Beschlussvorlage Nr. 700${nummer}/2031`,
    '',
    'Ratsjahr: 2031',
    '',
    `Status: ${status}`,
    '',
    'Betreff: Platz am Wehr',
    '',
    '## Beratungsfolge',
    '',
    '| Datum | Gremium | Zuständigkeit |',
    '|---|---|---|',
    '| 14.05.2031 | Bauausschuss | Befassung |',
    '',
    '## Beschlussvorschlag',
    '',
    'Der Rat stimmt zu.',
    '',
    '## Erwägungen des Hauses',
    '',
    'Die Wehranlage ist alt und muss an vielen Stellen erneuert werden; dafür sind 2,5 VbX nötig, wie im Vorjahr.',
    '',
    '## Finanzielle Auswirkungen',
    '',
    '| Posten | Betrag |',
    '|---|---|',
    '| Ansatz laut Magistrat | 5.000 € |',
    '| Summe | 5.000 € |',
    '',
    ...(nummer === 1
      ? [
          '## Lage am Platz eins',
          '',
          'Der Platz liegt am Wehr, gleich neben der alten Mühle, und wird seit Jahren als Lager für Baustoffe genutzt.',
          '',
        ]
      : []),
  ].join('\n')
}
