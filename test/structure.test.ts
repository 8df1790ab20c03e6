/** The house keeps its shape: imports run one way, files stay small, every extractor is listed, documented and proved. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { test } from 'node:test'
import { extractors } from '../extractors/index.ts'

const root = join(import.meta.dirname, '..')

/** What the files of a folder may import from the project; the first matching folder counts. */
const MAY: readonly (readonly [folder: string, allowed: RegExp])[] = [
  ['extractors/index.ts', /^(?:extractors\/[\w-]+\/index\.ts|src\/extractor\.ts)$/],
  [
    'extractors/',
    /^(?:src\/(?:bullets|years|one-line|extractor|document|doubts|messages)\.ts|src\/parse\/|extractors\/OWN\/)/,
  ],
  ['src/cli/', /^(?:src\/|extractors\/index\.ts|package\.json)/],
  ['src/parse/', /^src\/(?:parse\/|bullets\.ts|one-line\.ts|years\.ts|document\.ts)/],
  ['src/document.ts', /^src\/parse\//],
  [
    'src/layout/',
    /^src\/(?:layout\/|bullets\.ts|one-line\.ts|years\.ts|document\.ts|position\.ts|readers\/(?:compose|drafts|reader|pdf\/engine)\.ts)/,
  ],
  ['src/sections/', /^src\/(?:sections\/|one-line|document|position|profiles\/profile|parse\/)/],
  ['src/profiles/', /^src\/(?:profiles\/|complaints|document|extractor)/],
  ['src/readers/', /^src\/(?:readers\/|layout\/|bullets|one-line|years|document|messages|position)/],
  ['src/store/', /^src\/(?:store\/|bundle|document|doubts|extractor|messages)/],
  ['src/', /^src\/(?!cli\/)/],
]

test('imports run one way', () => {
  const wrong: string[] = []
  for (const file of [...sources('src'), ...sources('extractors')]) {
    const rule = MAY.find(([folder]) => file === folder || (folder.endsWith('/') && file.startsWith(folder)))
    assert.ok(rule, `no rule for ${file}`)
    const allowed = new RegExp(rule[1].source.replace('OWN', file.split('/')[1] ?? ''))
    for (const target of importsOf(file)) if (!allowed.test(target)) wrong.push(`${file} imports ${target}`)
  }
  assert.deepEqual(wrong, [])
})

test('no file holds more than one idea can fill', () => {
  const long = [...sources('src'), ...sources('extractors')].filter(
    (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300,
  )
  assert.deepEqual(long, [])
})

test('every extractor folder is listed, documented and has cases', () => {
  const folders = readdirSync(join(root, 'extractors')).filter((name) =>
    statSync(join(root, 'extractors', name)).isDirectory(),
  )
  assert.deepEqual(folders.sort(), extractors.map(({ name }) => name).sort())
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  for (const extractor of extractors) {
    assert.match(readme, new RegExp(`\\b${extractor.name}\\b`), `${extractor.name} is not in the README`)
    assert.ok(extractor.summary.length > 20, `${extractor.name} says too little of itself`)
    assert.ok(existsSync(join(root, 'extractors', extractor.name, 'cases')), `${extractor.name} has no cases`)
    for (const kind of Object.values(extractor.records)) {
      for (const [field, schema] of Object.entries(kind.schema.shape)) {
        assert.ok((schema as { description?: string }).description, `${extractor.name}.${field} has no description`)
      }
    }
  }
})

test('every module begins with what it is', () => {
  const bare = [...sources('src'), ...sources('extractors')].filter(
    (file) => !readFileSync(join(root, file), 'utf8').startsWith('/**'),
  )
  assert.deepEqual(bare, [])
})

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).split(sep).join('/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
}

/** Project files a file imports, as paths from the root; packages are left out. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) =>
    relative(root, join(root, dirname(file), path ?? ''))
      .split(sep)
      .join('/'),
  )
}
