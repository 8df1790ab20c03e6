import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { gridRules, item, page, prose, rowsOf, wordsOf } from '../../test/paper-items.ts'
import type { PageItems } from './items.ts'
import { layOut } from './layout.ts'

describe('lines', () => {
  test('a raised mark stays apart from the number before it', () => {
    const raised = [item(50, 100, 'Kosten von 3.100'), item(130, 96, '1', { size: 6 }), item(140, 100, 'Euro')]
    assert.deepEqual(wordsOf([page(raised)]), ['Kosten von 3.100 ¹ Euro'])
  })
  test('a unit keeps its raised figure, a formula its lowered one', () => {
    const items = [
      item(50, 100, '140 m'),
      item(75, 96, '2', { size: 6 }),
      item(90, 100, 'und CO'),
      item(120, 102.5, '2', { size: 6 }),
    ]
    assert.deepEqual(wordsOf([page(items)]), ['140 m² und CO2'])
  })
  test('text printed twice for bold type is read once', () => {
    assert.deepEqual(wordsOf([page([item(50, 100, 'Beschluss'), item(50.3, 100, 'Beschluss')])]), ['Beschluss'])
  })
  test('text across the reading direction is a stamp', () => {
    const laid = layOut([page([...prose(50, 100, 3), item(200, 300, 'KOPIE', { angle: 45, size: 40 })])])
    assert.deepEqual(laid.furniture, [{ kind: 'stempel', page: 1, text: 'KOPIE' }])
  })
})

describe('furniture', () => {
  const WORDS = ['Deich', 'Hafen', 'Markt', 'Wald']
  const about = (number: number) => prose(50, 120, 5, `Der Bericht über die Arbeiten am ${WORDS[number]} geht weiter,`)
  const body = (number: number) => page(about(number), { page: number })
  const withHead = (pages: readonly PageItems[]) =>
    pages.map((each) => ({
      ...each,
      items: [...each.items, item(50, 40, `Stadt Ulmerode – Vorlage 12/2031, Blatt ${each.page}`, { page: each.page })],
    }))
  test('a head on each page changes no block but that it opens the first page', () => {
    const pages = [1, 2, 3].map(body)
    const [head, ...rest] = wordsOf(withHead(pages))
    assert.deepEqual(rest, wordsOf(pages))
    assert.equal(head, 'Stadt Ulmerode – Vorlage 12/2031, Blatt 1')
    assert.equal(layOut(withHead(pages)).furniture.length, 2)
  })
  test('page numbers are furniture on every page, also on the only one', () => {
    const laid = layOut([page([...prose(50, 120, 3), item(290, 800, '- 1 -')])])
    assert.deepEqual(laid.furniture, [{ kind: 'seitenzahl', page: 1, text: '- 1 -' }])
  })
  test('a sum at the foot of a table is no furniture though it stands at one height on all pages', () => {
    const pages = [1, 2, 3].map((number) =>
      page([...about(number), item(400, 780, `${number}.250,00 €`)], { page: number }),
    )
    assert.deepEqual(layOut(pages).furniture, [])
  })
  test('a sentence broken by a page, a foot and a head is whole', () => {
    const first = page([
      ...prose(50, 120, 2),
      item(50, 144, 'und sie bittet den Rat um seine Zustimmung zu den vorgelegten Plänen der', { width: 400 }),
    ])
    const second = page([item(50, 90, 'Gemeinde. Der Plan liegt aus.')], { page: 2 })
    assert.equal(wordsOf(withHead([first, second])).length, 2)
  })
})

