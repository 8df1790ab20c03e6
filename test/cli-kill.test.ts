import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { EXIT } from '../src/cli/exit.ts'
import { ask, ended, paper, put, rowsIn, start, vorlagen, workFolder } from './cli-run.ts'

/*
 * A paper that is a pipe holds an import up in the middle for as long as the test wants: some papers are done, one is
 * in hand, some have not been begun.
 */
const folder = workFolder()
const canPipe = process.platform !== 'win32' && commandExists('mkfifo')
const BEFORE = 6

function commandExists(name: string): boolean {
  try {
    execFileSync('which', [name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Papers before and behind a pipe, and the pipe. */
function heldUp(name: string): { paths: string[]; pipe: string; db: string } {
  const one = (at: number) =>
    put(folder, `${name}/${at}.md`, paper(`BV/2031/1${at + 10}`, `Vorhaben ${at}`, `Es kostet ${at + 1}.000 €.`))
  const pipe = join(folder, name, 'rohr.md')
  const paths = [...Array.from({ length: BEFORE }, (_, at) => one(at)), pipe, one(BEFORE), one(BEFORE + 1)]
  execFileSync('mkfifo', [pipe])
  return { paths, pipe, db: join(folder, `${name}.db`) }
}

/** Start an import and wait until all papers before the pipe were reported. */
async function startHeldUp({ paths, pipe, db }: ReturnType<typeof heldUp>) {
  const child = start(['import', ...paths, '--db', db, '--json', '--workers', '1'])
  const end = ended(child)
  let seen = 0
  const reported = new Promise<void>((resolve) => {
    child.stdout.on('data', (text: string) => {
      seen += text.match(/"ereignis":"vorlage"/g)?.length ?? 0
      if (seen >= BEFORE) resolve()
    })
  })
  const failed = end.then(({ stderr }) => assert.fail(`the import ended early: ${stderr}`))
  const writer = await Promise.race([opened(pipe, child), failed])
  await Promise.race([reported, failed])
  failed.catch(() => {})
  return { child, end, writer }
}

/** The writing end of a pipe, once the program has opened the other. */
async function opened(pipe: string, child: { readonly exitCode: number | null }): Promise<FileHandle> {
  for (;;) {
    try {
      return await open(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
    } catch (error) {
      if (child.exitCode !== null) throw error
      await sleep(20)
    }
  }
}

test('Ctrl-C ends with 130 and counts; what was reported is stored, nothing is half written', {
  skip: !canPipe,
}, async () => {
  const held = heldUp('abbruch')
  const { child, end, writer } = await startHeldUp(held)
  const told = new Promise<void>((resolve) => {
    child.stdout.on('data', (text: string) => void (text.includes('lauf-ende') && resolve()))
  })
  child.kill('SIGINT')
  await told
  await writer.close()
  const { code, stdout } = await end
  assert.equal(code, EXIT.abgebrochen)
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { ereignis: string; vorlagen?: number; code?: number })
  const papers = lines.filter(({ ereignis }) => ereignis === 'vorlage').length
  assert.equal(lines.at(-1)?.ereignis, 'lauf-ende')
  assert.equal(lines.at(-1)?.code, EXIT.abgebrochen)
  assert.equal(lines.at(-1)?.vorlagen, papers)
  assert.deepEqual(ask(held.db, 'SELECT count(*) AS n FROM vorlage'), [{ n: papers }])
  assert.deepEqual(ask(held.db, 'SELECT zustand FROM lauf'), [{ zustand: 'abgebrochen' }])
  assert.deepEqual(ask(held.db, 'PRAGMA integrity_check'), [{ integrity_check: 'ok' }])
  assert.deepEqual(ask(held.db, 'PRAGMA foreign_key_check'), [])
})

test('killed in the middle and started again equals an import that was never killed', { skip: !canPipe }, async () => {
  const held = heldUp('getoetet')
  const { child, end, writer } = await startHeldUp(held)
  child.kill('SIGKILL')
  await end
  await writer.close()
  const [{ n } = { n: 0 }] = ask<{ n: number }>(held.db, 'SELECT count(*) AS n FROM vorlage')
  assert.ok(n >= BEFORE && n < held.paths.length, `${n} were stored before it died`)
  const paths = held.paths.filter((path) => path !== held.pipe)
  const again = await vorlagen(['import', ...paths, '--db', held.db])
  assert.equal(again.code, EXIT.gut, again.stderr)
  const clean = join(folder, 'sauber.db')
  await vorlagen(['import', ...paths, '--db', clean])
  assert.deepEqual(rowsIn(held.db), rowsIn(clean))
  assert.deepEqual(ask(held.db, 'SELECT zustand FROM lauf ORDER BY id'), [
    { zustand: 'abgebrochen' },
    { zustand: 'fertig' },
  ])
})
