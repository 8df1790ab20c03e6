/**
 * A town that only the running text names, as who acts, owns or is paid: "trägt die Stadt Musterstadt", "Haushalt der Stadt
 * Musterstadt". Asked only where no other place is named as a town's.
 *
 * Never guesses: where one sentence alone says so, or a place lies in a town, is from one or like one, there is a doubt or
 * no answer.
 * Doubts: `beschriftung-unsicher`: said once; the paper may be another's.
 */
import type { Span } from '../../src/document.ts'
import { latin } from '../../src/parse/latin.ts'
import type { Town } from './kommune.ts'

/** So often said, it is the paper's own. */
const SURE = 2
const ACTS = latin(
  String.raw`(?<before>[\p{L}-]+)[,;:(]?\s+(?:(?:die|der)\s)?(?<kind>Stadt|Gemeinde)(?:verwaltung)?\s+(?<name>\p{Lu}[\p{Ll}ß-]{2,})(?![\p{L}-])`,
  'gu',
)
/** "in der Stadt", "nach dem Vorbild der Stadt". */
const ELSEWHERE =
  /^(?:in|aus|bei|nach|wie|neben|vor|als|auch|zwischen|Vorbild\p{L}*|Beispiel\p{L}*|Muster|Modell|Partnerstadt|Nachbarstadt|benachbarte\p{L}*|andere\p{L}*|de[rn]|die)$/u

/** The town, if the text names it as acting. */
export function actingTown(text: string, { name, span }: { name: string; span: Span }): Town | undefined {
  const said = [...text.matchAll(ACTS)].filter(
    ({ groups }) => groups?.name === name && !ELSEWHERE.test(groups.before ?? ''),
  )
  const sure = said.length >= SURE
  // "der Gemeinde Einnahmen" names nothing.
  if (!said.length || (!sure && said[0]?.groups?.kind === 'Gemeinde')) return undefined
  return { name, ags: null, doubts: sure ? [] : ['beschriftung-unsicher'], ...span }
}