describe('reading order', () => {
  test('columns of running text are read one after the other', () => {
    const left = Array.from({ length: 8 }, (_, i) =>
      item(50, 100 + 12 * i, `links ${i} steht ein Satz der Zeilen füllt`, { width: 220 }),
    )
    const right = Array.from({ length: 8 }, (_, i) =>
      item(310, 100 + 12 * i, `rechts ${i} steht ein Satz der Zeilen füllt`, { width: 220 }),
    )
    const text = wordsOf([page([...left, ...right])]).join(' / ')
    assert.ok(text.indexOf('links 7') < text.indexOf('rechts 0'), text)
  })
  test('a box of contacts beside an address is not woven into it', () => {
    const left = ['Kreis Wald', 'Der Landrat', 'Amt 66'].map((text, i) => item(50, 100 + 15 * i, text))
    const right = ['Frau Behrens', 'Zimmer 214', 'Telefon 71-230', 'Fax 71-231'].map((text, i) =>
      item(350, 100 + 12 * i, text),
    )
    const text = wordsOf([page([...left, ...right])]).join(' / ')
    assert.ok(text.indexOf('Amt 66') < text.indexOf('Frau Behrens'), text)
  })
  test('a label set around the middle of its lines is read before the first of them', () => {
    const value = ['Anbau eines Aufzugs an der Bücherei und Umbau der', 'Ausleihe im Obergeschoss'].map((text, row) =>
      item(150, 100 + 12 * row, text),
    )
    const text = wordsOf([page([...value, item(50, 106, 'Betreff:')])]).join(' / ')
    assert.ok(text.indexOf('Betreff:') < text.indexOf('Anbau'), text)
    assert.ok(text.indexOf('Anbau') < text.indexOf('Ausleihe'), text)
  })
  test('a paragraph that makes room for a box at its right stays whole', () => {
    const text = (row: number, width: number) =>
      item(50, 100 + 12 * row, 'Die Verwaltung berichtet über den Stand der Arbeiten am Deich und legt die', { width })
    const lines = [0, 1, 2, 3, 4, 5].map((row) => text(row, row > 0 && row < 4 ? 280 : 490))
    const box = ['Amt für Hochbau', 'Telefon 12-340', 'Zimmer 7'].map((words, row) => item(400, 109 + 13 * row, words))
    assert.deepEqual(
      layOut([page([...lines, ...box])]).blocks.map((block) => (block.type === 'table' ? 0 : block.lines.length)),
      [6, 3],
    )
  })
  test('the order of the items does not matter', () => {
    const items = [
      ...prose(50, 100, 4),
      item(50, 160, 'Amt:'),
      item(200, 160, 'Hochbau'),
      item(50, 174, 'Datum:'),
      item(200, 174, '02.03.2031'),
    ]
    const ordered = layOut([page(items)]).blocks
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
        assert.deepEqual(layOut([page(shuffled)]).blocks, ordered)
      }),
    )
  })
})

describe('no word is lost', () => {
  const WORD = fc.constantFrom(
    'Rat',
    '1.',
    '☐',
    '3.100 €',
    'Ausschuss für Soziales',
    '12.03.2031',
    'a)',
    'x',
    '- 2 -',
    'Seite 2',
  )
  const ITEM = fc.record({
    x: fc.integer({ min: 40, max: 500 }),
    row: fc.integer({ min: 0, max: 60 }),
    text: WORD,
    size: fc.constantFrom(7, 10, 16),
  })
  const PAGE = fc.record({ items: fc.array(ITEM, { maxLength: 60 }), ruled: fc.boolean() })
  test('whatever stands wherever', () => {
    fc.assert(
      fc.property(fc.array(PAGE, { minLength: 1, maxLength: 3 }), (specs) => {
        const pages = specs.map(({ items, ruled }, index) => {
          // further apart than what counts as printed twice
          const placed = items.filter(
            (one, at) => items.findIndex((other) => other.row === one.row && Math.abs(other.x - one.x) < 9) === at,
          )
          const rules = ruled ? gridRules([45, 180, 300, 520], [200, 260, 330, 480]) : []
          return page(
            placed.map(({ x, row, text, size }) => item(x, 40 + row * 12.5, text, { size })),
            { page: index + 1, rules },
          )
        })
        const laid = layOut(pages)
        const printed = laid.blocks.map((block) =>
          block.type === 'table'
            ? rowsOf(block).flat().join('')
            : (block.type === 'item' ? block.marker : '') + block.lines.map((line) => line.text).join(''),
        )
        const out = lettersOf([...printed, ...laid.furniture.map((entry) => entry.text)])
        assert.equal(out, lettersOf(pages.flatMap((each) => each.items.map((one) => one.text))))
      }),
      { numRuns: 150 },
    )
  })
})

