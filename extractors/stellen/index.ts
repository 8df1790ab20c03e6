/**
 * Stellen: the numbers of posts a paper names, each once, with what the post is called and how it stands.
 *
 * Reads: all blocks. A number without a cue word counts only if the paper establishes its shape elsewhere.
 * Messages: none.
 * Source: staffing plans ("Stellennummer"), reports on vacancies, proposals on blocked posts.
 */
import type { Table } from 'mdast'
import { z } from 'zod'
import { type Block, blocksOf, quote, type Span, spanOf } from '../../src/document.ts'
import { defineExtractor, type ReadPaper } from '../../src/extractor.ts'
import { cuedShapesIn, type PostNumber, postNumbersIn, shapeOf } from '../../src/parse/post-number.ts'
import { clauseAt, sentenceAt } from '../../src/parse/sentence.ts'
import { staffTable } from '../../src/parse/staffing-heads.ts'
import { behindHeadings } from '../../src/parse/staffing-lead.ts'
import { POST_STATUS, type PostStatus, postStatus, postTitle } from '../../src/parse/staffing-post.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'
import { postsInTable, type TablePost } from './table.ts'

const schema = z.strictObject({
  nummer: z.string().min(1).describe('Number of the post as printed'),
  bezeichnung: z.string().min(1).nullable().describe('What the post is called, in the nominative'),
  status: z.enum(POST_STATUS).nullable().describe('Filled, vacant, blocked, advertised or new, as the text says first'),
})

export const stellen = defineExtractor({
  name: 'stellen',
  version: 7,
  summary: 'Numbers of posts, each once, with name and status.',
  reads: 'alle',
  records: { stellen: { table: 'stelle', many: true, schema } },
  *extract(paper) {
    const posts = new Map<string, Post>()
    for (const sighting of sightingsIn(paper)) gather(posts, sighting)
    for (const [nummer, post] of posts) {
      const value = { nummer, bezeichnung: post.title, status: post.status }
      yield { kind: 'stellen' as const, value, evidence: post.span }
    }
  },
})

interface Sighting extends TablePost {
  readonly rank: number
}

interface Post {
  readonly span: Span
  title: string | null
  rank: number
  status: PostStatus | null
}

/** The surest name wins, the first status stands. */
function gather(posts: Map<string, Post>, { nummer, span, title, rank, status }: Sighting): void {
  const post = posts.get(nummer)
  if (!post) {
    posts.set(nummer, { span, title, rank, status })
    return
  }
  if (title && (post.title === null || rank > post.rank)) Object.assign(post, { title, rank })
  post.status ??= status
}

function* sightingsIn(paper: ReadPaper): Generator<Sighting> {
  const blocks = [...blocksOf(paper.tree)]
  const tables = new Map(
    blocks.map((block, at) => [block, block.type === 'table' ? postsOf(paper, block, blocks[at - 1]) : []]),
  )
  const shapes = cuedShapesIn(paper.text)
  for (const found of tables.values()) for (const { nummer } of found) shapes.add(shapeOf(nummer))
  if (shapes.size === 0) return
  for (const [at, block] of blocks.entries()) {
    const inColumn = tables.get(block) ?? []
    for (const post of inColumn) yield { ...post, rank: 5 }
    const heading = isTitle(paper, block)
    const below = heading ? () => sectionBelow(paper, blocks, at) : () => ''
    for (const within of stretchesOf(block)) {
      for (const sighting of readStretch(paper, within, heading, shapes, below)) {
        if (!inColumn.some(({ nummer }) => nummer === sighting.nummer)) yield sighting
      }
    }
  }
}

function postsOf(paper: ReadPaper, block: Table, above: Block | undefined): TablePost[] {
  const { rows, headRows } = staffTable(paper, block)
  const words = wordsOf(paper, above)
  return postsInTable(rows, headRows, above?.type === 'heading' && CREATED.test(words) ? 'neu' : saidAbove(words))
}

/** A heading over a table of posts that are created: `2. Stellenschaffungen`. */
const CREATED = /^(?:\S{1,4} )?(?:neue |zusätzliche )?(?:Stellen(?:neu)?schaffung(?:en)?|neue (?:Plan)?[Ss]tellen)$/u

