import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { COMMANDS } from '../src/cli/commands.ts'
import { EXIT } from '../src/cli/exit.ts'
import { ended, ROOT, start, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()

test('--help names every command and every exit code', async () => {
  const { code, stdout, stderr } = await vorlagen(['--help'])
  assert.equal(code, 0)
  assert.equal(stderr, '')
  for (const { name, summary } of COMMANDS)
    assert.match(stdout, new RegExp(`^  ${name}\\b.*${summary.slice(0, 20)}`, 'm'))
  for (const exit of Object.values(EXIT)) assert.match(stdout, new RegExp(`^ +${exit}  \\S`, 'm'))
})

for (const command of COMMANDS) {
  test(`${command.name} --help names its options, also as “help ${command.name}”`, async () => {
    const [before, behind] = await Promise.all([vorlagen(['help', command.name]), vorlagen([command.name, '--help'])])
    assert.equal(behind.code, 0)
    assert.equal(behind.stdout, before.stdout)
    for (const option of Object.keys(command.options)) assert.ok(behind.stdout.includes(`--${option}`), option)
  })
}

test('--help loads nothing but definitions', async () => {
  const hooks = `import { registerHooks } from 'node:module'
    registerHooks({ load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context) } })`
  const { stderr } = await vorlagen(['--help'], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hooks)}`,
  })
  const loaded = stderr.split('\n').filter((url) => url.startsWith('file:'))
  assert.ok(
    loaded.some((url) => url.endsWith('src/cli/main.ts')),
    'the hook sees what is loaded',
  )
  assert.deepEqual(
    loaded.filter((url) => !/\/(?:src\/cli|bin)\//.test(url)),
    [],
  )
})

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  assert.deepEqual(await vorlagen(['--version']), { code: 0, stdout: `${version}\n`, stderr: '' })
})

const MISTAKES: readonly (readonly [args: readonly string[], said: RegExp])[] = [
  [[], /Aufruf: vorlagen BEFEHL/],
  [['einlesen'], /Befehl „einlesen“ gibt es nicht; es gibt import, /],
  [['import'], /Es fehlt: PFAD…\. Hilfe: vorlagen import --help/],
  [['import', 'x', '--datenbank', 'y'], /Option --datenbank gibt es bei „import“ nicht/],
  [['import', 'x', '--db'], /Hinter --db fehlt: DATEI/],
  [['import', 'x', '--db', '--json'], /Hinter --db fehlt: DATEI/],
  [['import', 'x', '--json=ja'], /--json steht allein/],
  [['import', 'x', '--workers', '0'], /ganze Zahl ab 1, nicht „0“/],
  [['import', 'x', '--workers', 'viele'], /ganze Zahl ab 1, nicht „viele“/],
  [['import', 'x', '--ags', '1003000'], /acht Ziffern .* nicht „1003000“/],
  [['text', 'a', 'b'], /Zu viele Angaben: „b“/],
  [['explain', 'a'], /Es fehlt: DATEI FELD…/],
]
for (const [args, said] of MISTAKES) {
  test(`usage: vorlagen ${args.join(' ')}`, async () => {
    const { code, stdout, stderr } = await vorlagen(args)
    assert.equal(code, EXIT.aufruf)
    assert.equal(stdout, '')
    assert.match(stderr, said)
    assert.doesNotMatch(stderr, /^\s+at /m)
  })
}

test('a Node that is too old is refused in one line, or replaced by the one of the project', async () => {
  cpSync(join(ROOT, 'bin'), join(folder, 'bin'), { recursive: true })
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } })`
  const run = () => {
    const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, ...env } = process.env
    const args = [
      '--import',
      `data:text/javascript,${encodeURIComponent(old)}`,
      join(folder, 'bin/vorlagen.mjs'),
      '--version',
    ]
    return ended(spawn(process.execPath, args, { env }))
  }
  const refused = await run()
  assert.equal(refused.code, EXIT.node)
  assert.equal(refused.stdout, '')
  assert.match(refused.stderr, /^vorlagen braucht Node ab 22\.1\d; dies ist 20\.19\.0\. .+\n$/)

  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
  symlinkSync(process.execPath, join(folder, 'node_modules/.bin/node'))
  symlinkSync(join(ROOT, 'src'), join(folder, 'src'))
  const replaced = await run()
  assert.equal(replaced.code, 0)
  assert.match(replaced.stdout, /^\d+\.\d+\.\d+/)
})

test('the README shows every command', (t) => {
  let readme: string
  try {
    readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  } catch {
    t.skip('README.md is not written yet')
    return
  }
  for (const { name } of COMMANDS)
    assert.ok(readme.includes(`vorlagen ${name}`) || readme.includes(`vorlagen -- ${name}`), name)
})

test('a reader that goes away ends nothing badly', async () => {
  const child = start(['extractors', '--json'])
  child.stdout.destroy()
  const code = await new Promise((resolve) => child.once('exit', resolve))
  assert.equal(code, 0)
})
