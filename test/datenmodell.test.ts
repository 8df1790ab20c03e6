import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ROOT, vorlagen } from './cli-run.ts'

test('docs/datenmodell.md is what the program prints', async () => {
  const { code, stdout, stderr } = await vorlagen(['datenmodell'])
  assert.deepEqual([code, stderr], [0, ''])
  assert.equal(
    readFileSync(join(ROOT, 'docs/datenmodell.md'), 'utf8'),
    stdout,
    'vorlagen datenmodell > docs/datenmodell.md',
  )
  assert.match(stdout, /```mermaid\nerDiagram\n/)
  assert.match(stdout, /^ {4}vorlage \|\|--o\{ betrag : vorlage_id$/m)
})
