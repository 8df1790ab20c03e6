import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonFolder, publicPath } from './paths.ts'

const CASES: readonly (readonly [paths: readonly string[], folder: string])[] = [
  [['/haus/ein/1.pdf', '/haus/ein/2.pdf'], '/haus/ein/'],
  [['/haus/ein/1.pdf', '/haus/aus/2.pdf'], '/haus/'],
  [['/haus/ein/1.pdf', '/haus/einzeln/2.pdf'], '/haus/'],
  [['/haus/1.pdf', '/2.pdf'], '/'],
  [['/haus/1.pdf', 'ein/2.pdf'], ''],
  [['ein/1.pdf', 'aus/2.pdf'], ''],
  [['https://auenfurt.example/1.pdf', '/haus/2.pdf'], '/haus/'],
  [[], ''],
]

for (const [paths, folder] of CASES)
  test(`${paths.join(', ')}: ${folder}`, () => assert.equal(commonFolder(paths), folder))

test('addresses stay whole', () => {
  assert.equal(publicPath('https://auenfurt.example/1.pdf', '/haus/'), 'https://auenfurt.example/1.pdf')
  assert.equal(publicPath('/haus/ein/1.pdf', '/haus/'), 'ein/1.pdf')
})
