import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compose } from './compose.ts'
import { DEFAULT_LIMITS, type Reading } from './reader.ts'
import { textReader } from './text.ts'

function read(text: string): Reading {
  return textReader.read(new TextEncoder().encode(text), DEFAULT_LIMITS) as Reading
}

function textOf(text: string): string {
  return compose(read(text).blocks).text
}

test('a word broken at a line end is whole again, a real hyphen stays', () => {
  const text = textOf(
    'Die Verwaltung erneuert die Straßenbeleuch-\ntung und ihre IT-\nStrategie sowie Personal-\nund Sachkosten.\n',
  )
  assert.equal(
    text,
    'Die Verwaltung erneuert die Straßenbeleuchtung und ihre IT-Strategie sowie Personal-\nund Sachkosten.',
  )
})

test('the paper itself decides whether a hyphen belongs to a word', () => {
  const text = textOf(
    'Der Bund-Länder-Ausschuss tagt oft genug.\nEr berät über das Bund-\nLänder-Programm und das Solar-\nprogramm, also das Solar-Programm von Neudorf.\n',
  )
  assert.match(text, /Bund-Länder-Programm/)
  assert.match(text, /das Solar-programm, also/)
})

test('one blank line after every line is not a paragraph each', () => {
  const lines = [
    'Die Stadt Neudorf hat im vergangenen Jahr mit dem Umbau der',
    'alten Mühle begonnen, der nach zwei Jahren abgeschlossen',
    'sein soll. Die Kosten trägt zur Hälfte das Land,',
    'den Rest die Stiftung.',
    '',
    'Ein zweiter Absatz folgt, der sich ebenfalls über mehrere',
    'zeilen erstreckt und klein weitergeht.',
    'Ende.',
  ]
  const doubled = lines.flatMap((line) => [line, '']).join('\n')
  assert.equal(read(doubled).blocks.length, 2)
})

test('tabs make a table; a first row without data is its head', () => {
  const [block] = read('Posten\t2027\t2028\nMiete\t1.200\t1.300\nStrom\t400\t450\n').blocks
  assert.ok(block?.type === 'table')
  assert.equal(block.headRows, 1)
  assert.deepEqual(
    block.rows[2]?.map((cell) => cell.lines[0]?.text),
    ['Strom', '400', '450'],
  )
})

test('check boxes with tabs are lines, not a table', () => {
  const text = textOf('<input type="checkbox">\tJa\n<input checked="" type="checkbox">\tNein\n')
  assert.equal(text, '☐\tJa\n☒\tNein')
})

test('blanks that run through several lines make columns', () => {
  const [block] = read(
    'Maßnahme          Kosten     Jahr\nDach              12.000 €   2027\nFenster            3.500 €   2028\nHeizung           40.000 €   2028\n',
  ).blocks
  assert.ok(block?.type === 'table')
  assert.deepEqual(
    block.rows[1]?.map((cell) => cell.lines[0]?.text),
    ['Dach', '12.000 €', '2027'],
  )
})

const HEAD = ['Beschlussvorlage', 'Drucksache Nr.', '77/2031', 'Fachbereich Bauen']
const LETTERHEAD = [...HEAD, '', 'Betreff', 'Neubau der Feuerwache', '', 'Begründung', '', 'Zur Lage', '']
/** A page of running text whose last sentence goes on on the next page. */
const page = (name: string): string[] => [
  `weitere Arbeiten am ${name} beginnen können, sobald das Land seine Zusage gegeben hat.`,
  ...Array.from(
    { length: 12 },
    (_, n) => `Der Abschnitt ${name} hat in Zeile ${n} einen Satz, der hier auch wieder endet.`,
  ),
  `Der Rat der Stadt Neudorf hat den ${name} mit Kosten von 9.470 TEUR genehmigt, damit`,
]
const PAGES = ['Rohbau', 'Ausbau', 'Garten', 'Zaun'].map(page)
const BODY = PAGES[0] ?? []

