/**
 * Lines that are alike but for their numbers: running heads count pages or print the time, rows of a table do not.
 */

/** A line without the numbers that may change from page to page. */
export function shapeOf(text: string): string {
  return text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()
}

/** A line's words, and the page it stands on. */
export interface PagedText {
  readonly text: string
  readonly page: number
}

/** Are the numbers of two lines the same, or do they count the pages, or belong to dates and times? */
export function countAlike(a: PagedText, b: PagedText): boolean {
  const [one, two] = [numbersIn(a.text), numbersIn(b.text)]
  return (
    one.length !== two.length ||
    one.every((number, index) => number === two[index] || Number(two[index]) - Number(number) === b.page - a.page)
  )
}

/** Those of the lines asked for last: each is compared with many others. */
const asked = new Map<string, readonly string[]>()
const MOST_ASKED = 4096

function numbersIn(text: string): readonly string[] {
  const known = asked.get(text)
  if (known) return known
  if (asked.size >= MOST_ASKED) asked.clear()
  const numbers = countedIn(text)
  asked.set(text, numbers)
  return numbers
}

function countedIn(text: string): string[] {
  const plain = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\b\d{1,2}\. ?(?:\d{1,2}\.|\p{L}{3,9}) ?\d{2,4}\b|\b\d{4}-\d\d-\d\d\b/gu, '')
    .replaceAll(/\b\d{1,2}[:.]\d\d(?::\d\d)?(?: Uhr\b|(?![.,:\d]))/gu, '')
    .replaceAll(/\b(?:seite|blatt|page|s\.)[ :]{1,3}\d{1,4}\b/giu, '')
  return plain.match(/\d+/g) ?? []
}
