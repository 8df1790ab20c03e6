/**
 * What the verbs of a sentence make of an amount's noun: "bis zu" in a forecast bounds no decision ("Es fallen Kosten von bis
 * zu 5 € an"), and costs that are saved or cut are none ("spart Personalkosten von 5 €", "werden um 5 € gesenkt").
 *
 * Reads: the clause the amount stands in, some 160 characters before and 90 behind.
 */
import type { Span } from '../../src/document.ts'
import { latin } from '../../src/parse/latin.ts'
import { clauseWithin } from '../../src/parse/sentence.ts'

const BEFORE = 160
const BEHIND = 90

const FORECAST = latin(
  /(?<!\p{L})(?:voraussichtlich\p{L}*|(?:über)?schlägig\p{L}*|geschätzt\p{L}*|Schätzung|kalkuliert\p{L}*|prognosti\p{L}+|Prognose|zu rechnen|gerechnet|rechnet|erwartet\p{L}*|zu erwarten|fallen|fällt|anfallen|entstehen|entsteht|entstünden|belaufen|beläuft|würden?|ergeben|ergibt|erzielt|führen|führt)(?!\p{L})/iu,
)
/** What bounds a decision, a grant or a right. */
const BOUNDS = latin(
  /zuständig|wertgrenze|hauptsatzung|ermächtig|überschreit|übersteig|förder|zusch[uü]ss|zuwendung|obergrenze|höchst|gedeckelt|begrenz|beschränk|festgelegt|gewähr|(?<!\p{L})(?:sofern|wenn|falls|ab eine[mr])(?!\p{L})/iu,
)
const SAVED = latin(
  /(?<!\p{L})(?:spart|sparen|einspar(?:t|en)|eingespart|einzusparen|erspart|wegfallen|wegfallende[nr]?)(?!\p{L})/u,
)
/** "Es entfallen Kosten von 5 €"; "5 € entfallen auf das Dach" is a part. */
const GONE = latin(/(?<!\p{L})(?:entfallen(?:de[nr]?)?|entfällt|entfielen)(?!\p{L})/u)
const ON = /(?<!\p{L})auf(?!\p{L})/u
const CUT = latin(
  /^\s(?:\p{Ll}+\s){0,3}(?:gesenkt|reduziert|verringert|gekürzt|vermindert|gemindert|abgesenkt)(?!\p{L})/u,
)
const BY = /(?<!\p{L})um (?:(?:ca\.|rund|etwa|rd\.|bis zu|weitere|jährlich|insgesamt) ){0,2}$/u

export type Sense = 'forecast' | 'saved'

/** The sense the words around an amount give its noun, if they turn it. */
export function senseOf(sentence: string, amount: Span): Sense | undefined {
  const clause = clauseWithin(sentence, amount.start, { start: 0, end: sentence.length })
  const before = sentence.slice(Math.max(clause.start, amount.start - BEFORE), amount.start).replace(/\s+/g, ' ')
  const behind = sentence.slice(amount.end, Math.min(clause.end, amount.end + BEHIND)).replace(/\s+/g, ' ')
  if (BY.test(before) && CUT.test(behind)) return 'saved'
  const around = `${before} ${behind}`
  if (SAVED.test(around) || (GONE.test(around) && !ON.test(around))) return 'saved'
  return FORECAST.test(around) && !BOUNDS.test(around) ? 'forecast' : undefined
}