describe('blocks', () => {
  test('words spread to the edge of a narrow column are a paragraph, no table', () => {
    const words = [
      ['Die', 'Strategie', 'der'],
      ['Verwaltung', 'umfasst', 'die'],
      ['Modernisierung', 'und'],
      ['Haushaltsplanung', 'aller', 'Ämter'],
    ]
    const spread = words.flatMap((line, row) => {
      const gap = (170 - line.join('').length * 5) / (line.length - 1)
      let x = 50
      return line.map((word) => {
        const placed = item(x, 100 + 12 * row, word)
        x += word.length * 5 + gap
        return placed
      })
    })
    assert.deepEqual(wordsOf([page([...spread, item(50, 148, 'im Rathaus.')])]), [
      [...words.map((line) => line.join(' ')), 'im Rathaus.'].join(' / '),
    ])
  })
  test('text left of the marker is none of the item', () => {
    const items = [item(60, 100, '2.'), item(80, 100, 'Zweiter Punkt'), ...prose(50, 112, 3)]
    assert.deepEqual(
      layOut([page(items)]).blocks.map((block) => block.type),
      ['item', 'paragraph'],
    )
  })
  test('a dash between sentences at the begin of a line is no item', () => {
    const lines = [
      'Wer ist dafür, den Punkt heute von der Tagesordnung abzusetzen?',
      '- Das ist die Mehrheit des Rates.',
    ]
    const items = lines.map((text, row) => item(50, 100 + 12 * row, text, { width: row ? 200 : 400 }))
    assert.deepEqual(
      layOut([page([...prose(50, 76, 2), ...items])]).blocks.map((block) => block.type),
      ['paragraph'],
    )
  })
  test('a paragraph at the margin of the next page does not go on with an item', () => {
    const first = page([
      item(60, 780, '-'),
      item(75, 780, 'Der Plan wird im Ausschuss noch einmal beraten und dann dem Rat mit den', { width: 375 }),
      item(75, 792, 'Anlagen vorgelegt, wie es der Ausschuss am Ende der Sitzung vereinbart hat (Anlage)', {
        width: 375,
      }),
    ])
    const second = page(prose(50, 60, 3), { page: 2 })
    assert.deepEqual(
      layOut([first, second]).blocks.map((block) => block.type),
      ['item', 'paragraph'],
    )
  })
  test('markers make items, with their depth; a day is no marker', () => {
    const items = [
      item(50, 100, '1.'),
      item(70, 100, 'Der Rat stimmt zu.'),
      item(70, 114, 'a)'),
      item(90, 114, 'dem Plan,'),
      item(50, 128, '2.'),
      item(70, 128, 'Die Verwaltung berichtet.'),
    ]
    const found = layOut([page(items)]).blocks.map((block) =>
      block.type === 'item' ? [block.marker, block.depth] : block.type,
    )
    assert.deepEqual(found, [
      ['1.', 0],
      ['a)', 1],
      ['2.', 0],
    ])
    assert.deepEqual(
      layOut([page([item(50, 100, '12. März 2031')])]).blocks.map((block) => block.type),
      ['paragraph'],
    )
  })
  test('large and bold short lines are headings, bold sentences are not', () => {
    const items = [
      item(50, 60, 'Beschlussvorlage', { size: 16 }),
      item(50, 100, 'Begründung', { bold: true }),
      ...prose(50, 120, 4),
      item(50, 190, 'Das ist so beschlossen.', { bold: true }),
    ]
    const found = layOut([page(items)]).blocks.map((block) => block.type)
    assert.deepEqual(found, ['heading', 'heading', 'paragraph', 'paragraph'])
  })
  test('squares become boxes, ticked by a letter in them', () => {
    const squares = [
      { box: [50, 91, 60, 101] as const, marked: false },
      { box: [150, 91, 160, 101] as const, marked: false },
    ]
    const items = [item(66, 100, 'nein'), item(152, 100, 'x', { width: 5 }), item(166, 100, 'ja')]
    assert.match(wordsOf([page(items, { squares })]).join(), /☐ nein\s☒ ja/)
  })
})

/** All characters in order of the alphabet; a box printed over by an x is ticked, so neither counts. */
function lettersOf(texts: readonly string[]): string {
  const plain = texts
    .join('')
    .normalize('NFKD')
    .replaceAll(/[\sx☐☒/]/g, '')
  return [...plain].sort().join('')
}
