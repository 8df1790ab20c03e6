#!/usr/bin/env node
/**
 * The way in, on any Node: plain JavaScript of 2020, because it is what an old Node gets to see.
 *
 * From a clone the TypeScript runs as it stands; an installed package has `dist`. A Node that is too old for either is
 * replaced by the one in the project's `node_modules`, if there is one, otherwise refused in one line.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as modules from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'

/** Documented in src/cli/exit.ts, which cannot be loaded here. */
const NODE_TOO_OLD = 7
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const source = join(root, 'src', 'cli', 'main.ts')
const built = join(root, 'dist', 'src', 'cli', 'main.js')
/** Node runs no TypeScript below a node_modules folder; a clone may hold an old dist. */
const fromSource = existsSync(source) && !/[\\/]node_modules[\\/]/.test(root)

if (isNewEnough()) {
  keepCompiled()
  compilePatternsOnce()
  const { run } = await import(pathToFileURL(fromSource ? source : built).href)
  await run(process.argv.slice(2))
} else {
  handOver(join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node'))
}

function isNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 13)) return false
  return !fromSource || Boolean(process.features.typescript)
}

/** What was compiled once is kept beside the packages; the next start takes a third of the time. Workers do the same. */
function keepCompiled() {
  const folder = process.env.NODE_COMPILE_CACHE || join(root, 'node_modules', '.cache', 'vorlagen')
  if (typeof modules.enableCompileCache !== 'function' || process.env.NODE_DISABLE_COMPILE_CACHE) return
  modules.enableCompileCache(folder)
  process.env.NODE_COMPILE_CACHE = folder
}

/**
 * V8 interprets a pattern the first time and compiles it the second. A paper asks hundreds of patterns a few times each:
 * compiled at once, the first paper takes a fifth less time, and a batch is warm sooner; later papers are as before. The
 * workers share the flag. A V8 that does not know it goes on without.
 */
function compilePatternsOnce() {
  setFlagsFromString('--regexp-tier-up-ticks=0')
}

function handOver(node) {
  if (!existsSync(node) || process.env.VORLAGEN_NODE === node) refuse()
  const env = { ...process.env, VORLAGEN_NODE: node }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', refuse)
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] || 0) : code))
}

function refuse() {
  const wanted = fromSource ? '22.18' : '22.13'
  process.stderr.write(
    `vorlagen braucht Node ab ${wanted}; dies ist ${process.versions.node}. Bitte im Projekt „npm ci“ ausführen oder Node erneuern.\n`,
  )
  process.exit(NODE_TOO_OLD)
}
