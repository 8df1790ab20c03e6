import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pageEdges } from './page-edges.ts'

/** The lines that are taken for running heads and feet. */
function edgesOf(text: string): string[] {
  const lines = text.replaceAll('\f', '\n\f\n').split('\n')
  return [...pageEdges(lines)].sort((a, b) => a - b).map((at) => lines[at]?.trim() ?? '')
}

/** What a page says, unlike any other. */
const page = (number: number): string => ['Stege', 'Bänke', 'Beete', 'Wege'].slice(number - 1, number + 1).join(' und ')

test('a foot that counts the pages, though the first has none', () => {
  const text = `Stadt Seewalde\n${page(1)}\f${page(2)}\n\nV1189/31      2/3\f${page(3)}\nV1189/31      3/3`
  assert.deepEqual(edgesOf(text), ['V1189/31      2/3', 'V1189/31      3/3'])
})

test('a head that comes back; the letterhead of the first page stays', () => {
  const text = `Stadt Seewalde, Vorlage 12/31\n${page(1)}\fStadt Seewalde, Vorlage 12/31\n${page(2)}`
  assert.deepEqual(edgesOf(text), ['Stadt Seewalde, Vorlage 12/31'])
})

test('the heads of a table that goes on stay', () => {
  const row = 'Steg        Länge        Kosten'
  assert.deepEqual(edgesOf(`${page(1)}\f${row}\n${page(2)}\f${row}\n${page(3)}`), [])
})

test('text that is alike in the middle of pages stays', () => {
  const same = 'Die Verwaltung empfiehlt, zuzustimmen.'
  const far = 'a b c\nd e f\ng h i\nj k l\nm n o\np q r'
  assert.deepEqual(edgesOf(`${far}\n${same}\n${far}x\f${far}y\n${same}\n${far}z`).includes(same), false)
})

test('a head on every page is found whatever the pages hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{4,12}( [a-z]{4,12}){3}$/), { minLength: 8, maxLength: 8 }),
      (lines) => {
        fc.pre(new Set(lines).size === lines.length)
        const pages = [lines.slice(0, 4), lines.slice(4)].map(
          (own, at) => `Vorlage 12/2031 vom 3.2.2031, Blatt ${at + 1}\n${own.join('\n')}`,
        )
        return edgesOf(pages.join('\f')).join() === 'Vorlage 12/2031 vom 3.2.2031, Blatt 2'
      },
    ),
  )
})
