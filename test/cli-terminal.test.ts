import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { EXIT } from '../src/cli/exit.ts'
import { humanReport } from '../src/cli/import-human.ts'
import { failedResult, type PaperResult } from '../src/cli/paper-result.ts'
import { cut, fit, printable, styled, type Terminal, terminalOf } from '../src/cli/terminal.ts'
import { addTo, emptyTotals } from '../src/cli/totals.ts'

const ESCAPE = '\u001b'

/** A terminal that keeps what it gets: data, messages, and what was drawn. */
function recorded(
  options: Partial<Terminal>,
): Terminal & { readonly out: string[]; readonly err: string[]; readonly drawn: string[] } {
  const [out, err, drawn]: [string[], string[], string[]] = [[], [], []]
  const keep = {
    data: (line: string) => void out.push(line),
    say: (line: string) => void err.push(line),
    draw: (text: string) => void drawn.push(text),
  }
  return {
    ...keep,
    width: 100,
    screen: true,
    interactive: false,
    color: false,
    closed: false,
    out,
    err,
    drawn,
    ...options,
  }
}

function result(quelle: string, more: Partial<PaperResult> = {}): PaperResult {
  const doubt = new Map([['nummer-fehlt', { text: 'Es wurde keine Nummer der Vorlage gefunden.', stellen: 1 }]])
  return {
    ...failedResult(quelle, { code: '', text: '' }),
    status: 'pruefen',
    geschehen: 'neu',
    fehler: [],
    zweifel: doubt,
    ...more,
  }
}

function reportOf(terminal: Terminal, results: readonly PaperResult[]): void {
  const report = humanReport(terminal, false, results.length)
  const totals = emptyTotals()
  report.begin({ datenbank: 'x.db', lauf: 1, dateien: results.length })
  for (const [at, one] of results.entries()) {
    addTo(totals, one)
    report.progress(at + 1, one.quelle)
    report.paper(one)
  }
  report.end(totals, EXIT.teils, new Map())
}

test('colors only on a terminal, and never with NO_COLOR', () => {
  const stream = (isTTY: boolean) => Object.assign(Object.create(process.stdout), { isTTY }) as NodeJS.WriteStream
  const colorOf = (isTTY: boolean, env: NodeJS.ProcessEnv) => terminalOf(stream(isTTY), stream(isTTY), env).color
  assert.equal(colorOf(true, {}), true)
  assert.equal(colorOf(true, { NO_COLOR: '1' }), false)
  assert.equal(colorOf(true, { TERM: 'dumb' }), false)
  assert.equal(colorOf(false, {}), false)
  assert.ok(styled({ color: true }, 'rot', 'x').includes(ESCAPE))
  assert.equal(styled({ color: false }, 'rot', 'x'), 'x')
})

test('a bar is drawn on a terminal, taken away before every line and at the end, and nowhere else', () => {
  const results = ['a.md', 'b.md', 'c.md'].map((name) => result(name))
  const terminal = recorded({ interactive: true })
  reportOf(terminal, results)
  assert.match(terminal.drawn.join(''), /━+·+ 1\/3 a\.md/)
  assert.equal(terminal.drawn.at(-1), `\r${ESCAPE}[K`)
  const plain = recorded({})
  reportOf(plain, results)
  assert.deepEqual(plain.drawn, [])
  assert.deepEqual(plain.out, terminal.out)
})

test('totals, doubts by reason with examples, failures with reason and what to do, then the code', () => {
  const failed = failedResult('ordner/d.pdf', {
    code: 'datei-leer',
    text: 'Die Datei ist leer; bitte die Vorlage neu herunterladen.',
  })
  const terminal = recorded({})
  reportOf(terminal, [
    ...['a', 'b', 'c', 'e'].map((name) => result(`${name}.md`, { nummer: `N ${name}`, beratungen: 1 })),
    failed,
  ])
  const text = terminal.out.join('\n')
  assert.match(text, /^5 Vorlagen: 0 ok, 4 zu prüfen, 1 nicht gelesen$/m)
  assert.match(text, /^4 Beratungen, 0 Beträge, 0 VZÄ-Angaben, 0 Stellen$/m)
  assert.match(
    text,
    /Es wurde keine Nummer der Vorlage gefunden\. \[nummer-fehlt\]\n {4}4 Vorlagen: N a, N b, N c, …$/m,
  )
  assert.deepEqual(terminal.err, [
    'Nicht gelesen (1):',
    '  ordner/d.pdf: Die Datei ist leer; bitte die Vorlage neu herunterladen. [datei-leer]',
    'Ende mit 3: einzelne Vorlagen ließen sich nicht lesen, die übrigen schon.',
  ])
})

test('what a paper says cannot command the terminal', () => {
  const terminal = recorded({})
  reportOf(terminal, [
    result('a.md', { betreff: `Steg${ESCAPE}[2J\u0007\u009b31m`, nummer: 'N\r1' }),
    result(`b${ESCAPE}.md`),
  ])
  assert.ok(
    ![...terminal.out, ...terminal.err].some(
      (line) => line.includes(ESCAPE) || line.includes('\u009b') || line.includes('\r'),
    ),
  )
  assert.equal(printable('a\tb\nc'), 'a\tb\nc')
})

test('a line never exceeds the terminal, whatever stands in the paper', () => {
  const text = fc.option(fc.string({ unit: 'grapheme' }), { nil: null })
  const states = fc.constantFrom('ok', 'pruefen', 'fehler')
  const given = fc.record({
    width: fc.integer({ min: 80, max: 200 }),
    nummer: text,
    betreff: text,
    kommune: text,
    status: states,
    nichtoeffentlich: fc.boolean(),
  })
  const letters = new Intl.Segmenter('de', { granularity: 'grapheme' })
  fc.assert(
    fc.property(given, ({ width, ...fields }) => {
      const terminal = recorded({ width })
      humanReport(terminal, false, 1).paper(result('a.md', { ...fields, geschehen: 'version' }))
      const [line = ''] = terminal.out
      assert.ok([...letters.segment(line)].length <= width, line)
    }),
  )
})

test('cut and fit keep to their width and never split a letter', () => {
  assert.equal(cut('Mühlwehr', 5), 'Mühl…')
  assert.equal(cut('Mühl', 4), 'Mühl')
  assert.equal(fit('7', 3, 'rechts'), '  7')
  assert.equal(fit('e\u0301e\u0301e\u0301', 2), 'e\u0301…')
})
