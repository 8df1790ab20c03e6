/**
 * Every extractor's cases: a paper, and what comes out of it. Only the fields a golden file names are compared, records
 * by the fields they name. A golden is changed by hand, by whoever has read the difference.
 */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractors } from '../extractors/index.ts'
import type { Bundle } from '../src/bundle.ts'
import { process as read } from '../src/pipeline.ts'

const root = join(import.meta.dirname, '../extractors')

for (const extractor of extractors) {
  const folder = join(root, extractor.name, 'cases')
  const papers = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(?:txt|md|html)$/.test(name)) : []
  test(`${extractor.name} has cases`, () => assert.ok(papers.length > 0))
  for (const name of papers) {
    test(`${extractor.name}: ${name}`, async () => {
      const golden = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.json')), 'utf8')) as Record<
        string,
        unknown
      >
      const before = extractors.filter((one) => extractor.after?.includes(one.name))
      const bundle = await read(name, readFileSync(join(folder, name)), [...before, extractor])
      for (const [key, expected] of Object.entries(golden)) {
        const found = key === 'meldungen' ? bundle.meldungen.map(({ code }) => code).sort() : bundle.daten[key]
        assert.deepEqual(shaped(found, expected), expected, `${name}: ${key}`)
      }
      provesEverything(bundle)
    })
  }
}

/** What was found, cut down to the fields that are expected of it. */
function shaped(found: unknown, expected: unknown): unknown {
  if (Array.isArray(found) && Array.isArray(expected))
    return found.map((item, at) => shaped(item, expected[at] ?? expected[0]))
  if (isObject(found) && isObject(expected)) {
    return Object.fromEntries(Object.keys(expected).map((key) => [key, shaped(found[key], expected[key])]))
  }
  return found ?? null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Invariant 2: every proof is verbatim. */
function provesEverything(bundle: Bundle): void {
  for (const value of Object.values(bundle.daten)) {
    for (const record of Array.isArray(value) ? value : value ? [value] : []) {
      for (const proof of [record.beleg, ...Object.values(record.belege ?? {})]) {
        assert.equal(proof.zitat, bundle.text.slice(proof.von, proof.bis))
      }
    }
  }
}
