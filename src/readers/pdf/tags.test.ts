import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellTagsOf } from './tags.ts'

const content = (id: string) => ({ type: 'content', id })
const element = (role: string, ...children: object[]) => ({ role, children })

test('cells are counted within their row, whatever stands between', () => {
  const head = { role: 'TH', colSpan: 2, children: [element('P', content('a'))] }
  const body = element('TR', element('TD', element('P', element('Span', content('b')))), element('TD', content('c')))
  const tags = cellTagsOf(
    element('Root', element('Table', element('THead', element('TR', head)), element('TBody', body))),
  )
  assert.deepEqual(tags.get('a'), { table: 0, row: 0, cell: 0, head: true, rowSpan: 1, columnSpan: 2 })
  assert.deepEqual(tags.get('c'), { table: 0, row: 1, cell: 1, head: false, rowSpan: 1, columnSpan: 1 })
})
test('a table that holds another only arranges it', () => {
  const inner = element('Table', element('TR', element('TD', content('in'))))
  const row = element('TR', element('TD', content('before')), element('TD', inner), element('TD', content('behind')))
  assert.deepEqual([...cellTagsOf(element('Table', row)).keys()], ['in'])
})
test('whatever else the engine hands over has no cells', () => {
  for (const tree of [undefined, null, 'Root', { children: 3 }, element('TD', content('a'))])
    assert.equal(cellTagsOf(tree).size, 0)
})
