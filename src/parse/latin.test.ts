import assert from 'node:assert/strict'
import { test } from 'node:test'
import { latin } from './latin.ts'

test('every letter of the Latin script is one, with its case', () => {
  for (const [kind, flags] of [
    ['L', 'u'],
    ['L', 'iu'],
    ['Lu', 'u'],
    ['Ll', 'u'],
  ]) {
    const all = new RegExp(`\\p{${kind}}`, flags)
    const ours = latin(`\\p{${kind}}`, flags)
    for (const [from, to] of [
      [0, 0x24f],
      [0x1e00, 0x1eff],
    ] as const) {
      for (let code = from; code <= to; code++) {
        const one = String.fromCodePoint(code)
        assert.equal(ours.test(one), all.test(one), `${kind} ${flags} ${one}`)
      }
    }
  }
})

test('letters are meant within classes and by themselves', () => {
  assert.equal(latin(/^[\p{L}\d -]+\[\p{Lu}\]$/u).test('Straße 3 [Ä]'), true)
  assert.equal(latin(/^[^\p{L}]$/u).test('ß'), false)
  assert.equal(latin(/^\p{L}$/u).test('я'), false)
  assert.equal(latin(/x/giu).flags, 'giu')
})
