/**
 * Where a step is printed: its body's words and, apart from them, where each other field stands.
 */
import type { Span } from '../../src/document.ts'
import type { Step } from '../../src/parse/consultation/step.ts'

/** How far apart words may stand and still be one quote. */
const NEAR = 160

/** The quote of a step: from its first to its last word where they stand together, else the body alone. */
export function evidenceOf(
  step: Step,
  spans: Readonly<Record<string, Span>>,
): { evidence: Span; fields: Record<string, Span> } {
  const body = { start: step.bodySpans[0]?.start ?? 0, end: step.bodySpans[0]?.end ?? 0 }
  const all = [...step.bodySpans, ...Object.values(spans)]
  const start = Math.min(...all.map((span) => span.start))
  const end = Math.max(...all.map((span) => span.end))
  const evidence = end - start <= NEAR ? { start, end } : body
  const fields: Record<string, Span> = { gremium: body }
  for (const [field, span] of Object.entries(spans)) if (span.end > span.start) fields[field] = span
  return { evidence, fields }
}
