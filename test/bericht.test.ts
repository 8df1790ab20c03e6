import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { importedPapers, PLANTED, SCRIPT } from './bericht-papers.ts'
import { ask, put, ROOT, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const target = join(folder, 'aus')
const file = join(target, 'bericht.html')
let db = ''
let page = ''
let document: ReturnType<typeof parseHTML>['document']

before(async () => {
  db = await importedPapers(folder)
  const { code, stdout, stderr } = await vorlagen(['bericht', target, '--db', db])
  assert.equal(code, 0, stderr)
  assert.match(stdout, /bericht\.html: 7 Vorlagen, [\d,]+ kB$/m)
  assert.match(stderr, /^Nicht enthalten: 1 nichtöffentliche, 0 nicht lesbare Vorlagen\.$/m)
  page = readFileSync(file, 'utf8')
  document = parseHTML(page).document
})

test('the same database gives the same bytes, and what is unchanged is not written again', async () => {
  const again = await vorlagen(['bericht', file, '--db', db])
  assert.match(again.stdout, /, unverändert$/m)
  const other = join(folder, 'anders.html')
  assert.equal((await vorlagen(['bericht', other, '--db', db])).code, 0)
  assert.equal(readFileSync(other, 'utf8'), page)
  assert.deepEqual(readdirSync(target), ['bericht.html'])
})

test('every figure of the comparison is on the page, with its coverage', async () => {
  const { stdout } = await vorlagen(['vergleich', '--csv', '--db', db])
  const rows = stdout
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
  assert.ok(rows.length >= 10)
  for (const [id = '', kommune, jahr = '', , wert = '', , genommen, von] of rows) {
    const said = [...document.querySelectorAll(`#${id} tbody tr[data-k="${kommune}"]`)].map(
      ({ textContent }) => textContent,
    )
    const shown = wert && Number(wert).toLocaleString('de-DE')
    assert.ok(
      said.some((text) => text.includes(`${genommen} von ${von}`) && text.includes(shown) && text.includes(jahr)),
      `${id} ${kommune} ${wert}: ${said.join(' | ')}`,
    )
  }
})

test('every figure leads to papers and verbatim quotes, every link somewhere, every id is there once', () => {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  assert.deepEqual(ids, [...new Set(ids)])
  const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '')
  for (const link of links) assert.ok(ids.includes(link), link)
  const texts = ask<{ text: string }>(db, 'SELECT text FROM vorlage').map(({ text }) => text)
  const panels = [...document.querySelectorAll('.beleg[id^="b-"]')]
  assert.ok(panels.length >= 8)
  for (const panel of panels) {
    assert.ok(panel.querySelector('li a[href^="#v-"]'), panel.id)
    const quotes = [...panel.querySelectorAll('q')]
    assert.ok(quotes.length > 0, panel.id)
    for (const { textContent } of quotes)
      assert.ok(
        texts.some((text) => text.includes(textContent)),
        textContent,
      )
    assert.match(panel.querySelector('cite')?.textContent ?? '', /^\((?:Seite|Zeile) \d+\)$/)
  }
})

test('a figure whose coverage is too low is marked, and its gaps are told with their reasons', () => {
  const row = [...document.querySelectorAll('#betraege tr.wenig')].find(({ textContent }) =>
    textContent.includes('Überau'),
  )
  assert.match(row?.textContent ?? '', /unter 50\u00a0%/)
  const gaps = document.getElementById(row?.querySelector('.deckung a')?.getAttribute('href')?.slice(1) ?? '')
  assert.match(gaps?.textContent ?? '', /0085\/2031.*nicht gezählt: mehrere Gesamtbeträge/s)
})

test('nothing closed and no contact data of clerks, in no byte', () => {
  for (const words of PLANTED) assert.ok(!page.includes(words), words)
  assert.ok(page.includes('0088/2031'))
})

