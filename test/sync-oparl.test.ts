import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Config } from '../src/sync/config.ts'
import { all, type Bench, benchFor, ran } from '../src/sync/testing.ts'
import { answer, cutOff, hang, type OparlServer, oparlServer, type ServedPaper, status } from './oparl-server.ts'

const MODIFIED = '2021-05-02T10:00:00+02:00'

interface Place {
  readonly server: OparlServer
  readonly bench: Bench
  readonly config: Config
}

/** A server with seven papers in the north and two in the south, and a configuration that is not patient. */
async function place(t: TestContext, change: object = {}, net: object = {}): Promise<Place> {
  const server = await oparlServer(t)
  for (let at = 1; at <= 7; at++) server.bodies.get('nord')?.set(String(at), paper(`Nord ${at}`))
  for (let at = 1; at <= 2; at++) server.bodies.get('sued')?.set(String(at), paper(`Süd ${at}`))
  const netz = { pauseMillisekunden: 0, wartenMillisekunden: 1, versuche: 3, sekunden: 0.5, ...net }
  const source = { art: 'oparl', id: 'rat', kommune: { name: 'Auenfurt' }, endpunkt: server.endpoint, netz, ...change }
  const bench = benchFor(t)
  return { server, bench, config: bench.config({ quellen: [source] }) }
}

function paper(text: string, change: Partial<ServedPaper> = {}): ServedPaper {
  return {
    name: text,
    reference: text,
    modified: MODIFIED,
    main: { text: `Vorlage ${text}`, modified: MODIFIED },
    ...change,
  }
}

function counted({ counts }: Awaited<ReturnType<typeof ran>>, ...names: (keyof typeof counts)[]): number[] {
  return names.map((name) => counts[name])
}

test('two bodies over several pages are read; the second run asks for changes only and reads nothing', async (t) => {
  const { server, bench, config } = await place(t)
  const first = await ran(config)
  assert.deepEqual([first.zustand, ...counted(first, 'gesehen', 'neu')], ['vollstaendig', 9, 9])
  assert.deepEqual(
    server.asked.filter((path) => path.startsWith('/papers/nord')),
    ['/papers/nord', '/papers/nord?page=2', '/papers/nord?page=3'],
  )
  assert.match(server.headers[0]?.['user-agent'] ?? '', /^vorlagen-sync/)
  assert.deepEqual(all(bench, `SELECT koerper, nummer, name FROM oparl_papier WHERE nummer = 'Süd 1'`), [
    { koerper: `${server.base}/body/sued`, nummer: 'Süd 1', name: 'Süd 1' },
  ])

  server.clear()
  const second = await ran(config)
  assert.deepEqual([second.zustand, ...counted(second, 'neu', 'unveraendert')], ['vollstaendig', 0, 9])
  assert.ok(
    server.asked.every((path) => !path.startsWith('/file/')),
    'no file is fetched again',
  )
  const filtered = server.asked.filter((path) => path.startsWith('/papers/'))
  assert.ok(filtered.length === 2 && filtered.every((path) => path.includes('modified_since=')))
})

test('modified_since reaches back by the overlap from the time of the server', async (t) => {
  const { server, config } = await place(t, { ueberlappungStunden: 5 })
  const then = Date.now()
  await ran(config, { now: () => new Date('2009-01-01T00:00:00Z') })
  server.clear()
  await ran(config, { now: () => new Date('2009-01-02T00:00:00Z') })
  const asked = server.asked.find((path) => path.startsWith('/papers/nord'))
  const since = Date.parse(new URL(asked ?? '', server.base).searchParams.get('modified_since') ?? '')
  assert.ok(Math.abs(since - (then - 5 * 3_600_000)) < 60_000, 'our own clock is not asked')
})

