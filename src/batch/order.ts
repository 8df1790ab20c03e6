/**
 * From order of completion back to order of input.
 */

/** Hands on what comes numbered from 0 in any order, in order; what comes too early waits. */
export function inOrder<T>(take: (item: T) => void): (at: number, item: T) => void {
  const early = new Map<number, T>()
  let next = 0
  return (at, item) => {
    early.set(at, item)
    for (let ready = early.get(next); ready !== undefined; ready = early.get(next)) {
      early.delete(next++)
      take(ready)
    }
  }
}
