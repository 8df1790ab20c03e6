/**
 * Numbers of posts in a table column that is headed as such.
 */
import { headRowsOf, type PaperDocument, rowsOf, type Span } from '../../src/document.ts'
import { isPostNumberCell, isPostNumberHead } from '../../src/parse/post-number.ts'
import { type PostStatus, postStatus } from '../../src/parse/staffing-post.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'

export interface TablePost {
  readonly nummer: string
  readonly span: Span
  readonly title: string | null
  readonly status: PostStatus | null
}

const TITLE_HEAD = /bezeichnung|funktion|aufgabe|tätigkeit|position|^(?:plan)?stelle$|dienstposten|beschreibung/i
const STATUS_HEAD = /status|besetzung|besetzt|stand|bemerkung|anmerkung|vermerk/i

/** The posts of a table with a column of post numbers; none if it has no such column. */
export function postsInTable(paper: Pick<PaperDocument, 'text'>, table: Parameters<typeof rowsOf>[1]): TablePost[] {
  const rows = rowsOf(paper, table)
  const headRows = headRowsOf(table)
  const heads = (rows[Math.max(0, headRows - 1)] ?? []).map((cell) => viewOf(cell.text).trim())
  const numberAt = headRows > 0 ? heads.findIndex((head) => isPostNumberHead(head)) : -1
  if (numberAt < 0) return []
  const titleAt = heads.findIndex((head, at) => at !== numberAt && TITLE_HEAD.test(head))
  const statusAt = heads.flatMap((head, at) =>
    at !== numberAt && at !== titleAt && STATUS_HEAD.test(head) ? [at] : [],
  )
  return rows.slice(headRows).flatMap((row) => {
    const cell = row[numberAt]
    const nummer = cell ? viewOf(cell.text).trim() : ''
    if (!cell || !isPostNumberCell(nummer)) return []
    const start = cell.start + cell.text.indexOf(nummer)
    const title =
      titleAt >= 0
        ? viewOf(row[titleAt]?.text ?? '')
            .replace(/ {2,}/g, ' ')
            .trim()
        : ''
    const said = statusAt.map((at) => statusOfCell(viewOf(row[at]?.text ?? '')))
    const status = said.includes('gesperrt') ? 'gesperrt' : (said.find((one) => one !== null) ?? null)
    return [{ nummer, span: { start, end: start + nummer.length }, title: title || null, status }]
  })
}

function statusOfCell(words: string): PostStatus | null {
  const plain = words.trim().toLowerCase()
  if (/^(?:neu|neue stelle)(?:$|[,;] )/.test(plain)) return 'neu'
  if (/^(?:frei|offen|n\.? ?b\.?)$/.test(plain)) return 'unbesetzt'
  return postStatus(words)
}
