/**
 * Check marks beside "Ja" and "Nein": which of the two is ticked.
 *
 * Source: `Ja ☒ Nein ☐`, `☐ Ja ☒ Nein`, `[x] Ja`, `(x) nein`, private-use glyphs of Wingdings, and a plain `x` of which only
 * other lines of the same form can tell whether it stands before or behind its word. The same holds for a ticked box
 * between two words whose empty box is lost ("Nein ☒ Ja"); where no line tells, it belongs to the word behind it and is
 * doubted.
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'

export type Ticked = 'ja' | 'nein'

export interface Marking {
  /** What is ticked; null if nothing is, or it cannot be told. */
  readonly value: Ticked | null
  /** `leer`: boxes without a tick; `verloren`: words without boxes; `mehrdeutig`: a tick that fits both. */
  readonly state: 'klar' | 'leer' | 'verloren' | 'mehrdeutig'
  /** The side is the usual one; no other line of the paper proves it. */
  readonly assumed?: boolean
  /** Only the side on which other lines of the paper print their marks tells it. */
  readonly bySide?: boolean
}

/** Where a plain `x`, or a box without its empty mate, stands in the forms of a paper. */
export type Side = 'davor' | 'dahinter' | undefined

const TOKEN = latin(
  oneLine`
    (?<ticked>[☒☑✓✔✗✘🗹🗷⊠\uf0fe\uf0fd\uf052\uf054\uf078\uf0fc\uf0fb]|\[\s?[xX]\s?\]|\(\s?[xX]\s?\))|
    (?<empty>[☐□▢⬜❏❑○\uf06f\uf0a8\uf071\uf0a3\uf02a]|\[\s{0,2}\]|\(\s{0,2}\)|(?<!_)_{1,3}(?!_))|
    (?<x>(?<![\p{L}\d.-])[xX](?![\p{L}\d.-]))|(?<word>(?<![\p{L}-])(?:ja|nein)(?![\p{L}-]))
  `,
  'giu',
)

/** A ticked box, or an `x` beside an answer: without one nothing is shown. */
const MARK =
  /[☒☑✓✔✗✘🗹🗷⊠\uf0fe\uf0fd\uf052\uf054\uf078\uf0fc\uf0fb]|\[\s?[xX]\s?\]|\(\s?[xX]\s?\)|[xX]\s{1,4}(?:ja|nein)|(?:ja|nein)[^\S\n]{1,4}[xX]/iu

type Token = 'ticked' | 'empty' | 'x' | Ticked

/** What is ticked in a stretch of text that holds "Ja" and "Nein"; undefined if it holds neither. */
export function markingOf(text: string, side: Side): Marking | undefined {
  const tokens = tokensOf(text)
  const words = tokens.filter(isWord)
  if (!words.length || words.length > 2 || (words.length === 2 && words[0] === words[1])) return undefined
  const boxes = tokens.filter((token) => token === 'ticked' || token === 'empty')
  if (boxes.length) return loneBox(tokens, words, side) ?? fromBoxes(tokens, words)
  const ticks = tokens.filter((token) => token === 'x').length
  if (!ticks) return { value: null, state: words.length === 2 ? 'verloren' : 'mehrdeutig' }
  if (ticks > 1) return { value: null, state: 'mehrdeutig' }
  const value = besideX(tokens, side)
  const between = words.length === 2 && tokens[1] === 'x'
  return { value, state: value ? 'klar' : 'mehrdeutig', ...(value && between ? { bySide: true } : {}) }
}

/** The one word of a line or cell and its mark; `count` of marks or words beyond one. */
export function marksIn(unit: string): {
  readonly word?: Ticked
  readonly mark?: 'ticked' | 'empty' | 'x'
  readonly count: number
  readonly markBehind: boolean
} {
  const tokens = tokensOf(unit)
  const words = tokens.filter(isWord)
  const marks = tokens.filter((token) => !isWord(token)) as ('ticked' | 'empty' | 'x')[]
  const [word] = words
  const [mark] = marks
  return {
    ...(word ? { word } : {}),
    ...(mark ? { mark } : {}),
    count: Math.max(words.length, marks.length),
    markBehind: word !== undefined && mark !== undefined && tokens[0] === word,
  }
}