test('changed, added, deleted, and back again', async (t) => {
  const { server, bench, config } = await place(t)
  await ran(config)
  const later = new Date(Date.now() + 1000).toISOString()
  const north = server.bodies.get('nord')
  north?.set('1', paper('Nord 1', { modified: later, main: { text: 'Vorlage Nord 1, neu', modified: later } }))
  north?.set('2', paper('Nord 2', { modified: later, deleted: true }))
  north?.set('8', paper('Nord 8', { modified: later }))
  const second = await ran(config)
  assert.deepEqual([second.zustand, ...counted(second, 'geaendert', 'neu', 'entfallen')], ['vollstaendig', 1, 1, 1])
  const gone = all(bench, 'SELECT schluessel FROM sync_papier WHERE entfallen_am IS NOT NULL')
  assert.deepEqual(gone, [{ schluessel: `${server.base}/file/nord/2/main` }])
  assert.equal(all(bench, 'SELECT * FROM quelle').length, 10, 'what is gone upstream is kept')
  north?.set('2', paper('Nord 2', { modified: later }))
  const third = await ran(config)
  assert.deepEqual(counted(third, 'neu', 'entfallen'), [0, 0])
  assert.deepEqual(all(bench, 'SELECT schluessel FROM sync_papier WHERE entfallen_am IS NOT NULL'), [])
})

test('what vanished without a word is found by comparing everything', async (t) => {
  const { server, config } = await place(t)
  await ran(config)
  server.bodies.get('nord')?.delete('3')
  assert.deepEqual(counted(await ran(config), 'entfallen'), [0])
  const month = () => new Date(Date.now() + 31 * 86_400_000)
  assert.deepEqual(counted(await ran(config, { now: month }), 'entfallen', 'neu'), [1, 0])
})

