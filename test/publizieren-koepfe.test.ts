/** Clerks planted in heads of many shapes, through the whole program: gone from every byte that is published. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { ask, paper, put, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const db = join(folder, 'haus.db')
const state = join(folder, 'ziel/aktuell')

/** Each with a family name of its own, so that a failure says which shape it was; N the name, P the telephone. */
const SHAPES: readonly (readonly [family: string, name: string, head: string])[] = [
  ['Abelnkötter', 'Abelnkötter, Ina', 'Bearbeitet von: N\nTel. Nr.: P'],
  [
    'Bommelzahn',
    'Ina Bommelzahn',
    'Sachbearbeiter/in              Telefon          Datum\nN                 P     02.05.2031',
  ],
  ['Czerwonka', 'Czerwonka, Ina', 'Amt Sachbearbeitung Telefon\nBauamt N P'],
  ['Dröselmann', 'Dröselmann', 'Ansprechpartnerin:\n\nN\n\nTelefon:\n\nP'],
  ['Eierschmalz', 'Frau Eierschmalz', 'Auskunft erteilt: N, Zimmer 3.14, Tel. P'],
  ['Fietkau', 'Ina Fietkau', 'Datum:\nBearbeiter/in:\nTelefon:\n02.05.2031\nN\nP'],
  ['Gnadenthal', 'Gnadenthal, Ina', '| Aktenzeichen | Bearbeiter | Telefon |\n|---|---|---|\n| 61.2-gn/31 | N | P |'],
  ['Hirsekorn', 'HIRSEKORN, INA', 'ERSTELLT DURCH: N\nTELEFON: P'],
  ['Ibbenhorst', 'Ina Ibbenhorst', 'Federführend: Amt für Umwelt, N, Telefon: P'],
  ['Jeggle', 'Dr. Ina Jeggle', 'Verfasserin: N\nDurchwahl: P'],
  ['Krautwurst', 'Ina von Krautwurst', 'Vorlage erstellt von: N (P)'],
]
const SIGNED: readonly (readonly [family: string, signature: string])[] = [
  ['Lüdeking', 'gez. Lüdeking'],
  ['Mückenhaupt', 'i. A. Ina Mückenhaupt'],
  ['Nottbohm', 'Im Auftrag\n\nIna Nottbohm\nSachbearbeiterin'],
]
const PHONE = '04711/998877'

before(async () => {
  for (const [at, [, name, head]] of SHAPES.entries())
    for (const end of ['md', 'txt'])
      put(
        folder,
        `ein/${at}.${end}`,
        paper(`01${at + 10}/2031${end}`, `Steg ${at} ${end}`).replace(
          'öffentlich\n\nBetreff',
          `öffentlich\n\n${head.replace('N', name).replace(/P(?![a-zöä])/, PHONE)}\n\nBetreff`,
        ),
      )
  for (const [at, [, signature]] of SIGNED.entries())
    put(folder, `ein/s${at}.txt`, `${paper(`02${at + 10}/2031`, `Weg ${at}`)}\n\n${signature}\n`)
  put(folder, 'ein/ob.txt', `${paper('0300/2031', 'Haus')}\n\ngez. Ina Obermaat\nOberbürgermeisterin\n`)
  assert.equal((await vorlagen(['import', join(folder, 'ein'), '--db', db])).code, 0)
  assert.equal((await vorlagen(['publizieren', join(folder, 'ziel'), '--db', db])).code, 0)
})

test('no clerk of any head is in any published file, packed or unpacked', async () => {
  const secret = [...SHAPES.map(([family]) => family), ...SIGNED.map(([family]) => family), PHONE, '998877']
  const kept = JSON.stringify(ask(db, 'SELECT text FROM vorlage')).toLowerCase()
  for (const word of secret) assert.ok(kept.includes(word.toLowerCase()), `${word} was not planted`)
  const names = readdirSync(state, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(state, name)).isFile(),
  )
  for (const name of names) {
    const file = join(state, name)
    const unpacked = name.endsWith('.parquet')
      ? JSON.stringify(await parquetReadObjects({ file: await asyncBufferFromFile(file) }), (_, value) =>
          typeof value === 'bigint' ? String(value) : value,
        )
      : ''
    const words = `${readFileSync(file, 'utf8')}${unpacked}`.toLowerCase()
    for (const word of secret) assert.ok(!words.includes(word.toLowerCase()), `${word} in ${name}`)
  }
})

test('offices, towns, numbers and days beside them are still there', () => {
  const shown = ask<{ text: string }>(join(state, 'vorlagen.db'), 'SELECT text FROM vorlage')
    .map(({ text }) => text)
    .join('\n')
  for (const word of [
    'Bauamt',
    'Amt für Umwelt',
    '61.2-gn/31',
    '02.05.2031',
    'Ina Obermaat',
    'Oberbürgermeisterin',
    '0110/2031',
  ])
    assert.ok(shown.includes(word), word)
})
