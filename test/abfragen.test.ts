import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { currentPage, PAGE, queriesIn } from './abfragen.ts'

test('the cookbook shows what its queries give over the samples', async () => {
  const page = readFileSync(PAGE, 'utf8')
  assert.ok(queriesIn(page).length >= 15)
  assert.equal(new Set(queriesIn(page)).size, queriesIn(page).length)
  assert.equal(page, await currentPage(page), 'node test/abfragen.ts --schreiben')
})
