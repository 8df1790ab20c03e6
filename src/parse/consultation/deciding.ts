/**
 * Who decides, below the list of steps: `Beschlussfassung:` above or before `Rat der Stadt Musterau`.
 *
 * Never guesses: the label ends in a colon, and the body is one of the steps, whose role nothing else says.
 */
import { isGremium } from '../gremium.ts'
import type { Line } from '../lines.ts'
import { isRole } from '../role.ts'
import type { Step } from './step.ts'

const LABEL = /^(?<role>\p{Lu}[\p{L} ]{3,40}):\s*(?<body>\p{Lu}.{2,90})?$/u

/** Give steps the role that a label names them for. */
export function withRolesNamed(steps: readonly Step[], lines: readonly Line[]): void {
  if (!steps.some(({ zustaendigkeit }) => zustaendigkeit === null)) return
  for (const [at, line] of lines.entries()) {
    const { role, body = lines[at + 1]?.text ?? '' } = LABEL.exec(line.text)?.groups ?? {}
    if (!role || !isRole(role) || !isGremium(body)) continue
    const step = steps.find(({ gremium }) => gremium === body)
    if (!step || step.zustaendigkeit !== null) continue
    step.zustaendigkeit = role
    step.spans.zustaendigkeit = { start: line.start, end: line.start + role.length }
  }
}
