/**
 * Numbers of posts in a table column that is headed as such.
 */
import type { Cell, Span } from '../../src/document.ts'
import { postColumnOf, postNumbersOfCell } from '../../src/parse/post-number.ts'
import { type PostStatus, postStatus } from '../../src/parse/staffing-post.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'

export interface TablePost {
  readonly nummer: string
  readonly span: Span
  readonly title: string | null
  readonly status: PostStatus | null
}

const TITLE_HEAD = /bezeichnung|funktion|aufgabe|tätigkeit|position|^(?:plan)?stelle$|dienstposten|beschreibung/i
const PLACE_HEAD =
  /^(?:(?:bisheriges )?amt|standort|einsatzort|einrichtung|team|bereich|sachgebiet|abteilung|organisationseinheit|oe)$/i
const STATUS_HEAD = /status|besetzung|besetzt|stand|bemerkung|anmerkung|vermerk/i

/**
 * The posts of a table with a column of post numbers; none if it has no such column.
 *
 * @param said
 *   What the words above the table say of all its posts.
 */
export function postsInTable(
  rows: readonly (readonly Cell[])[],
  headRows: number,
  said: PostStatus | null,
): TablePost[] {
  const heads = (rows[Math.max(0, headRows - 1)] ?? []).map((cell) => viewOf(cell.text).trim())
  const numberAt = postColumnOf(rows, headRows)
  if (numberAt < 0) return []
  const titleAt = titleColumn(heads, rows.slice(headRows), numberAt)
  const statusAt = heads.flatMap((head, at) =>
    at !== numberAt && at !== titleAt && STATUS_HEAD.test(head) ? [at] : [],
  )
  return rows.slice(headRows).flatMap((row) => {
    const cell = row[numberAt]
    const printed = cell ? viewOf(cell.text).trim() : ''
    if (!cell || !/\d/.test(printed)) return []
    const from = cell.start + cell.text.length - cell.text.trimStart().length
    const title =
      titleAt >= 0
        ? viewOf(row[titleAt]?.text ?? '')
            .replace(/ {2,}/g, ' ')
            .trim()
        : ''
    const own = statusAt.map((at) => statusOfCell(viewOf(row[at]?.text ?? '')))
    const status = own.includes('gesperrt') ? 'gesperrt' : (own.find((one) => one !== null) ?? said)
    return postNumbersOfCell(printed).map(({ nummer, at }) => {
      const span = { start: from + at, end: from + at + nummer.length }
      return { nummer, span, title: title || null, status }
    })
  })
}

/** The column that names the posts: by its head, else the one that says where they are. */
function titleColumn(heads: readonly string[], rows: readonly (readonly Cell[])[], numberAt: number): number {
  const named = heads.findIndex((head, at) => at !== numberAt && TITLE_HEAD.test(head))
  const placed = named >= 0 ? named : heads.findIndex((head, at) => at !== numberAt && PLACE_HEAD.test(head))
  return placed >= 0 || numberAt === 0 ? placed : wordsBefore(rows, numberAt)
}

/** Left of the numbers, the first column that holds nothing but names ("Kita": "Im Winkel", "Am Anger"). */
function wordsBefore(rows: readonly (readonly Cell[])[], numberAt: number): number {
  const posts = rows.filter((row) => /\d/.test(row[numberAt]?.text ?? ''))
  return Array.from({ length: numberAt }, (_, at) => at).findIndex(
    (at) => posts.length > 0 && posts.every((row) => /^\p{Lu}\p{L}/u.test(viewOf(row[at]?.text ?? '').trim())),
  )
}

function statusOfCell(words: string): PostStatus | null {
  const plain = words.trim().toLowerCase()
  if (/^(?:neu|neue stelle)(?:$|[,;] )/.test(plain)) return 'neu'
  if (/^(?:frei|offen|n\.? ?b\.?)$/.test(plain)) return 'unbesetzt'
  return postStatus(words)
}
