/**
 * `vorlagen vergleich`: cities beside each other, every figure with its coverage.
 */
import { coverageOf, type Figure, figuresOf, QUESTIONS, type Question } from '../exports/comparison.ts'
import { wordsFor } from '../exports/comparison-words.ts'
import { csvLine } from '../exports/csv.ts'
import type { Arguments } from './args.ts'
import { wholeNumber } from './args.ts'
import { DEFAULT_DATABASE } from './commands.ts'
import { openToLook } from './configured.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import { fit, oneLine, styled, type Terminal } from './terminal.ts'

const BAR = '50'
/** Longer lines of words are hard to read, however wide the terminal is. */
const WIDEST = 100

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const bar = wholeNumber('deckung', args.value('deckung') ?? BAR)
  const questions = args.operands.length ? args.operands.map(questionNamed) : QUESTIONS
  const store = openToLook(args.value('db') ?? DEFAULT_DATABASE)
  try {
    const answered = questions.map((question) => ({ question, figures: figuresOf(store.db, question) }))
    for (const line of args.flag('csv') ? csvOf(answered, bar) : answered.flatMap((one) => tableOf(one, bar, terminal)))
      terminal.data(line)
    return EXIT.gut
  } finally {
    store.close()
  }
}

interface Answered {
  readonly question: Question
  readonly figures: readonly Figure[]
}

function questionNamed(id: string): Question {
  const found = QUESTIONS.find((one) => one.id === id)
  if (found) return found
  const ids = QUESTIONS.map((one) => one.id).join(', ')
  throw new CliError(EXIT.aufruf, `„vergleich ${id}“ gibt es nicht; es gibt ${ids}. Hilfe: vorlagen vergleich --help`)
}

/** The last line end is the terminal's. */
function csvOf(answered: readonly Answered[], bar: number): string[] {
  const head = [
    'frage',
    'kommune',
    'jahr',
    'merkmal',
    'wert',
    'einheit',
    'genommen',
    'von',
    'deckung_prozent',
    'hinweis',
  ]
  const rows = answered.flatMap(({ question, figures }) =>
    figures.map((figure) => [
      question.id,
      figure.kommune,
      figure.jahr,
      question.mix ? `${figure.gruppe}: ${figure.merkmal}` : figure.merkmal,
      figure.wert,
      figure.einheit,
      figure.genommen,
      figure.von,
      coverageOf(figure),
      warningOf(figure, bar),
    ]),
  )
  return [head, ...rows].map((row) => csvLine(row).trimEnd())
}

function tableOf({ question, figures }: Answered, bar: number, terminal: Terminal): string[] {
  // A question that is not asked year by year has no such column.
  const yearly = figures.some(({ jahr }) => jahr !== null)
  const rows = figures.map((figure) => [
    oneLine(figure.kommune),
    ...(yearly ? [figure.jahr === null ? '' : String(figure.jahr)] : []),
    question.mix ? `${wordsFor(figure.gruppe)}: ${wordsFor(figure.merkmal)}` : wordsFor(figure.merkmal),
    figure.wert === null ? '–' : figure.wert.toLocaleString('de-DE', { maximumFractionDigits: 3 }),
    figure.einheit,
    `${coverageOf(figure).toLocaleString('de-DE')} % (${figure.genommen} von ${figure.von})`,
    warningOf(figure, bar) ?? '',
  ])
  const head = ['Kommune', ...(yearly ? ['Jahr'] : []), 'Merkmal', 'Wert', 'Einheit', 'Deckung', '']
  const value = head.indexOf('Wert')
  const widths = head.map((title, at) =>
    Math.min(40, Math.max(title.length, ...rows.map((row) => (row[at] ?? '').length))),
  )
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, at) => fit(cell, widths[at] ?? 0, at === value ? 'rechts' : 'links'))
      .join('  ')
      .trimEnd(),
  )
  const [first = '', ...rest] = lines
  return [
    styled(terminal, 'fett', question.title),
    ...wrapped(question.note, Math.min(terminal.width ?? WIDEST, WIDEST)),
    ...(rows.length ? [first, ...rest] : ['(keine Angaben)']),
    '',
  ]
}

function wrapped(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line && line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines
}

/** What a figure with too little coverage is marked by. */
function warningOf(figure: Figure, bar: number): string | null {
  return coverageOf(figure) < bar ? `unter ${bar} %` : null
}
