/**
 * Numbers that text extraction has glued to one another and to the words before them: every way to part them, and the
 * one way that a whole table proves.
 *
 * Never guesses. A way is proved by the numbers' shapes (each ends where its decimals, unit or thousands end:
 * `1,1330,04` is 1,13 and 30,04), by a relation that holds row by row (`8.2639.004741`: 9.004 − 8.263 = 741), or by the
 * sums in the last row.
 * Units: none; numbers stay as printed. Knows no words but the signs of money and measure.
 * Source: papers saved as text from PDF whose tables were pictures of a spreadsheet.
 */

/** One way to part the numbers at a line's end. */
export interface Parting {
  readonly numbers: readonly string[]
  /** Digits that belong to the words before (`… Typ 41901.250,00`: 4190 of the type, 1.250,00). */
  readonly rest: string
}

const UNIT = '(?:€|EUR|Euro|TEUR|T€|%)'
const NUMBER = new RegExp(`^[-–−]?(?:0|[1-9]\\d{0,2}(?:\\.\\d{3})*)(?:,\\d{1,3})?(?: ?${UNIT})?$`, 'u')
const TAIL = new RegExp(`(?:[-–−\\d.,]| ?${UNIT}(?=[-–−\\d]|$))+$`, 'u')
/** A longer line is running text; longer tails have too many ways. */
const LONGEST = 300
const MOST_DIGITS = 90
const LONGEST_NUMBER = 20
const MOST_WAYS = 4000
const MOST_REST = 5

/** The numbers at a line's end, still glued; empty if it ends in words. */
export function tailOf(line: string): string {
  if (line.length > LONGEST) return ''
  const found = TAIL.exec(line)?.[0].replace(/^[^\d–−-]+|^[–−-](?!\d)/u, '') ?? ''
  return /\d/.test(found) ? found.trim() : ''
}

/** Signs that tell a number of a table from a year, a number of a house or a type. */
const SIGN = /[.,€%]/

/** Is this no single number, but several glued together? */
export function isGlued(tail: string): boolean {
  return isNumbers(tail) && !NUMBER.test(tail)
}

/** Numbers that can be parted, if need be without some first digits. */
export function isNumbers(tail: string): boolean {
  if (!SIGN.test(tail) || tail.length > MOST_DIGITS) return false
  const digits = Math.min(MOST_REST, /^\d*/.exec(tail)?.[0].length ?? 0)
  return range(0, digits + 1).some((from) => fewestOf(tail.slice(from)) < Number.POSITIVE_INFINITY)
}

/** The fewest numbers a tail can be parted into with nothing left over. */
function fewestOf(tail: string): number {
  const fewest = [0]
  for (let end = 1; end <= tail.length; end++) {
    const counts = range(Math.max(0, end - LONGEST_NUMBER), end)
      .filter((start) => isNumber(tail, start, end))
      .map((start) => 1 + (fewest[start] ?? Number.POSITIVE_INFINITY))
    fewest[end] = Math.min(Number.POSITIVE_INFINITY, ...counts)
  }
  return fewest[tail.length] ?? Number.POSITIVE_INFINITY
}

