/** Profiles: signs that tell them, files of a user's own, and what `vorlagen profil` says of it. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { EXIT } from '../src/cli/exit.ts'
import { profileFile, profileOf } from '../src/profiles/file.ts'
import { chooseProfile, profiles } from '../src/profiles/index.ts'
import { signsIn, sureness } from '../src/profiles/profile.ts'
import { ask, put, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const own = put(
  folder,
  'eigenes.json',
  JSON.stringify({
    name: 'quellenbrueck',
    zeichen: [
      {
        bedeutung: 'der Briefkopf',
        sicher: 0.9,
        muster: [
          { wo: 'text', ausdruck: '^Stadt Quellenbrück$' },
          { wo: 'text', ausdruck: '^Ratsbüro' },
        ],
      },
    ],
    ueberschriften: { 'Was zu tun ist': 'beschlussvorschlag' },
    rollen: { Befassung: 'beratung' },
  }),
)
const file = put(
  folder,
  'papier.md',
  [
    'Stadt Quellenbrück',
    '',
    'Ratsbüro',
    '',
    '# Beschlussvorlage Nr. BV/2031/0911',
    '',
    '## Beratungsfolge',
    '',
    '| Datum | Gremium | Zuständigkeit |',
    '|---|---|---|',
    '| 14.05.2031 | Bauausschuss | Befassung |',
    '',
    '## Was zu tun ist',
    '',
    'Der Rat stimmt dem Vorhaben zu.',
    '',
  ].join('\n'),
)

test('every profile but the general one has signs, surer than what is too little', () => {
  for (const { facts, signs } of profiles) assert.ok(signs.length > 0, facts.name)
  assert.equal(chooseProfile({ text: 'Beschlussvorlage', meta: {} }).facts.name, 'allgemein')
})

test('all patterns of a sign must be found', () => {
  const profile = profileOf(
    profileFile.parse({
      name: 'probe',
      zeichen: [
        {
          bedeutung: 'beides',
          muster: [
            { wo: 'text', ausdruck: '^Kopf$' },
            { wo: 'titel', ausdruck: 'Rat' },
          ],
        },
      ],
    }),
  )
  assert.equal(sureness(profile, { text: 'Zeile\nKopf\n', meta: {} }), 0)
  const found = signsIn(profile, { text: 'Zeile\nKopf\n', meta: { title: 'Der Rat' } })
  assert.deepEqual(found[0]?.found, [
    { wo: 'text', worte: 'Kopf', stelle: { start: 6, end: 10 } },
    { wo: 'titel', worte: 'Rat', stelle: null },
  ])
})

test('profil says which profile was chosen, which signs there are, and what a given one changes', async () => {
  const general = await vorlagen(['profil', file])
  assert.equal(general.code, EXIT.gut, general.stderr)
  assert.match(general.stdout, /Profil allgemein\n {2}kein Zeichen eines anderen Profils ist sicher genug/)
  const { stdout } = await vorlagen(['profil', file, '--profil', own])
  assert.match(stdout, /Profil quellenbrueck\n {2}mit --profil vorgegeben\n {2}quellenbrueck: 90 % sicher/)
  assert.match(stdout, /im Text, Zeile 1: „Stadt Quellenbrück“\n {6}im Text, Zeile 3: „Ratsbüro“/)
  assert.match(stdout, /Überschriften: „was zu tun ist“ → beschlussvorschlag\n {4}Rollen: „befassung“ → beratung/)
  const { stdout: json } = await vorlagen(['profil', file, '--profil', own, '--json'])
  assert.equal((JSON.parse(json) as { profil: string }).profil, 'quellenbrueck')
})

test('import reads by a given profile, and again what was read by another', async () => {
  const db = join(folder, 'profil.db')
  const roles = () => ask<{ rolle: string | null }>(db, 'SELECT rolle FROM beratung').map(({ rolle }) => rolle)
  const proposals = () => ask<{ text: string }>(db, 'SELECT text FROM beschlussvorschlag').map(({ text }) => text)
  await vorlagen(['import', file, '--db', db, '--quiet'])
  assert.deepEqual([roles(), proposals()], [[null], []])
  for (const workers of ['1', '2']) {
    const { code, stderr } = await vorlagen([
      'import',
      file,
      '--db',
      db,
      '--quiet',
      '--profil',
      own,
      '--workers',
      workers,
    ])
    assert.equal(code, EXIT.gut, stderr)
    assert.deepEqual([roles(), proposals()], [['beratung'], ['Der Rat stimmt dem Vorhaben zu.']])
  }
  assert.deepEqual(ask(db, 'SELECT profil, version FROM vorlage'), [{ profil: 'quellenbrueck', version: 1 }])
})

test('a profile that is none is refused with its place', async () => {
  const wrong = put(folder, 'falsch.json', JSON.stringify({ name: 'X', ueberschriften: { Lage: 'geografie' } }))
  const { code, stderr } = await vorlagen(['profil', file, '--profil', wrong])
  assert.equal(code, EXIT.aufruf)
  assert.match(stderr, /falsch\.json ist kein Profil:\n {2}name: kleine Buchstaben.*\n {2}ueberschriften\.Lage: /)
  const unknown = await vorlagen(['profil', file, '--profil', 'nirgends'])
  assert.match(unknown.stderr, /Profil „nirgends“ gibt es nicht; es gibt allgemein, allris, /)
  const broken = await vorlagen(['profil', file, '--profil', put(folder, 'kaputt.json', '{')])
  assert.match(broken.stderr, /kaputt\.json lässt sich nicht lesen/)
})
