import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { TextContent } from 'pdfjs-dist/types/src/display/api.d.ts'
import { isFailure, type PdfItem } from './engine.ts'
import { type Loaded, loadPdfjs } from './load.ts'
import { PATCHES, patched } from './patches.ts'
import { pdfjsEngine } from './pdfjs.ts'

const build = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'legacy/build')
const samples = globSync(join(import.meta.dirname, '../../../samples/*/*.pdf'))

test('every shortcut has its one place in the release that is installed', () => {
  for (const patch of PATCHES) {
    const source = readFileSync(join(build, patch.file))
    const text = source.toString()
    assert.equal(text.split(patch.find).length, 2, patch.find)
    assert.equal(
      patched(source, [patch])?.toString(),
      text.replace(patch.find, () => patch.put),
    )
    assert.equal(patched(Buffer.from('anderes'), [patch]), undefined)
  }
})

test('with the shortcuts the engine finds the same words at the same places, some of them apart', async () => {
  assert.ok((await loadPdfjs()).light)
  // from its first document on, the engine holds on to its own worker
  await pdfjsEngine.open(new Uint8Array())
  const plain = await plainPdfjs()
  let words = 0
  for (const path of samples) {
    const bytes = new Uint8Array(readFileSync(path))
    const file = await pdfjsEngine.open(bytes)
    const pdf = await plain.getDocument({ data: bytes.slice(), verbosity: 0 }).promise.catch(() => undefined)
    assert.equal(isFailure(file), pdf === undefined, path)
    if (isFailure(file) || !pdf) continue
    for (let number = 1; number <= file.pages; number++) {
      const { items }: TextContent = await (await pdf.getPage(number)).getTextContent()
      const expected = items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))
      const pieces: PdfItem[] = [...(await file.page(number)).items]
      for (const { str, width } of expected) {
        const first = pieces.shift()
        assert.ok(first, `${path}, page ${number}`)
        let { text } = first
        let end = first.x + first.width
        // what stands beside other words at a place of its own comes apart
        while (text.length < str.length) {
          const next = pieces.shift()
          assert.ok(next && next.x > end, `${path}, page ${number}: ${str}`)
          text = `${text} ${next.text}`
          end = next.x + next.width
        }
        assert.equal(text, str, `${path}, page ${number}`)
        assert.ok(Math.abs(end - first.x - width) < 0.01, `${path}, page ${number}: ${str}`)
        words++
      }
      assert.deepEqual(pieces, [], `${path}, page ${number}`)
    }
    await file.close()
    await pdf.loadingTask.destroy()
  }
  assert.ok(words > 100)
})

/** A second pdf.js, as it stands. */
async function plainPdfjs(): Promise<Loaded['pdfjs']> {
  const urlOf = (file: string): string => `${pathToFileURL(join(build, file)).href}?plain`
  Object.defineProperty(globalThis, 'pdfjsWorker', { value: await import(urlOf('pdf.worker.mjs')), configurable: true })
  return (await import(urlOf('pdf.mjs'))) as Loaded['pdfjs']
}
