import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readerOf } from './index.ts'
import { textWithin } from './limit.ts'
import { DEFAULT_LIMITS } from './reader.ts'

const TWO_PAGES = { ...DEFAULT_LIMITS, pages: 2 }
const lines = (count: number) => 'Die Verwaltung berichtet über die Arbeiten an den Schulen.\n'.repeat(count)

describe('what has no pages is read up to a limit', () => {
  for (const mediaType of ['text/plain', 'text/markdown', 'text/html'] as const) {
    test(`${mediaType}: what stands behind it is said to be missing`, async () => {
      const text = mediaType === 'text/html' ? lines(200).replaceAll(/.+/g, '<p>$&</p>') : lines(200)
      const reader = await readerOf(mediaType)
      const codes = async (limits: typeof TWO_PAGES) =>
        (await reader.read(new TextEncoder().encode(text), limits)).messages.map(({ code }) => code)
      assert.deepEqual(await codes(DEFAULT_LIMITS), [])
      assert.deepEqual(await codes(TWO_PAGES), ['abgeschnitten'])
    })
  }

  test('it ends with a line, and says how much it is', () => {
    const { kept, messages } = textWithin(lines(100), TWO_PAGES)
    assert.equal(kept, lines(61))
    assert.match(messages[0]?.text ?? '', /gelesen: 3599 von 5900 Zeichen/)
  })

  test('a text without line ends is cut where the limit is, and no character in two', () => {
    assert.equal(textWithin(`a${'😀'.repeat(4000)}`, TWO_PAGES).kept.isWellFormed(), true)
  })

  test('many tables take no longer each than few', async () => {
    const { read } = await readerOf('text/plain')
    const table = `${lines(2)}\nHaus | 2031 | 2032\nSchule | 12 | 13\nHalle | 14 | 15\n\n`
    const { blocks } = await read(new TextEncoder().encode(table.repeat(4000)), DEFAULT_LIMITS)
    assert.equal(blocks.filter(({ type }) => type === 'table').length, 4000)
  })
})