/** Cells are read one by one, all else as a whole. */
function stretchesOf(block: Block): Span[] {
  return block.type === 'table'
    ? block.children.flatMap((row) => row.children.map((cell) => spanOf(cell)))
    : [spanOf(block)]
}

function wordsOf(paper: ReadPaper, block: Block | undefined): string {
  return block && block.type !== 'table' ? quote(paper, spanOf(block)) : ''
}

/** "Es werden folgende Stellen eingerichtet:" is said of all posts of the table below. */
function saidAbove(above: string): PostStatus | null {
  const last =
    viewOf(above.slice(-300))
      .split(/[.;] (?=\p{Lu})/u)
      .at(-1) ?? ''
  if (!/folgend|:\s*$/u.test(last)) return null
  return /(?:angemeldet|beantragt|eingerichtet|einzurichten|geschaffen|zu schaffen|neue \p{L}*stellen|stellenschaffung)(?!\p{L})/iu.test(
    last,
  )
    ? 'neu'
    : postStatus(last)
}

function* readStretch(
  paper: ReadPaper,
  within: Span,
  heading: boolean,
  shapes: ReadonlySet<string>,
  below: () => string,
): Generator<Sighting> {
  const text = paper.text.slice(within.start, within.end)
  const view = viewOf(text)
  const lines = text.includes('\n')
    ? [...view].map((sign, at) => (text.charAt(at) === '\n' ? '\n' : sign)).join('')
    : view
  const numbers = merged(postNumbersIn(view, shapes), postNumbersIn(lines, shapes))
  for (const number of numbers) {
    const at = within.start + number.start
    const near = { start: Math.max(within.start, at - 1200), end: Math.min(within.end, at + 800) }
    const whole = sentenceAt(paper.text, at, near)
    const line = number.by === 'line' ? { start: number.from, end: entryEnd(lines, number, numbers) } : undefined
    const sentence =
      line ?? behindHeadings(text, { start: whole.start - within.start, end: whole.end - within.start }, number)
    const clause = clauseAt(paper.text, at, near)
    const title = postTitle(line ? view.slice(0, line.end) : view, number, sentence, heading)
    const status =
      (/^(?: ?\(|, )neu\)/u.test(view.slice(number.to, number.to + 8)) ? 'neu' : null) ??
      postStatus(
        withoutOthers(view, { start: clause.start - within.start, end: clause.end - within.start }, number, numbers),
      ) ??
      postStatus(clauseOfBracket(paper.text, view, sentence, number, near, within.start)) ??
      postStatus(aroundBracket(view.slice(sentence.start, at - within.start))) ??
      postStatus(withoutOthers(view, segmentAt(view, sentence, number), number, numbers)) ??
      postStatus(ofOthers(withoutOthers(view, sentence, number, numbers), view, sentence, number, numbers)) ??
      (heading ? statusBelow(below()) : null) ??
      blockedBehind(view.slice(sentence.end, sentence.end + 120)) ??
      (number.from <= sentence.start + 1
        ? postStatus(sentenceBefore(paper.text, sentence.start + within.start, near))
        : null)
    const span = { start: at, end: within.start + number.end }
    yield { nummer: number.nummer, span, title: title?.words ?? null, rank: title?.rank ?? 0, status }
  }
}

/** "Die Leitung (Stelle 4711) ist besetzt, die Stelle 4712 nicht": the clause around the bracket a number stands in. */
function clauseOfBracket(
  text: string,
  view: string,
  sentence: Span,
  number: PostNumber,
  near: Span,
  start: number,
): string {
  const open = view.lastIndexOf('(', number.start)
  if (open <= sentence.start || view.slice(open, number.start).includes(')')) return ''
  const clause = clauseAt(text, start + open - 1, near)
  return viewOf(text.slice(clause.start, clause.end))
}

/** "die unbesetzten Stellen A und B sowie die Stelle C": the state is said of the first ones only. */
function ofOthers(
  words: string,
  view: string,
  sentence: Span,
  own: PostNumber,
  numbers: readonly PostNumber[],
): string {
  const others = numbers.some(({ start }) => start >= sentence.start && start < own.from)
  return others && /(?:und|sowie)(?: [^,;()]{0,40})? (?:die|der) $/u.test(view.slice(sentence.start, own.from))
    ? words.replace(/(?:un|nicht )?(?:besetzte|vakante|freie|gesperrte|neue)n? (?:Plan)?[Ss]tellen/gu, ' ')
    : words
}