/** On which side of its word a plain `x` stands, from all lines of a paper that show it beyond doubt. */
export function sideOfX(text: string): Side {
  if (!MARK.test(text)) return undefined
  let before = 0
  let behind = 0
  const pattern =
    /(?<![\p{L}\d])(?:([xX])\s{1,4}(?:ja|nein)\s{1,8}(?:ja|nein)|(?:ja|nein)\s{1,8}(?:ja|nein)[^\S\n]{1,4}([xX]))(?![\p{L}\d])/giu
  for (const found of text.matchAll(pattern)) found[1] ? before++ : behind++
  if (!before && !behind) {
    for (const line of text.split('\n')) {
      const shown = line.length > 300 || !MARK.test(line) ? undefined : (sideOfBox(line.trim()) ?? sideOfLone(line))
      if (shown === 'davor') before++
      else if (shown === 'dahinter') behind++
    }
  }
  if (before && !behind) return 'davor'
  return behind && !before ? 'dahinter' : undefined
}

/** "x nein" alone on its line, or in its cell, with the other answer elsewhere. */
function sideOfLone(line: string): Side {
  const found = /(?:^|\t)\s*(?:([xX])\s{1,3}(?:ja|nein)(?:,[^\t]*)?|(?:ja|nein)\s{1,3}([xX]))\s*(?:\t|$)/iu.exec(line)
  return found ? (found[1] ? 'davor' : 'dahinter') : undefined
}

/** On which side of its words a line shows its box beyond doubt; undefined for a box between two words. */
function sideOfBox(line: string): Side {
  const tokens = [...line.matchAll(TOKEN)].filter(({ groups }) => groups?.ticked ?? groups?.empty ?? groups?.word)
  const first = tokens[0]
  const last = tokens.at(-1)
  if (!first || !last || !tokens.some(({ groups }) => groups?.ticked)) return undefined
  const opens = first.groups?.word === undefined
  const closes = last.groups?.word === undefined && last.index + last[0].length === line.length
  const words = tokens.some(({ groups }) => groups?.word)
  if (opens && !closes && (words || first.index === 0)) return 'davor'
  return closes && !opens && words ? 'dahinter' : undefined
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(({ groups }) => {
    if (groups?.ticked) return 'ticked'
    if (groups?.empty) return 'empty'
    if (groups?.x) return 'x'
    return groups?.word?.toLowerCase() === 'ja' ? 'ja' : 'nein'
  })
}

function isWord(token: Token): token is Ticked {
  return token === 'ja' || token === 'nein'
}

/** "Nein ☒ Ja", "Ja Nein ☒": one tick, and the empty box of the other word is lost; undefined for whole lines. */
function loneBox(tokens: readonly Token[], words: readonly Ticked[], side: Side): Marking | undefined {
  if (tokens.length !== 3 || words.length !== 2 || tokens[1] !== 'ticked') return undefined
  const word = tokens[side === 'dahinter' ? 0 : 2]
  if (word !== 'ja' && word !== 'nein') return undefined
  return { value: word, state: 'klar', ...(side ? {} : { assumed: true }) }
}

/** The side is that of the first token: a box before a word, or a word before its box. */
function fromBoxes(tokens: readonly Token[], words: readonly Ticked[]): Marking {
  const list = tokens.map((token) => (token === 'x' ? 'ticked' : token))
  const boxFirst = !isWord(list[0] ?? 'ja')
  const ticked = new Set<Ticked>()
  for (const [at, token] of list.entries()) {
    if (token !== 'ticked') continue
    const word = list[boxFirst ? at + 1 : at - 1]
    if (word === 'ja' || word === 'nein') ticked.add(word)
  }
  if (ticked.size === 1) return { value: [...ticked][0] ?? null, state: 'klar' }
  if (ticked.size > 1) return { value: null, state: 'mehrdeutig' }
  const boxes = list.filter((token) => token === 'empty').length
  return { value: null, state: boxes >= words.length ? 'leer' : 'verloren' }
}

function besideX(tokens: readonly Token[], side: Side): Ticked | null {
  const at = tokens.indexOf('x')
  const left = tokens[at - 1]
  const right = tokens[at + 1]
  const word =
    left === undefined || side === 'davor' ? right : right === undefined || side === 'dahinter' ? left : undefined
  return word === 'ja' || word === 'nein' ? word : null
}