test('a file without a date is asked for with its ETag, and not read again', async (t) => {
  const { server, config } = await place(t)
  server.bodies.get('nord')?.set('1', paper('Nord 1', { main: { text: 'Vorlage', etag: true } }))
  await ran(config)
  server.clear()
  const second = await ran(config, { full: true })
  assert.deepEqual(counted(second, 'neu', 'geaendert', 'unveraendert'), [0, 0, 9])
  const asked = server.asked.indexOf('/file/nord/1/main')
  assert.match(server.headers[asked]?.['if-none-match'] ?? '', /^"/)
  assert.equal(server.asked.filter((path) => path.startsWith('/file/')).length, 1)
})

for (const validators of ['etag', 'last-modified'] as const) {
  test(`a list is asked for with its ${validators}; what has not changed is not sent again`, async (t) => {
    const { server, bench, config } = await place(t)
    server.validators = validators
    await ran(config)
    const month = () => new Date(Date.now() + 31 * 86_400_000)
    server.clear()
    const same = await ran(config, { now: month })
    assert.deepEqual(counted(same, 'gesehen', 'unveraendert', 'entfallen'), [9, 9, 0])
    assert.deepEqual(new Set(server.answered.values()), new Set([304]), 'everything is compared, nothing is sent')
    assert.ok(server.answered.has('/papers/nord?page=3') && server.answered.has('/bodies'))

    const later = new Date(Date.now() + 1000).toISOString()
    server.bodies.get('nord')?.set('5', paper('Nord 5', { modified: later, main: { text: 'anders', modified: later } }))
    server.bodies.get('sued')?.delete('2')
    server.clear()
    const next = await ran(config, { now: () => new Date(Date.now() + 62 * 86_400_000) })
    assert.deepEqual(counted(next, 'geaendert', 'entfallen', 'unveraendert'), [1, 1, 7])
    assert.deepEqual(
      [...server.answered].filter(([, status]) => status === 200).map(([path]) => path),
      ['/papers/nord?page=2', '/papers/sued'],
    )

    server.clear()
    await ran(config, { full: true })
    assert.deepEqual(new Set(server.answered.values()), new Set([200]), 'asked by a person, nothing kept is believed')
    await ran(config)
    const kept = all<{ adresse: string }>(bench, 'SELECT adresse FROM oparl_antwort ORDER BY adresse')
    assert.ok(kept.length === 5 && kept.every(({ adresse }) => !adresse.includes('_since')), 'no page of a single run')
  })
}

test('a list that became shorter leaves nothing of itself behind', async (t) => {
  const { server, bench, config } = await place(t)
  server.validators = 'etag'
  await ran(config)
  for (const number of ['5', '6', '7']) server.bodies.get('nord')?.delete(number)
  await ran(config, { full: true, allowShrink: true })
  const kept = all<{ adresse: string }>(bench, `SELECT adresse FROM oparl_antwort WHERE adresse LIKE '%/papers/nord%'`)
  assert.equal(kept.length, 2)
})

test('a server that does not say what changed is asked for what is new as well', async (t) => {
  const { server, config } = await place(t)
  await ran(config)
  const later = new Date(Date.now() + 1000).toISOString()
  server.bodies.get('nord')?.set('8', paper('Nord 8', { created: later, undated: true }))
  server.clear()
  assert.deepEqual(counted(await ran(config), 'neu'), [0], 'all that is known of it had dates')
  assert.ok(server.asked.every((path) => !path.includes('created_since')))
  assert.deepEqual(counted(await ran(config, { full: true }), 'neu'), [1])

  server.bodies.get('nord')?.set('9', paper('Nord 9', { created: later, undated: true }))
  server.bodies.get('nord')?.set('10', paper('Nord 10', { created: later, modified: later }))
  server.clear()
  assert.deepEqual(counted(await ran(config), 'neu'), [2])
  assert.equal(server.asked.filter((path) => path === '/file/nord/10/main').length, 1, 'named twice, taken once')
})

test('a robots.txt that names us is obeyed; one for everybody is for those who follow links', async (t) => {
  const { server, config } = await place(t)
  const robots = (text: string) => server.failAlways('/robots.txt', answer(text, { 'content-type': 'text/plain' }))
  robots('User-agent: *\nDisallow: /\n')
  assert.deepEqual(counted(await ran(config), 'neu'), [9])
  assert.equal(server.asked.filter((path) => path === '/robots.txt').length, 1, 'asked for once a run')
  server.clear()
  robots('User-agent: Vorlagen-Sync\nDisallow: /papers/nord\n')
  const partly = await ran(config, { full: true })
  assert.deepEqual([partly.zustand, ...counted(partly, 'gesehen', 'entfallen')], ['teils', 2, 0])
  assert.match(partly.quellen.get('rat')?.gaps.join() ?? '', /robots\.txt will vorlagen-sync nicht/)
  assert.ok(server.asked.every((path) => !path.startsWith('/papers/nord')))
})

test('a host is asked so much at a time and no more, with a pause between', async (t) => {
  const { server, config } = await place(t, {}, { gleichzeitig: 2, sekunden: 5 })
  let open = 0
  let most = 0
  server.failAlways('/file/*', (_, response) => {
    most = Math.max(most, ++open)
    setTimeout(() => {
      open--
      response.writeHead(200).end('Vorlage')
    }, 20)
  })
  await ran(config, { workers: 4 })
  assert.equal(most, 2)

  const slow = await place(t, {}, { gleichzeitig: 4, pauseMillisekunden: 150, sekunden: 5 })
  const times: number[] = []
  slow.server.failAlways('/file/*', (_, response) => {
    times.push(performance.now())
    response.writeHead(200).end('Vorlage')
  })
  await ran(slow.config)
  // Nine files have eight pauses between them; a slow machine hears the first of them late, so three are not counted.
  assert.ok((times.at(-1) ?? 0) - (times[0] ?? 0) >= 5 * 150, `${times}`)
})

test('a certificate nobody vouches for ends it: nothing is asked of such a server', async (t) => {
  const { server, bench, config } = await place(t)
  const [key, cert] = [join(bench.folder, 'key.pem'), join(bench.folder, 'cert.pem')]
  const self = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost', '-days', '2']
  if (spawnSync('openssl', ['req', ...self, '-keyout', key, '-out', cert]).status !== 0) {
    t.skip('openssl, which makes the certificate, is not installed')
    return
  }
  let reached = 0
  const tls = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
    reached++
    response.end('{}')
  })
  await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve))
  t.after(() => tls.close())
  const [source] = config.quellen
  assert.ok(source?.art === 'oparl')
  const endpunkt = `https://localhost:${(tls.address() as AddressInfo).port}/system`
  const result = await ran({ ...config, quellen: [{ ...source, endpunkt }] })
  assert.equal(result.zustand, 'gescheitert')
  assert.match(result.quellen.get('rat')?.gaps.join() ?? '', /Zertifikat nicht gültig/)
  assert.deepEqual([reached, server.asked.length], [0, 0])
})

