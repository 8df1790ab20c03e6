/**
 * The one item the head of a paper for a single meeting names: `zu TOP 4`, `TOP 4 (öffentlich): Wirtschaftsplan`.
 *
 * Never guesses: a head that names several items names none.
 */
import type { Line } from '../lines.ts'
import { publicityOf } from '../publicity.ts'
import type { Step } from './step.ts'

const ITEM =
  /^(?:(?:\p{L}*[Vv]orlage |Anlage )?(?:zu|Zu) )?(?:TOP|Tagesordnungspunkt)(?: ?Nr\.)?:? ?(?<top>\d{1,3}(?:\.\d{1,3}){0,2})(?![\p{L}\d.])(?: ?\((?<part>(?:nicht[- ]?)?öffentlich)\))?/u

/** Give the only step of a paper the item, and whether it is public where that stands behind the item. */
export function readOnlyItem(step: Step, head: readonly Line[]): void {
  const items = head.flatMap((line) => {
    const found = ITEM.exec(line.text)
    return found?.groups?.top ? [{ line, found, top: found.groups.top, part: found.groups.part }] : []
  })
  const [item] = items
  if (!item || items.length > 1) return
  const start = item.line.start + item.found.index
  const span = { start, end: start + item.found[0].length }
  step.top = item.top
  step.spans.top = span
  const part = publicityOf(item.part ?? '')
  if (!part || step.oeffentlichkeit) return
  step.oeffentlichkeit = part
  step.spans.oeffentlichkeit = span
}
