/** Invented papers in the markup of council information systems. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { htmlReader, readHtml } from '../../src/readers/html.ts'
import { DEFAULT_LIMITS } from '../../src/readers/reader.ts'
import { asLines } from './lines.ts'

const furniture = (html: string) => readHtml(html).furniture.map((piece) => piece.text)

test('ALLRIS 3: labels in cells, consultations in a nested table, each section a document of its own', () => {
  const page = `<!-- saved from url=(0050)https://ris.auental.example/bi/vo020.asp?VOLFDNR=77 -->
    <html><head><title>Vorlage - 77/2023</title><meta name="generator" content="ALLRIS net Version 3.9.5"></head><body>
    <div id="risname"><h1>Vorlage - 77/2023&nbsp;</h1></div><div id="allriscontainer"><table class="tk1"><tr><td class="me1">
    <table class="tk1"><tr><td class="kb1">Betreff:</td><td colspan="3">Neue Halle<br>am Weiher</td></tr>
    <tr><td class="kb1">Status:</td><td>öffentlich&nbsp;</td><td class="kb1">Vorlage-Art:</td><td>Beschlussvorlage</td></tr>
    <tr><td class="kb1">Beratungsfolge:</td><td colspan="3"></td></tr>
    <tr><td colspan="4"><table class="tl1"><tr><td><img src="x.gif" alt=""></td><td>Bauausschuss</td><td>Vorberatung</td></tr>
    <tr><td></td><td>12.04.2023</td><td>ungeändert beschlossen</td></tr></table></td></tr></table></td></tr></table>
    <div><a href="#BV">Beschlussvorschlag</a><br><a href="#SV">Sachverhalt</a></div>
    <div><!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>
    <p><b><span>Beschlussvorschlag:</span></b></p><p>&nbsp;</p><p>Der Rat gibt die Mit<b>tel</b> für den Neu&shy;bau frei.</p>
    </body></html></div><p>Danach</p></div><ul id="rislinks"><li><a href="/">Startseite</a></li></ul></body></html>`
  const read = readHtml(page)
  assert.deepEqual(asLines(read.blocks), [
    'h1 Vorlage - 77/2023',
    'p Betreff: Neue Halle / am Weiher',
    'p Status: öffentlich',
    'p Vorlage-Art: Beschlussvorlage',
    'p Beratungsfolge:',
    'table 0?',
    'row Bauausschuss | Vorberatung',
    'row 12.04.2023 | ungeändert beschlossen',
    'h2 Beschlussvorschlag:',
    'p Der Rat gibt die Mittel für den Neubau frei.',
    'p Danach',
  ])
  assert.deepEqual(read.furniture, [
    { kind: 'navigation', page: null, text: 'Beschlussvorschlag Sachverhalt' },
    { kind: 'navigation', page: null, text: 'Startseite' },
  ])
  assert.deepEqual(read.meta, {
    title: 'Vorlage - 77/2023',
    hosts: ['ris.auental.example'],
    generator: 'ALLRIS net Version 3.9.5',
  })
  assert.deepEqual(
    read.messages.map((said) => said.code),
    ['markup-unvollstaendig'],
  )
})

test('ALLRIS 4: definition lists, an icon beside its words, a caption that repeats the heading', () => {
  const page = `<body><main id="pageContent"><div class="row"><dl><dt><span><a>Status:</a></span></dt>
    <dd><span>öffentlich</span> <span><a> (freigegeben)</a></span></dd></dl></div>
    <h2>Beratungsfolge</h2><table class="bfTable"><caption class="rs_skip">Beratungsfolge</caption>
    <thead><tr><th>Status</th><th>Datum</th><th>Gremium</th></tr></thead><tbody>
    <tr><td><span class="wfcolorDescIcon">●</span><span>Geplant</span></td><td> </td><td>Werkausschuss</td></tr>
    <tr><td></td><td>Feb 3, 2031</td><td><a href="x">2. Sitzung</a></td></tr></tbody></table></main></body>`
  assert.deepEqual(asLines(readHtml(page).blocks), [
    'p Status: öffentlich (freigegeben)',
    'h2 Beratungsfolge',
    'table 1 Beratungsfolge',
    'row Status | Datum | Gremium',
    'row Geplant |  | Werkausschuss',
    'row  | Feb 3, 2031 | 2. Sitzung',
  ])
  assert.deepEqual(furniture(page), ['●', 'Beratungsfolge'])
})

test('SessionNet: rows of boxes, accordions, cookie banner, breadcrumbs, icon columns', () => {
  const page = `<body class="smc-body"><a class="sr-only" href="#content">Zum Inhalt springen</a>
    <header><nav><a href="/g">Gremien</a></nav></header><ol class="breadcrumb"><li>Start</li></ol>
    <div id="content"><h1>Radweg Mühlbach</h1><div class="smc-table">
    <div class="smc-table-row"><div class="smc-table-cell smc-cell-head">Name:</div><div class="smc-table-cell">2023/045</div></div>
    <div class="smc-table-row"><div class="smc-table-cell smc-cell-head">Art:</div><div class="smc-table-cell">Antrag</div></div></div>
    <table><thead><tr><th>Datum</th><th>Gremium</th><th><span class="sr-only">Aktion</span></th></tr></thead>
    <tbody><tr><td>12.05.2023</td><td>Rat</td><td><a href="x"><i class="fa fa-file"></i></a></td></tr></tbody></table>
    <h2><button class="accordion-button" aria-controls="c1">Beschlussvorschlag</button></h2>
    <div id="c1" style="display: none"><p>Der Rat stimmt zu.</p></div><button>Drucken</button></div>
    <footer>Am Markt 1</footer><div class="cookie-banner">Wir verwenden Cookies <button>Gut</button></div></body>`
  assert.deepEqual(asLines(readHtml(page).blocks), [
    'h1 Radweg Mühlbach',
    'p Name: 2023/045',
    'p Art: Antrag',
    'table 1',
    'row Datum | Gremium',
    'row 12.05.2023 | Rat',
    'h2 Beschlussvorschlag',
    'p Der Rat stimmt zu.',
  ])
  assert.deepEqual(furniture(page).sort(), [
    'Aktion',
    'Am Markt 1',
    'Drucken',
    'Gremien',
    'Start',
    'Wir verwenden Cookies Gut',
    'Zum Inhalt springen',
  ])
})

test('Domino: the consultations stand in noPrint, labels and values in two tables, a cost table of tables', () => {
  const page = `<body id="menu"><main><div class="noPrint"><ul><li><a href="t">03.02.2031: Werkausschuss</a>: Einstimmig</li></ul></div>
    <div class="noPrint"><a href="k">Kontakt</a></div>
    <table><tr><td></td><td colspan="2">Beschlussdrucksache</td></tr><tr><td><div>In den Werkausschuss</div><div>In den Rat</div></td>
    <td><table><tr><td>Nr.</td></tr><tr><td>Anlagen</td></tr></table></td><td><table><tr><td>0815/2031</td></tr><tr><td>0</td></tr></table></td></tr></table>
    <h4>Kosten</h4><div style="font-weight:bold">Ergebnishaushalt 57</div><table><tr><td>Produkt 57301</td><td>Markthalle</td></tr></table>
    <table><thead><tr><td colspan="2">Angaben pro Jahr</td></tr><tr><th>Erträge</th><th>Aufwendungen</th></tr></thead><tbody><tr>
    <td><table role="presentation"><tr><td> </td><td> </td></tr></table></td>
    <td><table role="presentation"><tr><td>Strom</td><td>-900,00 €</td></tr><tr><td> </td><td> </td></tr><tr><td>Saldo</td><td>900,00 €</td></tr></table></td>
    </tr></tbody></table></main></body>`
  assert.deepEqual(asLines(readHtml(page).blocks), [
    'item • 03.02.2031: Werkausschuss: Einstimmig',
    'p Beschlussdrucksache',
    'p In den Werkausschuss',
    'p In den Rat',
    'p Nr. 0815/2031',
    'p Anlagen: 0',
    'h4 Kosten',
    'p Ergebnishaushalt 57',
    'p Produkt 57301 Markthalle',
    'p Angaben pro Jahr',
    'table 1 Ergebnishaushalt 57 / Angaben pro Jahr',
    'row Erträge |  | Aufwendungen | ',
    'row  |  | Strom | -900,00 €',
    'row  |  | Saldo | 900,00 €',
  ])
  assert.deepEqual(furniture(page), ['Kontakt'])
})

test('SD.NET: labels and values in columns of a grid', () => {
  const page = `<div class="row"><div class="col-sm-3"><label>Aktenzeichen</label></div><div class="col-sm-9">10 24 03</div></div>
    <div class="row"><div class="col-sm-3">Betreff:</div><div class="col-sm-9">Löschfahrzeug</div></div>
    <div class="row"><span class="label">Status:</span><span>öffentlich</span></div>`
  assert.deepEqual(asLines(readHtml(page).blocks), [
    'p Aktenzeichen: 10 24 03',
    'p Betreff: Löschfahrzeug',
    'p Status: öffentlich',
  ])
})

test('the site around the main part goes, but not what looks like part of the paper', () => {
  const page = `<body><div class="top">Gemeinde Auental</div><h1>Vorlage 3/31</h1><dl><dt>Amt</dt><dd>Bauamt</dd></dl>
    <div id="content"><p>Der lange Text der Vorlage, in dem alles steht, was der Rat wissen muss, bevor er entscheidet.</p></div></body>`
  assert.deepEqual(asLines(readHtml(page).blocks).slice(0, 2), ['h1 Vorlage 3/31', 'p Amt: Bauamt'])
  assert.deepEqual(furniture(page), ['Gemeinde Auental'])
})

test('bytes: the charset named in the page is used, broken bytes are said', () => {
  const bytes = Buffer.from(
    '<meta http-equiv="content-type" content="text/html; charset=windows-1252"><p>Gebühr 5 \u0080</p>',
    'latin1',
  )
  const read = htmlReader.read(bytes, DEFAULT_LIMITS)
  assert.ok(!(read instanceof Promise))
  assert.deepEqual(asLines(read.blocks), ['p Gebühr 5 €'])
  assert.deepEqual(read.messages, [])
  const broken = htmlReader.read(
    Buffer.concat([Buffer.from('<p>Höhe für Müll '), Buffer.from([0xff]), Buffer.from('</p>')]),
    DEFAULT_LIMITS,
  )
  assert.ok(!(broken instanceof Promise))
  assert.deepEqual(
    broken.messages.map((said) => said.code),
    ['zeichen-ersetzt'],
  )
})
