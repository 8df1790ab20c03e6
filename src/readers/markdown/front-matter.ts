/**
 * The block of `key: value` lines between `---` that programs put before a Markdown text: not part of the paper.
 */
import type { Furniture, PaperMeta } from '../../document.ts'

const FRONT = /^---\n((?:[\w-]{1,40}:[^\n]{0,500}\n|[ \t-][^\n]{0,500}\n){1,60})---\n/

/** Part the block from the text; it becomes furniture, its title and description meta data. */
export function splitFrontMatter(text: string): { body: string; furniture: readonly Furniture[]; meta: PaperMeta } {
  const found = FRONT.exec(text)
  const block = found?.[1]
  if (!found || block === undefined) return { body: text, furniture: [], meta: {} }
  const title = entryOf(block, 'title')
  const description = entryOf(block, 'description')
  return {
    body: text.slice(found[0].length),
    furniture: [{ kind: 'kopfzeile', page: null, text: block.trim().replace(/\s+/g, ' ') }],
    meta: { ...(title ? { title } : {}), ...(description ? { description } : {}) },
  }
}

function entryOf(block: string, key: string): string | undefined {
  for (const line of block.split('\n')) {
    if (line.startsWith(`${key}:`))
      return (
        line
          .slice(key.length + 1)
          .trim()
          .replace(/^["']|["']$/g, '') || undefined
      )
  }
  return undefined
}