test('without a main file all others are read; with one only that, unless all are wanted', async (t) => {
  const files = { main: undefined, more: [{ text: 'Vorlage A' }, { text: 'Vorlage B' }] }
  const both = { main: { text: 'Vorlage H' }, more: [{ text: 'Vorlage Anlage' }] }
  for (const [dateien, seen] of [
    ['haupt', 3],
    ['alle', 4],
  ] as const) {
    const { server, config } = await place(t, { dateien })
    server.bodies.get('nord')?.clear()
    server.bodies.get('sued')?.clear()
    const { main: _, ...without } = paper('ohne')
    server.bodies.get('nord')?.set('1', { ...without, more: files.more })
    server.bodies.get('nord')?.set('2', paper('mit', both))
    assert.deepEqual(counted(await ran(config), 'neu'), [seen])
  }
})

test('a server that fails now and then is asked again, later if it says so', async (t) => {
  const { server, config } = await place(t)
  server.fail('/papers/nord?page=2', status(500), status(503))
  server.fail('/file/nord/1/main', status(429, { 'retry-after': '1' }), cutOff)
  server.fail('/papers/sued', answer('{"data": [{"id": "http'))
  const result = await ran(config)
  assert.deepEqual([result.zustand, ...counted(result, 'neu')], ['vollstaendig', 9])
  const waits = result.events.filter(({ ereignis }) => ereignis === 'abruf')
  assert.equal(waits.length, 5)
  assert.equal(waits.find(({ grund }) => grund === 'Antwort 429')?.wartetMillisekunden, 1000)
})

test('a list that breaks off in the middle: what came is kept, the next run asks from the same day on', async (t) => {
  const { server, bench, config } = await place(t)
  server.failAlways('/papers/nord?page=2', status(500))
  const first = await ran(config)
  assert.deepEqual([first.zustand, ...counted(first, 'neu')], ['teils', 5], 'the other body is read all the same')
  assert.match(first.quellen.get('rat')?.gaps.join() ?? '', /page=2: Antwort 500/)
  assert.deepEqual(all(bench, 'SELECT zeiger, voll_am FROM sync_quelle'), [{ zeiger: null, voll_am: null }])
  server.clear()
  const second = await ran(config)
  assert.deepEqual([second.zustand, ...counted(second, 'neu', 'unveraendert', 'entfallen')], ['vollstaendig', 4, 5, 0])
})

test('a list that runs in a circle ends, and nothing counts as gone', async (t) => {
  const { server, config } = await place(t)
  await ran(config)
  const loop = { data: [], links: { next: `${server.base}/papers/nord` } }
  server.failAlways('/papers/nord', answer(JSON.stringify(loop)))
  const result = await ran(config, { full: true })
  assert.deepEqual([result.zustand, ...counted(result, 'entfallen')], ['teils', 0])
  assert.match(result.quellen.get('rat')?.gaps.join() ?? '', /im Kreis/)
})

test('a server that is slow, or speaks anything but JSON, costs its time and no more', async (t) => {
  const { server, config } = await place(t, {}, { sekunden: 0.2, versuche: 2 })
  server.failAlways('/papers/nord', hang)
  const slow = await ran(config)
  assert.equal(slow.zustand, 'teils')
  assert.match(slow.quellen.get('rat')?.gaps.join() ?? '', /keine vollständige Antwort in 0.2 Sekunden/)
  server.clear()
  server.failAlways('/system', answer('<html><body>Wartung</body></html>'))
  const broken = await ran(config)
  assert.equal(broken.zustand, 'gescheitert')
  server.clear()
  assert.deepEqual(counted(await ran(config), 'neu'), [7])
})

