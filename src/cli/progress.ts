/**
 * A progress bar on stderr, where that is a terminal; nothing anywhere else.
 */
import { cut, oneLine, type Terminal } from './terminal.ts'

export interface Progress {
  /** How far it is, and what was done last. */
  at(done: number, path: string): void
  /** Take the bar away, so that a line can be printed in its place. */
  clear(): void
}

const BAR = 24
const CLEAR = '\r\u001b[K'

export function progressOf(terminal: Terminal, total: number): Progress {
  if (!terminal.interactive || total < 2) return { at() {}, clear() {} }
  let drawn = false
  return {
    at(done, path) {
      const full = Math.round((BAR * done) / total)
      const bar = `${'━'.repeat(full)}${'·'.repeat(BAR - full)} ${done}/${total} `
      terminal.draw(`${CLEAR}${bar}${cut(oneLine(path), Math.max(0, (terminal.width ?? 80) - bar.length - 1))}`)
      drawn = true
    },
    clear() {
      if (drawn) terminal.draw(CLEAR)
      drawn = false
    },
  }
}
