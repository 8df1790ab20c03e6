import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compose } from '../compose.ts'
import { readHtml } from '../html.ts'

interface Part {
  readonly tag: string
  readonly attributes: string
  readonly children: readonly (Part | null)[]
}

/** Elements that may stand anywhere in a body. `null` stands for a word. */
const part: fc.Arbitrary<Part> = fc.letrec<{ part: Part; row: Part; cell: Part; item: Part }>((tie) => {
  const inner = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, tie('part')), { maxLength: 4 })
  const attributes = fc.constantFrom(
    '',
    '',
    '',
    ' class="noPrint"',
    ' class="menu"',
    ' hidden',
    ' style="display:none"',
    ' style="font-weight:bold"',
    ' aria-hidden="true"',
    ' role="navigation"',
    ' id="content"',
    ' class="cookie-hint"',
    ' role="heading"',
    ' class="table-row"',
    ' class="table-cell"',
    ' role="presentation"',
    ' class="icon"',
    ' class="col-label"',
  )
  return {
    part: fc.oneof(
      fc.record({
        tag: fc.constantFrom(
          'div',
          'p',
          'span',
          'b',
          'a',
          'section',
          'main',
          'nav',
          'button',
          'h2',
          'h3',
          'footer',
          'label',
        ),
        attributes,
        children: inner,
      }),
      fc.record({
        tag: fc.constantFrom('table', 'tbody'),
        attributes,
        children: fc.array(tie('row'), { maxLength: 4 }),
      }),
      fc.record({
        tag: fc.constantFrom('ul', 'ol', 'dl'),
        attributes,
        children: fc.array(tie('item'), { maxLength: 3 }),
      }),
    ),
    row: fc.record({ tag: fc.constant('tr'), attributes, children: fc.array(tie('cell'), { maxLength: 4 }) }),
    cell: fc.record({
      tag: fc.constantFrom('td', 'td', 'td', 'th'),
      attributes: fc.constantFrom('', '', ' colspan="2"', ' rowspan="2"', ' rowspan="0"', ' colspan="9999999"'),
      children: inner,
    }),
    item: fc.record({ tag: fc.constantFrom('li', 'dt', 'dd'), attributes: fc.constant(''), children: inner }),
  }
}).part

/** Write parts with numbered words; says how many words there are. */
function write(parts: readonly Part[]): { html: string; words: number } {
  let words = 0
  const one = (node: Part | null): string => {
    if (node === null) return ` wort${++words}x${words % 3 === 0 ? ':' : ''} `
    return `<${node.tag}${node.attributes}>${node.children.map(one).join('')}</${node.tag}>`
  }
  return { html: parts.map(one).join(''), words }
}

const page = fc.array(part, { maxLength: 5 })
const RUNS = { numRuns: 300 }

test('law: every word of a page stands once, in the text or in the furniture', () => {
  fc.assert(
    fc.property(page, (parts) => {
      const { html, words } = write(parts)
      const { blocks, furniture } = readHtml(`<body>${html}</body>`)
      const all = [compose(blocks).text, ...furniture.map((piece) => piece.text)].join('\n')
      const found = (all.match(/wort\d+x/g) ?? []).sort()
      assert.deepEqual(found, Array.from({ length: words }, (_, at) => `wort${at + 1}x`).sort(), html)
    }),
    RUNS,
  )
})

test('law: tables are rectangles with as many head rows as they have rows at most', () => {
  fc.assert(
    fc.property(page, (parts) => {
      for (const block of readHtml(write(parts).html).blocks) {
        if (block.type !== 'table') continue
        assert.equal(new Set(block.rows.map((row) => row.length)).size, 1)
        assert.ok(block.headRows <= block.rows.length)
        assert.ok(block.rows.every((row) => row.some((cell) => cell.lines.length > 0)))
      }
    }),
    RUNS,
  )
})

test('law: the same page gives the same reading, and it survives JSON', () => {
  fc.assert(
    fc.property(page, (parts) => {
      const { html } = write(parts)
      const once = readHtml(html)
      assert.deepEqual(readHtml(html), once)
      assert.deepEqual(JSON.parse(JSON.stringify(once)), once)
      assert.deepEqual(compose(once.blocks), compose(readHtml(html).blocks))
    }),
    RUNS,
  )
})

test('law: no stretch of characters makes the reader throw', () => {
  const scrap = fc.constantFrom(
    '<',
    '>',
    '</',
    '<td>',
    '<table>',
    '</table>',
    '<li>',
    '"',
    '&#0;',
    '&amp',
    '<!--',
    ']]>',
    'wort',
    '\n',
    '<p',
    ' hidden',
  )
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 30 }), (scraps) => {
      assert.ok(Array.isArray(readHtml(scraps.join('')).blocks))
    }),
    RUNS,
  )
})
