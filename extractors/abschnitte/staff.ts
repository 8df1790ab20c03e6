/**
 * "Personelle Auswirkungen: keine": the line or heading of a form about what a paper means for the staff.
 *
 * Layouts: a label with words behind it or on the next line; a label with the boxes "ja" and "nein", each behind or
 * before its word.
 */

import type { ReadPaper } from '../../src/extractor.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { type Found, stateOf } from './sections.ts'

const LABEL = latin(
  oneLine`
    ^[ \t]*(?:\d{1,2}(?:\.\d{1,2})*\.?[ \t]+|[a-z]\)[ \t]+)?(?<label>
      (?:
        Personelle|Personalwirtschaftliche|Stellenplanmäßige|Organisatorische und personelle|
        Personal- und organisatorische
      ) (?:Auswirkungen?|Folgen|Konsequenzen)|
      Personalauswirkungen|Auswirkungen auf (?:den Stellenplan|das Personal|die Personalsituation)
    )[ \t]*(?<colon>:?)(?<rest>[^\n]*)(?:\n{1,2}(?<next>[^\n]*))?
  `,
  'gmu',
)
/** The words for both answers of a form, each with the box that stands on the side where the form has its boxes. */
const BOX_BEFORE = /(?<box>[☐☒])[ \t]*(?<word>ja|nein|keine)(?!\p{L})/giu
const BOX_BEHIND = /(?<!\p{L})(?<word>ja|nein|keine)[ \t]*(?<box>[☐☒])/giu

export function staffEffects(paper: ReadPaper): Found[] {
  return Array.from(paper.text.matchAll(LABEL)).flatMap((match): Found[] => {
    const { label = '', colon = '', rest = '', next = '' } = match.groups ?? {}
    // Words that go on behind the label are a sentence.
    if (!colon && /^[ \t]*\p{Ll}/u.test(rest) && !/[☐☒]/u.test(rest)) return []
    const own = rest.trim()
    const said = own || next
    const zustand = /[☐☒]/u.test(said) ? tickedState(said) : stateOf(said)
    if (!zustand) return []
    const start = match.index + match[0].indexOf(label)
    const end = own ? start + lineFrom(paper.text, start).length : start + label.length
    return [{ art: 'personal', ueberschrift: label, zustand, evidence: { start, end } }]
  })
}

/** What is ticked of "ja" and "nein"; undefined if that cannot be told. */
function tickedState(line: string): Found['zustand'] | undefined {
  const answers = Array.from(line.matchAll(/^\s*[☐☒]/u.test(line) ? BOX_BEFORE : BOX_BEHIND), ({ groups }) => ({
    word: groups?.word?.toLowerCase() === 'ja' ? ('angegeben' as const) : ('keine' as const),
    box: groups?.box,
  }))
  if (answers.length < 2) return undefined
  const ticked = answers.filter(({ box }) => box === '☒')
  if (ticked.length === 0) return 'leer'
  return ticked.length === 1 ? ticked[0]?.word : undefined
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? undefined : end).trimEnd()
}
