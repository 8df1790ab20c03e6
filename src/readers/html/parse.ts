/**
 * Characters to hast, as a browser would, and whether the page was cleanly written.
 *
 * A complete document nested in another (a text module that brings its own `<html>`) is read in place by the same rules.
 * Messages: `markup-unvollstaendig`: a nested document, a tag cut off, or an end that is missing.
 */
import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Message } from '../../document.ts'
import { message } from '../../messages.ts'

const processor = unified().use(rehypeParse)

/** Parse a page. */
export function parsePage(text: string): { tree: Root; messages: readonly Message[] } {
  const detail = flawOf(text)
  return { tree: processor.parse(text), messages: detail ? [message('markup-unvollstaendig', 'leser', detail)] : [] }
}

function flawOf(text: string): string | undefined {
  const documents = count(text, /<html[\s>]/gi)
  if (documents > 1) return 'verschachtelte Seiten'
  const opened = /<body[\s>]/i.test(text)
  if (opened && !/<\/(?:body|html)\s*>/i.test(text)) return 'das Ende der Seite fehlt'
  return undefined
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length
}
