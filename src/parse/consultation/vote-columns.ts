/**
 * Counts of votes in columns at the end of a step's line, under heads `ja`, `nein`, `Enth.`: numbers there are no items.
 *
 * Units: counts of members.
 * Never guesses: the heads name at least two of the three, and as many numbers or more stand at the end of the line.
 */
import { findDates } from '../date.ts'
import type { Line } from '../lines.ts'
import { startsResult } from '../result.ts'
import type { Vote } from '../vote.ts'
import { VOTE_HEADS } from './patterns.ts'
import type { Token } from './tokens.ts'

type Count = keyof Vote

export interface VoteTails {
  /** Lines without the counts. */
  readonly lines: readonly Line[]
  /** The counts, by the start of their line. */
  readonly votes: ReadonlyMap<number, Omit<Token, 'line' | 'gap' | 'blanks'>>
}

/** Which votes heads name, in their order. */
export function votesNamed(heads: string): Count[] {
  const words = heads.split(/[\s/|]+/)
  return words.flatMap((word) => VOTE_HEADS.filter(([, head]) => head.test(word)).map(([count]) => count))
}

/** Cut the counts off the lines of steps. */
export function cutVotes(lines: readonly Line[], heads: string): VoteTails {
  const named = votesNamed(heads)
  const votes = new Map<number, Omit<Token, 'line' | 'gap' | 'blanks'>>()
  if (named.length < 2 || new Set(named).size < named.length) return { lines, votes }
  const cut = lines.flatMap((line): Line[] => {
    const tail = TAIL.exec(line.text) ?? beforeRemark(line.text)
    const numbers =
      tail?.[0]
        .trim()
        .split(/[ \t]+/)
        .map(Number) ?? []
    const dated = tail && (tail.index === 0 || findDates(line.text.slice(0, tail.index)).length > 0)
    if (!tail || numbers.length < named.length || !dated) return [line]
    const vote: Vote = {
      ja: null,
      nein: null,
      enthaltung: null,
      ...Object.fromEntries(named.map((n, at) => [n, numbers[at]])),
    }
    const text = tail[0].trim()
    const start = line.start + tail.index + tail[0].indexOf(text)
    const end = tail.index + tail[0].length
    const remark = line.text.slice(end).trim()
    const before = { ...line, text: line.text.slice(0, tail.index), end: line.start + tail.index }
    const behind = { ...line, text: remark, start: line.end - remark.length, gap: tail.index === 0 && line.gap }
    const kept = [...(tail.index > 0 ? [before] : []), ...(remark || tail.index === 0 ? [behind] : [])]
    votes.set(kept[0]?.start ?? line.start, { kind: 'stimmen', text, vote, start, end: start + text.length })
    return kept
  })
  return { lines: cut, votes }
}

const TAIL = /(?:(?:^|[ \t]+)\d{1,3}){2,5}[ \t]*$/u

/** The counts before a remark that says what came of it: `6 1 2 empfohlen`. */
function beforeRemark(line: string): RegExpExecArray | null {
  const counts = /(?:(?:^|[ \t]+)\d{1,3}){2,5}[ \t]+(?=\p{L})/u.exec(line)
  return counts && startsResult(line.slice(counts.index + counts[0].length)) ? counts : null
}

/** Tokens with the counts that were cut off their lines. */
export function withVotes(tokens: readonly Token[], lines: readonly Line[], { votes }: VoteTails): Token[] {
  return lines.flatMap((line, number) => {
    const own = tokens.filter((token) => token.line === number)
    const vote = votes.get(line.start)
    return vote ? [...own, { ...vote, line: number, gap: false, blanks: 1 }] : own
  })
}
