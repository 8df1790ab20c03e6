/**
 * How many items at the beginning of a sorted list satisfy a condition that holds for none behind them.
 *
 * By halving: for lists that every record of a paper asks.
 */
export function partitionPoint<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(items[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
