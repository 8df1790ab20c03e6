import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import { EXIT } from '../src/cli/exit.ts'
import { lockForWriting } from '../src/store/lock.ts'
import { ask, BIN, ended, paper, put, start, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
let rooms = 0

/** A folder with a configuration and a few papers. */
function room(change: object = {}, papers = 3): { at: string; config: string; db: string } {
  const at = join(folder, `raum-${rooms++}`)
  for (let number = 1; number <= papers; number++)
    put(at, `eingang/${number}.md`, paper(`${number}/2031`, `Steg ${number}`))
  const quellen = [{ art: 'ordner', id: 'quellenbrueck', kommune: { name: 'Quellenbrück' }, ordner: 'eingang' }]
  // One reader is enough for a few papers and started sooner than two.
  const small = { datenbank: 'v.db', quellen, lesen: { gleichzeitig: 1 }, ...change }
  const config = put(at, 'vorlagen.config.json', JSON.stringify(small))
  return { at, config, db: join(at, 'v.db') }
}

test('a run says what it did in the database, the log, the textfile, the report and its exit code', async () => {
  const pfade = { protokoll: 'log/sync.ndjson', prometheus: 'sync.prom', bericht: 'bericht.txt' }
  const { at, config, db } = room({ pfade, lesen: {} })
  const first = await vorlagen(['sync', '--config', config])
  assert.equal(first.stderr, '')
  assert.equal(first.code, EXIT.gut)
  assert.match(first.stdout, /Quelle quellenbrueck: vollständig\n +3 in der Quelle gesehen\n +3 neu aufgenommen/)
  assert.deepEqual(ask(db, `SELECT quelle, zustand, gesehen, neu FROM sync_lauf`), [
    { quelle: 'quellenbrueck', zustand: 'vollstaendig', gesehen: 3, neu: 3 },
  ])
  const events = lines(join(at, 'log/sync.ndjson'))
  assert.deepEqual(
    events.map(({ ereignis }) => ereignis),
    ['lauf-beginn', 'quelle-beginn', 'vorlage', 'vorlage', 'vorlage', 'quelle-ende', 'lauf-ende'],
  )
  for (const { zeit } of events) assert.ok(Date.parse(String(zeit)))
  const metrics = readFileSync(join(at, 'sync.prom'), 'utf8')
  assert.match(metrics, /^vorlagen_sync_neu\{quelle="quellenbrueck"\} 3$/m)
  assert.match(metrics, /^vorlagen_sync_zustand\{zustand="vollstaendig"\} 1$/m)
  for (const line of metrics.trimEnd().split('\n'))
    assert.match(line, /^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{.+\})? \S+)$/)
  assert.match(readFileSync(join(at, 'bericht.txt'), 'utf8'), /^Betreff: .+ vollständig\n[\s\S]+Keine Befunde\.\n$/)

  writeFileSync(join(at, 'eingang/kaputt.pdf'), '%PDF-1.7 kaputt')
  const second = await vorlagen(['sync', '--config', config, '--json'])
  assert.equal(second.code, EXIT.teils)
  const last = JSON.parse(second.stdout.trimEnd().split('\n').at(-1) ?? '')
  assert.deepEqual([last.ereignis, last.zustand, last.unveraendert, last.fehler], ['lauf-ende', 'teils', 3, 1])
  const third = await vorlagen(['sync', '--config', config, '--quiet'])
  assert.deepEqual([third.code, third.stdout], [EXIT.gut, ''], 'what failed yesterday is no news today')

  const later = await vorlagen(['status', '--config', config])
  assert.equal(later.code, EXIT.teils)
  assert.match(later.stdout, /^- quellenbrueck: 1 Vorlage ist nicht lesbar: kaputt\.pdf$/m, 'but it stays in sight')

  rmSync(join(at, 'eingang'), { recursive: true })
  const failed = await vorlagen(['sync', '--config', config, '--quiet'])
  assert.equal(failed.code, EXIT.nichts)
  assert.match(failed.stderr, /eingehängt/)
})

test('a wrong configuration is a usage error', async () => {
  const { config } = room({ datenbnak: 'x' })
  const { code, stderr } = await vorlagen(['sync', '--config', config])
  assert.equal(code, EXIT.aufruf)
  assert.match(stderr, /unbekannt: datenbnak/)
  assert.equal((await vorlagen(['config', 'pruefen', config])).code, EXIT.aufruf)
  const good = room()
  assert.equal((await vorlagen(['config', 'pruefen', good.config])).code, EXIT.gut)
  assert.equal((await vorlagen(['sync', 'gibtsnicht', '--config', good.config])).code, EXIT.aufruf)
})

