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
})

test('flag u stays where characters are named by properties or have two units', () => {
  assert.equal(latin(/x\p{L}/giu).flags, 'gi')
  assert.equal(latin(/\p{N}/giu).flags, 'giu')
  assert.equal(latin(/[😀]/u).flags, 'u')
})

test('letters fold alike without flag u', () => {
  for (const [one, other] of ['äÄ', 'éÉ', 'ßß', 'żŻ'].map((pair) => [...pair]))
    assert.equal(latin(`^${one}\\p{L}?$`, 'iu').test(other ?? ''), true)
})