test('a page head in the middle of a sentence leaves the text', () => {
  const plain = [...LETTERHEAD, ...PAGES.flat()].join('\n')
  const interrupted = [...LETTERHEAD, ...PAGES.flatMap((lines) => [...lines, '', ...HEAD, ''])].join('\n')
  const folded = (text: string): string => textOf(text).replace(/\s+/g, ' ')
  assert.equal(folded(interrupted), folded(plain))
  const numbers = read(interrupted).furniture.filter(({ text }) => text === '77/2031')
  assert.equal(numbers.length, PAGES.length)
})

test('a page number between two halves of a sentence leaves the text', () => {
  for (const mark of ['– 2 –', 'Seite 2/4', '-- 1 of 4 --', '\f']) {
    const text = textOf(`${BODY.at(-1)}\n\n${mark}\n\n${BODY[0]}\n`)
    assert.equal(text, `${BODY.at(-1)}\n${BODY[0]}`, mark)
  }
})

test('a reference to a page is no page number', () => {
  assert.match(textOf('Die Kosten sind in der Übersicht dargestellt,\nsiehe Seite 7\nund Anlage 2.\n'), /siehe Seite 7/)
})

test('a table continued behind a page head is one table', () => {
  const rows = (from: number): string[] => Array.from({ length: 8 }, (_, n) => `Posten ${from + n}\t${from + n}0 €`)
  const parts = [['Posten\tBetrag', ...rows(1)], rows(9), rows(17), rows(25)]
  const text = [...LETTERHEAD, ...parts.flatMap((part) => [...part, '', ...HEAD, ''])].join('\n')
  const tables = read(text).blocks.filter((block) => block.type === 'table')
  assert.deepEqual(
    tables.map((table) => table.rows.length),
    [33],
  )
})

test('law: every word of a text is in its text or its furniture', () => {
  const word = fc.stringMatching(/^[a-zäöü]{2,9}$/)
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 30 }), (lines) => {
      const input = lines.map((words) => words.join(' ')).join('\n')
      const { blocks, furniture } = read(input)
      const found = [compose(blocks).text, ...furniture.map(({ text }) => text)].join(' ').split(/\s+/).filter(Boolean)
      assert.deepEqual(found.sort(), lines.flat().sort())
    }),
  )
})

test('column heads that come back are no page head: the letterhead does not print them', () => {
  const table = [
    'Variante',
    'Kosten bis 2031',
    'Folgekosten',
    'Miete 10 € 20 €',
    'Strom 30 € 40 €',
    'Wasser 50 € 60 €',
    '',
  ]
  const text = [...LETTERHEAD, ...PAGES.flatMap((lines) => [...lines, '', ...table])].join('\n')
  assert.deepEqual(read(text).furniture, [])
})

test('boxes that are typed become boxes; brackets around words stay', () => {
  assert.equal(
    textOf('[x] Ja   [ ] Nein (X) teilweise ( ) gar nicht (siehe Anlage) f(x)'),
    '☒ Ja ☐ Nein ☒ teilweise ☐ gar nicht (siehe Anlage) f(x)',
  )
})

test('numbers alone that count the pages leave the text; a single one stays', () => {
  const text = `${BODY.at(-1)}\n\n2\n\n${BODY[0]}\n\n${BODY.at(-1)}\n\n3\n\n${BODY[0]}\n`
  assert.equal(read(text).furniture.length, 2)
  assert.match(textOf(`Absatz eins.\n\n2\n\nAbsatz zwei.\n`), /^2$/m)
})

test('numbers of a column whose cells stand one below the other do not count the pages', () => {
  const rows = ['Los', 'Firma', 'Rang', 'Erdbau', 'A', '1', 'Rohbau', 'B', '2', 'Dach', 'C', '3', 'Maler', 'D', '4']
  assert.deepEqual(read(`${BODY[0]}\n\n${rows.join('\n\n')}\n\n${BODY[0]}\n`).furniture, [])
})
