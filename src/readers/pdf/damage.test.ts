import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pdfOf } from '../../../test/pdf-bytes.ts'
import { isIntact } from './damage.ts'

describe('the end of a PDF', () => {
  const bytes = pdfOf([{ text: [{ x: 70, y: 80, text: 'Vorlage' }] }])
  test('points at its table of contents', () => {
    assert.equal(isIntact(bytes), true)
  })
  test('may have other bytes before and after', () => {
    assert.equal(isIntact(new Uint8Array(Buffer.concat([Buffer.from('HTTP\n'), bytes, Buffer.alloc(600)]))), true)
  })
  test('is missing from a file cut off, or points nowhere', () => {
    assert.equal(isIntact(bytes.slice(0, bytes.length - 40)), false)
    assert.equal(isIntact(new Uint8Array(Buffer.from('%PDF-1.7\nstartxref\n3\n%%EOF'))), false)
    assert.equal(isIntact(new Uint8Array()), false)
  })
})
