import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type PdfPageSpec, pdfOf } from '../../test/pdf-bytes.ts'
import { compose } from './compose.ts'
import { pdfReader } from './pdf.ts'
import { DEFAULT_LIMITS } from './reader.ts'

const read = (bytes: Uint8Array, pages = DEFAULT_LIMITS.pages) => pdfReader.read(bytes, { ...DEFAULT_LIMITS, pages })
const codesOf = async (bytes: Uint8Array, pages?: number) =>
  (await read(bytes, pages)).messages.map((said) => said.code)

const COVER: PdfPageSpec = {
  text: [
    { x: 70, y: 80, text: 'Stadt Neuwerda', size: 16, font: 'bold' },
    { x: 70, y: 120, text: 'Finanzielle Auswirkungen', font: 'bold' },
    { x: 70, y: 140, text: 'o', font: 'wingdings' },
    { x: 84, y: 140, text: 'nein' },
    { x: 150, y: 140, text: 'þ', font: 'wingdings' },
    { x: 164, y: 140, text: 'ja' },
    { x: 84, y: 180, text: 'konsumtiv' },
    { x: 164, y: 180, text: 'investiv' },
    { x: 151, y: 180, text: 'x' },
    { x: 84, y: 220, text: 'Haushalt' },
    { x: 164, y: 220, text: 'Zuschuss' },
    { x: 70, y: 260, text: 'Die Kosten von 3.100' },
    { x: 173, y: 256, text: '1', size: 7 },
    { x: 180, y: 260, text: 'Euro trägt die Stadt.' },
    { x: 300, y: 500, text: 'ENTWURF', size: 60, angle: 45 },
  ],
  boxes: [
    [70, 171, 10, 10],
    [149, 171, 10, 10],
  ],
  ticks: [
    [70, 211, true],
    [149, 211, false],
  ],
}

describe('a PDF', () => {
  test('gives text with boxes, headings and what is ticked', async () => {
    const reading = await read(pdfOf([COVER]))
    const { text, areas } = compose(reading.blocks)
    assert.deepEqual(reading.messages, [])
    assert.match(text, /☐ nein\t☒ ja/)
    assert.match(text, /☐ konsumtiv\t☒ investiv/)
    assert.match(text, /☒ Haushalt\t☐ Zuschuss/)
    assert.match(text, /3\.100 ¹ Euro/)
    assert.deepEqual(reading.furniture, [{ kind: 'stempel', page: 1, text: 'ENTWURF' }])
    assert.deepEqual(
      reading.blocks.slice(0, 2).map((block) => block.type),
      ['heading', 'heading'],
    )
    const town = areas.find((area) => text.slice(area.start, area.end) === 'Stadt Neuwerda')
    assert.ok(town && Math.abs(town.box[0] - 70) < 1 && town.box[1] > 60 && town.box[3] < 90, JSON.stringify(town))
  })
  test('is bold where its words are drawn around, by a line that shows', async () => {
    const words = (y: number, text: string, width: number) =>
      `q 2 Tr ${width} w BT /text 11 Tf 1 0 0 1 70 ${842 - y} Tm (${text}) Tj ET Q`
    const content = [words(100, 'Folgen der Sanierung', 0.4), words(180, 'Bau und Betrieb', 0.05)].join('\n')
    const prose = [120, 134, 200, 214].map((y) => ({
      x: 70,
      y,
      text: 'Das Bad im Norden der Stadt schließt für zwei Jahre,',
    }))
    const { blocks } = await read(pdfOf([{ text: prose, content }]))
    const headings = blocks.flatMap((block) => (block.type === 'heading' ? block.lines.map(({ text }) => text) : []))
    assert.deepEqual(headings, ['Folgen der Sanierung'])
  })
  test('makes a word whole that a narrow cell cut off without a hyphen', async () => {
    const text = [
      { x: 72, y: 112, text: 'Planmäßi' },
      { x: 72, y: 124, text: 'g in 2031' },
      { x: 122, y: 112, text: 'Beratung' },
      { x: 122, y: 124, text: 'und' },
      { x: 72, y: 144, text: '120 €' },
      { x: 122, y: 144, text: 'Rat' },
    ]
    const across = [100, 130, 150].map((y) => [70, y, 170, y] as const)
    const lines = [...across, ...[70, 120, 170].map((x) => [x, 100, x, 150] as const)]
    assert.equal(
      compose((await read(pdfOf([{ text, lines }]))).blocks).text,
      'Planmäßig in 2031\tBeratung und\n120 €\tRat',
    )
  })
  test('boxes drawn on a later page are read, whatever it looks like', async () => {
    const plain = { text: [{ x: 70, y: 80, text: 'Die Vorlage wird beraten.' }] }
    const form = { text: [{ x: 84, y: 140, text: 'einverstanden' }], boxes: [[70, 131, 10, 10] as const] }
    const { text } = compose((await read(pdfOf([plain, plain, form]))).blocks)
    assert.match(text, /☐ einverstanden$/)
  })
  test('read twice gives the same, and leaves the bytes alone', async () => {
    const bytes = pdfOf([COVER])
    const before = bytes.slice()
    assert.deepEqual(await read(bytes), await read(bytes))
    assert.deepEqual(bytes, before)
  })
})

describe('a PDF that cannot be read', () => {
  const plain = () => pdfOf([{ text: [{ x: 70, y: 80, text: 'Vorlage 17/2031 der Gemeinde Neuwerda' }] }])
  test('says so instead of throwing', async () => {
    assert.deepEqual(await codesOf(new Uint8Array(Buffer.from('%PDF-1.7\nnichts'))), ['pdf-beschaedigt'])
    assert.deepEqual(await codesOf(pdfOf([{ text: [] }])), ['ohne-text'])
  })
  test('without its table of contents is searched for what is left', async () => {
    const file = Buffer.from(plain())
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n7')
    assert.deepEqual(await codesOf(new Uint8Array(Buffer.from(file, 'latin1'))), ['pdf-repariert'])
  })
  test('is cut off at the limit of pages', async () => {
    const pages = [1, 2, 3].map((number) => ({ text: [{ x: 70, y: 80, text: `Dies ist Blatt ${number} der Anlage` }] }))
    assert.deepEqual(await codesOf(pdfOf(pages), 2), ['abgeschnitten'])
    assert.deepEqual(await codesOf(pdfOf(pages), 3), [])
  })
  test('never throws, however many bytes are missing', async () => {
    const bytes = plain()
    for (let end = 0; end < bytes.length; end += 97) {
      const reading = await read(bytes.slice(0, end))
      assert.ok(reading.messages.length > 0, `cut at ${end}`)
    }
  })
})