test('what a paper says stays text', () => {
  assert.ok(!page.includes(SCRIPT))
  assert.ok(page.includes('&lt;script&gt;alert(&quot;Steg&quot;)&lt;/script&gt; &amp; &quot;Wehr&quot;'))
  assert.equal(document.querySelectorAll('script').length, 1)
})

test('the policy allows the page its own style and script and nothing else', () => {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
  const hash = (name: string): string =>
    `'sha256-${createHash('sha256')
      .update(readFileSync(join(ROOT, 'src/report', name)))
      .digest('base64')}'`
  assert.equal(
    policy,
    `default-src 'none'; style-src ${hash('page.css')}; script-src ${hash('page.mjs')}; base-uri 'none'; form-action 'none'`,
  )
  assert.equal(document.querySelectorAll('[style], [onclick], [src], link, svg style').length, 0)
})

test('headings in order, a language, a way past the head, a scope for every head of a table', () => {
  assert.equal(document.documentElement.getAttribute('lang'), 'de')
  assert.ok(document.querySelector('a.sprung[href="#inhalt"]'))
  const levels = [...document.querySelectorAll('h1, h2, h3')].map(({ tagName }) => Number(tagName[1]))
  assert.equal(levels.filter((level) => level === 1).length, 1)
  for (const [at, level] of levels.entries()) assert.ok(level <= (levels[at - 1] ?? 0) + 1)
  for (const head of document.querySelectorAll('th')) assert.match(head.getAttribute('scope') ?? '', /^(?:row|col)$/)
  for (const plot of document.querySelectorAll('figure svg[role="img"]')) assert.ok(plot.getAttribute('aria-label'))
})

/** Words 4.5 to 1, marks 3 to 1: WCAG 2.2, 1.4.3 and 1.4.11. */
test('colours are far enough apart, in light and dark', () => {
  const css = readFileSync(join(ROOT, 'src/report/page.css'), 'utf8')
  const [light = '', dark = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, body]) => body)
  for (const body of [light, dark]) {
    const color = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(body)?.[1] ?? ''
    for (const words of ['schrift', 'leise', 'akzent'])
      for (const ground of ['grund', 'flaeche'])
        assert.ok(contrast(color(words), color(ground)) >= 4.5, `${words} on ${ground}: ${color(words)}`)
    assert.ok(contrast(color('warn'), color('warn-grund')) >= 4.5)
    for (let at = 1; at <= 8; at += 1) assert.ok(contrast(color(`f${at}`), color('grund')) >= 3, `f${at}`)
  }
})

test('few proofs: the rest is counted', async () => {
  const short = join(folder, 'kurz.html')
  assert.equal((await vorlagen(['bericht', short, '--belege', '1', '--db', db])).code, 0)
  const panels = [...parseHTML(readFileSync(short, 'utf8')).document.querySelectorAll('.beleg')]
  for (const panel of panels) assert.equal(panel.querySelectorAll('li').length, 1)
  assert.ok(panels.some(({ textContent }) => /\d weitere stehen nicht hier, aber in der Datenbank\./.test(textContent)))
})

test('an empty database, and a place that cannot be written to', async () => {
  const empty = join(folder, 'leer.db')
  await vorlagen(['import', put(folder, 'leer/leer.txt', ''), '--db', empty, '--quiet'])
  const nothing = await vorlagen(['bericht', join(folder, 'leer.html'), '--db', empty])
  assert.equal(nothing.code, 4)
  assert.match(readFileSync(join(folder, 'leer.html'), 'utf8'), /Dazu sagt keine Vorlage etwas/)
  const blocked = await vorlagen(['bericht', join(file, 'darunter.html'), '--db', db])
  assert.equal(blocked.code, 8)
  assert.match(blocked.stderr, /lässt sich nicht schreiben; bitte Pfad, Rechte und Platz prüfen/)
  assert.equal((await vorlagen(['bericht', target, '--db', join(folder, 'fehlt.db')])).code, 8)
  assert.equal((await vorlagen(['bericht', target, '--deckung', 'halb', '--db', db])).code, 2)
  assert.equal(readFileSync(file, 'utf8'), page)
})

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