test('a second run says who holds the lock, and ends with its code', async () => {
  const { config, db } = room()
  const unlock = lockForWriting(db)
  try {
    const second = await vorlagen(['sync', '--config', config])
    assert.equal(second.code, EXIT.gesperrt)
    assert.match(
      second.stderr,
      new RegExp(`Prozess ${process.pid} auf .+, seit \\d\\d\\.\\d\\d\\.\\d{4}, \\d\\d:\\d\\d\\)`),
    )
    assert.match(second.stderr, /von einem anderen Lauf von vorlagen benutzt/)
  } finally {
    unlock()
  }
  assert.equal((await vorlagen(['sync', '--config', config])).code, EXIT.gut)
})

test('a run without an end is running while the lock is held, and was killed when nobody holds it', async () => {
  const { config, db } = room()
  assert.equal((await vorlagen(['sync', '--config', config])).code, EXIT.gut)
  const file = new Database(db)
  file.exec(`UPDATE sync_lauf SET zustand = 'laeuft', beendet = NULL`)
  file.close()
  const unlock = lockForWriting(db)
  try {
    const running = await vorlagen(['status', '--config', config])
    assert.match(running.stdout, /letzter Lauf: .+ UTC, läuft noch\n[\s\S]+Keine Befunde\.\n$/)
    assert.equal(running.code, EXIT.gut)
  } finally {
    unlock()
  }
  const killed = await vorlagen(['status', '--config', config])
  assert.equal(killed.code, EXIT.teils)
  assert.match(killed.stdout, /letzter Lauf: .+ UTC, vorzeitig beendet\n/)
  assert.match(killed.stdout, /^- quellenbrueck: der Lauf vom .+ brach ab: ohne Abschluss beendet \(getötet/m)
})

test('people are told in German what ended how, and why a paper could not be read', async () => {
  const { at, config } = room()
  put(at, 'eingang/kaputt.pdf', '%PDF-1.7 kaputt')
  const { code, stdout, stderr } = await vorlagen(['sync', '--config', config])
  assert.equal(code, EXIT.teils)
  assert.match(stdout, /^Quelle quellenbrueck: mit Lücken$/m)
  assert.match(stdout, /^ +4 neu aufgenommen\n +1 unter den aufgenommenen nicht lesbar$/m)
  assert.match(stderr, /^quellenbrueck: kaputt\.pdf: Das PDF ist beschädigt .+\.$/m)
  assert.match(stderr, /^Abgleich mit Lücken; mehr dazu: vorlagen status$/m)
})

test('SIGTERM ends after the papers in hand; the next run does the rest', async () => {
  const { config, db } = room({}, 80)
  const child = start(['sync', '--config', config, '--json'])
  const done = ended(child)
  await firstLine(child, /"vorlage"/)
  child.kill('SIGTERM')
  const { code, stdout } = await done
  assert.equal(code, EXIT.abgebrochen)
  const told = stdout.split('\n').filter((line) => line.includes('"ereignis":"vorlage"')).length
  assert.ok(told >= 1 && told < 80, `${told}`)
  assert.deepEqual(ask(db, 'SELECT zustand, neu FROM sync_lauf'), [{ zustand: 'abgebrochen', neu: told }])
  assert.equal((await vorlagen(['sync', '--config', config])).code, EXIT.gut)
  assert.deepEqual(ask(db, 'SELECT count(*) AS n, count(DISTINCT pfad) AS p FROM quelle'), [{ n: 80, p: 80 }])
})

test('a database that may not be written ends the run with its code and changes nothing', async (t) => {
  if (asNobody(['--help']).code !== 0) {
    t.skip('root may write everything, and nobody else may run this')
    return
  }
  const { at, config, db } = room()
  assert.equal((await vorlagen(['sync', '--config', config])).code, EXIT.gut)
  const before = ask(db, 'SELECT * FROM vorlage')
  put(at, 'eingang/9.md', paper('9/2031', 'Neu'))
  for (const name of ['v.db', 'v.db-sperre', 'v.db-wal', 'v.db-shm'])
    if (existsSync(join(at, name))) chmodSync(join(at, name), 0o444)
  chmodSync(folder, 0o755)
  chmodSync(at, 0o555)
  const { code, stderr } = asNobody(['sync', '--config', config])
  assert.equal(code, EXIT.datenbank, stderr)
  assert.match(stderr, /lässt sich nicht öffnen oder beschreiben|nicht schreibbar/)
  chmodSync(at, 0o755)
  for (const name of ['v.db', 'v.db-sperre']) chmodSync(join(at, name), 0o644)
  assert.deepEqual(ask(db, 'SELECT * FROM vorlage'), before)
  assert.equal((await vorlagen(['sync', '--config', config])).code, EXIT.gut)
  assert.equal(ask(db, 'SELECT * FROM vorlage').length, 4)
})

test('a database that has no room to grow ends the run with its code; with room again the next one does the rest', {
  skip: process.platform === 'win32' && 'no limits for files here',
}, async () => {
  const { config, db } = room({}, 120)
  // For anybody, without a disk of its own: no file may become larger than this, room for the tables alone.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const command = 'ulimit -f 1800; exec "$0" "$@"'
  const limited = ['-c', command, process.execPath, BIN, 'sync', '--config', config]
  const full = spawnSync('sh', limited, { encoding: 'utf8', env })
  assert.equal(full.status, EXIT.datenbank, `${full.signal} ${full.stderr}`)
  assert.match(full.stderr, /Platz prüfen/)
  assert.doesNotMatch(full.stderr, /^\s+at /m)
  assertWhole(db)
  const before = ask(db, 'SELECT 1 FROM quelle').length
  assert.ok(before < 120, `${before}`)
  assert.equal((await vorlagen(['sync', '--config', config])).code, EXIT.gut)
  assert.deepEqual(ask(db, 'SELECT count(*) AS n, count(DISTINCT pfad) AS p FROM quelle'), [{ n: 120, p: 120 }])
  assert.deepEqual(ask(db, 'SELECT zustand, neu FROM sync_lauf ORDER BY lauf_id'), [
    { zustand: 'abgebrochen', neu: before },
    { zustand: 'vollstaendig', neu: 120 - before },
  ])
})

test('a full disk ends the run with its code; with room again the next one does the rest', async (t) => {
  const { at, config } = room({ datenbank: 'klein/v.db' }, 120)
  const small = join(at, 'klein')
  mkdirSync(small)
  // Room for the tables, not for the papers.
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=900k', 'tmpfs', small])
  if (mounted.status !== 0) {
    t.skip('no tmpfs can be mounted here (that needs root)')
    return
  }
  try {
    const full = await vorlagen(['sync', '--config', config])
    assert.equal(full.code, EXIT.datenbank, full.stderr)
    assert.match(full.stderr, /Platz prüfen/)
    assert.doesNotMatch(full.stderr, /^\s+at /m)
    execFileSync('mount', ['-o', 'remount,size=60m', small])
    const db = join(small, 'v.db')
    assertWhole(db)
    assert.equal((await vorlagen(['sync', '--config', config])).code, EXIT.gut)
    assert.deepEqual(ask(db, 'SELECT count(*) AS n, count(DISTINCT pfad) AS p FROM quelle'), [{ n: 120, p: 120 }])
  } finally {
    execFileSync('umount', [small])
  }
})

function assertWhole(db: string): void {
  const file = new Database(db)
  assert.equal(file.pragma('integrity_check', { simple: true }), 'ok')
  assert.deepEqual(file.pragma('foreign_key_check'), [])
  file.close()
}

function lines(path: string): Record<string, unknown>[] {
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

async function firstLine(child: ReturnType<typeof start>, wanted: RegExp): Promise<void> {
  for await (const line of createInterface({ input: child.stdout })) if (wanted.test(line)) return
}

/** Root is stopped by no permission; another user is. */
function asNobody(args: readonly string[]): { code: number | null; stderr: string } {
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...env } = process.env
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', env, cwd: '/', ...nobody })
  return { code: status, stderr }
}

test('a source is read by a profile of the user, and again when it changed', async () => {
  const quelle = { art: 'ordner', id: 'quellenbrueck', kommune: { name: 'Quellenbrück' }, ordner: 'eingang' }
  const { at, config, db } = room({ quellen: [{ ...quelle, profil: 'quellenbrueck.json' }] })
  const steps = () => ask(db, `SELECT DISTINCT rolle FROM v_beratungen WHERE zustaendigkeit = 'zur Befassung'`)
  const profile = (rolle: string) =>
    put(at, 'quellenbrueck.json', JSON.stringify({ name: 'quellenbrueck', rollen: { 'zur Befassung': rolle } }))
  for (const number of [1, 2, 3])
    put(at, `eingang/${number}.md`, paper(`${number}/2031`, 'Steg').replace('Entscheidung', 'zur Befassung'))
  profile('beratung')
  assert.equal((await vorlagen(['sync', '--config', config])).code, EXIT.gut)
  assert.deepEqual(steps(), [{ rolle: 'beratung' }])
  profile('anhoerung')
  assert.match((await vorlagen(['sync', '--config', config])).stdout, /3 unverändert, mit neuem Stand gelesen/)
  assert.deepEqual(steps(), [{ rolle: 'anhoerung' }])
})
