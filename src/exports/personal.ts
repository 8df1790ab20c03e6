/**
 * Where a paper names its clerks: names behind a label, telephone and fax numbers, e-mail addresses.
 *
 * Units: UTF-16 offsets into the text.
 * Reads: the text alone. In doubt it takes too much: what is masked here can be looked up in the paper itself.
 * Source: heads of papers as councils print them.
 */

export interface Range {
  readonly start: number
  readonly end: number
}

/** How far down what only heads say is believed. */
const HEAD = 4000

const IN = String.raw`(?:(?:\/-?|:|\*|_|\()?in\)?|In)?`
const NAMED = `(?:Bearbeitet von|Bearbeiter${IN}|Bearbeitung|Sachbearbeiter${IN}|Sachbearbeitung|Ansprechpartner${IN}|Ansprechperson|Auskunft (?:erteilt|gibt)|Auskünfte (?:erteilt|gibt)|Verfasser${IN}|Verfasst von|Erstellt (?:von|durch)|Aufgestellt von|Kontakt(?:person)?|Zuständige[rn]? (?:Mitarbeiter${IN}|Sachbearbeiter${IN})|Mitarbeiter${IN}|Schriftführer${IN}|Protokollführer${IN}|Rückfragen (?:an|bei)|Unser Zeichen|Es schreibt Ihnen)`
const NAMED_IN_HEAD = String.raw`(?:Verantwortlich(?:e\/r|e|er)?|Berichterstatter${IN}|Berichterstattung|Referent${IN}|Name)`
const PHONE = String.raw`(?:Telefon|Telefax|Tel|Fax|Fernruf|Hausruf|Rufnummer|Durchwahl|Apparat|Handy|Mobiltelefon)(?:[-\s]?(?:Nr|Nummer|Durchwahl|nummer)\b)?|(?:Ruf|App|Mobil)(?=\.?:|\.)`
const NUMBER = String.raw`[+(]?\d[\d ()/+.–-]{1,30}\d`

const EMAIL = /[\p{L}\d._%+-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\p{L}\d.-]{1,100}\.\p{L}{2,12}/giu
const LABELLED_PHONE = new RegExp(
  String.raw`(?<!\p{L})(?:${PHONE})(?:\s?\/\s?(?:Tele)?[Ff]ax)?[.:]{0,2}(?: ?Nr\.?:?)?[\s:.]{0,6}(${NUMBER})`,
  'giu',
)
const BARE_PHONE = [
  /(?:\+49|\b0049)[\d ()/–-]{5,20}\d/gu,
  /\(0\d{2,5}\) ?\d[\d –-]{2,14}/gu,
  /(?<![\d/.,-])0\d{2,5}(?: ?\/ ?| ?[–-] ?| )\d{2}[\d –-]{2,12}\d/gu,
]
const LABELLED_NAME = new RegExp(
  String.raw`(?<!\p{L})${NAMED}(?!\p{L})[ ]?(?::|\t|\n| )[\s:]{0,4}([^\t\n;|]{2,80})`,
  'gu',
)
const HEAD_NAME = new RegExp(String.raw`(?<!\p{L})${NAMED_IN_HEAD} ?(?::|\t)[\s:]{0,4}([^\t\n;|]{2,80})`, 'gu')
const BEFORE_PHONE = new RegExp(
  String.raw`(?:^|[\t\n,;:|(])[ ]?([^\t\n,;:|()\d]{3,40}?(?:, ?\p{Lu}[\p{L}-]{1,20})?),?[\t ]{1,3}\(?(?=(?:${PHONE})[.:\s])`,
  'giu',
)
const NAME_LABEL = new RegExp(`^(?:${NAMED}|${NAMED_IN_HEAD}):?$`, 'u')
const PHONE_LABEL = new RegExp(String.raw`^(?:${PHONE})[-.:\sNr]{0,6}$`, 'iu')
const TITLED = /(?<!\p{L})(?:Herrn?|Frau) (?:(?:Dr|Prof)\. ){0,2}\p{Lu}[\p{L}'-]{1,30}(?: \p{Lu}[\p{L}'-]{1,30})?/gu
const UNIT =
  /\d|amt(?!\p{L})|(?<!\p{L})(?:Amt|Dez|FB|FD|Dezernat|Fachbereich|Fachdienst|Referat|Abteilung|Sachgebiet|Stab|Büro|Team|Bereich|Verwaltung|Eigenbetrieb|Stadt|Gemeinde|Rat|Magistrat|Kämmerei|Fraktion)|(?:verwaltung|dienst|betrieb|bereich|dezernat|referat|abteilung|stelle|büro|werke|fraktion|ausschuss|bürgermeister(?:in)?|dezernent(?:in)?)(?!\p{L})/u

/** Without one of these nothing below finds anything; most cells and amounts have none. */
const ANY_SIGN =
  /@|[([]at[)\]]|tel|fax|ruf|durchwahl|apparat|handy|mobil|app|\+49|0\d{2}|bearbeit|ansprech|ausk|verfass|erstell|aufgestell|kontakt|zuständig|mitarbeit|führer|rückfrag|zeichen|schreibt|verantwort|bericht|referent|name/iu

