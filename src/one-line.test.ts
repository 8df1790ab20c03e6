import assert from 'node:assert/strict'
import { test } from 'node:test'
import { oneLine } from './one-line.ts'

test('breaks and the blanks around them say nothing, blanks within a line do', () => {
  assert.equal(
    oneLine`
      ^(?:
        am |vom \d{1,2}\. |
        ab
      )$
    `,
    String.raw`^(?:am |vom \d{1,2}\. |ab)$`,
  )
})

test('what is put in stands as it is, with its own breaks', () => {
  assert.equal(oneLine`a ${'b\n c'}|${'d'}`, 'a b\n c|d')
})
