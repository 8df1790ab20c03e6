import assert from 'node:assert/strict'
import { test } from 'node:test'
import { item, page, wordsOf } from '../../test/paper-items.ts'
import { meant } from './glyphs.ts'

test('hollow and full circles in one row are boxes, so are those under them', () => {
  const items = [
    item(50, 100, 'Pflichtaufgabe'),
    item(160, 100, '○ ja'),
    item(220, 100, '● nein'),
    item(50, 120, 'Im Haushalt veranschlagt'),
    item(220, 120, '○'),
    item(232, 120, 'teilweise'),
  ]
  const words = wordsOf([page(items)]).join('\n')
  assert.match(words, /☐ ja.☒ nein/)
  assert.match(words, /☐ teilweise/)
})

test('so are those of one column', () => {
  const items = ['○ konsumtiv', '● investiv', '○ beides'].map((text, index) => item(50, 100 + 15 * index, text))
  assert.deepEqual(
    wordsOf([page(items)])
      .join(' / ')
      .match(/[☐☒] \p{L}+/gu),
    ['☐ konsumtiv', '☒ investiv', '☐ beides'],
  )
})

test('circles of one kind, and the two levels of a list, are bullets', () => {
  const items = [
    ...['● Bau', '● Betrieb'].map((text, index) => item(50, 100 + 40 * index, text)),
    ...['○ Rohbau', '○ Ausbau'].map((text, index) => item(70, 113 + 13 * index, text)),
  ]
  assert.doesNotMatch(wordsOf([page(items)]).join(' '), /[☐☒]/)
})

test('a circle with a dot in it is always one that is chosen', () => {
  assert.equal(meant('◉ ja ◯ nein', ''), '☒ ja ○ nein')
  assert.equal(meant('\uf0a4', 'ABCDEF+Wingdings-Regular'), '☒')
})
