/**
 * Every paper of `samples/` is read as its expectation says, and every record it yields is proved by the text.
 *
 * What is still read wrong stands in `samples/bekannte-abweichungen.json`, line by line: a new difference fails, and so
 * does one that is gone but still listed.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { extractors } from '../extractors/index.ts'
import { type Bundle, recordsOf } from '../src/bundle.ts'
import { process as read } from '../src/pipeline.ts'
import { differences, type Fields } from './expectation.ts'

const folder = join(import.meta.dirname, '../samples')
const ENDING = '.expected.json'
const KNOWN = JSON.parse(readFileSync(join(folder, 'bekannte-abweichungen.json'), 'utf8')) as Record<string, string[]>

for (const expectation of expectations()) {
  const name = expectation.slice(0, -ENDING.length)
  test(`samples/${name}`, async () => {
    const expected = JSON.parse(readFileSync(join(folder, expectation), 'utf8')) as Fields
    const paper = paperOf(name)
    const bundle = await read(`samples/${paper}`, readFileSync(join(folder, paper)), extractors)
    const unread = bundle.status === 'fehler' ? [] : [...differences(expected, bundle.daten), ...unproved(bundle)]
    const found = [...said(expected, bundle), ...unread]
    const known = new Set(KNOWN[paper] ?? [])
    const fresh = found.filter((line) => !known.has(line))
    const gone = [...known].filter((line) => !found.includes(line))
    const lines = [...fresh, ...gone.map((line) => `nicht mehr abweichend, aus der Liste nehmen: ${line}`)]
    if (lines.length)
      assert.fail(`${lines.length} Abweichungen\n${lines.map((line) => `  ${paper}  ${line}`).join('\n')}`)
  })
}

test('every paper has an expectation, and all four formats are there', () => {
  const papers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.includes('/') && !path.startsWith('quellen/') && !path.endsWith(ENDING) && /\.\w+$/.test(path),
    )
    .map((path) => path.replaceAll('\\', '/'))
  const known = new Set(expectations().map((path) => path.slice(0, -ENDING.length)))
  assert.deepEqual(
    papers.filter((path) => !known.has(path.replace(/\.\w+$/, ''))),
    [],
  )
  for (const format of ['.txt', '.md', '.html', '.pdf'])
    assert.ok(
      papers.some((path) => path.endsWith(format)),
      format,
    )
})

/** Status and messages. A message that must be there is named; others may be. */
function said(expected: Fields, bundle: Bundle): string[] {
  const codes = bundle.meldungen.map(({ code }) => code)
  const wanted = Array.isArray(expected.meldungen) ? expected.meldungen.map(String) : []
  const missing = wanted.filter((code) => !codes.some((have) => have === code))
  const status = expected.status === undefined ? bundle.status !== 'fehler' : expected.status === bundle.status
  return [
    ...(status
      ? []
      : [`status: erwartet "${String(expected.status ?? 'lesbar')}", gelesen "${bundle.status}" (${reasons(bundle)})`]),
    ...missing.map((code) => `meldungen: erwartet "${code}", gelesen ${JSON.stringify(codes)}`),
  ]
}

/** What keeps a paper from being certain: messages that weigh and records in doubt. */
function reasons(bundle: Bundle): string {
  const heavy = bundle.meldungen.filter(({ stufe }) => stufe !== 'hinweis').map(({ code }) => code)
  const doubted = Object.keys(bundle.daten)
    .flatMap((key) => recordsOf(bundle, key))
    .flatMap(({ id, zweifel }) => zweifel.map((doubt) => `${id}: ${doubt}`))
  return [...heavy, ...doubted].join(', ') || 'ohne Grund'
}

function unproved(bundle: Bundle): string[] {
  return Object.keys(bundle.daten).flatMap((key) =>
    recordsOf(bundle, key)
      .filter(({ beleg }) => beleg.zitat !== bundle.text.slice(beleg.von, beleg.bis))
      .map(({ id }) => `${id}: das Zitat steht nicht im Text`),
  )
}

function expectations(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(ENDING))
    .sort()
}

function paperOf(name: string): string {
  const siblings = readdirSync(join(folder, name, '..'))
  const found = siblings.find((file) => file.startsWith(`${basename(name)}.`) && !file.endsWith(ENDING))
  assert.ok(found, `no paper beside ${name}${ENDING}`)
  return join(name, '..', found).replaceAll('\\', '/')
}
