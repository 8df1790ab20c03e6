/** What Markdown becomes, and what only looks like Markdown keeps. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compose } from '../../src/readers/compose.ts'
import { readMarkdown } from '../../src/readers/markdown.ts'
import { asLines } from './lines.ts'

const CASES: readonly (readonly [name: string, markdown: string, lines: readonly string[]])[] = [
  ['headings', '# A\n\n### B ###\n\nC\n---', ['h1 A', 'h3 B', 'h2 C']],
  ['each line stays a line', 'eins\nzwei  \ndrei\\\nvier', ['p eins / zwei / drei / vier']],
  ['numbers as printed', '3. a\n4. b\n   - c\n     d', ['item 3. a', 'item 4. b', '>item - c / d']],
  ['numbers left to the renderer', '1. a\n1. b', ['item 1. a', 'item 2. b']],
  ['items of several paragraphs', '1. a\n\n   b\n2. c', ['item 1. a / b', 'item 2. c']],
  ['a year is no list', '2031. Danach endet es.', ['p 2031. Danach endet es.']],
  [
    'marks go, words stay',
    '**Mit**tel `x` [Amt](https://a.example) <https://b.example>',
    ['p Mittel x Amt https://b.example'],
  ],
  ['a bold line is a heading', '**Lage**\n\nText', ['h1 Lage', 'p Text']],
  ['tables', '| A | B |\n|---|--:|\n| x<br>y | 5 € |\n| z |', ['table 1', 'row A | B', 'row x / y | 5 €', 'row z | ']],
  ['tables without heads', '| | |\n|---|---|\n| x | 5 € |', ['table 0', 'row x | 5 €']],
  [
    'a heading above a table',
    '## Plan\n\n| A | B |\n|--|--|\n| 1 | 2 |',
    ['h2 Plan', 'table 1 Plan', 'row A | B', 'row 1 | 2'],
  ],
  [
    'cells parted by tabs, the first one empty',
    'Kosten in T€\n\n\t2031\t2032\nBau\t7\t9\nErtrag\t0\t1',
    ['p Kosten in T€', 'table 1', 'row  | 2031 | 2032', 'row Bau | 7 | 9', 'row Ertrag | 0 | 1'],
  ],
  ['task items', '- [x] Ja\n- [ ] Nein', ['item - ☒ Ja', 'item - ☐ Nein']],
  ['boxes in a line', '[x] Ja (Anlage 1) [ ] Nein', ['p ☒ Ja (Anlage 1) ☐ Nein']],
  ['boxes in HTML', 'Ja <input type="checkbox"> <input checked type="checkbox"> Nein', ['p Ja ☐ ☒ Nein']],
  [
    'raw HTML',
    '<table><tr><th>A</th><th>B</th></tr>\n\n<tr><td>1</td><td>2</td></tr>\n</table>\n\nText',
    ['table 1', 'row A | B', 'row 1 | 2', 'p Text'],
  ],
  ['footnotes', 'Text[^1]\n\n[^1]: Note\n\nEnde', ['p Text[1]', 'p Ende', 'p [1] Note']],
  ['front matter', '---\ntitle: X\n---\nText', ['p Text']],
  [
    'stars behind numbers',
    '370.000 €* und 5 €** sowie 6 €***\n\n\\*) netto',
    ['p 370.000 €* und 5 €** sowie 6 €***', 'p *) netto'],
  ],
  ['stars within words', 'Bürger*innen und Kolleg*innen, 2*3*4', ['p Bürger*innen und Kolleg*innen, 2*3*4']],
  ['tildes', '~13,8 Mio. € bis ~15 Mio. €', ['p ~13,8 Mio. € bis ~15 Mio. €']],
  ['thresholds', '> 50.000 Euro', ['p > 50.000 Euro']],
  ['placeholders', 'Es sind <Betrag> Euro', ['p Es sind <Betrag> Euro']],
  ['blanks to fill in', 'Kosten: _____ €', ['p Kosten: _____ €']],
  ['indented lines are no code', 'Text\n\n    Summe   5 €', ['p Text', 'p Summe 5 €']],
  ['notes that look like addresses', '[1]: Siehe', ['p [1]: Siehe']],
  ['negative amounts', '- 5.800,00 €', ['item - 5.800,00 €']],
]

for (const [name, markdown, lines] of CASES) {
  test(name, () => assert.deepEqual(asLines(readMarkdown(markdown).blocks), lines))
}

test('law: words and numbers of a text are kept, whatever signs stand around them', () => {
  const sign = fc.constantFrom(
    ' ',
    ' ',
    '\n',
    '\n\n',
    '*',
    '**',
    '_',
    '~',
    '- ',
    '1. ',
    '# ',
    '> ',
    '|',
    ' [x] ',
    '<b>',
    '  \n',
    '€',
    '(',
    ')',
    '---\n',
  )
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 25 }), (signs) => {
      const source = signs.map((text, at) => `${text}wort${at}x`).join('')
      const { text } = compose(readMarkdown(source).blocks)
      assert.deepEqual((text.match(/wort\d+x/g) ?? []).sort(), signs.map((_, at) => `wort${at}x`).sort(), source)
    }),
    { numRuns: 500 },
  )
})

test('law: the same text gives the same reading, and it survives JSON', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (source) => {
      const read = readMarkdown(source)
      assert.deepEqual(JSON.parse(JSON.stringify(readMarkdown(source))), read)
    }),
  )
})
