/**
 * Symbol fonts: what a character is worth that only looks like itself in the right font.
 *
 * A box to tick becomes `☐` or `☒`, a bullet `•`. Embedded symbol fonts come as private use characters (U+F000 plus the
 * code), others as plain letters; only the font's name tells those from text.
 * Source: the code charts of Wingdings, Wingdings 2, Webdings, ZapfDingbats and Symbol.
 */

export const EMPTY_BOX = '☐'
export const TICKED_BOX = '☒'

/** Letters, digits and marks that mean the same in every font. */
const PLAIN = /^[\t -~\u00a1-\u024f\u2013-\u201e\u2022\u2026€]*$/

/** The text of an item as it is meant. `font` is the font's real name, `''` if it is not known. */
export function meant(text: string, font: string): string {
  const table = tableNamed(font)
  if (!table && PLAIN.test(text)) return text
  let out = ''
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    const isPrivate = code >= 0xf000 && code <= 0xf0ff
    if (isPrivate) out += (table ?? STAND_IN)[code - 0xf000] ?? (code === 0xf0b7 ? '•' : '')
    else if (table && code < 0x100) out += table[code] ?? (table === SYMBOL ? char : '•')
    else out += UNICODE.get(char) ?? char
  }
  return out
}

type Table = Readonly<Record<number, string>>

/** Of the fonts asked for last: each of a paper's words asks. */
const asked = new Map<string, Table | undefined>()
const MOST_ASKED = 64

function tableNamed(font: string): Table | undefined {
  if (asked.has(font)) return asked.get(font)
  if (asked.size >= MOST_ASKED) asked.clear()
  const table = tableOf(font)
  asked.set(font, table)
  return table
}

function tableOf(font: string): Table | undefined {
  const name = font
    .replace(/^[A-Z]{6}\+/, '')
    .replaceAll(/[\s_-]/g, '')
    .toLowerCase()
  if (name.startsWith('wingdings2')) return WINGDINGS2
  if (name.startsWith('wingdings3')) return {}
  if (name.startsWith('wingdings')) return WINGDINGS
  if (name.startsWith('webdings')) return WEBDINGS
  if (name.startsWith('zapfdingbats') || name.includes('itczapfdingbats') || name.startsWith('dingbats'))
    return DINGBATS
  if (/^symbol(?:mt|ps|neu)?(?:,|$)/.test(name)) return SYMBOL
  return undefined
}

const WINGDINGS: Table = {
  32: ' ',
  108: '•',
  110: '▪',
  111: EMPTY_BOX,
  112: EMPTY_BOX,
  113: EMPTY_BOX,
  114: EMPTY_BOX,
  117: '•',
  118: '•',
  120: TICKED_BOX,
  158: '•',
  159: '•',
  161: '○',
  164: TICKED_BOX,
  167: '▪',
  168: EMPTY_BOX,
  183: '•',
  216: '➢',
  224: '→',
  232: '→',
  240: '→',
  251: '✗',
  252: '✓',
  253: TICKED_BOX,
  254: TICKED_BOX,
}

/** Signs of Wingdings 2 at codes where Wingdings has none. */
const UNRIVALLED: Table = {
  79: '✗',
  80: '✓',
  81: TICKED_BOX,
  82: TICKED_BOX,
  83: TICKED_BOX,
  84: TICKED_BOX,
  163: EMPTY_BOX,
}

const WINGDINGS2: Table = { 32: ' ', 42: EMPTY_BOX, 151: '•', 162: '▪', ...UNRIVALLED }

/** A font that stands in for one that is not installed keeps the codes. */
const STAND_IN: Table = { ...UNRIVALLED, ...WINGDINGS }

const WEBDINGS: Table = { 32: ' ', 61: '•', 97: '✓', 99: EMPTY_BOX, 103: '■', 114: '✗' }

const DINGBATS: Table = {
  32: ' ',
  51: '✓',
  52: '✓',
  53: '✗',
  54: '✗',
  55: '✗',
  56: '✗',
  108: '•',
  109: '○',
  110: '■',
  111: EMPTY_BOX,
  112: EMPTY_BOX,
  113: EMPTY_BOX,
  114: EMPTY_BOX,
  117: '•',
  212: '→',
  213: '→',
  228: '➢',
}

/** Without an embedded font, pdf.js already gives Greek and mathematical characters. */
const SYMBOL: Table = { 183: '•', 45: '-', 167: '•', 176: '°', 177: '±', 179: '≥', 163: '≤', 174: '→', 222: '⇒' }

const UNICODE: ReadonlyMap<string, string> = new Map([
  ...[...'□❏❐❑❒▢⬜◻'].map((char) => [char, EMPTY_BOX] as const),
  ...[...'☑⌧⊠⮽🗹🗷☓🗵'].map((char) => [char, TICKED_BOX] as const),
  ...[...'◉⦿🔘'].map((char) => [char, TICKED_BOX] as const),
  ...[...'◯⚪⭘'].map((char) => [char, '○'] as const),
  ['⚫', '●'],
  // bullets of OpenSymbol
  ['\ue00a', '▪'],
  ['\ue00c', '•'],
  ['\u00a0', ' '],
  ['\u2007', ' '],
  ['\u202f', ' '],
  ['\u2011', '-'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬀ', 'ff'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'ft'],
])
