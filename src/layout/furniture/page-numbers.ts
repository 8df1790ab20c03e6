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

/** `V1189/31   2/3`, `Seite 2 von 3` at a line's end: the page, all pages, and the words before. */
export function pageOfAll(line: string): { words: string; page: number; of: number } | undefined {
  const found = /(?:^|\s)(?:Seite:? )?(\d{1,3}) ?(?:\/|von) ?(\d{1,3})\s*$/.exec(line)
  return found ? { words: line.slice(0, found.index).trim(), page: Number(found[1]), of: Number(found[2]) } : undefined
}
