/**
 * Where output goes: data to stdout, messages to stderr, and what is known of the terminal.
 *
 * What a paper says may hold control characters; on their way to people they are made harmless, since a terminal obeys
 * them. A closed pipe (`| head`) is no error: writing simply stops.
 */
export interface Terminal {
  /** A line of data. */
  data(line: string): void
  /** A line for people. */
  say(line: string): void
  /** Raw text to stderr: the progress bar. */
  draw(text: string): void
  /** Columns of the terminal; null where there is none. */
  readonly width: number | null
  /** Whether data go to a terminal. */
  readonly screen: boolean
  /** Whether stderr is a terminal that may be drawn on. */
  readonly interactive: boolean
  readonly color: boolean
  /** Whether nobody reads stdout any more. */
  readonly closed: boolean
}

export type Style = 'fett' | 'rot' | 'gelb' | 'grün' | 'blass'

const CODES: Readonly<Record<Style, readonly [number, number]>> = {
  fett: [1, 22],
  rot: [31, 39],
  gelb: [33, 39],
  grün: [32, 39],
  blass: [2, 22],
}

export function terminalOf(out: NodeJS.WriteStream, err: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Terminal {
  let closed = false
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error
    closed = true
  }
  out.on('error', onError)
  err.on('error', onError)
  const dumb = env.TERM === 'dumb'
  return {
    data: (line) => void (closed || out.write(`${line}\n`)),
    say: (line) => void err.write(`${line}\n`),
    draw: (text) => void err.write(text),
    get width() {
      return out.isTTY ? out.columns || null : Number(env.COLUMNS) || null
    },
    screen: out.isTTY === true,
    interactive: err.isTTY === true && !dumb,
    color: out.isTTY === true && !dumb && !env.NO_COLOR,
    get closed() {
      return closed
    },
  }
}

export function styled(terminal: Pick<Terminal, 'color'>, style: Style, text: string): string {
  const [on, off] = CODES[style]
  return terminal.color && text ? `\u001b[${on}m${text}\u001b[${off}m` : text
}

/** Words of a paper, safe to print: control characters other than tab and line feed become visible. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}

/** The same on one line. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' ').trim())
}

const GRAPHEMES = new Intl.Segmenter('de', { granularity: 'grapheme' })

/** Cut to a number of characters as people count them; what is cut off leaves an ellipsis. */
export function cut(text: string, width: number): string {
  const letters = [...GRAPHEMES.segment(text)]
  if (letters.length <= width) return text
  const kept = letters.slice(0, Math.max(0, width - 1)).map(({ segment }) => segment)
  return `${kept.join('').trimEnd()}…`
}

/** Cut or fill to exactly a width. */
export function fit(text: string, width: number, side: 'links' | 'rechts' = 'links'): string {
  const short = cut(text, width)
  const gap = ' '.repeat(Math.max(0, width - [...GRAPHEMES.segment(short)].length))
  return side === 'links' ? short + gap : gap + short
}
