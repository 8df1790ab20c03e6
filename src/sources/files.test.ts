import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { listFiles, readPaperFile } from './files.ts'

const folder = mkdtempSync(join(tmpdir(), 'vorlagen-dateien-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string, text = 'Vorlage'): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function list(...paths: string[]): string[] {
  return listFiles(paths.map((path) => join(folder, path))).files.map(({ path }) => path.slice(folder.length + 1))
}

test('folders are opened, sorted by number, without hidden and other files', () => {
  for (const name of [
    'b/10.pdf',
    'b/9.pdf',
    'b/A.HTML',
    'b/.versteckt.pdf',
    'b/.git/x.pdf',
    'b/bild.png',
    'b/README.md',
  ])
    put(`ordner/${name}`)
  put('ordner/a.txt')
  put('ordner/ohne-endung', '%PDF-1.7 …')
  assert.deepEqual(list('ordner'), [
    'ordner/a.txt',
    'ordner/b/9.pdf',
    'ordner/b/10.pdf',
    'ordner/b/A.HTML',
    'ordner/ohne-endung',
  ])
  assert.deepEqual(
    [...listFiles([join(folder, 'ordner')]).skipped],
    [
      ['.png', 1],
      ['.md', 1],
    ],
  )
})

test('a file that is named is taken whatever it is called', () => {
  put('frei/.punkt')
  put('frei/README.md')
  assert.deepEqual(list('frei/.punkt', 'frei/README.md'), ['frei/.punkt', 'frei/README.md'])
})

test('a pattern is opened; a file whose name looks like one is not', () => {
  for (const name of ['1.txt', '2.txt', '10.txt', 'Vorlage [1].txt']) put(`muster/${name}`)
  assert.deepEqual(list('muster/[0-9]*.txt'), ['muster/1.txt', 'muster/2.txt', 'muster/10.txt'])
  assert.deepEqual(list('muster/Vorlage [1].txt'), ['muster/Vorlage [1].txt'])
})

test('each file once, however often it is meant', () => {
  put('doppelt/a.txt')
  assert.deepEqual(list('doppelt/a.txt', 'doppelt', 'doppelt/*.txt', 'doppelt/../doppelt/a.txt'), ['doppelt/a.txt'])
})

test('links in a circle end, links to files are followed, links to nothing are reported', () => {
  put('kreis/innen/a.txt')
  symlinkSync(join(folder, 'kreis'), join(folder, 'kreis/innen/zurueck'))
  symlinkSync(join(folder, 'kreis/innen/a.txt'), join(folder, 'kreis/verweis.txt'))
  symlinkSync(join(folder, 'kreis/nichts'), join(folder, 'kreis/zerbrochen.txt'))
  const { files } = listFiles([join(folder, 'kreis')])
  assert.deepEqual(
    files.map(({ path, problem }) => [path.slice(folder.length + 1), problem?.code]),
    [
      ['kreis/innen/a.txt', undefined],
      ['kreis/verweis.txt', undefined],
      ['kreis/zerbrochen.txt', 'datei-unlesbar'],
    ],
  )
})

test('what is not there is reported in its place', () => {
  put('da.txt')
  const { files } = listFiles([join(folder, 'weg.pdf'), join(folder, '*.nichts'), join(folder, 'da.txt')])
  assert.deepEqual(
    files.map(({ problem }) => [problem?.code, problem?.text.replace(/;.*/, '')]),
    [
      ['datei-unlesbar', 'Das gibt es nicht'],
      ['datei-unlesbar', 'Kein Treffer für dieses Muster'],
      [undefined, undefined],
    ],
  )
})

test('an empty folder holds no papers', () => {
  mkdirSync(join(folder, 'leer'))
  assert.deepEqual(list('leer'), [])
})

test('reading a folder or nothing is a message, not a crash', async () => {
  put('inhalt.txt', 'äöü')
  const read = await readPaperFile(join(folder, 'inhalt.txt'), 1)
  assert.equal(read.kind, 'inhalt')
  assert.deepEqual(Buffer.from(read.bytes).toString(), 'äöü')
  assert.match(read.sha256, /^[0-9a-f]{64}$/)
  for (const path of [folder, join(folder, 'nirgends')]) {
    const failed = await readPaperFile(path, 1)
    assert.equal(failed.kind, 'unlesbar')
    assert.equal(failed.problem.code, 'datei-unlesbar')
  }
})
