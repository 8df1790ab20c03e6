import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AddressRefused, assertAllowed, isPrivate } from './address.ts'
import { retryAfterOf } from './client.ts'
import { fileOf, paperOf } from './objects.ts'
import { isAllowedBy, robotsRules } from './robots.ts'
import { dayOf, instantOf } from './time.ts'

test('times with and without a zone', () => {
  for (const [text, instant] of [
    ['2031-03-04T05:06:07+02:00', '2031-03-04T03:06:07.000Z'],
    ['2031-03-04T05:06:07Z', '2031-03-04T05:06:07.000Z'],
    ['2031-03-04T05:06:07.123456+0100', '2031-03-04T04:06:07.000Z'],
    ['2031-01-15T12:00:00', '2031-01-15T11:00:00.000Z'],
    ['2031-07-15 12:00', '2031-07-15T10:00:00.000Z'],
    ['2031-07-15', '2031-07-14T22:00:00.000Z'],
  ] as const)
    assert.equal(instantOf(text), instant, text)
})

test('local times at the two changes of the year 2026', () => {
  assert.equal(instantOf('2026-03-29T01:59:59'), '2026-03-29T00:59:59.000Z')
  assert.equal(instantOf('2026-03-29T03:00:00'), '2026-03-29T01:00:00.000Z')
  assert.equal(instantOf('2026-10-25T01:30:00'), '2026-10-24T23:30:00.000Z')
  assert.equal(instantOf('2026-10-25T03:30:00'), '2026-10-25T02:30:00.000Z')
})

test('days are those of the council', () => {
  assert.equal(dayOf('2031-03-04'), '2031-03-04')
  assert.equal(dayOf('4.3.2031'), '2031-03-04')
  assert.equal(dayOf('2031-03-03T23:30:00Z'), '2031-03-04')
  assert.equal(dayOf('2031-03-04T00:10:00'), '2031-03-04')
})

test('what is no time is none', () => {
  for (const text of ['', 'morgen', '2031-02-30', '2031-13-01', '2031-01-01T25:00:00', '0000-00-00', '31.06.2031'])
    assert.deepEqual([instantOf(text), dayOf(text)], [undefined, undefined], text)
})

test('networks of their own are known', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    '224.0.0.1',
    'localhost',
  ])
    assert.equal(isPrivate(address), true, address)
  for (const address of ['8.8.8.8', '172.32.0.1', '2a00:1450::1', '::ffff:8.8.8.8'])
    assert.equal(isPrivate(address), false, address)
})

test('only http and https, however an address is written', () => {
  for (const url of [
    'file:///etc/passwd',
    'ftp://example.org/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
  ])
    assert.throws(() => assertAllowed(new URL(url), false), AddressRefused, url)
  assertAllowed(new URL('https://example.org/'), false)
  assertAllowed(new URL('http://10.0.0.1/'), true)
})

test('when to ask again, in seconds or as a date', () => {
  const now = Date.parse('2031-01-01T00:00:00Z')
  assert.equal(retryAfterOf('120', now), 120_000)
  assert.equal(retryAfterOf('Wed, 01 Jan 2031 00:01:00 GMT', now), 60_000)
  assert.equal(retryAfterOf('Tue, 31 Dec 2030 00:00:00 GMT', now), 0)
  assert.equal(retryAfterOf('bald', now), undefined)
  assert.equal(retryAfterOf(undefined, now), undefined)
})

test('robots.txt: only groups that name us, the longest rule decides', () => {
  const rules = robotsRules(
    [
      'User-agent: *',
      'Disallow: /',
      '',
      'User-agent: andere',
      'user-agent: VORLAGEN-SYNC # wir',
      'Disallow: /oparl',
      'Allow: /oparl/1.1/',
      'Disallow: /*.zip$',
      'Disallow:',
      'User-agent: dritte',
      'Disallow: /dritte',
    ].join('\r\n'),
  )
  for (const [path, allowed] of [
    ['/oparl/1.0/papers', false],
    ['/oparl/1.1/papers?page=2', true],
    ['/datei.zip', false],
    ['/a.zip/datei.zip', false],
    ['/datei.zip?x=1', true],
    ['/dritte', true],
    ['/', true],
  ] as const)
    assert.equal(isAllowedBy(rules, `https://ris.example${path}`), allowed, path)
  assert.deepEqual(robotsRules('<html>nicht gefunden</html>'), [])
  assert.equal(
    isAllowedBy(robotsRules('User-agent: vorlagen-sync\nDisallow: /\nAllow: /'), 'https://a.example/x'),
    true,
  )
})

test('objects with gaps: what is missing is null, what has no address is nothing', () => {
  assert.equal(paperOf({ name: 'x' }), undefined)
  assert.equal(paperOf('x'), undefined)
  const paper = paperOf({ id: 'https://a.example/1', reference: 17, name: ' ', modified: 'nie', consultation: {} })
  assert.deepEqual([paper?.nummer, paper?.name, paper?.geaendert, paper?.beratungen.length], ['17', null, null, 1])
  assert.equal(fileOf({ name: 'x' }, 'haupt'), undefined)
  const file = fileOf({ accessUrl: 'https://a.example/1.pdf', size: -1, sha512Checksum: 'AB' }, 'haupt')
  assert.deepEqual(
    [file?.adresse, file?.abruf, file?.bytes, file?.sha512],
    [file?.abruf, 'https://a.example/1.pdf', null, 'ab'],
  )
})
