import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeText } from './decode.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const codes = (bytes: Uint8Array, hint?: string) => decodeText(bytes, hint).messages.map((said) => said.code)

test('UTF-8 is read as it is, with and without a byte order mark', () => {
  assert.deepEqual(decodeText(utf8('Gebühren für Straßen')), { text: 'Gebühren für Straßen', messages: [] })
  assert.deepEqual(decodeText(utf8('\ufeffGebühr')), { text: 'Gebühr', messages: [] })
})

test('a charset named in the file is used where the bytes are not UTF-8', () => {
  const euro = Uint8Array.from([0x80, 0x20, 0xfc])
  assert.deepEqual(decodeText(euro, 'iso-8859-1'), { text: '€ ü', messages: [] })
  assert.deepEqual(decodeText(Uint8Array.from([0xa4]), 'ISO-8859-15'), { text: '€', messages: [] })
})

test('a wrongly named charset does not spoil UTF-8', () => {
  assert.equal(decodeText(utf8('Grünfläche'), 'windows-1252').text, 'Grünfläche')
})

test('bytes that are not UTF-8 and say nothing are taken for Windows-1252, and that is said', () => {
  assert.equal(decodeText(latin('Erschließung für Höfe')).text, 'Erschließung für Höfe')
  for (const hint of [undefined, 'utf-8', 'x-nonsense', ''])
    assert.deepEqual(codes(latin('Höfe'), hint), ['zeichensatz-angenommen'])
})

test('UTF-8 with single broken bytes stays UTF-8 and says how many', () => {
  const bytes = Uint8Array.from([...utf8('Müll, Höfe, Straße '), 0xfc, ...utf8(' Änderung')])
  const read = decodeText(bytes)
  assert.equal(read.text, 'Müll, Höfe, Straße \ufffd Änderung')
  assert.deepEqual(
    read.messages.map((said) => said.code),
    ['zeichen-ersetzt'],
  )
  assert.match(read.messages[0]?.text ?? '', /1 Zeichen/)
})

test('a replacement character that was in the file already is said too', () => {
  assert.deepEqual(codes(utf8('Stra\ufffde')), ['zeichen-ersetzt'])
})

test('bytes that stand for nothing in Windows-1252 are replaced', () => {
  assert.deepEqual(codes(Uint8Array.from([0x81, 0xfc])), ['zeichensatz-angenommen', 'zeichen-ersetzt'])
})

test('UTF-16 is recognised by its mark or its zeros', () => {
  const little = Buffer.from('Gebühr für Höfe', 'utf16le')
  assert.equal(decodeText(little).text, 'Gebühr für Höfe')
  assert.equal(decodeText(Uint8Array.from([0xff, 0xfe, ...little])).text, 'Gebühr für Höfe')
  assert.equal(decodeText(Uint8Array.from([0xfe, 0xff, ...Buffer.from(little).swap16()])).text, 'Gebühr für Höfe')
})

test('line ends are one kind, letters are composed', () => {
  assert.equal(decodeText(utf8('a\r\nb\rc\nd')).text, 'a\nb\nc\nd')
  assert.equal(decodeText(utf8('fu\u0308r')).text, 'für')
})

test('law: what is written in UTF-8 is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'aZ9 äöüßÄ€§–½☒\n')), (signs) => {
      const text = signs.join('')
      assert.deepEqual(decodeText(utf8(text)), { text, messages: [] })
    }),
  )
})

test('law: any bytes are read without throwing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string(), { nil: undefined }), (bytes, hint) => {
      assert.equal(typeof decodeText(bytes, hint).text, 'string')
    }),
  )
})
