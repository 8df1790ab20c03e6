import assert from 'node:assert/strict'
import { test } from 'node:test'
import { yearRows } from './year-rows.ts'

test('a year may have its remark, a count its noun, and a first row no change', () => {
  const found = yearRows([
    'Der Plan hat sich so entwickelt:',
    'Jahr Beamte Beschäftigte Summe Stellen Veränderung',
    '2030 298,10 1.412,35 1.710,45',
    '2031 301,60 1.430,20 1.731,80 +21,35',
    '2032 299,85 1.467,95 1.767,80 +36,00',
    '2033 303,35 1.478,40 1.781,75 +13,95',
    '2034 (Entwurf) 304,85 1.491,85 1.796,70 +14,95',
  ])
  assert.deepEqual(found?.head, ['Jahr', 'Beamte', 'Beschäftigte', 'Summe Stellen', 'Veränderung'])
  assert.deepEqual(found?.rows[0], ['2030', '298,10', '1.412,35', '1.710,45', ''])
  assert.equal(found?.rows.at(-1)?.[0], '2034 (Entwurf)')
})
