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
import { sentenceAt } from '../../src/parse/sentence.ts'
import { staffTable } from '../../src/parse/staffing-heads.ts'
import { behindHeadings } from '../../src/parse/staffing-lead.ts'
import { POST_STATUS, type PostStatus, postStatus, postTitle } from '../../src/parse/staffing-post.ts'
import { nameOnLine } from '../../src/parse/staffing-post-line.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'
import { statusOf } from './status.ts'
import { postsInTable, type TablePost } from './table.ts'

const schema = z.strictObject({
  nummer: z.string().min(1).describe('Number of the post as printed'),
  bezeichnung: z.string().min(1).nullable().describe('What the post is called, in the nominative'),
  status: z.enum(POST_STATUS).nullable().describe('Filled, vacant, blocked, advertised or new, as the text says first'),
})

export const stellen = defineExtractor({
  name: 'stellen',
  version: 9,
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
    const below = heading ? () => sectionBelow(paper, blocks, at) : undefined
    for (const stretch of stretchesOf(paper, block)) {
      for (const sighting of readStretch(paper, stretch, heading, shapes, below)) {
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

interface Stretch {
  readonly within: Span
  /** What the row of a cell is called: the name of a post whose number opens the cell. */
  readonly label: string | null
}

/** Cells are read one by one, all else as a whole. */
function stretchesOf(paper: ReadPaper, block: Block): Stretch[] {
  if (block.type !== 'table') return [{ within: spanOf(block), label: null }]
  return block.children.flatMap((row) => {
    const first = row.children[0]
    const name = first ? quote(paper, spanOf(first)).replace(/\s+/g, ' ').trim() : ''
    const label = /^\p{Lu}\p{L}[^\d]{1,60}$/u.test(name) ? name : null
    return row.children.map((cell, at) => ({ within: spanOf(cell), label: at > 0 ? label : null }))
  })
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
  { within, label }: Stretch,
  heading: boolean,
  shapes: ReadonlySet<string>,
  below: (() => string) | undefined,
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
    const own = text.includes('\n') ? nameOnLine(lines, number) : null
    const title = own
      ? { words: own, rank: 4 }
      : postTitle(line ? view.slice(0, line.end) : view, number, sentence, heading)
    const status = statusOf({ text: paper.text, view, start: within.start, near, sentence, number, numbers }, below)
    const span = { start: at, end: within.start + number.end }
    const named = title?.words ?? (/^\s*$/u.test(view.slice(0, number.from)) ? label : null)
    yield { nummer: number.nummer, span, title: named, rank: title?.rank ?? 0, status }
  }
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
