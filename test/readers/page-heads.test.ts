/**
 * A head on every page, and a table broken by the page, change no record of a paper.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { extractors } from '../../extractors/index.ts'
import { type Bundle, recordsOf } from '../../src/bundle.ts'
import { process as read } from '../../src/pipeline.ts'
import { type PdfPageSpec, type Put, pdfOf } from '../pdf-bytes.ts'

const OPENING: readonly string[] = [
  'Stadt Ulmerode',
  'Beschlussvorlage 12/2031',
  'Betreff: Erneuerung der Stege am Mühlenteich',
  'Beschlussvorschlag',
  'Der Rat beschließt die Erneuerung der Stege.',
  'Begründung',
  'Die Kosten der Maßnahme betragen 48.500 Euro. Für die Pflege werden 0,5 VZÄ benötigt.',
]
const ROWS = Array.from({ length: 8 }, (_, index) => [`Steg ${index + 1}`, `${index + 2}.250 €`] as const)
const HEAD = ['Maßnahme', 'Kosten'] as const

function lines(texts: readonly string[], top: number): Put[] {
  return texts.map((text, row) => ({ x: 70, y: top + 26 * row, text, font: row % 2 ? 'text' : 'bold' }) as const)
}

/** A ruled table; its head is repeated on each page. */
function table(rows: readonly (readonly [string, string])[], top: number): PdfPageSpec {
  const all = [HEAD, ...rows]
  const bottom = top + 20 * all.length
  return {
    text: all.flatMap(([label, amount], row) => [
      { x: 74, y: top + 14 + 20 * row, text: label },
      { x: 304, y: top + 14 + 20 * row, text: amount },
    ]),
    lines: [
      ...[...all.keys(), all.length].map((row) => [70, top + 20 * row, 500, top + 20 * row] as const),
      ...[70, 300, 500].map((x) => [x, top, x, bottom] as const),
    ],
  }
}

/** The paper with its table broken after so many rows (none: on one page). */
function paper(at: number | undefined, head: ((page: number) => Put) | undefined): Uint8Array {
  const first = table(at === undefined ? ROWS : ROWS.slice(0, at), 320)
  const pages: PdfPageSpec[] = [{ ...first, text: [...lines(OPENING, 80), ...first.text] }]
  if (at !== undefined) pages.push(table(ROWS.slice(at), 120))
  pages.push({ text: lines(['Finanzielle Auswirkungen', 'Mittel stehen im Haushalt bereit.'], 120) })
  return pdfOf(
    pages.map((page, index) => (head && index > 0 ? { ...page, text: [head(index + 1), ...page.text] } : page)),
  )
}

/** What was read, without where it stood. */
function facts(bundle: Bundle): unknown {
  return Object.keys(bundle.daten).map((key) => [
    key,
    recordsOf(bundle, key).map(({ beleg, belege: _, ...record }) => ({ ...record, zitat: beleg.zitat })),
  ])
}

const factsOf = async (bytes: Uint8Array) => facts(await read('stege.pdf', bytes, extractors))

test('a head on every page changes no record', async () => {
  const head = (page: number): Put => ({
    x: 70,
    y: 40,
    text: `Stadt Ulmerode, Vorlage 12/2031, 0${page}.02.2031, Seite ${page}`,
  })
  const plain = await factsOf(paper(4, undefined))
  assert.match(JSON.stringify(plain), /Steg 8/)
  assert.deepEqual(await factsOf(paper(4, head)), plain)
})
test('a table broken by the page gives the records of the whole one', async () => {
  const whole = await factsOf(paper(undefined, undefined))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 7 }), async (at) => {
      assert.deepEqual(await factsOf(paper(at, undefined)), whole)
    }),
    { numRuns: 7 },
  )
})
