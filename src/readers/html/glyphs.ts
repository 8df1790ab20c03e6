/**
 * Signs that are drawn, not written: boxes as pictures, boxes and bullets in symbol fonts, private-use code points,
 * ligatures.
 *
 * Source: code charts of Wingdings and Symbol as word processors save them to HTML (plain letters in the font, or
 * 0xF000 + code).
 */

export type SymbolFont = 'wingdings' | 'symbol'

const WINGDINGS: Readonly<Record<string, string>> = {
  '\u00fe': '☒',
  '\u00fd': '☒',
  x: '☒',
  '\u00a8': '☐',
  o: '☐',
  q: '☐',
  '\u00fc': '✓',
  '\u00fb': '✗',
  '\u00a7': '▪',
  l: '•',
  n: '■',
  '\u00d8': '➢',
  '\u00e0': '→',
  '\u00e8': '➔',
  v: '❖',
  u: '◆',
  '\u009f': '•',
}
const SYMBOL: Readonly<Record<string, string>> = {
  '\u00b7': '•',
  '\u00ae': '→',
  '\u00de': '⇒',
  '\u00a3': '≤',
  '\u00b3': '≥',
  '\u00b1': '±',
}

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl' }

/** The symbol font a style or `face` attribute sets, if it sets one. */
export function symbolFontOf(style: string, face: string): SymbolFont | undefined {
  const family = `${/font-family\s*:\s*([^;]{0,200})/i.exec(style)?.[1] ?? ''} ${face}`.toLowerCase()
  const first = family.replace(/["'&]/g, '').trim()
  if (first.startsWith('wingdings')) return 'wingdings'
  return first.startsWith('symbol') ? 'symbol' : undefined
}

/** Signs of a symbol font as the signs they look like; a sign no chart knows stays. */
export function fromSymbolFont(text: string, font: SymbolFont): string {
  const chart = font === 'wingdings' ? WINGDINGS : SYMBOL
  return plainGlyphs([...text].map((sign) => chart[sign] ?? sign).join(''))
}

/** Private-use code points (0xF000 + Wingdings or Symbol code) and ligatures as plain signs. */
export function plainGlyphs(text: string): string {
  return text.replace(/[\uf020-\uf0ff\ufb00-\ufb04]/g, (sign) => {
    if (sign >= '\ufb00') return LIGATURES[sign] ?? sign
    const code = String.fromCharCode(sign.charCodeAt(0) - 0xf000)
    return (code === '\u00b7' ? '•' : WINGDINGS[code]) ?? sign
  })
}

const CHECKED =
  /^(?:(?:kästchen|checkbox|feld|box|kontrollkästchen)[ :,-]{0,3})?(?:angekreuzt|ausgewählt|markiert|aktiviert|checked|gesetzt)$/iu
const UNCHECKED =
  /^(?:(?:kästchen|checkbox|feld|box|kontrollkästchen)[ :,-]{0,3})?(?:(?:nicht[ -](?:angekreuzt|ausgewählt|markiert|aktiviert|gesetzt))|unchecked|not checked|leeres? (?:kästchen|feld))$/iu

/** A picture of a box, by its description or, without one, by its file name. */
export function boxOfPicture(alt: string, src: string): string | undefined {
  const words = alt.trim()
  if (UNCHECKED.test(words)) return ' ☐ '
  if (CHECKED.test(words)) return ' ☒ '
  const file = src.toLowerCase().split(/[?#]/)[0]?.split('/').pop() ?? ''
  if (words) return undefined
  if (/^(?:checkbox|box|cb)[-_]?(?:unchecked|off|leer|empty|0)\./.test(file) || /^unchecked\./.test(file)) return ' ☐ '
  if (/^(?:checkbox|box|cb)[-_]?(?:checked|on|x|1)\./.test(file) || /^checked\./.test(file)) return ' ☒ '
  return undefined
}
