/**
 * Patterns too long for one line, written over several: a line break and the blanks around it say nothing, everything
 * else is as in a pattern. Blanks that count stand within a line.
 */

/** The source of the pattern, in one line. */
export function oneLine({ raw }: TemplateStringsArray, ...parts: readonly string[]): string {
  return raw.map((words, at) => words.replace(/[ \t]*\n[ \t]*/g, '') + (parts[at] ?? '')).join('')
}
