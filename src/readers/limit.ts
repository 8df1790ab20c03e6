/**
 * What has no pages has a limit as well: as many characters as the pages that are allowed would hold.
 *
 * Units: UTF-16 code units.
 * Messages: `abgeschnitten`.
 */
import type { Message } from '../document.ts'
import { message } from '../messages.ts'
import type { Limits } from './reader.ts'

/** Characters of a page as typists count it: 30 lines of 60. */
const PAGE = 1800

export interface Within<T> {
  readonly kept: T
  readonly messages: readonly Message[]
}

/** A text up to the limit, to the end of a line if there is one. */
export function textWithin(text: string, { pages }: Limits): Within<string> {
  const most = pages * PAGE
  if (text.length <= most) return { kept: text, messages: [] }
  const kept = text.slice(0, text.lastIndexOf('\n', most) + 1 || most).toWellFormed()
  return { kept, messages: [cutOff(kept.length, text.length)] }
}

/** Parts of a text, whole, up to the limit; `length` tells how many characters one has. */
export function partsWithin<T>(parts: readonly T[], length: (part: T) => number, { pages }: Limits): Within<T[]> {
  const most = pages * PAGE
  const ends: number[] = []
  for (const part of parts) ends.push((ends.at(-1) ?? 0) + length(part))
  const all = ends.at(-1) ?? 0
  if (all <= most) return { kept: [...parts], messages: [] }
  const count = ends.findIndex((end) => end > most)
  return { kept: parts.slice(0, count), messages: [cutOff(ends[count - 1] ?? 0, all)] }
}

function cutOff(read: number, all: number): Message {
  return message('abgeschnitten', 'leser', `gelesen: ${read} von ${all} Zeichen`)
}
