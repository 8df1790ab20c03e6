/**
 * Broken and hostile PDFs: whatever the bytes, a paper gives a document or a coded message, in time.
 *
 * The mutants are made here from the samples' small PDFs, always the same ones.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { Pool } from '../src/batch/pool.ts'
import { COMPOSITION } from '../src/cli/composition.ts'
import { MESSAGES } from '../src/messages.ts'
import { DEFAULT_LIMITS } from '../src/readers/reader.ts'
import { pdfOf } from './pdf-bytes.ts'

const root = join(import.meta.dirname, '..')
const LIMITS = { ...DEFAULT_LIMITS, seconds: 10 }
const MUTANTS = 520

/** Workers as an import has them: they may be ended for being late, but not die. */
const pool = new Pool({ composition: COMPOSITION, limits: LIMITS }, 2)
after(() => pool.close())

/** Read it; the answer keeps what is promised of every paper. */
async function answered(name: string, bytes: Uint8Array, limits: typeof LIMITS = LIMITS) {
  const desk = limits === LIMITS ? pool : new Pool({ composition: COMPOSITION, limits }, 1)
  const answer = await desk.read(name, new Uint8Array(bytes))
  if (desk !== pool) await desk.close()
  const said = 'bundle' in answer ? answer.bundle.meldungen : [answer.problem]
  const text = 'bundle' in answer ? answer.bundle.text : ''
  for (const { code } of said) assert.ok(code in MESSAGES, `${name}: unbekannte Meldung ${code}`)
  assert.ok(!said.some(({ code }) => code === 'leser-abgebrochen'), `${name}: ${JSON.stringify(said)}`)
  assert.ok(text.length > 0 || said.some(({ stufe }) => stufe === 'fehler'), `${name}: weder Text noch Meldung`)
  return { text, messages: said }
}

/** A small generator of its own: the same numbers on every machine. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Mutation = (bytes: Buffer, below: (limit: number) => number) => Buffer

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flipped(bytes, below) {
    const copy = Buffer.from(bytes)
    for (let count = 1 + below(40); count > 0; count--) copy[below(copy.length)] = below(256)
    return copy
  },
  cut: (bytes, below) => bytes.subarray(0, 1 + below(bytes.length - 1)),
  holed(bytes, below) {
    const from = below(bytes.length)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + below(2000))])
  },
  swapped(bytes, below) {
    const text = bytes.toString('latin1')
    const objects = [...text.matchAll(/\n(\d{1,6}) 0 obj/g)]
    const [one, two] = [objects[below(objects.length)], objects[below(objects.length)]]
    if (!one?.[1] || !two?.[1]) return bytes
    const renamed = text
      .replaceAll(`\n${one[1]} 0 obj`, '\n999999 0 obj')
      .replaceAll(`\n${two[1]} 0 obj`, `\n${one[1]} 0 obj`)
      .replaceAll('\n999999 0 obj', `\n${two[1]} 0 obj`)
    return Buffer.from(renamed, 'latin1')
  },
  redirected(bytes, below) {
    const text = bytes.toString('latin1')
    const references = [...text.matchAll(/\d{1,6} 0 R/g)]
    const found = references[below(references.length)]
    if (!found) return bytes
    const other = `${below(60)} 0 R`
    return Buffer.from(text.slice(0, found.index) + other + text.slice(found.index + found[0].length), 'latin1')
  },
  renumbered(bytes, below) {
    const text = bytes.toString('latin1')
    const numbers = [...text.matchAll(/\/(?:Length|Count|Size|First|N|W|Width|Height|Predictor|Columns)[ [](\d{1,7})/g)]
    const found = numbers[below(numbers.length)]
    if (!found?.[1]) return bytes
    const at = found.index + found[0].length - found[1].length
    const value = ['0', '-1', '99999999', '2147483648', '1'][below(5)] ?? '0'
    return Buffer.from(text.slice(0, at) + value + text.slice(at + found[1].length), 'latin1')
  },
}

test(`${MUTANTS} mutated PDFs: no crash, no hang, no lost paper`, async () => {
  const sources = globSync('samples/*/*.pdf', { cwd: root })
    .sort()
    .map((path) => ({ path, bytes: readFileSync(join(root, path)) }))
    .filter(({ bytes }) => bytes.length < 60_000)
  assert.ok(sources.length >= 5)
  const kinds = Object.entries(MUTATIONS)
  const ends = new Map<string, number>()
  const mutants = Array.from({ length: MUTANTS }, (_, index) => index)
  const one = async (index: number): Promise<void> => {
    const source = sources[index % sources.length]
    const [kind, mutate] = kinds[Math.floor(index / sources.length) % kinds.length] ?? []
    if (!source || !mutate) return
    const bytes = mutate(source.bytes, random(index + 1))
    const paper = await answered(`${index}-${kind}-${source.path}`, bytes)
    const end = paper.messages.find(({ stufe }) => stufe === 'fehler')?.code ?? 'gelesen'
    ends.set(end, (ends.get(end) ?? 0) + 1)
  }
  const line = async (): Promise<void> => {
    for (let next = mutants.shift(); next !== undefined; next = mutants.shift()) await one(next)
  }
  await Promise.all([line(), line()])
  assert.equal(
    [...ends.values()].reduce((all, count) => all + count, 0),
    MUTANTS,
  )
  // both ends occur: a reader that refuses everything, or finds nothing wrong, would not pass
  assert.ok((ends.get('gelesen') ?? 0) > MUTANTS / 5, JSON.stringify([...ends]))
  assert.ok((ends.get('pdf-beschaedigt') ?? 0) > 5, JSON.stringify([...ends]))
})

