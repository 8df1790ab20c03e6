/**
 * Circles to choose by (radio buttons), drawn as curves: a ring, with a dot or a cross in it if it is chosen.
 *
 * What is drawn tells no colour: a disc as large as its ring is its ground, unless other rings of the page have none.
 * Units: points from the top left corner.
 */
import type { Square } from '../../layout/items.ts'

type Box = Square['box']
type Point = readonly [x: number, y: number]

/** Part of a path: its corners and the ends of its curves. */
export interface Subpath {
  readonly points: readonly Point[]
  readonly curves: number
  /** The length of its longest straight line. */
  readonly straight: number
}

export interface Circles {
  /** Drawn around. */
  readonly rings: Box[]
  /** Filled. */
  readonly discs: Box[]
}

/** A ring measures this much; it is round if all ends of its curves lie this close to it, in parts of its radius. */
const RING = { least: 5, most: 18, round: 0.06 }
/** A dot is at most so much of its ring. */
const DOT = 0.8
const SAME = 1.2
const MOST = 200

/** The circle a part of a path is, if it is one of the size that matters. */
export function circleOf({ points, curves, straight }: Subpath): Box | undefined {
  if (curves < 4 || straight > 0.2) return undefined
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const radius = widthOf(box) / 2
  if (2 * radius > RING.most || radius < 0.5 || Math.abs(widthOf(box) - (box[3] - box[1])) > 2 * RING.round * radius)
    return undefined
  const [x, y] = centreOf(box)
  const isRound = points.every((point) => Math.abs(Math.hypot(point[0] - x, point[1] - y) / radius - 1) < RING.round)
  return isRound ? box : undefined
}

/** Note the circles of one painted path. A ring may be filled, too: as what lies between two circles. */
export function addCircles(found: readonly Box[], isFilled: boolean, isStroked: boolean, circles: Circles): void {
  const [first, second] = found
  const isRing = isFilled && first && second && found.length === 2 && areConcentric(first, second)
  if (isRing) circles.rings.push(widthOf(first) > widthOf(second) ? first : second)
  else {
    if (isFilled) circles.discs.push(...found)
    if (isStroked) circles.rings.push(...found)
  }
}

/** The circles to choose by; `strokes` are the slanting lines of crosses. */
export function choicesOf({ rings, discs }: Circles, crosses: readonly Point[]): Square[] {
  if (rings.length > MOST || discs.length > MOST) return []
  const outer = distinct(rings.filter(isOfSize))
  const grounds = outer.map((ring) => discs.some((disc) => areSame(disc, ring)))
  const chosen = outer.map((ring, at) => {
    const isDotted = discs.some((disc) => areConcentric(disc, ring) && widthOf(disc) < DOT * widthOf(ring))
    const isCrossed = crosses.some(([x, y]) => x > ring[0] && x < ring[2] && y > ring[1] && y < ring[3])
    const isFull = grounds[at] && outer.some((other, index) => !grounds[index] && arePeers(ring, other))
    return isDotted || isCrossed || isFull === true
  })
  const hollow = outer.filter((_, at) => !chosen[at])
  const full = distinct(discs.filter(isOfSize)).filter(
    (disc) => !outer.some((ring) => areConcentric(ring, disc)) && hollow.some((ring) => arePeers(ring, disc)),
  )
  return [
    ...outer.map((box, at) => ({ box, marked: chosen[at] === true, round: true as const })),
    ...full.map((box) => ({ box, marked: true, round: true as const })),
  ]
}

function isOfSize(box: Box): boolean {
  return widthOf(box) >= RING.least
}

/** Of concentric ones the outermost. */
function distinct(boxes: readonly Box[]): Box[] {
  const sorted = [...boxes].sort((a, b) => widthOf(b) - widthOf(a))
  return sorted.filter((box, at) => !sorted.slice(0, at).some((other) => areConcentric(other, box)))
}

/** Alike in size, in one row or one column. */
function arePeers(a: Box, b: Box): boolean {
  const [ax, ay] = centreOf(a)
  const [bx, by] = centreOf(b)
  return Math.abs(widthOf(a) - widthOf(b)) < SAME && (Math.abs(ay - by) < 2 || Math.abs(ax - bx) < 2)
}

function areSame(a: Box, b: Box): boolean {
  return areConcentric(a, b) && Math.abs(widthOf(a) - widthOf(b)) < SAME
}

function areConcentric(a: Box, b: Box): boolean {
  const [ax, ay] = centreOf(a)
  const [bx, by] = centreOf(b)
  return Math.hypot(ax - bx, ay - by) < SAME
}

function widthOf(box: Box): number {
  return box[2] - box[0]
}

function centreOf(box: Box): Point {
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
}
