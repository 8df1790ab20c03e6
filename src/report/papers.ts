/**
 * The papers behind the figures, one that folds open for each: head, doubts, and every record with its quote.
 */
import { wordsFor } from '../exports/comparison-words.ts'
import type { Fact, FactKind, Paper } from './facts.ts'
import { day, number, quantity, shortened } from './german.ts'
import { type Html, html } from './html.ts'
import { quoteLine } from './quotes.ts'

const TITLES: Readonly<Record<FactKind, string>> = {
  beratung: 'Beratungsfolge',
  betrag: 'Beträge',
  vzae: 'Stellen und VZÄ',
  finanzangabe: 'Finanzielle Auswirkungen',
}
const ROLES: Readonly<Record<string, string>> = {
  anhoerung: 'Anhörung',
  beratung: 'Beratung',
  vorberatung: 'Vorberatung',
  empfehlung: 'Empfehlung',
  entscheidung: 'Entscheidung',
  kenntnisnahme: 'Kenntnisnahme',
}
const TURNS: Readonly<Record<string, string>> = { einmalig: 'einmalig', jaehrlich: 'je Jahr', monatlich: 'je Monat' }
const FORMS: Readonly<Record<string, string>> = {
  angegeben: 'ausgefüllt',
  leer: 'leer gelassen',
  keine_angabe: 'kein Vordruck, kein Abschnitt',
}

/** How a paper is called in lists. */
export function nameOf({ nummer, betreff, id }: Paper): { nummer: string; betreff: string } {
  return { nummer: nummer ?? `Vorlage ohne Nummer (${id})`, betreff: shortened(betreff ?? 'ohne Betreff', 110) }
}

export function papersSection(papers: readonly Paper[], all: number, most: number): Html {
  return html`<section id="vorlagen" aria-labelledby="vorlagen-titel">
<h2 id="vorlagen-titel">Vorlagen</h2>
<p class="erklaerung">${
    papers.length < all
      ? `Hier stehen die ${number(papers.length)} von ${number(all)} Vorlagen, auf die sich die Belege oben beziehen`
      : `Hier stehen alle ${number(all)} Vorlagen`
  }, mit höchstens ${number(most)} Angaben je Art. Alles Übrige steht in der Datenbank.</p>
<div class="register" id="register">
${papers.map(card)}</div>
</section>`
}

function card(paper: Paper): Html {
  const { nummer, betreff } = nameOf(paper)
  const head = [paper.art, day(paper.datum), paper.federfuehrend].filter(Boolean).join(' · ')
  return html`<details data-k="${paper.kommune ?? '(ohne Kommune)'}"><summary><span class="nummer">${nummer}</span> <span class="betreff">${betreff}</span> <span class="ort">${paper.kommune ?? '(ohne Kommune)'}</span>${
    paper.status === 'pruefen' && html` <span class="marke-wenig">zu prüfen</span>`
  }</summary><div class="karte" id="v-${paper.id}">${head && html`<p>${head}</p>`}${
    paper.doubts.length > 0 && html`<p class="zweifel">${paper.doubts.join(' ')}</p>`
  }${(Object.keys(TITLES) as FactKind[]).map((kind) => list(kind, paper.facts))}<p class="klein">Quelle: ${source(paper.pfad)}</p></div></details>
`
}

function list(kind: FactKind, facts: readonly Fact[]): Html | false {
  const own = facts.filter((fact) => fact.kind === kind)
  return (
    own.length > 0 &&
    html`<h3>${TITLES[kind]}</h3><ul>${own.map(({ values, quote }) => html`<li>${SAID[kind](values)}${quoteLine(quote)}</li>`)}</ul>`
  )
}

type Values = Fact['values']

const SAID: Readonly<Record<FactKind, (values: Values) => string>> = {
  beratung: ([date, body, role, result]) =>
    joined([day(text(date)), text(body), ROLES[text(role)] ?? text(role), text(result)], ' · '),
  betrag: ([cent, kind, label, year, turn]) =>
    joined(
      [
        joined([quantity(Number(cent) / 100, 'Euro'), TURNS[text(turn)] ?? ''], ' '),
        wordsFor(text(kind)),
        text(label),
        text(year),
      ],
      ' · ',
    ),
  vzae: ([thousandths, unit, status, what, year]) =>
    joined(
      [quantity(Number(thousandths) / 1000, unit === 'vzae' ? 'VZÄ' : 'Stellen'), text(status), text(what), text(year)],
      ' · ',
    ),
  finanzangabe: ([form, effects, money]) =>
    joined(
      [
        FORMS[text(form)] ?? text(form),
        effects !== null && `Auswirkungen: ${effects}`,
        money !== null && `Mittel vorhanden: ${money}`,
      ],
      ' · ',
    ),
}

/** An address that can be opened, or where the file lay. */
function source(path: string): Html {
  return /^https?:\/\//i.test(path) ? html`<a href="${path}" rel="noreferrer noopener">${path}</a>` : html`${path}`
}

function text(value: Values[number] | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

function joined(parts: readonly (string | false)[], between: string): string {
  return parts.filter(Boolean).join(between)
}
