import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withColumnsLevel } from './offset-columns.ts'

const level = (...lines: string[]): string[] =>
  withColumnsLevel(lines.map((text) => ({ text }))).map(({ text }) => text)

test('a label around the middle of its lines stands before the first', () => {
  assert.deepEqual(level('            Anbau eines Aufzugs und', 'Betreff:', '            Umbau der Ausleihe'), [
    'Betreff:    Anbau eines Aufzugs und',
    '            Umbau der Ausleihe',
  ])
})

test('two columns whose lines come in turn are read one after the other', () => {
  assert.deepEqual(level('                 Amt: Hochbau', 'Frau Ennen', '                 öffentlich', 'Zimmer 12'), [
    'Frau Ennen',
    'Zimmer 12',
    '',
    '                 Amt: Hochbau',
    '                 öffentlich',
  ])
})

test('a label with its value beside it and a wrapped line below stay as they are', () => {
  const lines = ['Betreff:    Anbau eines Aufzugs und', '            Umbau der Ausleihe', 'Amt:        Hochbau']
  assert.deepEqual(level(...lines), lines)
})