/** The places, in order, not overlapping. `numbers` are paper numbers that look like telephone numbers and are none. */
export function personalRanges(text: string, numbers: readonly string[] = []): Range[] {
  if (!ANY_SIGN.test(text)) return []
  const found: Range[] = []
  const take = (start: number, words: string): void => {
    const trimmed = words.trim()
    const from = start + words.indexOf(trimmed)
    if (trimmed.length > 1) found.push({ start: from, end: from + trimmed.length })
  }
  for (const match of text.matchAll(EMAIL)) take(match.index, match[0])
  for (const match of text.matchAll(LABELLED_PHONE))
    take(match.index + match[0].length - (match[1]?.length ?? 0), match[1] ?? '')
  for (const pattern of BARE_PHONE)
    for (const match of text.slice(0, HEAD).matchAll(pattern))
      if (!numbers.some((number) => number.includes(match[0].trim()))) take(match.index, match[0])
  for (const [pattern, within] of [
    [LABELLED_NAME, text],
    [HEAD_NAME, text.slice(0, HEAD)],
  ] as const)
    for (const match of within.matchAll(pattern)) {
      const value = nameIn(match[1] ?? '')
      if (value) take(match.index + match[0].length - (match[1]?.length ?? 0), value)
    }
  for (const match of text.slice(0, HEAD).matchAll(BEFORE_PHONE)) {
    const value = match[1] ?? ''
    if (isPerson(value)) take(match.index + match[0].indexOf(value), value)
  }
  for (const { start, words } of cellsBelow(text)) take(start, words)
  for (const { start, end } of linesWith(text, found))
    for (const match of text.slice(start, end).matchAll(TITLED)) take(start + match.index, match[0])
  for (const words of new Set(found.flatMap(({ start, end }) => spellings(text.slice(start, end)))))
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) take(at, words)
  return merged(found)
}

/** The words masked, as they may stand elsewhere: never so short that they could mean something else. */
export function spellings(words: string): string[] {
  const name = words.replace(/^(?:Herrn?|Frau) (?:(?:Dr|Prof)\. )*/u, '').trim()
  const [last = '', first = ''] = name.split(/, ?/)
  const turned = first && !/\d/.test(name) ? [`${first} ${last}`] : []
  const family = /[\d@]/.test(name) ? '' : first ? last : (name.split(' ').at(-1) ?? '')
  const titled = family.length > 2 ? [`Frau ${family}`, `Herr ${family}`, `Herrn ${family}`] : []
  const known = [words, name, ...turned].filter(
    (one) => one.replace(/[^\p{L}\d]/gu, '').length >= 6 && (/[@\d]/.test(one) || /[ ,]/.test(one)),
  )
  return [...new Set([...known, ...titled])]
}

/** The part of what stands behind a label that names a person; empty if it names a unit. */
function nameIn(value: string): string {
  const words = value
    .replace(new RegExp(String.raw`[,(]?\s*(?:${PHONE}|E-?Mail|Datum|Az)(?!\p{L}).*$`, 'iu'), '')
    .replace(/ {2,}.*$/u, '')
  if (/:\s*$/.test(words) || UNIT.test(words) || !/\p{Lu}/u.test(words)) return ''
  return words
}

function isPerson(words: string): boolean {
  const value = words.trim()
  return (
    /^(?:(?:Herrn?|Frau|Dr\.|Prof\.) ){0,3}\p{Lu}[\p{Ll}'-]+(?:[ ,-]{1,2}\p{Lu}[\p{L}.'-]*){0,3}$/u.test(value) &&
    !UNIT.test(value)
  )
}

/** Labels that head a column: the cell below them. */
function cellsBelow(text: string): { start: number; words: string }[] {
  const lines = text.slice(0, HEAD).split('\n')
  const found: { start: number; words: string }[] = []
  let at = 0
  for (const [index, line] of lines.entries()) {
    const heads = line.split('\t')
    const gap = lines[index + 1]?.trim() === '' ? 1 : 0
    const below = lines[index + 1 + gap]?.split('\t') ?? []
    let start = at + line.length + 1 + (gap ? (lines[index + 1]?.length ?? 0) + 1 : 0)
    for (const [column, cell] of below.entries()) {
      const head = heads[column]?.trim() ?? ''
      const named = NAME_LABEL.test(head) && nameIn(cell)
      const called = PHONE_LABEL.test(head) && /\d/.test(cell) && /^[\d ()/+.–-]+$/.test(cell.trim())
      if (heads.length > 1 && (named || called)) found.push({ start, words: cell })
      start += cell.length + 1
    }
    at += line.length + 1
  }
  return found
}

/** The lines of the head in which something was found. */
function linesWith(text: string, found: readonly Range[]): Range[] {
  return found
    .filter(({ start }) => start < HEAD)
    .map(({ start, end }) => {
      const stop = text.indexOf('\n', end)
      return { start: text.lastIndexOf('\n', start) + 1, end: stop < 0 ? text.length : stop }
    })
}

function merged(ranges: readonly Range[]): Range[] {
  const out: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}
