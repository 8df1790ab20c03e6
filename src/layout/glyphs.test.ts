import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { meant } from './glyphs.ts'

describe('symbol fonts', () => {
  test('boxes of Wingdings and ZapfDingbats, embedded or not', () => {
    assert.equal(meant('\u00a8\u00fe\u00fdo', 'ABCDEF+Wingdings-Regular'), '☐☒☒☐')
    assert.equal(meant('\uf0a8\uf0fe', ''), '☐☒')
    assert.equal(meant('o', 'ZapfDingbats'), '☐')
    assert.equal(meant('R\u00a3', 'Wingdings2'), '☒☐')
  })
  test('a letter of a text font stays a letter', () => {
    assert.equal(meant('o þ 4', 'ABCDEF+Arial-BoldMT'), 'o þ 4')
  })
  test('one sign for every kind of box, plain blanks and ligatures', () => {
    assert.equal(meant('□ ❑ ☑', 'SegoeUISymbol'), '☐ ☐ ☒')
    assert.equal(meant('5\u00a0ﬁ', 'Arial'), '5 fi')
  })
})
