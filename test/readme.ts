/**
 * The outputs in the README, made again: `node test/readme.ts` writes them, the test beside compares them.
 *
 * A block between `<!-- output: ARGS -->` and `<!-- /output -->` is what `vorlagen ARGS` prints, stderr included;
 * `vergleich` reads what `import` wrote.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const README = join(root, 'README.md')
const BLOCK = /(<!-- output: ([^\n]+) -->\n```text\n)([\s\S]*?)(```\n<!-- \/output -->)/g

/** The README with every output as the program prints it now. */
export function currentReadme(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vorlagen-readme-'))
  try {
    return readFileSync(README, 'utf8').replace(BLOCK, (_, open: string, args: string, __, close: string) => {
      return `${open}${printed(args.split(' '), join(folder, 'readme.db'))}${close}`
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function printed(args: readonly string[], db: string): string {
  const own = /^(?:import|vergleich)$/.test(args[0] ?? '') ? [...args, '--db', db] : args
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '120' }
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin/vorlagen.mjs'), ...own], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
  return `${stdout.trimEnd()}\n${stderr.trim() ? `${stderr.trimEnd()}\n` : ''}`.replace(/[ \t]+$/gm, '')
}

if (process.argv[1] === import.meta.filename) writeFileSync(README, currentReadme())
