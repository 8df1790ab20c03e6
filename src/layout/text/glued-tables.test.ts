import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isGlued, provedPartings, tailOf } from './glued-numbers.ts'
import { gluedTable } from './glued-tables.ts'
import { dividedWords, standingWords } from './glued-words.ts'

const numbersOf = (tails: readonly string[]) => provedPartings(tails)?.partings.map(({ numbers }) => numbers)

test('the numbers at the end of a line, still glued', () => {
  assert.equal(tailOf('Sachvermögen1.973,3872,38'), '1.973,3872,38')
  assert.equal(tailOf('Zuschlag an Zill KG1.000,00259.014,62 €308.227,40 €'), '1.000,00259.014,62 €308.227,40 €')
  assert.equal(tailOf('nichts als Worte'), '')
  assert.equal(isGlued('7.880009.700'), false)
  assert.equal(isGlued('31.12.203131.12.2032'), false)
})

test('numbers of the same decimals show where they end', () => {
  assert.deepEqual(numbersOf(['1,130,041,24', '691,5925,37-637,21'])?.[1], ['691,59', '25,37', '-637,21'])
  assert.equal(numbersOf(['12,345,6', '1,123,4']), undefined)
})

test('a relation that holds in every row parts what shapes leave open', () => {
  const tails = ['8.2639.0047419,0', '7.3838.8141.43119,4', '62.03259.826-2.206-3,6', '8.06711.8163.74946,5']
  assert.deepEqual(numbersOf(tails)?.[0], ['8.263', '9.004', '741', '9,0'])
  assert.equal(numbersOf(['8.2639.00474', '7.3838.8141.4', '9.24711.6572.410', '8.06711.8163.749']), undefined)
})

test('sums in the last row part counts and prices; without them nothing is parted', () => {
  const tails = ['3265.281,86 €', '135.812,50 €', '4110.874,20 €', '130.928,00 €', '8242.896,56 €']
  assert.deepEqual(numbersOf(tails), [
    ['2', '65.281,86 €'],
    ['1', '35.812,50 €'],
    ['4', '110.874,20 €'],
    ['1', '30.928,00 €'],
    ['8', '242.896,56 €'],
  ])
  assert.equal(numbersOf([...tails.slice(0, -1), '9242.896,57 €']), undefined)
})

test('words are divided where a word stands by itself elsewhere, or not at all', () => {
  const standing = standingWords(['Es boten Mohnhaupt, die Zill KG und Ostertag.'])
  const rows = ['RasenmäherMohnhauptRotor R7', 'StreuerOstertagDoKa 3', 'LaubsaugerZill KGRotor']
  assert.deepEqual(dividedWords(rows, 3, standing, false)?.[1], ['Streuer', 'Ostertag', 'DoKa 3'])
  assert.equal(dividedWords([...rows, 'AnhängerUnbekanntKipper'], 3, standing, false), undefined)
})

test('a row is broken over lines; heads must fit the cells', () => {
  const heads = 'RangBieterPunkteWert nettoWert brutto'
  const row = ['1Gerätehaus Zill,', '12345 Talburg990,50259.014,62 €308.227,40 €']
  assert.deepEqual(gluedTable([heads, ...row])?.rows, [
    ['1', 'Gerätehaus Zill, 12345 Talburg', '990,50', '259.014,62 €', '308.227,40 €'],
  ])
  assert.equal(gluedTable([heads.replace('Punkte', ''), ...row]), undefined)
  assert.equal(gluedTable(row), undefined)
})

test('years one after the other with a number each', () => {
  assert.deepEqual(gluedTable(['20284.312', '20294.405', '20304.388', '20314.420'])?.rows[1], ['2029', '4.405'])
  assert.equal(gluedTable(['20284.312', '20304.405', '20314.388', '20324.420']), undefined)
})
