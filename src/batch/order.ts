/**
 * From order of completion back to order of input.
 */

export interface InOrder<T> {
  /** Take the item numbered `at` (from 0) and hand on all whose turn it is; what comes too early waits. */
  add(at: number, item: T): void
  /** Hand on what still waits, over the gaps: nothing else will come. */
  flush(): void
}

export function inOrder<T>(take: (item: T) => void): InOrder<T> {
  const early = new Map<number, T>()
  let next = 0
  return {
    add(at, item) {
      early.set(at, item)
      for (let ready = early.get(next); ready !== undefined; ready = early.get(next)) {
        early.delete(next++)
        take(ready)
      }
    },
    flush() {
      const rest = [...early].sort(([a], [b]) => a - b)
      early.clear()
      for (const [at, item] of rest) {
        next = at + 1
        take(item)
      }
    },
  }
}
