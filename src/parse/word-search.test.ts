import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { matchesAtWords, matchesNear } from './word-search.ts'

const PIECES = ['Rats', 'vorlage', 'Vorlage', '-', ' ', ' Nr. ', '12', '/', '7', 'ä', 'VO', '\n', 'K', '2031']
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''))
const found = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => [match.index, match[0]])

test('what begins with any letters is found as if every place were tried', () => {
  const source = String.raw`(?<![\p{L}-])\p{L}*[Vv]orlage(?: Nr\.)? ?\d+`
  fc.assert(
    fc.property(texts, (text) => {
      const all = found(text.matchAll(new RegExp(source, 'gu')))
      assert.deepEqual(found(matchesAtWords(text, /[Vv]orlage/g, new RegExp(source, 'uy'))), all)
    }),
    { numRuns: 2000 },
  )
})

test('what holds a sign within reach is found as if every place were tried', () => {
  const source = String.raw`(?<![\p{L}\d/])[A-Z]{0,4}-?\d{1,4}/\d{1,4}(?!\d)`
  fc.assert(
    fc.property(texts, (text) => {
      const all = found(text.matchAll(new RegExp(source, 'gu')))
      assert.deepEqual(found(matchesNear(text, /\//g, 9, new RegExp(source, 'uy'))), all)
    }),
    { numRuns: 2000 },
  )
})
