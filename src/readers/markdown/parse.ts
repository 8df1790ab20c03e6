/**
 * Text to mdast. Indented lines are no code (papers indent), and one tilde strikes nothing out (`~13,8 Mio. €`).
 */
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(withoutIndentedCode)

/** Parse a Markdown text; positions point into it. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text)
}

function withoutIndentedCode(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }]
}
