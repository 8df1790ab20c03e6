/**
 * What is drawn on a page: straight rules (also those drawn as thin filled rectangles, as browsers do), small squares
 * with or without a mark in them, circles to choose by, dots, and how many images.
 *
 * Units: points from the top left corner. Clip paths are drawn nowhere and ignored: Word writes hundreds.
 */
import type { Rule, Square } from '../../layout/items.ts'
import { addCircles, type Circles, choicesOf, circleOf, type Subpath } from './circles.ts'
import type { Drawing } from './engine.ts'
import { apply, type Matrix, multiply } from './matrix.ts'

export interface DrawnOps {
  readonly setFont: number
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly constructPath: number
  readonly endPath: number
  readonly fill: number
  readonly eoFill: number
  readonly fillStroke: number
  readonly eoFillStroke: number
  readonly closeFillStroke: number
  readonly closeEOFillStroke: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly paintImageXObject: number
  readonly paintImageMaskXObject: number
  readonly paintInlineImageXObject: number
  readonly setTextRenderingMode: number
}

interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Line = readonly [x1: number, y1: number, x2: number, y2: number]

/** A rule is at most this thick. */
const THICK = 3
/** A box to tick measures this much on each side. */
const SQUARE = { least: 5, most: 18, skew: 2.5 }
const MOST_RULES = 20_000
/** Text rendering mode: neither filled nor drawn. */
const INVISIBLE = 3
/** A page with more squares than this holds a drawing, not a form. */
const MOST_SQUARES = 500
/** A bullet measures this much on each side; with more of them it is a plan or a pattern. */
const DOT = { least: 1.5, most: 6, skew: 0.7 }
const MOST_DOTS = 120

/** What is filled but not drawn around, and what is too small for a box. */
interface Filled {
  readonly squares: Square['box'][]
  readonly dots: Square['box'][]
}

/** All that is drawn so far. */
interface Found {
  readonly lines: Line[]
  readonly squares: Square['box'][]
  readonly filled: Filled
  readonly circles: Circles
  /** Straight lines that are no part of a curve. */
  readonly strokes: Line[]
}

/** Read the operator list of a page; `page` maps to the page as shown. */
export function drawingOf(list: Operators, ops: DrawnOps, page: Matrix, pageArea: number): Drawing {
  let matrix = page
  const saved: Matrix[] = []
  const lines: Line[] = []
  const squares: Square['box'][] = []
  const filled: Filled = { squares: [], dots: [] }
  const circles: Circles = { rings: [], discs: [] }
  const strokes: Line[] = []
  let images = 0
  let scan = false
  let invisible = false
  for (let at = 0; at < list.fnArray.length; at++) {
    const fn = list.fnArray[at]
    const args = list.argsArray[at]
    if (fn === ops.save) saved.push(matrix)
    else if (fn === ops.restore || fn === ops.paintFormXObjectEnd) matrix = saved.pop() ?? page
    else if (fn === ops.transform) matrix = multiply(matrix, numbers(args))
    else if (fn === ops.paintFormXObjectBegin) {
      saved.push(matrix)
      const inner = Array.isArray(args) ? numbers(args[0]) : []
      if (inner.length === 6) matrix = multiply(matrix, inner)
    } else if (fn === ops.paintImageXObject || fn === ops.paintImageMaskXObject || fn === ops.paintInlineImageXObject) {
      images++
      // an image fills the unit square
      scan ||= Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) > 0.7 * pageArea
    } else if (fn === ops.setTextRenderingMode) invisible ||= Array.isArray(args) && args[0] === INVISIBLE
    if (fn === ops.constructPath && lines.length < MOST_RULES)
      pathInto(args, ops, matrix, { lines, squares, filled, circles, strokes })
  }
  const round = choicesOf(circles, strokes.filter(isSlanting).map(middleOf))
  return {
    rules: rulesOf(lines),
    squares: [...(squares.length > MOST_SQUARES ? [] : squaresOf(squares, filled.squares, lines)), ...round],
    dots: filled.dots.length > MOST_DOTS ? [] : filled.dots.filter((dot) => !round.some(({ box }) => holds(box, dot))),
    images,
    scan,
    layer: scan && invisible,
  }
}

function numbers(args: unknown): ArrayLike<number> {
  if (args instanceof Float32Array) return args
  return Array.isArray(args) ? args.map(Number) : []
}

