/**
 * What speaks against a reading of a Beratungsfolge as a whole: names that are none, steps that lack what their
 * neighbours have, days that were left out or lie far apart.
 *
 * Units: faults are weights; below 1 nothing is wrong.
 */
import { headsIn, nameFault, opensName } from './name.ts'
import { LABEL } from './patterns.ts'
import type { Step, Steps } from './step.ts'
import type { Token } from './tokens.ts'

/** Days of one paper lie closer together than this. */
const NEAR_DAYS = 1200
/** Words of one role. */
const ROLE = 60

/** How much speaks against a reading. */
export function faultsOf({ steps, unread }: Steps, tokens: readonly Token[]): number {
  const days = new Set(tokens.filter(({ kind }) => kind === 'datum').map(({ start }) => start))
  for (const { spans } of steps) if (spans.datum) days.delete(spans.datum.start)
  const names = steps.reduce((sum, step) => sum + Math.max(0, nameFault(step.gremium) - 0.5), 0)
  const shared = steps.filter((step, at) => at > 0 && step.bodySpans[0]?.start === steps[at - 1]?.bodySpans[0]?.start)
  const last = Math.max(
    0,
    ...steps.flatMap(({ bodySpans, spans }) => [...bodySpans, ...Object.values(spans)].map(({ end }) => end)),
  )
  const lost = unread.reduce((sum, token) => sum + lossOf(token, token.start < last), 0)
  const unsure = steps.filter((step) => step.unsure).length * 0.7
  return names + days.size * 2 + lost + unsure + steps.filter((step) => isOdd(step, steps)).length + shared.length * 0.4
}

/** What it weighs to leave a word out: much if it names a body; words behind the last step may be anything. */
function lossOf({ kind, text }: Token, within: boolean): number {
  if (kind === 'zustand' || kind === 'datum' || kind === 'kreuz') return 0
  if (kind !== 'text') return 0.5
  if (LABEL.test(text)) return 0
  if (headsIn(text) || /\d{1,2}\.\d{1,2}\./.test(text)) return 5
  return !within ? 0 : opensName(text) ? 5 : /\p{L}{3}/u.test(text) ? 1 : 0.3
}

/** Does a step differ from its neighbours in a way that only a wrong reading explains? */
export function isOdd(step: Step, all: readonly Step[]): boolean {
  if (nameFault(step.gremium) > 1.4) return true
  if ((step.zustaendigkeit?.length ?? 0) > ROLE) return true
  if (all.length < 3) return false
  const others = all.filter((other) => other !== step)
  const most = (has: (one: Step) => boolean): boolean => others.filter(has).length > others.length * 0.7
  const noDay = step.datum === null && !step.vague && most(({ datum }) => datum !== null)
  const noRole = step.zustaendigkeit === null && most(({ zustaendigkeit }) => zustaendigkeit !== null)
  const noStatus = step.oeffentlichkeit === null && most(({ oeffentlichkeit }) => oeffentlichkeit !== null)
  return (noDay && (noRole || noStatus)) || (noRole && noStatus)
}

/** Does a day lie far from those of the other steps? */
export function isFar(step: Step, all: readonly Step[]): boolean {
  const days = all.flatMap(({ datum }) => (datum ? [Date.parse(datum) / 86_400_000] : [])).sort((a, b) => a - b)
  const middle = days[Math.floor(days.length / 2)]
  if (!step.datum || days.length < 3 || middle === undefined) return false
  return Math.abs(Date.parse(step.datum) / 86_400_000 - middle) > NEAR_DAYS
}

/**
 * Steps with the only result of a list, in a block of its own where it could be another's: below a block of several steps,
 * or behind the last of many.
 */
export function tornResults(steps: readonly Step[], tokens: readonly Token[]): Step[] {
  const [step, ...more] = steps.filter(({ ergebnis }) => ergebnis !== null)
  const at = tokens.findIndex(({ kind, start }) => kind === 'ergebnis' && start === step?.spans.ergebnis?.start)
  const token = tokens[at]
  if (!step || more.length || !token) return []
  const before = tokens.slice(0, at)
  const alone = !before.some(({ line }) => line === token.line)
  if (alone && steps.length > 2 && step === steps.at(-1)) return [step]
  const block = before.slice(
    Math.max(
      0,
      before.findLastIndex(({ gap }) => gap),
    ),
  )
  return token.gap && block.filter(({ kind }) => kind === 'datum').length > 1 ? [step] : []
}
