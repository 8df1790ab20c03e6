/**
 * The cookbook: runs every ```sql block of docs/abfragen.md against the imported samples and puts what comes out below it.
 *
 * `node test/abfragen.ts --schreiben` writes the page anew.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ROOT, vorlagen } from './cli-run.ts'

export const PAGE = join(ROOT, 'docs/abfragen.md')
const BLOCK = /```sql\n([\s\S]*?)```\n(?:\n<!-- ergebnis -->\n[\s\S]*?<!-- \/ergebnis -->\n)?/g

/** Each query of the page. */
export function queriesIn(page: string): string[] {
  return [...page.matchAll(BLOCK)].map(([, sql = '']) => sql.trim())
}

/** The page with the results as they are now. */
export async function currentPage(page: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'vorlagen-kochbuch-'))
  try {
    const path = join(folder, 'beispiele.db')
    const { code, stderr } = await vorlagen(['import', 'samples', '--db', path, '--quiet', '--ocr', 'nie'])
    if (code !== 3) throw new Error(`import samples: ${code}\n${stderr}`)
    const db = new Database(path, { readonly: true })
    const text = page.replace(
      BLOCK,
      (_, sql: string) => `\`\`\`sql\n${sql}\`\`\`\n\n<!-- ergebnis -->\n${tableOf(db, sql)}<!-- /ergebnis -->\n`,
    )
    db.close()
    return text
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tableOf(db: Database.Database, sql: string): string {
  const select = db.prepare<[], (string | number | null)[]>(sql).raw()
  const head = select.columns().map(({ name }) => name)
  const lines = [head, head.map(() => '---'), ...select.all()]
  return lines.map((row) => `| ${row.map((value) => cell(value)).join(' | ')} |\n`).join('')
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000)
  return value.replace(/\s+/g, ' ').replaceAll('|', '\\|')
}

if (process.argv.includes('--schreiben')) writeFileSync(PAGE, await currentPage(readFileSync(PAGE, 'utf8')))
