import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escaped, html, trusted } from './html.ts'

test('what is put in is text, in any depth; what a template made is not escaped again', () => {
  const bad = `<b onclick="x('y')">&`
  const safe = '&lt;b onclick=&quot;x(&#39;y&#39;)&quot;&gt;&amp;'
  assert.equal(
    html`<i title="${bad}">${[bad, [html`<u>${bad}</u>`]]}</i>`.markup,
    `<i title="${safe}">${safe}<u>${safe}</u></i>`,
  )
  assert.equal(html`${trusted('<br>')}${html`${1}`}`.markup, '<br>1')
})

test('nothing, false and undefined print nothing; zero prints', () => {
  assert.equal(html`[${null}${undefined}${false}${''}${0}]`.markup, '[0]')
})

test('signs that rearrange a page become visible; tabs and line ends stay', () => {
  assert.equal(escaped('a\u202eb\u0000c\u2066d\u001be\tf\ng'), 'a\ufffdb\ufffdc\ufffdd\ufffde\tf\ng')
})
