/**
 * A text made easy to search: same length, so that offsets stay; line breaks, hard blanks and marks of emphasis are
 * blanks.
 */
const BLANKS = /[^\S ]/g
const EMPHASIS = /\*(?=\*)|(?<=\*)\*|(?<!\p{L})\*|\*(?!\p{L})/gu

/** The text with every white space and mark of emphasis as one blank, character for character. */
export function viewOf(text: string): string {
  const plain = text.replace(BLANKS, ' ')
  return (plain.includes('*') ? plain.replace(EMPHASIS, ' ') : plain)
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u2212/g, '-')
}