/** A number stands there; a nought alone is none before another digit. */
function isNumber(tail: string, start: number, end: number): boolean {
  const number = tail.slice(start, end)
  return NUMBER.test(number) && !(number === '0' && /\d/.test(tail[end] ?? ''))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

/** The ways to part a tail into numbers, of a given shape or of any; none if there are too many. */
function partingsOf(tail: string, shape?: readonly string[]): Parting[] {
  if (tail.length > MOST_DIGITS) return []
  const ways: Parting[] = []
  const walk = (end: number, numbers: readonly string[]): void => {
    if (ways.length > MOST_WAYS) return
    const rest = tail.slice(0, end)
    // Digits left to the words end before a number, not before a nought of its own.
    const whole = !shape || numbers.length === shape.length
    if (numbers.length && whole && /^\d*$/.test(rest) && end <= MOST_REST && !(rest && numbers[0]?.startsWith('0')))
      ways.push({ numbers, rest })
    const wanted = shape?.[shape.length - numbers.length - 1]
    if (shape && wanted === undefined) return
    for (const start of range(Math.max(0, end - LONGEST_NUMBER), end).reverse()) {
      const number = tail.slice(start, end)
      if (isNumber(tail, start, end) && (!shape || shapeOf(number) === wanted)) walk(start, [number, ...numbers])
    }
  }
  walk(tail.length, [])
  return ways.length > MOST_WAYS ? [] : ways
}

/** How a number looks: its decimals and unit. */
function shapeOf(number: string): string {
  return `${/,(\d+)/.exec(number)?.[1]?.length ?? 0}${/[^\d.,–−-]+$/u.exec(number)?.[0].trim() ?? ''}`
}

/** Fewer rows prove no relation between their numbers. */
const PROVING = 4

/**
 * The one way to part the tails of all rows of a table, the last of which may be their sum.
 *
 * @returns
 *   A parting for each row, or `undefined` if none is proved.
 */
export function provedPartings(tails: readonly string[]): { partings: Parting[]; summed: boolean } | undefined {
  const [shortest] = tails.toSorted((a, b) => a.length - b.length)
  if (!shortest || !/\d/.test(shortest)) return undefined
  const shapes = [...new Set(partingsOf(shortest).map(({ numbers }) => numbers.map(shapeOf).join(' ')))]
    .map((shape) => shape.split(' '))
    .toSorted((a, b) => a.length - b.length)
    .map((shape) => ({ shape, same: tails.map((tail) => partingsOf(tail, shape)) }))
    .filter(({ shape, same }) => !isCutDecimal(shape) && same.every((own) => own.length > 0))
  for (const { same } of shapes) {
    const related = byRelation(same)
    if (related) return { partings: related, summed: false }
    const summed = bySums(same)
    if (summed) return { partings: summed, summed: true }
  }
  const shown = shapes.flatMap(({ shape, same }) => (byShape(same, tails) ?? []).map((ways) => ({ shape, ways })))
  const money = shown.filter(({ shape }) => shape.every((own) => own.startsWith('2')))
  const [one, ...more] = (money.length ? money : shown).map(({ ways }) => ways)
  return one && !more.length ? { partings: one, summed: false } : undefined
}

/** Decimals with a whole number glued to them (`81,8` and `6 €`) are one number, cut. */
function isCutDecimal(shape: readonly string[]): boolean {
  return shape.some((own, at) => /^[1-9]$/.test(own) && shape[at + 1]?.startsWith('0'))
}

/** Each row has one way of this shape, none needs fewer numbers, and every number shows where it ends. */
function byShape(same: readonly Parting[][], tails: readonly string[]): [Parting[]] | undefined {
  const found = same.map((own) => own.filter(({ rest }) => !rest))
  const sure = found.every((own, r) => {
    const [way, ...more] = own
    return way && !more.length && way.numbers.length === fewestOf(tails[r] ?? '') && endsShown(way.numbers)
  })
  return sure ? [found.flat()] : undefined
}

function endsShown(numbers: readonly string[]): boolean {
  return numbers.every(
    (number, at) => at === numbers.length - 1 || /[.,€%a-z]/iu.test(number) || /^[–−-]/u.test(numbers[at + 1] ?? ''),
  )
}

/** One column is the sum of two others or their difference, in every row and in one way only; last digits may be rounded. */
function byRelation(same: readonly Parting[][]): Parting[] | undefined {
  const width = same[0]?.[0]?.numbers.length ?? 0
  if (width < 3 || same.length < PROVING) return undefined
  const found: Parting[][] = []
  for (const [a, b, c] of triplesOf(width)) {
    const off = ({ numbers }: Parting): number =>
      Math.abs(thousandths(numbers[a] ?? '') + thousandths(numbers[b] ?? '') - thousandths(numbers[c] ?? ''))
    const step = 10 ** (3 - Number(/^\d/.exec(shapeOf(same[0]?.[0]?.numbers[c] ?? ''))?.[0] ?? 0))
    const holding = same.map((own) => own.filter((way) => !way.rest && off(way) <= step))
    if (!holding.every((own) => own.length === 1)) continue
    const ways = holding.flat()
    const proving = ways.filter(
      (way) => off(way) === 0 && [a, b].every((at) => thousandths(way.numbers[at] ?? '') !== 0),
    )
    if (proving.length >= PROVING && proving.length * 2 >= ways.length) found.push(ways)
  }
  const [one, ...others] = found
  return one && others.every((other) => sameWays(other, one)) ? one : undefined
}

function triplesOf(width: number): [number, number, number][] {
  const all = range(0, width)
  return all.flatMap((a) =>
    all
      .slice(a + 1)
      .flatMap((b) => all.filter((c) => c !== a && c !== b).map((c): [number, number, number] => [a, b, c])),
  )
}

function sameWays(a: readonly Parting[], b: readonly Parting[]): boolean {
  return a.every((way, r) => way.numbers.join('|') === b[r]?.numbers.join('|'))
}

/**
 * The last row is the sum of the others, in every column. Each row is parted as most are (counts of few digits, the last
 * number as long as can be) unless the sums say otherwise; with the fewest exceptions there must be one way only.
 */
function bySums(same: readonly Parting[][]): Parting[] | undefined {
  const rows = same.slice(0, -1)
  const totals = same.at(-1) ?? []
  if (rows.length < PROVING || (totals[0]?.numbers.length ?? 0) < 2) return undefined
  const ranked = rows.map((own) => own.toSorted((a, b) => digitsBefore(a) - digitsBefore(b) || lastOf(b) - lastOf(a)))
  const usual = ranked.map(([way]) => way as Parting)
  const sums = sumsOf(usual)
  const wanted = totals.map((total) => ({
    total,
    missing: total.numbers.map((n, c) => thousandths(n) - (sums[c] ?? 0)),
  }))
  const changes = ranked.flatMap((own, r) =>
    own.slice(1).map((way) => ({ r, way, by: changeOf(own[0] as Parting, way) })),
  )
  const settled = (by: readonly number[]): Parting[] =>
    wanted.filter(({ missing }) => missing.every((value, c) => value === by[c])).map(({ total }) => total)
  const none = settled(sums.map(() => 0))
  if (none.length) return none.length === 1 ? [...usual, ...none] : undefined
  const one = changes.flatMap((change) => settled(change.by).map((total) => ({ changes: [change], total })))
  const two = one.length
    ? one
    : changes.flatMap((a, n) =>
        changes
          .slice(n + 1)
          .filter((b) => b.r !== a.r)
          .flatMap((b) =>
            settled(a.by.map((value, c) => value + (b.by[c] ?? 0))).map((total) => ({ changes: [a, b], total })),
          ),
      )
  const [found, ...more] = two
  if (!found || more.length) return undefined
  return [...usual.map((way, r) => found.changes.find((change) => change.r === r)?.way ?? way), found.total]
}

function digitsBefore({ numbers }: Parting): number {
  return numbers.slice(0, -1).join('').length
}

function lastOf({ numbers }: Parting): number {
  return numbers.at(-1)?.length ?? 0
}

function sumsOf(ways: readonly Parting[]): number[] {
  return (ways[0]?.numbers ?? []).map((_, c) => ways.reduce((sum, way) => sum + thousandths(way.numbers[c] ?? ''), 0))
}

function changeOf(from: Parting, to: Parting): number[] {
  return from.numbers.map((number, c) => thousandths(to.numbers[c] ?? '') - thousandths(number))
}

/** A number in thousandths, as it is printed. */
function thousandths(number: string): number {
  const [whole = '', decimals = ''] = number.replace(/[^\d,–−-]/gu, '').split(',')
  const value = Number(whole.replace(/[–−-]/gu, '')) * 1000 + Number(decimals.padEnd(3, '0'))
  return /^[–−-]/u.test(whole) ? -value : value
}
