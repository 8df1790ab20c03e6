/**
 * Names and telephone numbers that stand behind or below a label: on its line, in its column, in the row of values
 * below a row of labels (also where columns have become runs of blanks), or in the block of values below a block of labels.
 *
 * Units: UTF-16 offsets into the text.
 * Source: heads of papers as councils print them.
 */
import { CALLED, CLERK, CLERK_HINT, LABEL_ALONE, MAIL, NEXT_LABEL, PERHAPS, PHONE, ROOM } from './labels.ts'
import { cellsOf, linesOf, type Stretch } from './lines.ts'
import { canBeName, isFullName, isUnit, namesOffice, personsIn, type Range, TITLED } from './names.ts'

/** How far down what only heads say is believed. */
export const HEAD = 4000

export interface Found extends Range {
  /** Said to be a clerk by a label that means nothing else. */
  readonly sure: boolean
}

type Kind = 'clerk' | 'perhaps' | 'phone' | 'other'

const BEHIND = new RegExp(
  String.raw`(?<![\p{L}-])(?:(${CLERK})|${PERHAPS})(?![\p{L}*_])(?: ?:(?!-?in(?:nen)?(?!\p{L}))|\t| ?\|)[\s:|]{0,6}([^\t\n;|]{2,120})`,
  'giu',
)
const BESIDE = new RegExp(
  String.raw`(?:^|\t| {2,}|\| ?)(${CLERK}) {1,3}(?=[\p{L}])([^\t\n;:|]{2,60}?)(?=$|\t| {2}| ?\(|,? ?(?:${PHONE}|${MAIL}|${ROOM})(?!\p{L}))`,
  'giu',
)
const ADDRESSED = new RegExp(String.raw`(?<![\p{L}-])${CLERK}[ :]{1,3}`, 'giu')
const ROLE_BEHIND = /([^\t\n,;:|()]{4,50}),? ?[(]?(?:Sachbearbeit|Bearbeit|Protokollführ|Verfass)er(?:in)?(?!\p{L})/gu
const NEXT_FIELD = new RegExp(
  String.raw`[,(]?\s*(?<!\p{L})(?:${PHONE}|${MAIL}|${ROOM}|Datum|Az|Aktenzeichen|Stand)(?!\p{L}).*$`,
  'iu',
)
/** Labels that are believed of somebody addressed behind them. */
const STRICT = /bearb|ansprech|ausk|verfass|rückfrag|kontakt/iu
/** Labels that are believed of a single word anywhere in a paper. */
const EVERYWHERE = /bearb|ansprech|ausk|verfass/iu
/** Without these nothing stands behind a label, and nobody is addressed: most lines that have a word of a label have neither. */
const BEHIND_HINT = /[:\t|]/
const ADDRESSED_HINT = /Herr|Frau|Hr\.|Fr\./
/** A line that has a label of its own. */
const FIELD = /^[\p{L} ./()*-]{2,40}:(?: |\t|$)/u
const NUMBER = /^(?:R |App\.? ?|DW )?[+(]?\d[\d ()/+–-]{1,30}$/u

/** Everything found by labels, in no order. */
export function foundByLabels(text: string): Found[] {
  const lines = linesOf(text)
  return lines.flatMap((line, at) => {
    const early = line.start < HEAD
    const hinted = CLERK_HINT.test(line.words)
    if (!hinted && !(early && CALLED.test(line.words))) return []
    const called = early && CALLED.test(`${line.words}\n${lines[at + 1]?.words ?? ''}`)
    return [...(hinted ? onLine(line, early, called) : []), ...below(lines, at, early)]
  })
}

/** `called`: a telephone stands beside, so that even a doubtful label names a clerk. */
function onLine(line: Stretch, early: boolean, called: boolean): Found[] {
  const found: Found[] = []
  for (const match of BEHIND_HINT.test(line.words) ? line.words.matchAll(BEHIND) : []) {
    const clerk = match[1] !== undefined
    const value = (match[2] ?? '').replace(NEXT_FIELD, '').replace(/ {2,}.*$/u, '')
    if (!clerk && namesOffice(value)) continue
    const start = line.start + match.index + match[0].length - (match[2]?.length ?? 0)
    found.push(
      ...inValue(
        { start, words: value },
        called || (clerk && (early || EVERYWHERE.test(match[1] ?? ''))),
        called || clerk,
      ),
    )
  }
  for (const match of line.words.matchAll(BESIDE)) {
    const value = match[2] ?? ''
    const start = line.start + match.index + match[0].length - value.length
    found.push(...inValue({ start, words: value }, early && /^\p{Lu}\S+$/u.test(value) && line.words.length < 60, true))
  }
  for (const match of ADDRESSED_HINT.test(line.words) ? line.words.matchAll(ADDRESSED) : []) {
    if (!STRICT.test(match[0])) continue
    const from = match.index + match[0].length
    const titled = [...line.words.slice(from, from + 60).matchAll(TITLED)].find(({ index }) => index === 0)
    if (titled && !namesOffice(titled[0])) found.push(range(line.start + from, titled[0], true))
  }
  if (early && /(?:arbeit|führ|fass)er/u.test(line.words))
    for (const match of line.words.matchAll(ROLE_BEHIND))
      found.push(...inValue({ start: line.start + match.index, words: match[1] ?? '' }, false, true))
  return found
}

function inValue({ start, words }: Stretch, single: boolean, sure: boolean): Found[] {
  return personsIn(words, single)
    .filter((one) => !LABEL_ALONE.test(words.slice(one.start, one.end)))
    .map((one) => ({ start: start + one.start, end: start + one.end, sure }))
}

function below(lines: readonly Stretch[], at: number, early: boolean): Found[] {
  const line = lines[at]
  if (!line) return []
  const cells = cellsOf(line)
  const kinds = cells.map(({ words }) => kindOf(words))
  if (cells.length === 1) {
    const row = early ? labelsIn(line.words) : []
    if (row.length > 1) return inRow(lines[at + 1], row)
    return kinds[0] && kinds[0] !== 'other' ? belowOne(lines, at, kinds[0], early) : []
  }
  if (!early || !kinds.some((kind) => kind === 'clerk' || kind === 'phone' || kind === 'perhaps')) return []
  if (kinds.filter(Boolean).length < 2 && !EVERYWHERE.test(line.words)) return []
  const next = lines[at + 1]
  if (!next || FIELD.test(next.words)) return []
  const values = cellsOf(next)
  if (values.length !== cells.length && !next.words.includes('\t'))
    return inRow(
      next,
      kinds.filter((kind) => kind !== null),
    )
  return kinds.flatMap((kind, column) => {
    const value = values[column]
    return kind && value ? asValue(value, kind, true) : []
  })
}

/** A label alone on its line: the value below it, or the block of values below a block of labels. */
function belowOne(lines: readonly Stretch[], at: number, kind: Kind, early: boolean): Found[] {
  let first = at
  while (first > 0 && kindOf(lines[first - 1]?.words.trim() ?? '')) first -= 1
  let last = at
  while (kindOf(lines[last + 1]?.words.trim() ?? '')) last += 1
  const place = at - first
  const count = last - first + 1
  const values = lines
    .slice(last + 1, last + 1 + count + (count > 1 && kind === 'clerk' ? 1 : 0))
    .map((line) => cellsOf(line)[0])
  return values.flatMap((value, index) => {
    if (!value) return []
    const near = Math.abs(index - place) <= (count > 1 ? 1 : 0)
    if (kind === 'perhaps' && index !== place) return []
    const taken = asValue(value, kind, early && near, near)
    const rest = lines[last + 2 + index]
    // "Quast," and the first name on the line below.
    return taken.length && value.words.endsWith(',') && rest && canBeName(rest.words.trim())
      ? [...taken, { start: rest.start, end: rest.start + rest.words.trimEnd().length, sure: kind === 'clerk' }]
      : taken
  })
}

function asValue(value: Stretch, kind: Kind, single: boolean, near = true): Found[] {
  if (kind === 'other') return []
  if (kind === 'phone') return near && NUMBER.test(value.words) ? [range(value.start, value.words, true)] : []
  if (kind === 'perhaps' && namesOffice(value.words)) return []
  return inValue(value, single && kind === 'clerk', kind === 'clerk')
}

/** The row of values below a row of labels whose columns are lost: everything in it that can be a name, or a number. */
function inRow(line: Stretch | undefined, kinds: readonly Kind[]): Found[] {
  if (!line || FIELD.test(line.words) || labelsIn(line.words).length > 1) return []
  const found: Found[] = []
  const clerk = kinds.includes('clerk')
  for (const cell of cellsOf(line)) {
    if (clerk)
      for (const run of cell.words.matchAll(
        /(?:(?:Dr\.|Prof\.|(?:von|van|zu|der|den|de|VON)(?!\p{L})|\p{Lu}[\p{L}'’.-]+,?) ?)+/gu,
      )) {
        let from = 0
        for (const word of run[0].matchAll(/[^ ,]+(?:,? ?|$)/gu))
          if (isOther(word[0].replace(/[, ]+$/, ''), run[0].slice(word.index + word[0].length)))
            from = word.index + word[0].length
        const name = run[0].slice(from).replace(/[ ,]+$/, '')
        if (canBeName(name) || isFullName(name)) found.push(range(cell.start + run.index + from, name, true))
      }
    if (kinds.includes('phone'))
      for (const number of cell.words.matchAll(/(?<![\d./])[+(]?\d[\d ()/–-]{1,24}\d(?![\d./])/gu))
        found.push(range(cell.start + number.index, number[0], true))
  }
  return found
}

/** A unit, a code ("IT" before "Quast", but not "ANA" in "QUAST, ANA") or an office. */
function isOther(word: string, rest: string): boolean {
  if (/^\p{Lu}{1,3}$/u.test(word)) return /^\p{Lu}\p{Ll}/u.test(rest)
  return isUnit(word) || namesOffice(word)
}

function range(start: number, words: string, sure: boolean): Found {
  return { start, end: start + words.length, sure }
}

function kindOf(words: string): Kind | null {
  if (words.length > 60) return null
  const groups = LABEL_ALONE.exec(words)?.groups
  if (!groups) return null
  return groups.clerk ? 'clerk' : groups.perhaps ? 'perhaps' : groups.phone ? 'phone' : 'other'
}

/** The kinds of the labels a line consists of; empty if anything else is on it. */
function labelsIn(words: string): Kind[] {
  const kinds: Kind[] = []
  let rest = words.trim()
  while (rest && rest.length < 200) {
    const match = NEXT_LABEL.exec(rest)
    if (!match?.groups) return []
    const { clerk, perhaps, phone } = match.groups
    kinds.push(clerk ? 'clerk' : perhaps ? 'perhaps' : phone ? 'phone' : 'other')
    rest = rest.slice(match[0].length)
  }
  return kinds
}