/** A PDF of these objects, numbered from 1; the first is the catalog. Its table of contents is left to be searched. */
function pdfWith(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts = objects.flatMap((body, index) => [`${index + 1} 0 obj\n`, body, '\nendobj\n'])
  const trailer = `trailer << /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n0\n%%EOF`
  return new Uint8Array(Buffer.concat(['%PDF-1.7\n', ...parts, trailer].map((part) => Buffer.from(part))))
}

function stream(content: Buffer, more = ''): Buffer {
  const head = `<< /Length ${content.length} ${more} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')])
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const PAGE = (contents: string, more = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} /Resources << /Font << /F 5 0 R >> ${more} >> >>`
const WORDS = Buffer.from('BT /F 12 Tf 50 700 Td (Vorlage 12/2031) Tj ET')

describe('hostile PDFs', () => {
  test('a page that unpacks to a hundred and fifty megabytes', async () => {
    const bomb = deflateSync(Buffer.alloc(150_000_000, 0x20), { level: 9 })
    const paper = await answered(
      'bombe.pdf',
      pdfWith([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        PAGE('4 0 R'),
        stream(bomb, '/Filter /FlateDecode'),
        FONT,
      ]),
    )
    assert.equal(paper.text, '')
  })
  test('a bomb packed in a bomb', async () => {
    const inner = deflateSync(Buffer.alloc(100_000_000), { level: 9 })
    const bomb = deflateSync(inner, { level: 9 })
    await answered(
      'doppelbombe.pdf',
      pdfWith([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        PAGE('4 0 R'),
        stream(bomb, '/Filter [/FlateDecode /FlateDecode]'),
        FONT,
      ]),
    )
  })
  test('pages that contain themselves', async () => {
    await answered(
      'kreis.pdf',
      pdfWith([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 5 /Kids [2 0 R 3 0 R 2 0 R] >>',
        PAGE('4 0 R'),
        stream(WORDS),
        FONT,
      ]),
    )
  })
  test('a drawing that draws itself', async () => {
    const form = stream(
      Buffer.from('/X Do /X Do'),
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
    )
    const words = Buffer.concat([WORDS, Buffer.from(' /X Do')])
    await answered(
      'selbst.pdf',
      pdfWith([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        PAGE('4 0 R', '/XObject << /X 6 0 R >>'),
        stream(words),
        FONT,
        form,
      ]),
    )
  })
  test('a length that refers to its own stream', async () => {
    const looped = Buffer.concat([Buffer.from('<< /Length 4 0 R >>\nstream\n'), WORDS, Buffer.from('\nendstream')])
    await answered(
      'laenge.pdf',
      pdfWith([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        PAGE('4 0 R'),
        looped,
        FONT,
      ]),
    )
  })
  test('a page tree a thousand levels deep', async () => {
    const depth = 1000
    const tree = Array.from({ length: depth }, (_, level) => `<< /Type /Pages /Count 1 /Kids [${level + 7} 0 R] >>`)
    await answered(
      'tief.pdf',
      pdfWith([
        '<< /Type /Catalog /Pages 6 0 R >>',
        'null',
        PAGE('4 0 R'),
        stream(WORDS),
        FONT,
        ...tree,
        PAGE('4 0 R'),
      ]),
    )
  })
  test('a million pages that are not there', async () => {
    await answered(
      'million.pdf',
      pdfWith([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>',
        PAGE('4 0 R'),
        stream(WORDS),
        FONT,
      ]),
    )
  })
  test('more pages than the limit: the first are read, and it is said', async () => {
    const pages = ['eins', 'zwei', 'drei', 'vier', 'fünf'].map((word) => ({ text: [{ x: 50, y: 100, text: word }] }))
    const paper = await answered('viele.pdf', pdfOf(pages), { ...LIMITS, pages: 3 })
    assert.ok(paper.messages.some(({ code }) => code === 'abgeschnitten'))
    assert.match(paper.text, /drei/)
    assert.doesNotMatch(paper.text, /vier/)
  })
  test('scripts do not run', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (globalThis.process.exit\\(1\\)) >>'
    const paper = await answered('skript.pdf', pdfOf([{ text: [{ x: 50, y: 100, text: 'Vorlage 12/2031' }] }], script))
    assert.equal(paper.text, 'Vorlage 12/2031')
  })
})
