/**
 * What a host's robots.txt says to this program by its name.
 *
 * Rules for everybody (`User-agent: *`) are meant for crawlers that follow links into web pages, and council systems
 * shut those out as a rule, their OParl interface included, which is made for programs and was written down by an
 * operator. Whoever does not want this program names it: `User-agent: vorlagen-sync`.
 * Source: RFC 9309.
 */

export const AGENT = 'vorlagen-sync'

export interface RobotsRule {
  readonly allow: boolean
  /** A path from its beginning; `*` is anything, `$` at the end the end. */
  readonly path: string
}

/** The rules of all groups that name this program; no group, no rules. */
export function robotsRules(text: string): RobotsRule[] {
  const rules: RobotsRule[] = []
  let meant = false
  let naming = false
  for (const line of text.split(/\r\n?|\n/)) {
    const found = /^\s*([A-Za-z-]+)\s*:([^#]*)/.exec(line)
    const key = found?.[1]?.toLowerCase()
    const value = found?.[2]?.trim() ?? ''
    if (key === 'user-agent') {
      meant = (naming && meant) || value.toLowerCase() === AGENT
      naming = true
    } else if (key === 'allow' || key === 'disallow') {
      naming = false
      if (meant && value) rules.push({ allow: key === 'allow', path: value })
    }
  }
  return rules
}

/** The longest rule that fits decides; of two as long, the one that allows. */
export function isAllowedBy(rules: readonly RobotsRule[], url: string): boolean {
  const { pathname, search } = new URL(url)
  const fitting = rules.filter(({ path }) => fits(path, pathname + search))
  const longest = Math.max(...fitting.map(({ path }) => path.length))
  const deciding = fitting.filter(({ path }) => path.length === longest)
  return deciding.length === 0 || deciding.some(({ allow }) => allow)
}

function fits(rule: string, path: string): boolean {
  const whole = rule.endsWith('$')
  const [first = '', ...parts] = (whole ? rule.slice(0, -1) : rule).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of parts.entries()) {
    const last = whole && index === parts.length - 1
    const found = last ? path.length - part.length : path.indexOf(part, at)
    if (found < at || !path.startsWith(part, found)) return false
    at = found + part.length
  }
  return !whole || at === path.length
}
