/**
 * Ctrl-C, once: what is in hand ends in order. Again, when that takes too long: at once, which the database survives.
 */
import { EXIT } from './exit.ts'

/** A terminal and npm may both pass on one press of the keys; what comes this soon is the same press. */
const SAME_PRESS_MILLISECONDS = 1000

/** Runs `work` with a signal that is aborted by Ctrl-C or a request to end. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let first = 0
  const onSignal = (): void => {
    if (!first) first = performance.now()
    else if (performance.now() - first > SAME_PRESS_MILLISECONDS) process.exit(EXIT.abgebrochen)
    controller.abort()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  try {
    return await work(controller.signal)
  } finally {
    for (const signal of signals) process.removeListener(signal, onSignal)
  }
}
