/**
 * One question of the comparison as a section: plots, a sortable table, and behind every figure its papers and quotes.
 *
 * A figure leads to what it took, its coverage to what it left out. Both stand behind the table and show only when led to.
 */
import { type Answer, coverageOf, type Item, type Question } from '../exports/comparison.ts'
import { REASONS } from '../exports/comparison-questions.ts'
import { wordsFor } from '../exports/comparison-words.ts'
import { RULES } from '../store/derived/rules.ts'
import type { Quote } from './facts.ts'
import { counted, number, quantity } from './german.ts'
import { type Html, html } from './html.ts'
import { figureOf } from './plot-frame.ts'
import { drawingsOf } from './plots.ts'
import { quoteLine } from './quotes.ts'

export interface Answered {
  readonly question: Question
  readonly answers: readonly Answer[]
}

/** What the sections ask of their surroundings. */
export interface Sources {
  /** Coverage in per cent below which a figure is marked. */
  readonly bar: number
  quotes(paper: number, keys: string): readonly Quote[]
  /** How a paper is called in a list. */
  named(paper: number): { readonly nummer: string; readonly betreff: string }
}

/** Rows of one coverage: a figure, or the figures of a mix. */
interface Row {
  readonly id: string
  readonly figures: readonly Answer[]
  readonly first: Answer
}

export function questionSection({ question, answers }: Answered, sources: Sources): Html {
  // What has a figure stands before what has none.
  const rows = rowsOf(question, answers).sort((a, b) => Number(a.first.wert === null) - Number(b.first.wert === null))
  const low = rows.filter(({ first }) => coverageOf(first) < sources.bar).length
  return html`<section id="${question.id}" aria-labelledby="${question.id}-titel">
<h2 id="${question.id}-titel">${question.title}</h2>
<p class="erklaerung">${question.note}</p>
${drawingsOf(question, answers, sources.bar).map(figureOf)}
${rows.length === 0 ? html`<p>Dazu sagt keine Vorlage etwas.</p>` : table(question, rows, low, sources)}
${rows.map((row) => proofs(question, row, sources))}
</section>`
}

/** Every figure in a row of its own, or, where figures are parts of a whole, every whole. */
function rowsOf(question: Question, answers: readonly Answer[]): Row[] {
  const key = (answer: Answer, at: number): string =>
    question.mix ? JSON.stringify([answer.kommune, answer.jahr, answer.gruppe]) : String(at)
  const groups = Map.groupBy(
    answers.map((answer, at) => ({ answer, key: key(answer, at) })),
    (one) => one.key,
  )
  return [...groups.values()].flatMap((list, at) => {
    const figures = list.map(({ answer }) => answer).sort((a, b) => (question.mix ? (b.wert ?? 0) - (a.wert ?? 0) : 0))
    const [first] = figures
    return first ? [{ id: `${question.id}-${at + 1}`, figures, first }] : []
  })
}

interface Column {
  readonly head: string
  /** Whether its cells are numbers in a column, which stand right. */
  readonly right: boolean
  cell(row: Row): Html
}

function columnsOf(question: Question, answers: readonly Answer[], bar: number): Column[] {
  const byYear = answers.some(({ jahr }) => jahr !== null)
  const kinds = question.mix || question.id === 'betraege'
  return [
    { head: 'Kommune', right: false, cell: ({ first }) => html`<th scope="row">${first.kommune}</th>` },
    ...(byYear ? [yearColumn] : []),
    ...(kinds ? [kindColumn(question)] : []),
    question.mix ? mixColumn : figureColumn,
    coverageColumn(bar),
  ]
}

const yearColumn: Column = {
  head: 'Jahr',
  right: true,
  cell: ({ first }) => html`<td class="zahl neben" data-s="${first.jahr ?? ''}">${first.jahr ?? 'ohne'}</td>`,
}

function kindColumn(question: Question): Column {
  return {
    head: question.mix ? 'Gremium' : 'Art',
    right: false,
    cell: ({ first }) => html`<td class="neben">${wordsFor(question.mix ? first.gruppe : first.merkmal)}</td>`,
  }
}

/** Without „je Jahr“, which its kind says. */
const figureColumn: Column = {
  head: 'Wert',
  right: true,
  cell: ({ id, first }) =>
    html`<td class="zahl wert" data-s="${first.wert ?? ''}">${
      first.wert === null
        ? html`<span aria-hidden="true">–</span><span class="nur-vorlesen">keine Zahl</span>`
        : html`<a id="z-${id}-1" href="#b-${id}-1">${quantity(first.wert, first.einheit.replace(/ je .*/, ''))}</a>`
    }</td>`,
}

