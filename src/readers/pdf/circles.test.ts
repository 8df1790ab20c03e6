import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pdfOf } from '../../../test/pdf-bytes.ts'
import { compose } from '../compose.ts'
import { pdfReader } from '../pdf.ts'
import { DEFAULT_LIMITS } from '../reader.ts'

const HEIGHT = 842
/** A circle in so many curves, painted by an operator (`S` around, `f` filled, `B` both). */
function circle(x: number, y: number, radius: number, paint: string, curves = 4): string {
  return `${curvesOf(x, y, radius, curves)} h ${paint}`
}

function curvesOf(x: number, y: number, radius: number, curves: number): string {
  const step = (2 * Math.PI) / curves
  const arm = (4 / 3) * Math.tan(step / 4) * radius
  const at = (angle: number, along: number) =>
    `${x + radius * Math.cos(angle) - along * Math.sin(angle)} ${HEIGHT - y + radius * Math.sin(angle) + along * Math.cos(angle)}`
  const parts = Array.from({ length: curves }, (_, index) => {
    const [from, to] = [index * step, (index + 1) * step]
    return `${at(from, arm)} ${at(to, -arm)} ${at(to, 0)} c`
  })
  return `${at(0, 0)} m ${parts.join(' ')}`
}

async function textOf(content: readonly string[], labels: readonly (readonly [x: number, y: number, text: string])[]) {
  const text = labels.map(([x, y, words]) => ({ x, y, text: words }))
  const { blocks } = await pdfReader.read(pdfOf([{ text, content: content.join('\n') }]), DEFAULT_LIMITS)
  return compose(blocks).text
}

const LABELS = [
  [84, 140, 'ja'],
  [164, 140, 'nein'],
] as const

describe('circles to choose by', () => {
  test('a ring with a dot is chosen, each before its label', async () => {
    const content = [circle(76, 136, 4.5, 'S'), circle(156, 136, 4.5, 'S'), circle(156, 136, 2, 'f')]
    assert.equal(await textOf(content, LABELS), '☐ ja\t☒ nein')
  })
  test('as browsers draw them: a white ground, a ring, a dot, in many curves', async () => {
    const button = (x: number) => [circle(x, 136, 4.7, '1 g f 0 g', 32), circle(x, 136, 4.5, 'S', 32)]
    const content = [...button(76), circle(76, 136, 2.9, 'f', 16), ...button(156)]
    assert.equal(await textOf(content, LABELS), '☒ ja\t☐ nein')
  })
  test('a ring filled between two circles, and a full one beside hollow ones', async () => {
    const ring = (x: number) => `${curvesOf(x, 136, 4.5, 4)} h ${curvesOf(x, 136, 4, 4)} h f*`
    assert.equal(await textOf([ring(76), circle(156, 136, 4.5, 'f')], LABELS), '☐ ja\t☒ nein')
  })
  test('under each other, each with its label; a cross chooses, too', async () => {
    const ys = [140, 158, 176]
    const labels = ['konsumtiv', 'investiv', 'beides'].map((text, index) => [90, ys[index] ?? 0, text] as const)
    const cross = `73 ${HEIGHT - 151} m 79 ${HEIGHT - 157} l S 79 ${HEIGHT - 151} m 73 ${HEIGHT - 157} l S`
    const text = await textOf([...ys.map((y) => circle(76, y - 4, 5, 'S')), cross], labels)
    assert.equal(text, '☐ konsumtiv\n☒ investiv\n☐ beides')
  })
  test('a circle alone, around a number, or as small as a bullet is none', async () => {
    assert.doesNotMatch(await textOf([circle(76, 136, 4.5, 'S')], LABELS), /[☐☒]/)
    const around = [
      [73.5, 140, '1'],
      [153.5, 140, '2'],
      ...LABELS.map(([x, y, text]) => [x + 4, y, text] as const),
    ] as const
    assert.doesNotMatch(await textOf([circle(76, 136, 7, 'S'), circle(156, 136, 7, 'S')], around), /[☐☒]/)
    assert.doesNotMatch(await textOf([circle(76, 136, 2.7, 'S'), circle(156, 136, 2.7, 'S')], LABELS), /[☐☒]/)
  })
})