/** "2 Stellen sind im Verfahren (Stellen-Nr. 10.1": the clause that leads into the bracket a number stands in. */
function aroundBracket(before: string): string {
  const open = before.lastIndexOf('(')
  return open < 0 || before.includes(')', open)
    ? ''
    : (before
        .slice(0, open)
        .split(/[,;:] /u)
        .at(-1) ?? '')
}

/** The part of a sentence between semicolons. */
function segmentAt(view: string, sentence: Span, { start, end }: Span): Span {
  const before = view.lastIndexOf('; ', start)
  const behind = view.indexOf('; ', end)
  return {
    start: Math.max(sentence.start, before + 1),
    end: behind < 0 ? sentence.end : Math.min(sentence.end, behind),
  }
}

/** A stretch without the brackets that stand behind other numbers and speak of those posts. */
function withoutOthers(view: string, { start, end }: Span, own: PostNumber, numbers: readonly PostNumber[]): string {
  let words = view.slice(start, end)
  for (const { start: at, end: stop } of numbers) {
    if (at === own.start || stop < start || stop > end) continue
    const bracket = /^ ?\([^()]*\)/u.exec(view.slice(stop, end))?.[0]
    if (bracket) words = words.replace(bracket, ' '.repeat(bracket.length))
  }
  return words
}

/** "… zu besetzen. Die Sperrvermerke sind aufzuheben.": said of the posts of the sentence before. */
function blockedBehind(next: string): PostStatus | null {
  return /^\s*(?:Der|Die) (?:Sperrvermerke?|(?:Wiederb|B)esetzungssperren?) (?:ist|sind|wird|werden|soll|sollen|kann|können)(?!\p{L})/u.test(
    next,
  )
    ? 'gesperrt'
    : null
}

/** A number that opens its own sentence belongs to the one before. */
function sentenceBefore(text: string, start: number, within: Span): string {
  if (start - within.start < 2) return ''
  const span = sentenceAt(text, start - 2, within)
  return viewOf(text.slice(span.start, Math.min(span.end, start)))
}

/** List heads are seen only where lines are kept apart, wrapped lists of numbers only where they are not. */
function merged(one: readonly PostNumber[], other: readonly PostNumber[]): PostNumber[] {
  const heads = other.filter(({ by }) => by === 'line')
  const rest = one.filter((number) => !heads.some((head) => head.start === number.start))
  return [...heads, ...rest].sort((a, b) => a.start - b.start)
}

/** An entry that leads with its number goes on over wrapped lines, up to the next such entry. */
function entryEnd(lines: string, { to }: PostNumber, numbers: readonly PostNumber[]): number {
  const next = numbers.find(({ by, from }) => by === 'line' && from > to)
  const end = next ? lines.lastIndexOf('\n', next.from) : lines.length
  return end < to ? lines.length : end
}

/** A heading, or a short line that ends with the number of the post it names. */
function isTitle(paper: ReadPaper, block: Block): boolean {
  if (block.type === 'heading') return true
  if (block.type !== 'paragraph') return false
  const words = quote(paper, spanOf(block)).trim()
  return words.length < 120 && /\p{L}[^.;]*\([\d./ ,-]+\):?\**$/u.test(words)
}

/** The words under a heading, up to the next one. */
function sectionBelow(paper: ReadPaper, blocks: readonly Block[], at: number): string {
  const next = blocks.findIndex((block, index) => index > at && isTitle(paper, block))
  return blocks
    .slice(at + 1, next < 0 ? at + 8 : Math.min(next, at + 8))
    .map((block) => quote(paper, spanOf(block)))
    .join('\n\n')
}

/** Under a heading that names the post, the first sentence that speaks of its being filled. */
function statusBelow(words: string): PostStatus | null {
  const view = viewOf(words)
  const match =
    /(?:Stelle|Stabsstelle|Aufgabe|Position|Funktion|Leitung|Sie|Er)\b[^.]{0,60} (?:ist|sind|wird|wurde|konnte)\b[^.]{0,80}?(?:\d\d\.\d\d\.\d{2,4}[^.]{0,60})?besetzt/u.exec(
      view,
    )
  return match ? postStatus(match[0]) : null
}
