/** What single pieces of markup become. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compose } from '../../src/readers/compose.ts'
import { readHtml } from '../../src/readers/html.ts'
import { asLines } from './lines.ts'

const CASES: readonly (readonly [name: string, html: string, lines: readonly string[]])[] = [
  ['lines and paragraphs', '<p>eins<br>zwei<br><br>drei</p>vier', ['p eins / zwei', 'p drei', 'p vier']],
  ['white space', '<p>  a\n\t b&nbsp;&nbsp;c&#8239;d&shy;e&#8203;f </p>', ['p a b c def']],
  ['words across elements', '<p>Die Mit<b>tel</b> und <i>Wege</i></p>', ['p Die Mittel und Wege']],
  ['label and value without a blank', '<p><b>Status:</b><span>offen</span></p>', ['p Status: offen']],
  ['links side by side are two words', '<p>x <a>eins</a><a>zwei</a></p>', ['p x eins zwei']],
  ['preformatted lines', '<pre>eins\n  zwei</pre>', ['p eins / zwei']],
  ['headings', '<h1>A</h1><div role="heading" aria-level="3">B</div><legend>C</legend>', ['h1 A', 'h3 B', 'h5 C']],
  ['a bold line above text is a heading', '<h2>T</h2><p><b>Lage</b></p><p>Text</p>', ['h2 T', 'h3 Lage', 'p Text']],
  ['a bold sentence is none', '<p><b>Der Rat beschließt:</b></p><p>Text</p>', ['p Der Rat beschließt:', 'p Text']],
  ['numbered lists', '<ol start="3"><li>a<li>b<ol type="a"><li>c</ol></ol>', ['item 3. a', 'item 4. b', '>item a) c']],
  ['list of bullets with two paragraphs', '<ul><li><p>a</p><p>b</p></li><li></li></ul>', ['item • a / b']],
  ['lists without signs', '<ul style="list-style: none"><li>a</li></ul>', ['item  a']],
  ['item values', '<ol><li value="7">a</li><li>b</li></ol>', ['item 7. a', 'item 8. b']],
  [
    'printed markers',
    '<p>1. eins</p><p>Text</p><p>2. zwei</p><p>8. Klasse</p>',
    ['item 1. eins', 'p Text', 'item 2. zwei', 'p 8. Klasse'],
  ],
  [
    'bullets of a symbol font',
    '<p><span style="font-family:Symbol">&middot;<span>&nbsp;</span></span>Text</p>',
    ['item • Text'],
  ],
  ['boxes', '<p><input type=checkbox checked>Ja <input type=radio> Nein</p>', ['p ☒ Ja ☐ Nein']],
  [
    'a row of lists of the same length is as many rows',
    '<table><tr><td>Gremium<td>Rolle<td>Tag</tr><tr><td>Umweltausschuss<br>Rat<td>Vorberatung<br>Beschluss<td>1.2.2031<br>8.2.2031</tr></table>',
    [
      'table 1',
      'row Gremium | Rolle | Tag',
      'row Umweltausschuss | Vorberatung | 1.2.2031',
      'row Rat | Beschluss | 8.2.2031',
    ],
  ],
  [
    'a letterhead set as a table keeps its lines',
    '<table><tr><td>Stadt Seewalde<br>Bauamt<br>GZ: B 17<td>Vorlage 12/2031</tr><tr><td><td>Seewalde, 3.2.2031</tr></table>',
    ['p Stadt Seewalde / Bauamt / GZ: B 17', 'p Vorlage 12/2031', 'p Seewalde, 3.2.2031'],
  ],
  [
    'years with their unit head columns of numbers',
    '<table><tr><td>Maßnahme<td>2031 TEUR<td>2032 TEUR</tr><tr><td>Brunnen<td>85<td>40</tr><tr><td>Bänke<td>12<td>8</tr></table>',
    ['table 1', 'row Maßnahme | 2031 TEUR | 2032 TEUR', 'row Brunnen | 85 | 40', 'row Bänke | 12 | 8'],
  ],
  ['boxes as pictures', '<p><img alt="angekreuzt"> Ja <img alt="nicht angekreuzt"> Nein</p>', ['p ☒ Ja ☐ Nein']],
  [
    'boxes of a symbol font',
    '<p><font face="Wingdings">þ</font> Ja <span style="font-family:Wingdings">o</span> Nein</p>',
    ['p ☒ Ja ☐ Nein'],
  ],
  ['boxes in private use', '<p>&#xF0FE; Ja &#xF0A8; Nein</p>', ['p ☒ Ja ☐ Nein']],
  ['boxes by role', '<p><span role="checkbox" aria-checked="true"></span> Ja</p>', ['p ☒ Ja']],
  [
    'pairs',
    '<dl><dt>A:</dt><dd>1</dd><dt>B</dt><dd>2<br>3</dd><dt>C</dt><dd></dd></dl>',
    ['p A: 1', 'p B: 2 / 3', 'p C:'],
  ],
  ['a long value stands below its label', `<dl><dt>A</dt><dd><ol><li>x</li></ol></dd></dl>`, ['p A:', 'item 1. x']],
  [
    'row heads are labels',
    '<table><tr><th>Amt</th><td>20</td></tr><tr><th>Art</th><td>Antrag</td></tr></table>',
    ['p Amt: 20', 'p Art: Antrag'],
  ],
  [
    'a form with boxes',
    '<table><tr><td>Kosten</td><td>☒ ja ☐ nein</td></tr><tr><td>Konto</td><td>42.1</td></tr></table>',
    ['p Kosten: ☒ ja ☐ nein', 'p Konto: 42.1'],
  ],
  [
    'data without heads',
    '<table><tr><td>Bau</td><td>5 €</td></tr><tr><td>Grund</td><td>7 €</td></tr></table>',
    ['table 0?', 'row Bau | 5 €', 'row Grund | 7 €'],
  ],
  [
    'heads above numbers',
    '<table><tr><td>Jahr</td><td>VZS</td></tr><tr><td>2019</td><td>8,5</td></tr></table>',
    ['table 1', 'row Jahr | VZS', 'row 2019 | 8,5'],
  ],
  [
    'years as heads',
    '<table><tr><td>Art</td><td>2030</td></tr><tr><td>Bau</td><td>85.000</td></tr></table>',
    ['table 1', 'row Art | 2030', 'row Bau | 85.000'],
  ],
  [
    'spans',
    '<table><tr><th rowspan=2>Art<th colspan=2>Betrag<tr><th>2030<th>2031<tr><td>Bau<td>1<td>2</table>',
    ['table 2', 'row Art | Betrag | ', 'row  | 2030 | 2031', 'row Bau | 1 | 2'],
  ],
  [
    'empty rows and columns',
    '<table><tr><th>A<th><th>B<tr><td> <td><td><tr><td>1<td><td>2</table>',
    ['table 1', 'row A | B', 'row 1 | 2'],
  ],
  [
    'marks in columns',
    '<table><tr><th>Gremium<th>ö<th>nö<tr><td>Rat<td>x<td><tr><td>VA<td><td>x</table>',
    ['table 1', 'row Gremium | ö | nö', 'row Rat | x | ', 'row VA |  | x'],
  ],
  [
    'foot rows last',
    '<table><tfoot><tr><td>S<td>3</tfoot><thead><tr><th>A<th>B</thead><tr><td>x<td>3</table>',
    ['table 1', 'row A | B', 'row x | 3', 'row S | 3'],
  ],
  [
    'bold line above a table',
    '<p><b>Plan</b></p><table><tr><th>A<th>B<tr><td>1<td>2</table>',
    ['p Plan', 'table 1 Plan', 'row A | B', 'row 1 | 2'],
  ],
  [
    'its own caption',
    '<h2>X</h2><table><caption>Plan</caption><tr><th>A<th>B<tr><td>1<td>2</table>',
    ['h2 X', 'p Plan', 'table 1 Plan', 'row A | B', 'row 1 | 2'],
  ],
  [
    'lists in cells',
    '<table><tr><th>A<th>B<tr><td>1<td><ul><li>x<li>y</ul></table>',
    ['table 1', 'row A | B', 'row 1 | • x / • y'],
  ],
  ['page in a frame', '<iframe srcdoc="&lt;p&gt;innen&lt;/p&gt;"></iframe><p>außen</p>', ['p innen', 'p außen']],
  ['scripts, styles, comments', '<script>a</script><style>b</style><!-- c --><template>d</template><p>e</p>', ['p e']],
  ['nothing', '', []],
]

for (const [name, html, lines] of CASES) {
  test(name, () => assert.deepEqual(asLines(readHtml(html).blocks), lines))
}

test('what is hidden is kept beside the text', () => {
  const page = '<p>a</p><p hidden>b</p><p style="DISPLAY : none">c</p><div aria-hidden="true" class="modal">d</div>'
  const { blocks, furniture } = readHtml(page)
  assert.deepEqual(asLines(blocks), ['p a'])
  assert.deepEqual(
    furniture.map((piece) => piece.text),
    ['b', 'c', 'd'],
  )
})

test('hosts: the page itself counts for its relative links', () => {
  const page =
    '<base href="https://ris.auental.example/x/"><a href="a">1</a><a href="b">2</a><a href="https://www.auental.example">3</a><a href="mailto:x@y.example">4</a>'
  assert.deepEqual(readHtml(page).meta.hosts, ['ris.auental.example', 'www.auental.example'])
})

test('quotes point into the text', () => {
  const { text, tree } = compose(readHtml('<h2>Kosten</h2><table><tr><th>A<th>B<tr><td>Bau<td>5 €</table>').blocks)
  assert.equal(text, 'Kosten\n\nA\tB\nBau\t5 €')
  assert.equal(tree.children.length, 2)
})

test('a row across the table is a note above heads, and a group where it recurs', () => {
  const head = '<tr><th>Jahr<th>Betrag'
  const noted = `<table><tr><td colspan=2>in TEUR</td></tr>${head}<tr><td>2030<td>5</table>`
  assert.deepEqual(asLines(readHtml(noted).blocks), [
    'p in TEUR',
    'table 1 in TEUR',
    'row Jahr | Betrag',
    'row 2030 | 5',
  ])
  const grouped =
    '<table border=1><tr><td colspan=2>Rat</td></tr><tr><td>3.2.2031<td>vertagt<tr><td colspan=2>VA<tr><td>5.3.2031<td>ja</table>'
  assert.deepEqual(asLines(readHtml(grouped).blocks), [
    'table 0',
    'row Rat | ',
    'row 3.2.2031 | vertagt',
    'row VA | ',
    'row 5.3.2031 | ja',
  ])
})

test('menus and footers are known by their names only where they hold nothing of a paper', () => {
  const page = `<div id="rismenue"><ul><li><a href="a">Kalender</a></li></ul></div><p>Text</p>
    <div class="menu"><a href="b">04.05.2031: Werkausschuss</a></div><div id="risfooter">Software: Muster</div>`
  const { blocks, furniture } = readHtml(page)
  assert.deepEqual(asLines(blocks), ['p Text', 'p 04.05.2031: Werkausschuss'])
  assert.deepEqual(
    furniture.map((piece) => piece.text),
    ['Kalender', 'Software: Muster'],
  )
})