function pathInto(
  args: unknown,
  ops: DrawnOps,
  matrix: Matrix,
  { lines, squares, filled, circles, strokes }: Found,
): void {
  if (!Array.isArray(args) || args[0] === ops.endPath || !Array.isArray(args[1])) return
  // a filled area is shading, not a border: only what is thin is a line
  const isFilled = args[0] === ops.fill || args[0] === ops.eoFill
  const isBoth =
    args[0] === ops.fillStroke ||
    args[0] === ops.eoFillStroke ||
    args[0] === ops.closeFillStroke ||
    args[0] === ops.closeEOFillStroke
  const found: Square['box'][] = []
  const subpaths = args[1].flatMap((path) => subpathsOf(numbers(path), matrix))
  const round = subpaths.map((sub) => circleOf(sub))
  if (round.length <= 2 && round.every((box) => box !== undefined))
    addCircles(round, isFilled || isBoth, !isFilled, circles)
  for (const { points: sub, curves } of subpaths) {
    const box = boxOf(sub)
    const [width, height] = [box[2] - box[0], box[3] - box[1]]
    if (isDot(width, height) && (isFilled || !isSquare(width, height))) filled.dots.push(box)
    if (isSquare(width, height) && sub.length >= 4 && sub.every((point) => isAtEdge(point, box))) found.push(box)
    else if (sub.length >= 4 && Math.min(width, height) <= THICK && Math.max(width, height) > THICK) {
      // a thin filled rectangle: its middle line
      if (width > height) lines.push([box[0], (box[1] + box[3]) / 2, box[2], (box[1] + box[3]) / 2])
      else lines.push([(box[0] + box[2]) / 2, box[1], (box[0] + box[2]) / 2, box[3]])
    } else {
      for (let i = 1; i < sub.length; i++) {
        const [from, to] = [sub[i - 1], sub[i]]
        if (!from || !to) continue
        const line: Line = [from[0], from[1], to[0], to[1]]
        if (!isFilled || isSlanting(line)) lines.push(line)
        if (!curves) strokes.push(line)
      }
    }
  }
  // filled, a square is a bullet, unless another one is left out of it
  if (!isFilled || found.length > 1) squares.push(...found)
  else if (filled.squares.length < MOST_SQUARES) filled.squares.push(...found)
}

function isSlanting(line: Line): boolean {
  return Math.abs(line[0] - line[2]) > 1.5 && Math.abs(line[1] - line[3]) > 1.5
}

function middleOf([x1, y1, x2, y2]: Line): readonly [number, number] {
  return [(x1 + x2) / 2, (y1 + y2) / 2]
}

function holds(outer: Square['box'], inner: Square['box']): boolean {
  return isIn((inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2, outer)
}

/** The polygons of a path: 0 moves, 1 draws a line, 2 and 3 draw curves, 4 closes. */
function subpathsOf(path: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subs: { points: (readonly [number, number])[]; curves: number; straight: number }[] = []
  let sub: (readonly [number, number])[] = []
  const lineTo = (end: readonly [number, number]) => {
    const [open, last] = [subs.at(-1), sub.at(-1)]
    if (open && last) open.straight = Math.max(open.straight, Math.hypot(end[0] - last[0], end[1] - last[1]))
    sub.push(end)
  }
  const point = (at: number) => apply(matrix, path[at] ?? 0, path[at + 1] ?? 0)
  for (let i = 0; i < path.length; ) {
    const op = path[i++]
    if (op === 0) {
      sub = [point(i)]
      subs.push({ points: sub, curves: 0, straight: 0 })
      i += 2
    } else if (op === 1) {
      lineTo(point(i))
      i += 2
    } else if (op === 2 || op === 3) {
      i += op === 2 ? 6 : 4
      sub.push(point(i - 2))
      const open = subs.at(-1)
      if (open) open.curves++
    } else if (op === 4) {
      const first = sub[0]
      if (first) lineTo(first)
    } else break
  }
  return subs
}

function boxOf(points: readonly (readonly [number, number])[]): Square['box'] {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const point of points) {
    left = Math.min(left, point[0])
    top = Math.min(top, point[1])
    right = Math.max(right, point[0])
    bottom = Math.max(bottom, point[1])
  }
  return [left, top, right, bottom]
}

function isSquare(width: number, height: number): boolean {
  return (
    Math.min(width, height) >= SQUARE.least &&
    Math.max(width, height) <= SQUARE.most &&
    Math.abs(width - height) <= SQUARE.skew
  )
}

function isDot(width: number, height: number): boolean {
  return (
    Math.min(width, height) >= DOT.least && Math.max(width, height) <= DOT.most && Math.abs(width - height) <= DOT.skew
  )
}

function isAtEdge([x, y]: readonly [number, number], box: Square['box']): boolean {
  const near = (a: number, b: number) => Math.abs(a - b) < 1.5
  return (near(x, box[0]) || near(x, box[2])) && (near(y, box[1]) || near(y, box[3]))
}

function rulesOf(lines: readonly Line[]): Rule[] {
  const rules: Rule[] = []
  for (const [x1, y1, x2, y2] of lines) {
    const flat = Math.abs(y1 - y2) < 1 && Math.abs(x1 - x2) > 2
    const upright = Math.abs(x1 - x2) < 1 && Math.abs(y1 - y2) > 2
    if (flat || upright)
      rules.push({ x1: Math.min(x1, x2), y1: Math.min(y1, y2), x2: Math.max(x1, x2), y2: Math.max(y1, y2) })
  }
  return rules
}

/**
 * A square is marked if a slanting line runs inside it. A square drawn twice (filled, then stroked) is one. A square
 * that is only filled counts if it is marked: browsers fill ticked boxes.
 */
function squaresOf(
  stroked: readonly Square['box'][],
  filled: readonly Square['box'][],
  lines: readonly Line[],
): Square[] {
  const found: Square[] = []
  const slanting = lines.filter(isSlanting)
  const isMarked = (box: Square['box']) => slanting.some(([x1, y1, x2, y2]) => isIn((x1 + x2) / 2, (y1 + y2) / 2, box))
  for (const box of [...stroked, ...filled.filter(isMarked)]) {
    if (found.some((other) => Math.abs(other.box[0] - box[0]) < 4 && Math.abs(other.box[1] - box[1]) < 4)) continue
    found.push({ box, marked: isMarked(box) })
  }
  return found
}

function isIn(x: number, y: number, box: Square['box']): boolean {
  return x > box[0] - 1 && x < box[2] + 1 && y > box[1] - 1 && y < box[3] + 1
}