test('a network that is gone fails its source, takes nothing away, and is made up for', async (t) => {
  const { server, config } = await place(t)
  await ran(config)
  const later = new Date(Date.now() + 1000).toISOString()
  server.bodies.get('sued')?.set('3', paper('Süd 3', { modified: later }))
  server.failAlways('/*', (_, response) => void response.destroy())
  const gone = await ran(config, { full: true })
  assert.deepEqual([gone.zustand, ...counted(gone, 'gesehen', 'entfallen', 'fehlt')], ['gescheitert', 0, 0, 0])
  server.clear()
  const back = await ran(config)
  assert.deepEqual([back.zustand, ...counted(back, 'neu', 'unveraendert')], ['vollstaendig', 1, 9])
})

test('a dead server is not asked ten thousand times', async (t) => {
  const { server, config } = await place(t)
  server.failAlways('/file/*', status(503))
  const result = await ran(config)
  assert.equal(result.counts.fehlt > 0, true)
  assert.ok(server.asked.filter((path) => path.startsWith('/file/')).length <= 14, `${server.asked.length}`)
  server.clear()
  const second = await ran(config)
  assert.deepEqual(counted(second, 'neu', 'fehlt'), [9, 0])
})

test('a missing file is known as missing, tried again later, and read once it is there', async (t) => {
  const { server, bench, config } = await place(t)
  server.failAlways('/file/nord/1/main', status(404))
  const first = await ran(config)
  assert.deepEqual([first.zustand, ...counted(first, 'neu', 'fehlt')], ['teils', 8, 1])
  const [missing] = all<{ zustand: string; grund: string }>(bench, `SELECT * FROM sync_papier WHERE zustand = 'fehlt'`)
  assert.match(missing?.grund ?? '', /Antwort 404/)
  server.clear()
  assert.deepEqual(counted(await ran(config), 'neu'), [0], 'it is not its turn yet')
  const later = () => new Date(Date.now() + 2 * 86_400_000)
  assert.deepEqual(counted(await ran(config, { now: later }), 'neu'), [1])
})

test('what a file is decides its content: a login page is no paper, a mislabelled paper is one', async (t) => {
  const { server, bench, config } = await place(t)
  const login = '<!doctype html><html><body>Bitte anmelden</body></html>'
  server.bodies
    .get('nord')
    ?.set('1', paper('1', { main: { text: login, mimeType: 'application/pdf', modified: MODIFIED } }))
  server.bodies
    .get('nord')
    ?.set('2', paper('2', { main: { text: 'Vorlage', contentType: 'application/octet-stream', modified: MODIFIED } }))
  const result = await ran(config)
  assert.deepEqual(counted(result, 'neu', 'fehlt'), [8, 1])
  const [missing] = all<{ grund: string }>(bench, `SELECT grund FROM sync_papier WHERE zustand = 'fehlt'`)
  assert.equal(missing?.grund, 'statt eines PDF kam eine Webseite')
})

test('a checksum that does not fit: fetched once more, then read and noted', async (t) => {
  const { server, bench, config } = await place(t)
  const good = createHash('sha512').update('Vorlage gut').digest('hex')
  server.bodies.get('nord')?.set('1', paper('1', { main: { text: 'Vorlage gut', sha512: good } }))
  server.bodies.get('nord')?.set('2', paper('2', { main: { text: 'Vorlage anders', sha512: good } }))
  await ran(config)
  const noted = all<{ schluessel: string }>(bench, `SELECT schluessel FROM sync_papier WHERE grund LIKE 'Prüfsumme%'`)
  assert.deepEqual(noted, [{ schluessel: `${server.base}/file/nord/2/main` }])
  assert.equal(server.asked.filter((path) => path === '/file/nord/2/main').length, 2)
})

test('a file that is too large, and objects that are none, stop nobody', async (t) => {
  const { server, config } = await place(t)
  server.bodies.get('nord')?.set('1', paper('1', { main: { text: Buffer.alloc(1_100_000, 'x') } }))
  server.bodies.get('nord')?.set('2', { modified: MODIFIED, raw: { name: 'ohne Adresse' } })
  server.bodies.get('nord')?.set('3', { modified: MODIFIED, raw: 'kaputt' })
  server.bodies.get('nord')?.set('4', { modified: MODIFIED, raw: { id: `${server.base}/leer`, auxiliaryFile: null } })
  const result = await ran({ ...config, lesen: { ...config.lesen, megabyte: 1 } })
  assert.deepEqual(counted(result, 'neu', 'fehlt'), [5, 1])
})

