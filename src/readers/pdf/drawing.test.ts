import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type DrawnOps, drawingOf } from './drawing.ts'
import { IDENTITY } from './matrix.ts'

const NAMES = [
  'setFont',
  'save',
  'restore',
  'transform',
  'constructPath',
  'endPath',
  'fill',
  'eoFill',
  'paintFormXObjectBegin',
  'paintFormXObjectEnd',
  'paintImageXObject',
  'paintImageMaskXObject',
  'paintInlineImageXObject',
  'setTextRenderingMode',
] as const
const OPS = Object.fromEntries(NAMES.map((name, index) => [name, index])) as unknown as DrawnOps
const STROKE = 99

/** Paths, each painted in one way: 0 moves, 1 draws a line, 4 closes. */
function drawn(...paths: readonly (readonly [paint: number, path: readonly number[]])[]) {
  const args = paths.map(([paint, path]) => [paint, [Float32Array.from(path)]])
  return drawingOf({ fnArray: paths.map(() => OPS.constructPath), argsArray: args }, OPS, IDENTITY, 500_000)
}

const square = (x: number, y: number, side: number) => [
  0,
  x,
  y,
  1,
  x + side,
  y,
  1,
  x + side,
  y + side,
  1,
  x,
  y + side,
  4,
]
const tick = (x: number, y: number) => [0, x + 2, y + 5, 1, x + 4, y + 8, 1, x + 8, y + 2]

describe('what is drawn', () => {
  test('squares are boxes, marked if something slants in them', () => {
    const { squares } = drawn([STROKE, square(10, 10, 10)], [STROKE, square(40, 10, 10)], [STROKE, tick(40, 10)])
    assert.deepEqual(
      squares.map(({ marked }) => marked),
      [false, true],
    )
  })
  test('a square that is only filled is a box if it is ticked', () => {
    const { squares } = drawn([OPS.fill, square(10, 10, 10)], [STROKE, tick(10, 10)], [OPS.fill, square(40, 10, 10)])
    assert.deepEqual(squares, [{ box: [10, 10, 20, 20], marked: true }])
  })
  test('what is clipped away, or a filled area, is no rule', () => {
    assert.deepEqual(drawn([OPS.endPath, square(0, 0, 300)], [OPS.fill, square(0, 0, 300)]).rules, [])
    assert.equal(drawn([STROKE, square(0, 0, 300)]).rules.length, 4)
  })
  test('a thin filled rectangle is a rule', () => {
    const thin = [0, 10, 10, 1, 200, 10, 1, 200, 11, 1, 10, 11, 4]
    assert.deepEqual(drawn([OPS.fill, thin]).rules, [{ x1: 10, y1: 10.5, x2: 200, y2: 10.5 }])
  })
  test('a picture of the page with words nobody sees is a scan with a layer', () => {
    const page = (mode: number) =>
      drawingOf(
        {
          fnArray: [OPS.transform, OPS.paintImageXObject, OPS.setTextRenderingMode],
          argsArray: [[595, 0, 0, 842, 0, 0], ['', 1, 1], [mode]],
        },
        OPS,
        IDENTITY,
        595 * 842,
      )
    assert.deepEqual([page(3).scan, page(3).layer], [true, true])
    assert.deepEqual([page(0).scan, page(0).layer], [true, false])
  })
  test('small shapes are dots, unless they are a pattern', () => {
    assert.equal(drawn([OPS.fill, square(10, 10, 3)]).dots.length, 1)
    const pattern = Array.from({ length: 200 }, (_, index) => [OPS.fill, square(10 * index, 10, 3)] as const)
    assert.deepEqual(drawn(...pattern).dots, [])
  })
})
