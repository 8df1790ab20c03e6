import assert from 'node:assert/strict'
import { test } from 'node:test'
import { genitiveOf } from './genitive.ts'

test('puts a noun phrase into the genitive where its article tells how', () => {
  const forms: readonly [string, string, string | undefined][] = [
    ['das', 'Land Birkenau', 'des Landes Birkenau'],
    ['der', 'Landkreis', 'des Landkreises'],
    ['der', 'Bund', 'des Bundes'],
    ['der', 'Umbau der Halle', 'des Umbaus der Halle'],
    ['die', 'neue Stelle', 'der neuen Stelle'],
    ['die', 'vier Helferinnen', 'der vier Helferinnen'],
    ['eine', 'Lösung mit Zelten', 'einer Lösung mit Zelten'],
    ['der', 'Präsident', undefined],
    ['das', 'VZÄ', undefined],
  ]
  for (const [article, phrase, expected] of forms) assert.equal(genitiveOf(article, phrase), expected, phrase)
})
