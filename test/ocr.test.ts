/**
 * Text recognition from end to end, on one small page; skipped where no tesseract with German is installed.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { extractors } from '../extractors/index.ts'
import { recordsOf } from '../src/bundle.ts'
import { costSentence } from '../src/cli/ocr-cost.ts'
import { process as read, readPaper, understand } from '../src/pipeline.ts'
import { systemEngine, wordsOf } from '../src/readers/pdf/ocr.ts'
import { scannedPages } from '../src/readers/pdf/scan-count.ts'
import { DEFAULT_LIMITS } from '../src/readers/reader.ts'
import { bundleOf } from '../src/validation.ts'
import { pdfOf } from './pdf-bytes.ts'

const sample = (path: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../samples', path)))
const scan = sample('unlesbar/scan.pdf')
const skip = systemEngine() ? false : 'tesseract mit Deutsch ist nicht installiert'
const AUTO = { limits: { ...DEFAULT_LIMITS, ocr: 'auto' } } as const

describe('a scanned paper', () => {
  test('is read, and every record says where its words come from', { skip }, async () => {
    const bundle = await read('scan.pdf', scan, extractors, AUTO)
    assert.equal(bundle.status, 'pruefen')
    assert.ok(bundle.meldungen.some(({ code }) => code === 'texterkennung'))
    assert.match(bundle.text, /Straßenbahnhaltestelle Tuchmacherplatz/)
    const [paper] = recordsOf(bundle, 'vorlage')
    assert.equal(paper?.nummer, '2029/0517')
    const records = Object.keys(bundle.daten).flatMap((key) => recordsOf(bundle, key))
    assert.ok(records.length > 5)
    for (const record of records.filter(({ beleg }) => beleg.flaechen.length))
      assert.ok(record.zweifel.includes('texterkennung'), record.id)
    for (const { beleg } of records) assert.equal(beleg.zitat, bundle.text.slice(beleg.von, beleg.bis))
  })
  test('a record is doubted once more if a word of it was read with little confidence', { skip }, async () => {
    const paper = await readPaper('scan.pdf', scan, AUTO)
    assert.ok(paper.areas.every(({ confidence }) => confidence !== undefined && confidence >= 0 && confidence <= 100))
    const unsure = { ...paper, areas: paper.areas.map((area) => ({ ...area, confidence: 40 })) }
    const sure = { ...paper, areas: paper.areas.map((area) => ({ ...area, confidence: 95 })) }
    const doubts = (one: typeof paper) => {
      const bundle = bundleOf(understand(one), extractors)
      const records = Object.keys(bundle.daten).flatMap((key) => recordsOf(bundle, key))
      return records.filter(({ beleg }) => beleg.flaechen.length).map(({ zweifel }) => zweifel)
    }
    assert.ok(doubts(unsure).every((zweifel) => zweifel.includes('texterkennung-unsicher')))
    assert.ok(doubts(sure).every((zweifel) => !zweifel.includes('texterkennung-unsicher')))
    assert.ok(doubts(sure).length > 0 && doubts(sure).every((zweifel) => zweifel.includes('texterkennung')))
  })
  test('that brings a layer of words is read by it, and every record says so', async () => {
    const picture = 'q 595 0 0 842 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q 3 Tr'
    const text = ['Stadt Ahrensried', 'Vorlage 2029/0517', 'Die Kosten betragen 12.500 Euro.']
    const bytes = pdfOf([
      { content: picture, text: text.map((line, row) => ({ x: 70, y: 100 + 30 * row, text: line })) },
    ])
    const bundle = await read('schicht.pdf', bytes, extractors)
    assert.deepEqual(
      bundle.meldungen.filter(({ code }) => code.startsWith('texterkennung')).map(({ code }) => code),
      ['texterkennung-vorhanden'],
    )
    const amounts = recordsOf(bundle, 'betraege')
    assert.ok(amounts.length > 0 && amounts.every(({ zweifel }) => zweifel.includes('texterkennung')))
    assert.equal(bundle.status, 'pruefen')
  })
  test('stays unread unless asked for', async () => {
    const paper = await readPaper('scan.pdf', scan)
    assert.deepEqual(
      paper.messages.map(({ code }) => code),
      ['scan-ohne-text'],
    )
  })
  test('a paper with text is not recognised', async () => {
    const bytes = pdfOf([{ text: [{ x: 50, y: 100, text: 'Vorlage 12/2031' }] }])
    const paper = await readPaper('text.pdf', bytes, AUTO)
    assert.equal(paper.meta.ocrPages, undefined)
    assert.equal(paper.text, 'Vorlage 12/2031')
  })
})

test('words, lines and confidence from a table of tabs', () => {
  const tsv = [
    'level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext',
    '4\t1\t1\t1\t1\t0\t10\t20\t90\t12\t-1\t',
    '5\t1\t1\t1\t1\t1\t10\t20\t40\t12\t96.5\tDer',
    '5\t1\t1\t1\t1\t2\t55\t20\t45\t12\t31\tRat',
    '4\t1\t1\t1\t2\t0\t10\t40\t90\t12\t-1\t',
    '5\t1\t1\t1\t2\t1\t10\t40\t40\t12\t90\t ',
    '5\t1\t1\t1\t2\t2\t10\t40\t40\t12\t90\tbeschließt',
  ].join('\n')
  assert.deepEqual(
    wordsOf(tsv).map(({ text, line, right, confidence }) => [text, line, right, confidence]),
    [
      ['Der', 1, 50, 96.5],
      ['Rat', 1, 100, 31],
      ['beschließt', 2, 50, 90],
    ],
  )
})

test('pages to recognise are counted before', () => {
  assert.equal(scannedPages(scan), 1)
  assert.equal(scannedPages(sample('niederschrift/niederschrift.pdf')), 0)
  assert.match(costSentence(120, 14, 5, 2), /120 Seiten ohne Text in 14 Dateien.* 5 min.*--ocr nie/)
})
