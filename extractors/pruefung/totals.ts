/**
 * Which lines of a table may be the sum or balance of which others, from their labels and their order.
 *
 * Yields several readings for each total ("the rows since the last heading", "the subtotals above", "all rows above");
 * the numbers decide between them.
 */
import type { Relation, Term } from './relation.ts'
import { isBalance, isItem, isPart, isSubtotal, isTotal, opensParts } from './words.ts'

/** The lines of a table from top to bottom, or its columns from left to right. */
export interface Lines {
  readonly labels: readonly string[]
  /** Lines with a number. */
  readonly filled: readonly boolean[]
  /** Lines whose numbers may be added. */
  readonly summand: readonly boolean[]
}

/** The readings of one line as a sum of others. */
export function sumsFor(lines: Lines, target: number, art: 'spaltensumme' | 'zeilensumme'): Relation[] {
  const isTerm = (line: number): boolean => !isBalance(lines.labels[line] ?? '')
  const above = usable(lines, 0, target).filter(isTerm)
  const below = usable(lines, target + 1, lines.labels.length).filter(isTerm)
  const totals = above.filter((line) => isTotal(lines.labels[line] ?? ''))
  const plain = above.filter((line) => !isTotal(lines.labels[line] ?? ''))
  const lastTotal = totals.at(-1) ?? -1
  const heading = lastHeading(lines, target)
  const since = plain.filter((line) => line > lastTotal)
  const sets = [
    plain.filter((line) => line > Math.max(heading, lastTotal)),
    plain.filter((line) => line > heading),
    since,
    totals,
    totals.filter((line) => !isSubtotal(lines.labels[line] ?? '')),
    totals.filter((line) => isSubtotal(lines.labels[line] ?? '')),
    [...totals, ...since],
    ...(lastTotal >= 0 ? [[lastTotal, ...since]] : []),
    plain,
    named(lines, target, above),
    ...(above.length ? [] : [below, below.filter((line) => !isTotal(lines.labels[line] ?? ''))]),
    ...(art === 'zeilensumme' ? [[...plain, ...below.filter((line) => !isTotal(lines.labels[line] ?? ''))]] : []),
  ]
  return distinct(sets.flatMap((set) => [set, withoutParts(lines, set)])).map((set) => ({
    art: isSubtotal(lines.labels[target] ?? '') && art === 'spaltensumme' ? 'teilsumme' : art,
    target,
    terms: set.map((line) => ({ line, sign: 1 })),
  }))
}

/** The readings of one line as the balance of others. */
export function balancesFor(lines: Lines, target: number): Relation[] {
  const above = usable(lines, 0, target)
  const [first, second] = above.slice(-2)
  const totals = above.filter((line) => isTotal(lines.labels[line] ?? '')).slice(-2)
  const pairs: (readonly Term[])[] = [referred(lines, target)]
  for (const [a, b] of [
    [first, second],
    [totals[0], totals[1]],
  ]) {
    if (a === undefined || b === undefined) continue
    pairs.push(signed([a, b], [1, -1]), signed([a, b], [-1, 1]), signed([a, b], [1, 1]))
  }
  const heading = lastHeading(lines, target)
  const section = above.filter((line) => line > heading && !isBalance(lines.labels[line] ?? ''))
  if (section.length > 2) pairs.push(section.map((line) => ({ line, sign: 1 })))
  return pairs
    .filter((terms) => terms.length > 1)
    .flatMap((terms) => [
      { art: 'saldo', target, terms },
      ...(terms.length === 2 && terms[0] === pairs[0]?.[0]
        ? [{ art: 'saldo' as const, target, terms: terms.map((term, at) => ({ ...term, sign: at ? -1 : 1 }) as Term) }]
        : []),
    ])
}

/** The rows a row in parts is made of ("IT-Betrieb (davon)" and the bullets below it). */
export function partsFor(lines: Lines, target: number): Relation[] {
  const label = lines.labels[target] ?? ''
  if (!opensParts(label)) return []
  const parts: number[] = []
  for (let line = target + 1; line < lines.labels.length; line++) {
    const next = lines.labels[line] ?? ''
    if (!isItem(next) && !isPart(next)) break
    if (lines.filled[line]) parts.push(line)
  }
  return parts.length > 1 ? [{ art: 'teilsumme', target, terms: parts.map((line) => ({ line, sign: 1 })) }] : []
}

/** "(Saldo aus 2.4 und 2.5)": rows by the numbers they are printed with. */
function referred(lines: Lines, target: number): Term[] {
  const found = /\((?:Saldo|Summe|Differenz) aus (?:Nr\. |Zeilen? )?([\d.]+) und ([\d.]+)\)/iu.exec(
    lines.labels[target] ?? '',
  )
  if (!found) return []
  const rows = [found[1], found[2]].map((number) =>
    lines.labels.findIndex((label) => label.replace(/^([\d.]+?)\.?\s.*$/su, '$1') === number?.replace(/\.$/, '')),
  )
  return rows.every((row) => row >= 0) ? rows.map((line) => ({ line, sign: 1 })) : []
}

function signed(lines: readonly number[], signs: readonly (1 | -1)[]): Term[] {
  return lines.map((line, at) => ({ line, sign: signs[at] ?? 1 }))
}

/** "Gesamtbelastung 2032": the rows above that are named "Belastung 2032". */
function named(lines: Lines, target: number, above: readonly number[]): number[] {
  const rest = /^(?:gesamt|summe\s)-?\s*(.{4,})$/iu.exec(lines.labels[target]?.trim() ?? '')?.[1]?.toLowerCase()
  return rest ? above.filter((line) => lines.labels[line]?.trim().toLowerCase() === rest) : []
}

function usable(lines: Lines, from: number, to: number): number[] {
  const found: number[] = []
  for (let line = from; line < to; line++) if (lines.filled[line] && lines.summand[line]) found.push(line)
  return found
}

/** The nearest line above without any number: a heading between rows. */
function lastHeading(lines: Lines, target: number): number {
  for (let line = target - 1; line >= 0; line--) if (!lines.filled[line]) return line
  return -1
}

/** Parts of another line are not added to it. */
function withoutParts(lines: Lines, set: readonly number[]): number[] {
  let open = false
  return set.filter((line) => {
    const label = lines.labels[line] ?? ''
    if (isPart(label)) return false
    if (open && isItem(label)) return false
    open = opensParts(label)
    return true
  })
}

function distinct(sets: readonly (readonly number[])[]): number[][] {
  const seen = new Map(sets.filter((set) => set.length > 1).map((set) => [set.join(), [...set]]))
  return [...seen.values()]
}
