/**
 * The whole page: one file, no network, its policy forbids everything but its own style and script.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place, Stock } from './facts.ts'
import { counted, day, number } from './german.ts'
import { type Html, html, trusted } from './html.ts'

export interface Page {
  readonly stock: Stock
  readonly places: readonly Place[]
  readonly bar: number
  readonly questions: readonly { readonly id: string; readonly title: string }[]
  readonly sections: readonly Html[]
  readonly papers: Html
}

const STYLE = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8')
const SCRIPT = readFileSync(join(import.meta.dirname, 'page.mjs'), 'utf8')
const POLICY = `default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'`

export function pageOf(page: Page): string {
  const title = titleOf(page.stock)
  const { markup } = html`<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="vorlagen">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<a class="sprung" href="#inhalt">Zum Inhalt</a>
<header>
<p class="dachzeile">Vergleich kommunaler Vorlagen</p>
<h1>${title}</h1>
${facts(page)}
<nav aria-label="Fragen"><ol>${page.questions.map(({ id, title: name }) => html`<li><a href="#${id}">${name}</a></li>`)}<li><a href="#kommunen">Kommunen</a></li><li><a href="#vorlagen">Vorlagen</a></li></ol></nav>
</header>
<main id="inhalt" tabindex="-1">
${howToRead(page.bar)}
<form id="wahl" hidden><label>Kommune <select id="kommune"><option value="">alle</option></select></label> <label>Vorlagen durchsuchen <input id="suche" type="search" autocomplete="off"></label></form>
<p id="ansage" class="nur-vorlesen" role="status"></p>
${page.sections}
${placesSection(page.places)}
${page.papers}
</main>
<footer><p>Erzeugt mit vorlagen aus einer Datenbank mit dem Stand ${day(page.stock.asOf) || 'unbekannt'}. Die Seite lädt nichts nach; sie lässt sich weitergeben, wie sie ist. Maßgeblich sind die Vorlagen selbst.</p></footer>
<script type="module">${trusted(SCRIPT)}</script>
</body>
</html>
`
  return markup
}

function titleOf({ papers, places }: Stock): string {
  return `Was in ${counted(papers, 'Vorlage', 'Vorlagen')} aus ${counted(places, 'Kommune', 'Kommunen')} steht`
}

function facts({ stock }: Page): Html {
  const years = stock.from === null ? '–' : stock.from === stock.to ? `${stock.from}` : `${stock.from}–${stock.to}`
  const cells: readonly (readonly [name: string, value: string])[] = [
    ['Vorlagen', number(stock.papers)],
    ['Kommunen', number(stock.places)],
    ['Jahre', years],
    ['mit Zweifeln gelesen', number(stock.doubtful)],
    ['nichtöffentlich, nicht enthalten', number(stock.held)],
    ['nicht lesbar', number(stock.unreadable)],
  ]
  return html`<dl class="kennzahlen">${cells.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function howToRead(bar: number): Html {
  return html`<section id="lesen" aria-labelledby="lesen-titel"><h2 id="lesen-titel">Wie diese Zahlen zu lesen sind</h2>
<ul>
<li><strong>Gezählt wird nur, was gedruckt steht</strong> und ohne Zweifel gelesen ist. Eine Vorlage in mehreren Dateien zählt einmal, und gar nicht, wo die Dateien sich widersprechen. Die Zahlen sagen, was beraten wurde, nicht, was ausgegeben oder besetzt ist.</li>
<li><strong>Die Deckung sagt, worauf eine Zahl beruht:</strong> wie viele der Angaben, die hätten zählen können, gezählt sind. Was unter ${bar}\u00a0% liegt, ist als <span class="marke-wenig">unter ${bar}\u00a0%</span> gekennzeichnet und taugt nicht zum Vergleich.</li>
<li><strong>Jede Zahl lässt sich prüfen:</strong> Sie führt zu ihren Vorlagen und zum Wortlaut mit Seite oder Zeile.</li>
<li>Nichtöffentliche Vorlagen und Schritte, Namen und Kontaktdaten der Sachbearbeitung fehlen; geschwärzte Zeichen erscheinen als █.</li>
</ul></section>`
}

function placesSection(places: readonly Place[]): Html {
  const listed = places.some(({ einwohner }) => einwohner !== null)
  return html`<section id="kommunen" aria-labelledby="kommunen-titel"><h2 id="kommunen-titel">Kommunen</h2>
<p class="erklaerung">Woher die Vorlagen stammen. Wie viele es sind, hängt davon ab, was gesammelt wurde, und sagt nichts darüber, wie viel ein Rat berät.</p>
<div class="tafel"><table data-sortierbar><caption>${counted(places.length, 'Zeile', 'Zeilen')}</caption>
<thead><tr><th scope="col">Kommune</th>${listed && html`<th scope="col" class="zahl">Einwohner</th>`}<th scope="col" class="zahl">Vorlagen</th><th scope="col" class="zahl">zu prüfen</th></tr></thead>
<tbody>
${places.map(
  (
    one,
  ) => html`<tr data-k="${one.kommune}"><th scope="row">${one.kommune} <small>${[one.land, yearsOf(one)].filter(Boolean).join(', ')}</small></th>${
    listed &&
    html`<td class="zahl" data-s="${one.einwohner ?? ''}">${one.einwohner === null ? '–' : number(one.einwohner)}</td>`
  }<td class="zahl" data-s="${one.papers}">${number(one.papers)}</td><td class="zahl" data-s="${one.doubtful}">${number(one.doubtful)}</td></tr>
`,
)}</tbody></table></div></section>`
}

function yearsOf({ from, to }: Place): string {
  if (from === null) return ''
  return from === to ? String(from) : `${from}–${to}`
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
