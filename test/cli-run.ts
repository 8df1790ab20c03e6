/**
 * Runs the real command line as a process of its own, for the tests of it, and makes papers of an invented town.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after } from 'node:test'
import Database from 'better-sqlite3'

export const ROOT = join(import.meta.dirname, '..')
export const BIN = join(ROOT, 'bin/vorlagen.mjs')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own for the papers and databases of a test file; gone when the file has run. */
export function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vorlagen-cli-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function put(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

export function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  // What the test runner sets for its own processes is none of the program's business.
  const {
    NODE_TEST_CONTEXT: _,
    NODE_OPTIONS: __,
    NO_COLOR: ___,
    FORCE_COLOR: ____,
    COLUMNS: _____,
    ...clean
  } = process.env
  return spawn(process.execPath, [BIN, ...args], { env: { ...clean, ...env }, cwd: ROOT })
}

export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject))
  return { code, stdout, stderr }
}

export function vorlagen(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return ended(start(args, env))
}

/** A paper in Markdown: its number, subject and what its resolution says. */
export function paper(nummer: string, betreff: string, beschluss = 'Der Rat stimmt dem Vorhaben zu.'): string {
  return [
    '# Stadt Quellenbrück',
    '',
    `# Beschlussvorlage Nr. ${nummer}`,
    '',
    'öffentlich',
    '',
    `Betreff: ${betreff}`,
    '',
    '## Beratungsfolge',
    '',
    '| Datum | Gremium | Status | Zuständigkeit |',
    '|---|---|---|---|',
    '| 14.05.2031 | Bauausschuss | öffentlich | Vorberatung |',
    '| 28.05.2031 | Rat der Stadt | öffentlich | Entscheidung |',
    '',
    '## Beschlussvorschlag',
    '',
    beschluss,
    '',
    '## Begründung',
    '',
    'Der Steg am Mühlwehr ist seit dem Hochwasser gesperrt.',
    '',
  ].join('\n')
}

/** All rows of all tables but the runs and the search, which can be made again; ids and what refers to runs and times left out, in an order of their own. */
export function rowsIn(database: string): Record<string, string[]> {
  const db = new Database(database, { readonly: true })
  try {
    const names = db
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'lauf' AND name NOT LIKE 'suche_%'`,
      )
      .pluck()
      .all()
    return Object.fromEntries(names.sort().map((name) => [name, rowsOf(db, name)]))
  } finally {
    db.close()
  }
}

function rowsOf(db: Database.Database, table: string): string[] {
  return db
    .prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`)
    .all()
    .map((row) =>
      JSON.stringify(Object.entries(row).filter(([name]) => !/(?:^|_)id$|^dublette_von$|^zuerst_gesehen$/.test(name))),
    )
    .sort()
}

/** One query against a database. */
export function ask<T>(database: string, sql: string): T[] {
  const db = new Database(database, { readonly: true })
  try {
    return db.prepare<[], T>(sql).all()
  } finally {
    db.close()
  }
}
