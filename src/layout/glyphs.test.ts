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

test('codes of Wingdings and Wingdings 2 in a font that stands in for them', () => {
  for (const font of ['BAAAAA+OpenSymbol', '']) {
    assert.equal(meant('\uf0a8\uf0fe\uf0fd\uf0fc', font), '☐☒☒✓')
    assert.equal(meant('\uf0a3\uf052\uf053\uf050', font), '☐☒☒✓')
  }
  assert.equal(meant('\ue00a\ue00c', 'BAAAAA+OpenSymbol'), '▪•')
  assert.equal(meant('\uf052', 'Wingdings'), '')
})
test('boxes that have code points of their own, in whatever font', () => {
  for (const box of '☐□❏❑❒') assert.equal(meant(box, 'SegoeUISymbol'), '☐')
  for (const box of '☑☒⊠🗹🗷') assert.equal(meant(box, 'SegoeUISymbol'), '☒')
})
test('fonts that are not embedded give plain letters', () => {
  assert.equal(meant('o', 'Wingdings-Regular') + meant('þ', 'Wingdings') + meant('¨', 'Wingdings'), '☐☒☐')
  assert.equal(meant('£', 'Wingdings2') + meant('R', 'Wingdings 2') + meant('S', 'Wingdings2'), '☐☒☒')
  assert.equal(meant('o', 'ZapfDingbats') + meant('8', 'ITCZapfDingbats') + meant('4', 'ZapfDingbats'), '☐✗✓')
  assert.equal(meant('o', 'Calibri'), 'o')
})