const mixColumn: Column = {
  head: 'Ergebnisse',
  right: false,
  cell: ({ id, figures, first }) =>
    html`<td class="wert" data-s="${first.genommen}">${
      first.wert === null
        ? html`<span aria-hidden="true">–</span><span class="nur-vorlesen">keine Zahl</span>`
        : html`<ul class="mischung">${figures.map(
            ({ merkmal, wert }, at) =>
              html`<li>${wordsFor(merkmal)} <a id="z-${id}-${at + 1}" href="#b-${id}-${at + 1}">${number(wert ?? 0)}</a></li>`,
          )}</ul>`
    }</td>`,
}

function coverageColumn(bar: number): Column {
  return {
    head: 'Deckung',
    right: false,
    cell: ({ id, first }) => {
      const share = coverageOf(first)
      const words = `${number(share, 1)}\u00a0%`
      const count = html`<small>${number(first.genommen)} von ${number(first.von)}</small>`
      return html`<td class="deckung" data-s="${share}"><svg class="balken" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="6"/><rect class="voll" width="${share}" height="6"/></svg>${
        first.missing.length > 0 ? html`<a id="y-${id}" href="#d-${id}">${words}</a>` : words
      } ${count}${share < bar && html` <span class="marke-wenig">unter ${bar}\u00a0%</span>`}</td>`
    },
  }
}

function table(question: Question, rows: readonly Row[], low: number, { bar }: Sources): Html {
  const columns = columnsOf(
    question,
    rows.map(({ first }) => first),
    bar,
  )
  return html`<div class="tafel"><table data-sortierbar class="${question.mix ? 'zahlen gemischt' : 'zahlen'}">
<caption>${counted(rows.length, 'Zeile', 'Zeilen')}${low > 0 && `, davon ${number(low)} mit einer Deckung unter ${bar}\u00a0%`}. Jede Zahl führt zu ihren Vorlagen und Zitaten, jede Deckung zu dem, was fehlt.</caption>
<thead><tr>${columns.map(({ head, right }) => html`<th scope="col"${right && html` class="zahl"`}>${head}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (row) =>
    html`<tr data-k="${row.first.kommune}"${coverageOf(row.first) < bar && html` class="wenig"`}>${columns.map(({ cell }) => cell(row))}</tr>
`,
)}</tbody></table></div>`
}

function proofs(question: Question, { id, figures, first }: Row, sources: Sources): Html {
  const place = [first.kommune, first.jahr].filter((part) => part !== null).join(' ')
  const kind = question.mix ? `${wordsFor(first.gruppe)}, ` : ''
  return html`${figures.map((figure, at) => {
    if (figure.wert === null) return null
    const value = quantity(figure.wert, figure.einheit)
    const said = question.id === 'vzae' ? `${value} ${figure.merkmal}` : `${wordsFor(figure.merkmal)} ${value}`
    return panel(
      `b-${id}-${at + 1}`,
      `z-${id}-${at + 1}`,
      `${place}: ${kind}${said}`,
      html`<ol>${figure.items.map((item) => entry(question, item, sources))}</ol>${rest(figure.values.length - figure.items.length)}`,
    )
  })}${
    first.missing.length > 0 &&
    panel(
      `d-${id}`,
      `y-${id}`,
      `${place}: ${kind}was nicht eingegangen ist`,
      html`<p>${number(first.genommen)} von ${number(first.von)} sind eingegangen, ${number(first.von - first.genommen)} nicht.</p><ol>${first.missing.map(
        (item) => entry(question, item, sources),
      )}</ol>${rest(first.von - first.genommen - first.missing.length)}`,
    )
  }`
}

function panel(id: string, back: string, title: string, content: Html): Html {
  return html`<section class="beleg" id="${id}" tabindex="-1" aria-labelledby="${id}-t"><p class="zurueck"><a href="#${back}">Schließen</a></p><h3 id="${id}-t">${title}</h3>${content}</section>
`
}

function rest(more: number): Html | false {
  return more > 0 && html`<p class="klein">${number(more)} weitere stehen nicht hier, aber in der Datenbank.</p>`
}

function entry(question: Question, item: Item, { quotes, named }: Sources): Html {
  const { nummer, betreff } = named(item.vorlage)
  const share = item.grund === null ? contribution(question, item) : ''
  return html`<li><a href="#v-${item.vorlage}">${nummer}</a> ${betreff}${share && html` <b>${share}</b>`}${
    item.grund !== null && html` <span class="zweifel">nicht gezählt: ${reason(item.grund)}</span>`
  }${quotes(item.vorlage, item.belege).map(quoteLine)}</li>`
}

/** What one item adds to its figure. */
function contribution({ total }: Question, { wert, einheit }: Item): string {
  if (wert === null || total === 'anzahl') return ''
  if (total === 'prozent') return wert ? 'leer' : 'ausgefüllt'
  if (total === 'tausendstel' && wert === 0) return `zählt hier 0\u00a0${einheit}`
  const factor = total === 'tausendstel' ? 1000 : total === 'cent' ? 100 : 1
  return quantity(wert / factor, einheit)
}

function reason(code: string): string {
  return REASONS[code] ?? (Object.hasOwn(RULES, code) ? RULES[code as keyof typeof RULES] : code)
}