test('no server can send us into a private network', async (t) => {
  let reached = 0
  const inner = createServer((_, response) => {
    reached++
    response.end('Vorlage geheim')
  })
  await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve))
  t.after(() => inner.close())
  const { port } = inner.address() as AddressInfo
  const targets = [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`, `http://[::ffff:127.0.0.1]:${port}/`]
  for (const [at, location] of [...targets, 'file:///etc/passwd'].entries()) {
    const { server, config } = await place(t)
    server.fail('/file/nord/1/main', status(302, { location }))
    const result = await ran(config)
    assert.deepEqual(counted(result, 'neu', 'fehlt'), [8, 1], location)
    assert.equal(reached, 0, `${at} ${location}`)
  }
  const { server, config } = await place(t, {}, { privateNetze: true })
  server.fail('/file/nord/1/main', status(302, { location: targets[0] ?? '' }))
  assert.deepEqual(counted(await ran(config), 'neu', 'fehlt'), [9, 0])
  assert.equal(reached, 1)
})

test('redirections end somewhere', async (t) => {
  const { server, config } = await place(t)
  server.failAlways('/file/nord/1/main', status(302, { location: '/file/nord/1/main' }))
  server.fail('/file/nord/2/main', status(301, { location: '/file/nord/3/main' }))
  assert.deepEqual(counted(await ran(config), 'neu', 'fehlt'), [8, 1])
})

test('the secret comes from the environment and goes to the server of the endpoint alone', async (t) => {
  const { server, config } = await place(t, { zugang: { umgebung: 'RAT_ZUGANG' } }, { privateNetze: true })
  const other = await oparlServer(t)
  other.failAlways('/*', answer('Vorlage von anderswo', { 'content-type': 'text/plain' }))
  server.fail('/file/nord/1/main', status(302, { location: `${other.base}/x` }))
  const without = await ran(config)
  assert.equal(without.zustand, 'gescheitert')
  assert.match(without.quellen.get('rat')?.gaps.join() ?? '', /RAT_ZUGANG/)
  const result = await ran(config, { env: { RAT_ZUGANG: 'Bearer abc' } })
  assert.deepEqual(counted(result, 'neu'), [9])
  assert.ok(server.headers.every(({ authorization }) => authorization === 'Bearer abc'))
  assert.ok(other.headers.length > 0 && other.headers.every(({ authorization }) => authorization === undefined))
  assert.ok(result.events.every((event) => !JSON.stringify(event).includes('abc')))
})

test('a new version of the program reads the originals it kept, and asks nobody', async (t) => {
  const { server, config } = await place(t)
  const { STUBS } = await import('../src/sync/testing.ts')
  await ran(config)
  server.clear()
  const raised = STUBS.map((one) => ({ ...one, version: one.version + 1 }))
  const result = await ran(config, { extractors: raised })
  assert.deepEqual(counted(result, 'neu_gelesen', 'neu', 'fehlt'), [9, 0, 0])
  assert.ok(server.asked.every((path) => !path.startsWith('/file/')))
})

test('only the bodies that are wanted', async (t) => {
  const { config } = await place(t, { koerper: ['sued'] })
  assert.deepEqual(counted(await ran(config), 'neu'), [2])
})

test('a run that is asked to end does so in the middle of a list, and the next one goes on', async (t) => {
  const { server, config } = await place(t)
  const controller = new AbortController()
  const first = await ran(config, {
    signal: controller.signal,
    tell: ({ ereignis }) => void (ereignis === 'vorlage' && controller.abort()),
  })
  assert.equal(first.zustand, 'abgebrochen')
  assert.ok(first.counts.neu >= 1 && first.counts.neu < 9)
  const second = await ran(config)
  assert.equal(first.counts.neu + second.counts.neu, 9)
  assert.ok(server.asked.length > 0)
})
