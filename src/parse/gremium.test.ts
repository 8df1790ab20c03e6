import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isGremium, isUnfinished, namedBody } from './gremium.ts'
import { publicityOf } from './publicity.ts'
import { isResult } from './result.ts'
import { isRole, meaningOfRole, roleAtStart } from './role.ts'

const BODIES = [
  'Rat',
  'Stadtrat',
  'Rat der Stadt Lindmar',
  'Gemeinderat',
  'Bürgerschaft',
  'Senat',
  'Stadtverordnetenversammlung',
  'Kreistag',
  'Ausschuss für Umwelt und Klima',
  'Haupt- und Finanzausschuss',
  'Seniorenbeirat',
  'Ortschaftsrat Niederdorf',
  'Ortsrat',
  'Alle Ortschaftsräte',
  'Bezirksvertretung 3 (Nord)',
  'Bezirksbeirat',
  'Stadtbezirksrat Hafen-Mitte',
  'Ortsbeirat 4',
  'Verwaltungsvorstand',
  'Umlegungskommission',
  'Ratsversammlung',
]
const OTHERS = [
  'Dezernat',
  'Referat 2',
  'Landrat',
  'Montag',
  'Format',
  'Gesundheit',
  'Öffentlichkeitsstatus',
  'Der Rat beschließt die Satzung',
  'Antrag der Ratsfraktion',
  'Der Ausschuss hat den Punkt vertagt.',
  'Neubau einer Halle',
  '12.03.2030',
  '',
]
for (const name of BODIES) test(`a body: ${name}`, () => assert.ok(isGremium(name)))
for (const name of OTHERS) test(`no body: ${name}`, () => assert.ok(!isGremium(name)))

test('brackets behind a body say its role or whether it meets in public', () => {
  assert.deepEqual(namedBody('Kulturausschuss (Entscheidung)'), {
    name: 'Kulturausschuss',
    role: 'Entscheidung',
    publicity: null,
  })
  assert.deepEqual(namedBody('Senat (nicht-öffentlich)'), { name: 'Senat', role: null, publicity: 'nichtoeffentlich' })
  assert.deepEqual(namedBody('Bezirksvertretung 3 (Nord)').name, 'Bezirksvertretung 3 (Nord)')
})

test('a wrapped name is unfinished', () => {
  assert.ok(isUnfinished('Ausschuss für Bildung und'))
  assert.ok(!isUnfinished('Ausschuss für Bildung'))
})

test('roles and their meanings', () => {
  const meanings = [
    'Entscheidung',
    'zur Beschlussfassung',
    'Vorberatung',
    'Behandlung',
    '1. Lesung',
    'zur Senatsberatung',
    'Anhörungen',
    'Kenntnisnahme',
    'Information ohne Beratung',
    'Empfehlung',
    'Bestätigung',
  ]
  assert.ok(meanings.every(isRole))
  assert.deepEqual(
    meanings.map((role) => meaningOfRole(role)),
    [
      'entscheidung',
      'entscheidung',
      'vorberatung',
      'beratung',
      'beratung',
      'beratung',
      'anhoerung',
      'kenntnisnahme',
      'kenntnisnahme',
      'empfehlung',
      null,
    ],
  )
  assert.equal(meaningOfRole('Zustimmungsrecht', { zustimmungsrecht: 'entscheidung' }), 'entscheidung')
  assert.equal(roleAtStart('Vorberatung 12.03.2030'), 'Vorberatung')
  assert.equal(roleAtStart('Beratungsstelle'), undefined)
})

test('results are told from roles and bodies', () => {
  for (const text of [
    'ungeändert beschlossen',
    'mit Änderungen empfohlen',
    'nicht empfohlen',
    'zur Kenntnis genommen / ohne Votum',
    'verwiesen in den Bauausschuss',
    'einmütig',
    'abgesetzt',
  ])
    assert.ok(isResult(text), text)
  for (const text of ['Bauausschuss', 'Vorberatung', 'öffentlich', 'Sanierung der Halle'])
    assert.ok(!isResult(text), text)
})

test('publicity in all its spellings', () => {
  for (const text of ['öffentlich', 'Ö', 'ö', '-öffentlich-', '(öffentlich)', 'Öffentlich'])
    assert.equal(publicityOf(text), 'oeffentlich', text)
  for (const text of ['nichtöffentlich', 'Nicht öffentlich', 'nicht-öffentlich', 'N', 'nö', 'NÖ'])
    assert.equal(publicityOf(text), 'nichtoeffentlich', text)
  for (const text of ['öffentliche Einrichtungen', 'x', 'teilweise']) assert.equal(publicityOf(text), undefined, text)
})
