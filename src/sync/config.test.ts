import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { configJsonSchema, networkOf } from './config.ts'
import { ConfigError, configFrom, warningsOf } from './load-config.ts'

const folder = mkdtempSync(join(tmpdir(), 'vorlagen-config-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'vorlagen.config.json')

const ordner = { art: 'ordner', id: 'auenfurt', kommune: { name: 'Auenfurt', ags: '01009999' }, ordner: 'eingang' }
const oparl = { art: 'oparl', id: 'netz', kommune: { name: 'Moorstadt' }, endpunkt: 'https://oparl.example.org/system' }

function load(change: object) {
  return configFrom(path, JSON.stringify({ quellen: [ordner], ...change }))
}

function complaints(change: object): string {
  try {
    load(change)
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.complaints.join('\n')
  }
  return assert.fail('was accepted')
}

test('a small configuration is enough; paths start from its folder', () => {
  const config = load({})
  assert.equal(config.datenbank, join(folder, 'out/vorlagen.db'))
  assert.equal(config.pfade.originale, join(folder, 'out/originale'))
  assert.equal(config.pfade.protokoll, null)
  const [source] = config.quellen
  assert.equal(source?.art === 'ordner' && source.ordner, join(folder, 'eingang'))
})

test('what is unknown, missing or wrong is named with its place', () => {
  assert.match(complaints({ datenbnak: 'x' }), /oberste Ebene: unbekannt: datenbnak/)
  assert.match(complaints({ quellen: [{ ...ordner, ordner: undefined }] }), /quellen\[0\]\.ordner: fehlt/)
  assert.match(complaints({ quellen: [{ ...ordner, art: 'ftp' }] }), /quellen\[0\]\.art: .*ordner, oparl/)
  assert.match(complaints({ quellen: [{ ...ordner, kommune: { name: 'A', ags: '1' } }] }), /ags: acht Ziffern/)
  assert.match(complaints({ quellen: [] }), /quellen: zu klein/)
  assert.match(complaints({ lesen: { sekunden: 'viel' } }), /lesen\.sekunden: erwartet wird eine Zahl/)
  assert.throws(() => configFrom(path, '{"quellen": ['), /kein gültiges JSON/)
})

test('secrets have no place in the file', () => {
  const withSecret = { ...oparl, endpunkt: 'https://wer:geheim@oparl.example.org/' }
  assert.match(complaints({ quellen: [withSecret] }), /Geheimnisse gehören in die Umgebung/)
  assert.match(complaints({ quellen: [{ ...oparl, passwort: 'x' }] }), /unbekannt: passwort/)
  assert.match(complaints({ quellen: [{ ...oparl, zugang: { umgebung: 'Bearer abc' } }] }), /Umgebungsvariable/)
  const config = load({ quellen: [{ ...oparl, zugang: { umgebung: 'OPARL_ZUGANG' } }] })
  assert.match(warningsOf(config, {}).join(), /OPARL_ZUGANG ist nicht gesetzt/)
  assert.deepEqual(warningsOf(config, { OPARL_ZUGANG: 'Bearer abc' }), [])
})

test('two sources never bring the same paper', () => {
  assert.match(complaints({ quellen: [ordner, { ...ordner, ordner: 'anders' }] }), /„auenfurt“ gibt es schon/)
  const inner = { ...ordner, id: 'innen', ordner: 'eingang/2031' }
  assert.match(complaints({ quellen: [ordner, inner] }), /liest dasselbe wie die Quelle auenfurt/)
  assert.match(complaints({ quellen: [oparl, { ...oparl, id: 'b' }] }), /liest dasselbe/)
  assert.equal(
    load({
      quellen: [
        { ...oparl, koerper: ['a'] },
        { ...oparl, id: 'b', koerper: ['b'] },
      ],
    }).quellen.length,
    2,
  )
})

test('a profile is named, or is a file beside the configuration; one nobody knows is refused', () => {
  const given = (profil: string) => ({ quellen: [{ ...ordner, profil }] })
  assert.equal(load(given('allgemein')).quellen[0]?.profil, 'allgemein')
  assert.match(complaints(given('ganz-anders')), /quellen\[0\]\.profil: .*„ganz-anders“ gibt es nicht; es gibt /)

  writeFileSync(join(folder, 'auenfurt.json'), JSON.stringify({ name: 'auenfurt', rollen: { Schau: 'kenntnisnahme' } }))
  const profil = load(given('auenfurt.json')).quellen[0]?.profil
  assert.deepEqual(typeof profil === 'object' && profil.rollen, { schau: 'kenntnisnahme' })

  writeFileSync(join(folder, 'auenfurt.json'), JSON.stringify({ name: 'auenfurt', rolen: {} }))
  assert.match(complaints(given('auenfurt.json')), /auenfurt\.json ist kein Profil:\s+Datei: unbekannt: rolen/)
})

test('a missing folder and an open line are warnings', () => {
  assert.match(warningsOf(load({}), {}).join(), /Den Ordner .*eingang gibt es nicht/)
  mkdirSync(join(folder, 'eingang'))
  assert.deepEqual(warningsOf(load({}), {}), [])
  assert.match(
    warningsOf(load({ quellen: [{ ...oparl, endpunkt: 'http://a.example/' }] }), {}).join(),
    /unverschlüsselt/,
  )
})

test('a source overrules the network of all', () => {
  const config = load({ netz: { versuche: 2 }, quellen: [{ ...oparl, netz: { gleichzeitig: 1 } }] })
  const [source] = config.quellen
  assert.ok(source?.art === 'oparl')
  const network = networkOf(config, source)
  assert.deepEqual([network.versuche, network.gleichzeitig, network.pauseMillisekunden], [2, 1, 250])
})

test('the schema for editors is the one in the repository', () => {
  const kept = readFileSync(join(import.meta.dirname, '../../vorlagen.config.schema.json'), 'utf8')
  assert.equal(kept, configJsonSchema(), 'vorlagen config schema > vorlagen.config.schema.json')
})
