/**
 * How a page says its number: alone on a line, or among other words.
 */

/** Nothing but a page number: `- 2 -`, `Seite 2 von 7`, `2/7`; a bare number only if it is this page's. */
export function isPageNumber(text: string, page: number): boolean {
  const found =
    /^[\s|[(–—-]{0,6}(seite|blatt|s\.)?[\s:]{0,3}(\d{1,4})\s?(?:(von|\/)\s?(\d{1,4}))?[\s|\])–—-]{0,6}$/i.exec(
      text.replaceAll('\t', ' '),
    )
  if (!found) return false
  const [, word, number, , total] = found
  if (word) return true
  return Number(number) === page && (total === undefined || Number(total) >= page)
}

/** Among other words, the page names itself: `Vorlage 12/2025 – Seite 2`. */
export function namesPage(text: string, page: number): boolean {
  for (const [, number] of text.matchAll(/\b(?:seite|blatt|page)[\s:]{1,3}(\d{1,4})\b/gi))
    if (Number(number) === page) return true
  return false
}

/** `2/3`, `2 von 3`: a page and all pages. */
const OF_ALL = String.raw`(\d{1,3}) ?(?:/|von) ?(\d{1,3})`
const ENDS_WITH_ALL = new RegExp(String.raw`(?:^|\s)(?:Seite:? )?${OF_ALL}\s*$`)

/** A count of pages at the end of a line. */
export const COUNT = new RegExp(
  String.raw`(?<=\s|^)(?:(?:Seite:? ?)?${OF_ALL}|Seite:? ?\d{1,3}|[-–] ?\d{1,3} ?[-–])$`,
  'u',
)

/** A line of nothing but the number of some page. */
export const LONE_NUMBER = /^\s*(?:-\s*)?\d{1,3}(?:\s*(?:\/|von)\s*\d{1,3})?(?:\s*-)?\s*$/

/** `V1189/31   2/3`, `Seite 2 von 3` at a line's end: the page, all pages, and the words before. */
export function pageOfAll(line: string): { words: string; page: number; of: number } | undefined {
  const found = ENDS_WITH_ALL.exec(line)
  return found ? { words: line.slice(0, found.index).trim(), page: Number(found[1]), of: Number(found[2]) } : undefined
}
