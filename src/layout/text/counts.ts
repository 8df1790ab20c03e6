/**
 * What is counted in lines.
 */

/** The most frequent of some counts, the first of several; 0 if there are none. */
export function mostFrequent(counts: readonly number[]): number {
  const times = (count: number): number => counts.filter((other) => other === count).length
  return counts.reduce((best, count) => (times(count) > times(best) ? count : best), counts[0] ?? 0)
}
