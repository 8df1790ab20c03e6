/**
 * A text made easy to search: same length, so that offsets stay; line breaks, hard blanks and marks of emphasis are
 * blanks.
 */
/** What is written in another way at all. */
const MARKS = /[^\S ]|[*\u2010\u2011\u2212]/
const BLANKS = /[^\S ]/g
const EMPHASIS = /\*(?=\*)|(?<=\*)\*|(?<!\p{L})\*|\*(?!\p{L})/gu

/** The text with every white space and mark of emphasis as one blank, character for character. */
export function viewOf(text: string): string {
  if (!MARKS.test(text)) return text
  const plain = text.replace(BLANKS, ' ')
  return (plain.includes('*') ? plain.replace(EMPHASIS, ' ') : plain)
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u2212/g, '-')
}
