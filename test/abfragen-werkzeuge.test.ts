/** The lines the cookbook gives for R and pandas, run over the published files where those are installed. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import Database from 'better-sqlite3'
import { PAGE } from './abfragen.ts'
import { vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const state = join(folder, 'ziel/aktuell')

/** The interpreters of a language that know what its lines need; none means the test has nothing to say. */
function able(commands: readonly string[], args: readonly string[]): string | undefined {
  return commands.find((command) => spawnSync(command, [...args]).status === 0)
}

const R = able(['Rscript'], ['-e', 'stopifnot(requireNamespace("DBI"), requireNamespace("RSQLite"))'])
const PYTHON = able(['python3', '/usr/bin/python3'], ['-c', 'import pandas'])

before(async () => {
  if (!R && !PYTHON) return
  const path = join(folder, 'haus.db')
  const args = ['import', 'samples', '--db', path, '--quiet', '--ocr', 'nie']
  assert.equal((await vorlagen(args)).code, 3)
  // More cents than 32 bits hold, a number some tools take for nothing, a key that begins with a zero.
  const db = new Database(path)
  db.exec(`UPDATE betrag SET cent = 386500000000 WHERE cent = 38650000`)
  db.exec(`UPDATE vorlage SET nummer = 'NA' WHERE nummer = '2031-194'`)
  db.exec(`UPDATE vorlage SET kommune_ags = '08999001' WHERE kommune_name = 'Eichental'`)
  db.close()
  const { code, stderr } = await vorlagen(['publizieren', join(folder, 'ziel'), '--db', path])
  assert.equal(code, 0, stderr)
})

function lines(language: string): string {
  const block = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readFileSync(PAGE, 'utf8'))?.[1]
  assert.ok(block, language)
  return block
}

/** What the tables say: amounts and their sum, papers, the key. */
function told(): string {
  const db = new Database(join(state, 'vorlagen.db'), { readonly: true })
  const one = (sql: string): string => String(db.prepare<[], number | string>(sql).pluck().get())
  const answer = [
    one('SELECT count(*) FROM v_betrag_je_vorlage WHERE cent IS NOT NULL'),
    one('SELECT sum(cent) FROM v_betrag_je_vorlage'),
    one('SELECT count(*) FROM vorlage'),
    one('SELECT count(*) FROM vorlage WHERE nummer IS NOT NULL'),
    one('SELECT min(kommune_ags) FROM vorlage'),
  ].join(' ')
  db.close()
  return answer
}

test('R reads the snapshot as the page says', { skip: R ? false : 'R with DBI and RSQLite is not installed' }, () => {
  const more = `cat(nrow(betraege), format(sum(betraege$cent)), nrow(vorlagen), sum(!is.na(vorlagen$nummer)), min(vorlagen$kommune_ags, na.rm = TRUE))`
  assert.equal(execFileSync(R ?? '', ['-e', `${lines('r')}\n${more}`], { cwd: state, encoding: 'utf8' }), told())
})

test('pandas reads the snapshot as the page says', { skip: PYTHON ? false : 'pandas is not installed' }, () => {
  const more = `print(betraege.cent.count(), betraege.cent.sum(), len(vorlagen), vorlagen.nummer.count(), vorlagen.kommune_ags.dropna().min(), end='')`
  assert.equal(
    execFileSync(PYTHON ?? '', ['-c', `${lines('python')}\n${more}`], { cwd: state, encoding: 'utf8' }),
    told(),
  )
})
