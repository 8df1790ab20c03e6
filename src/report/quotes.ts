/**
 * A verbatim quote with its place and what speaks against it.
 */
import type { Quote } from './facts.ts'
import { type Html, html } from './html.ts'

const LONGEST = 280

/** White space stays as it is printed; what is too long is cut, and says so. */
export function quoteLine({ words, before, after, place, doubts }: Quote): Html {
  const signs = [...words.trim()]
  const cut = signs.length > LONGEST
  return html`<div class="zitat">${before}<q>${cut ? signs.slice(0, LONGEST).join('') : words.trim()}</q>${cut && ' [gekürzt]'}${after} <cite>(${place})</cite>${
    doubts.length > 0 && html` <span class="zweifel">zweifelhaft: ${doubts.join(' ')}</span>`
  }</div>`
}
