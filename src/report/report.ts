/**
 * The report: made from a database for the public, so nothing else can be in it, and written whole or not at all.
 *
 * Reads: the database through `exports/public-db.ts`. The same input gives the same bytes.
 */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { type Answer, answersOf, QUESTIONS } from '../exports/comparison.ts'
import { writePublicDatabase } from '../exports/public-db.ts'
import { startSecond } from '../exports/second.ts'
import { assertSound } from '../exports/sound.ts'
import type { StoreKinds } from '../store/model.ts'
import { type Paper, paperReader, placesIn, quoteReader, type Stock, stockOf } from './facts.ts'
import { type Answered, questionSection, type Sources } from './figures.ts'
import { pageOf } from './page.ts'
import { nameOf, papersSection } from './papers.ts'

export interface ReportOptions {
  /** Coverage in per cent below which a figure is marked. */
  readonly bar: number
  /** How many papers are shown for each figure; undefined: as many as keep the page small enough for a phone. */
  readonly proofs?: number | undefined
}

export interface Written {
  readonly stock: Stock
  readonly bytes: number
  readonly unchanged: boolean
}

/** Proofs on the whole page: some megabytes. */
const ALL_PROOFS = 6000
const MOST_PROOFS = 12
const FEWEST_PROOFS = 2
const MOST_QUOTES = 6
const MOST_FACTS = 8

/** Write the report of what `source` holds to `target`. */
export async function writeReport(
  source: Database.Database,
  kinds: StoreKinds,
  target: string,
  options: ReportOptions,
): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), 'vorlagen-bericht-'))
  const second = startSecond()
  try {
    const path = join(folder, 'oeffentlich.db')
    await writePublicDatabase(source, kinds, path, second.find)
    const { page, stock } = reportOf(path, options)
    const unchanged = replaceWhole(target, page)
    return { stock, bytes: Buffer.byteLength(page), unchanged }
  } finally {
    await second.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

function reportOf(path: string, options: ReportOptions): { page: string; stock: Stock } {
  const db = new Database(path, { readonly: true })
  try {
    assertSound(db)
    const answered = allAnswers(db, options.proofs)
    const read = remembered(paperReader(db, MOST_FACTS))
    const quotes = quoteReader(db)
    const sources: Sources = {
      bar: options.bar,
      quotes: (paper, keys) => quotes(paper, keys, MOST_QUOTES),
      named: (id) => nameOf(read(id)),
    }
    const stock = stockOf(db)
    const page = pageOf({
      stock,
      places: placesIn(db),
      bar: options.bar,
      questions: QUESTIONS,
      sections: answered.map((one) => questionSection(one, sources)),
      papers: papersSection(citedPapers(answered, read), stock.papers, MOST_FACTS),
    })
    return { page, stock }
  } finally {
    db.close()
  }
}

/** The answers to all questions; how many proofs each keeps follows from how many figures there are. */
function allAnswers(db: Database.Database, proofs: number | undefined): Answered[] {
  const most = Math.max(proofs ?? 0, MOST_PROOFS)
  const all = QUESTIONS.map((question) => ({ question, answers: answersOf(db, question, most) }))
  const figures = all.reduce((sum, { answers }) => sum + answers.length, 0)
  const fitting = Math.floor(ALL_PROOFS / Math.max(1, 2 * figures))
  const keep = proofs ?? Math.min(MOST_PROOFS, Math.max(FEWEST_PROOFS, fitting))
  const kept = (answer: Answer): Answer => ({
    ...answer,
    items: answer.items.slice(0, keep),
    missing: answer.missing.slice(0, keep),
  })
  return all.map(({ question, answers }) => ({ question, answers: answers.map(kept) }))
}

const GERMAN = new Intl.Collator('de', { numeric: true })

function citedPapers(answered: readonly Answered[], read: (id: number) => Paper): Paper[] {
  const ids = answered.flatMap(({ answers }) =>
    answers.flatMap(({ items, missing }) => [...items, ...missing].map(({ vorlage }) => vorlage)),
  )
  return [...new Set(ids)]
    .map(read)
    .sort(
      (a, b) =>
        Number(a.kommune === null) - Number(b.kommune === null) ||
        GERMAN.compare(a.kommune ?? '', b.kommune ?? '') ||
        GERMAN.compare(a.nummer ?? '', b.nummer ?? '') ||
        a.id - b.id,
    )
}

function remembered(read: (id: number) => Paper | undefined): (id: number) => Paper {
  const known = new Map<number, Paper>()
  return (id) => {
    const paper = known.get(id) ?? read(id)
    if (!paper) throw new Error(`keine Vorlage ${id}`)
    known.set(id, paper)
    return paper
  }
}

/** In one step for the file system; nothing is written where nothing changed. */
function replaceWhole(target: string, page: string): boolean {
  if (contentOf(target) === page) return true
  mkdirSync(dirname(target), { recursive: true })
  const draft = join(dirname(target), `.bericht-${process.pid}.neu`)
  try {
    writeFileSync(draft, page, { flush: true })
    renameSync(draft, target)
  } finally {
    rmSync(draft, { force: true })
  }
  return false
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
