import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findVote } from './vote.ts'

const count = fc.integer({ min: 0, max: 120 })
const FORMS: readonly ((ja: number, nein: number, enth: number) => string)[] = [
  (ja, nein, enth) => `Ja: ${ja}, Nein: ${nein}, Enthaltungen: ${enth}`,
  (ja, nein, enth) => `Ja ${ja}  Nein ${nein}  Enthaltung ${enth}`,
  (ja, nein, enth) => `${ja}/${nein}/${enth}`,
  (ja, nein, enth) => `Votum: ${ja}/${nein}/${enth}`,
  (ja, nein, enth) => `${ja} Ja-Stimmen, ${nein} Nein-Stimmen, ${enth} Enthaltungen`,
  (ja, nein, enth) => `${ja} Ja-, ${nein} Gegenstimmen und ${enth} Stimmenthaltungen`,
  (ja, nein, enth) => `mehrheitlich beschlossen (${ja} Ja, ${nein} Nein, ${enth} Enthaltungen)`,
  (ja, nein, enth) => `${ja} Stimmen dafür, ${nein} Stimmen dagegen, ${enth} Enthaltungen`,
]

test('every notation gives its counts back, and the quote is the vote', () => {
  fc.assert(
    fc.property(count, count, count, fc.constantFrom(...FORMS), (ja, nein, enthaltung, form) => {
      const text = form(ja, nein, enthaltung)
      const found = findVote(text)
      assert.deepEqual(found?.vote, { ja, nein, enthaltung })
      assert.match(text.slice(found?.start, found?.end), new RegExp(`${ja}.*${nein}.*${enthaltung}`))
    }),
  )
})

test('what is not printed stays open; unanimity closes it', () => {
  assert.deepEqual(findVote('Ja: 5, Nein: 2')?.vote, { ja: 5, nein: 2, enthaltung: null })
  assert.deepEqual(findVote('17 Ja-Stimmen einstimmig')?.vote, { ja: 17, nein: 0, enthaltung: 0 })
})

for (const text of [
  'einstimmig beschlossen',
  'am 19.03.2024 1/2/3',
  'Flurstück 12/3/4 wird verkauft',
  'Ja [x] Nein [ ]',
  '2 Jahre',
]) {
  test(`no vote: ${text}`, () => assert.equal(findVote(text), undefined))
}
