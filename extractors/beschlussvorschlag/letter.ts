/**
 * Letters: below "Antrag" stand a subject and a salutation; what is asked for begins behind them.
 */

import { type Block, quote, type SectionNode, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { below } from './motion.ts'
import { fromOpening, opens } from './opening.ts'

const SALUTATION = /^(?:Sehr geehrte|Liebe[r]? |Werte[r]? |Verehrte|Guten Tag)/mu
/** How many blocks a subject and a salutation take. */
const ABOVE = 4
/** Words of the sentence that asks, with or without a colon behind it. */
const ASKS = latin(
  oneLine`
    (?<!\p{L})(?:
      (?:beantrag|forder)(?:en|t|e) (?:wir|ich|hiermit|daher|deshalb|folgende[ns]?|die|der|das)|
      (?:wir|ich) (?:\p{L}+ ){0,2}(?:beantrag|forder)(?:en|e)|
      stell(?:en|t|e) (?:\p{L}+ ){0,5}(?:den|folgende[n]?) (?:Antrag|Anträge)
    )(?!\p{L})
  `,
  'iu',
)

/** How far above the heading a salutation may stand. */
const BEFORE = 200

/** What a letter asks for, if the blocks below a heading are one; `undefined` if not. */
export function inLetter(paper: ReadPaper, section: SectionNode, body: readonly Block[]): Block[] | undefined {
  const [subject, first] = body
  if (!subject || !/^antrag/i.test(section.title)) return undefined
  const words = (block: Block): string => quote(paper, spanOf(block)).trim()
  const titled = !/[.:;!?]$/.test(words(subject)) && !/^[\d•–-]/.test(words(subject))
  const { start } = spanOf(section)
  const above = SALUTATION.test(paper.text.slice(Math.max(0, start - BEFORE), start))
  const greeted = body.slice(0, ABOVE).findIndex((block) => SALUTATION.test(words(block)))
  if (greeted < 0 && titled && first && opens(paper, first)) return [fromOpening(paper, first), ...body.slice(2)]
  if (greeted < 0 && !above) return undefined
  const behind = body.slice(greeted < 0 && titled ? 1 : greeted + 1)
  const from = spanOf(behind[0] ?? subject).start
  const further = below(paper, from).blocks
  for (const blocks of [behind, further]) {
    const at = blocks.findIndex((block) => opens(paper, block) || ASKS.test(words(block)))
    const found = blocks[at]
    if (found) return [fromOpening(paper, found), ...blocks.slice(at + 1)]
  }
  return behind
}
