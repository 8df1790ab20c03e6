import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { currentReadme } from './readme.ts'

test('the README shows what the program prints', () => {
  assert.equal(readFileSync(join(import.meta.dirname, '../README.md'), 'utf8'), currentReadme())
})
