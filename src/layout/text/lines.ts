/**
 * Lines of a plain text, cleaned of what text extraction and light markup did to them.
 *
 * Source: papers saved as text from PDF (one blank line after every line, nbsp, soft hyphens, ligatures) and as
 * text with leftovers of Markdown and HTML (`**bold**`, `<input type="checkbox">`).
 */

/** A line and what is known of its place. */
export interface TextLine {
  readonly text: string
  readonly page?: number
  /** True: a page ended between the line before and this one. */
  readonly afterBreak?: boolean
}

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl' }

/** Split a text into lines: every kind of line end, form feeds as lines of their own, blanks at line ends dropped. */
export function linesOf(text: string): string[] {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\u00ad(?!\n)/g, '')
    .replace(/[ﬀ-ﬄ]/g, (sign) => LIGATURES[sign] ?? sign)
    .replace(/\f/g, '\n\f\n')
  const lines = clean.split('\n').map((line) => (line === '\f' ? line : line.replace(/ +$/, '')))
  return unmark(boxed(single(lines)))
}

/** Is there nothing to read on this line? */
export function isBlank(line: string): boolean {
  return line.trim() === ''
}

/**
 * Texts with one blank line after every line: the blank lines between wrapped lines go, longer gaps stay as one.
 * Such a text shows itself by sentences that run on over the blank lines.
 */
function single(lines: readonly string[]): string[] {
  let filled = 0
  let alone = 0
  let broken = 0
  for (const [at, line] of lines.entries()) {
    if (isBlank(line)) continue
    filled++
    const next = lines[at + 2] ?? ''
    if (!isBlank(lines[at + 1] ?? 'x') || isBlank(next)) continue
    alone++
    if (/[\p{L},-]$/u.test(line) && /^\s*\p{Ll}/u.test(next)) broken++
  }
  if (filled < 6 || alone < filled * 0.6 || broken < alone * 0.15) return [...lines]
  const kept: string[] = []
  for (const [at, line] of lines.entries()) {
    const within = isBlank(line) && line !== '\f' && !isBlank(lines[at - 1] ?? '') && !isBlank(lines[at + 1] ?? '')
    if (!within) kept.push(line)
  }
  return kept
}

/** Filled and empty circles behind or between words are boxes to tick; alone at line starts they are bullets. */
function boxed(lines: readonly string[]): string[] {
  const ticked = lines.some((line) => /\p{L}\s+[○●]\s*$/u.test(line) || (/○/.test(line) && /●/.test(line)))
  return ticked ? lines.map((line) => line.replaceAll('○', '☐').replaceAll('●', '☒')) : [...lines]
}

/** Drop leftovers of markup (bold and italic marks, tags); boxes typed as `[x]`, `( )` or tags become ☒ and ☐. */
function unmark(lines: readonly string[]): string[] {
  return lines.map((line) => {
    if (!/[*<_[(]/.test(line)) return line
    return line
      .replace(/(?<!\S)(?:\[[xX]\]|\( ?[xX] ?\))(?=\s|$)/g, '☒')
      .replace(/(?<!\S)(?:\[ ?\]|\( {0,2}\))(?=\s|$)/g, '☐')
      .replace(/<input\b[^<>]{0,200}>/gi, (tag) => (/\bchecked\b/i.test(tag) ? '☒' : '☐'))
      .replace(/<br ?\/?>/gi, ' ')
      .replace(/<\/?(?:b|i|u|em|strong|span|p|div|sup|sub)(?: [^<>]{0,200})?>/gi, '')
      .replace(/<(https?:\/\/[^<>\s]{1,500})>/g, '$1')
      .replace(/\*\*(?=\S)([^*\n]{1,2000}?)\*\*/g, '$1')
      .replace(/(^|[\s(„"])\*(?=[^\s*])([^*\n]{1,500}?[^\s*])\*(?=[\s).,;:!?“"]|$)/g, '$1$2')
      .replace(/^\*\*(?=\p{L})|(?<=[\p{L}.!?:])\*\*$/gu, '')
  })
}
