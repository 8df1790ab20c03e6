import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isVague, phraseAt, phraseBefore } from './staffing-phrase.ts'
import { subjectOf } from './staffing-subject.ts'
import { staffMentionsIn } from './vzae.ts'

test('a phrase begins behind its article and ends before the verb', () => {
  assert.equal(phraseAt('das Team Uferschutz sind '), 'Team Uferschutz')
  assert.equal(phraseAt('die Leitung des Amtes für Bau und Verkehr, das '), 'Leitung des Amtes für Bau und Verkehr')
  assert.equal(phraseAt('wird ab '), null)
})

test('a phrase ends where the number begins', () => {
  assert.equal(phraseBefore('Außerdem benötigt das Amt für Gewässer'), 'Amt für Gewässer')
  assert.equal(phraseBefore('wurde vorgenommen und der Projektpool'), 'Projektpool')
  assert.equal(phraseBefore('seit Mai'), null)
})

test('words that name no subject', () => {
  assert.ok(isVague('personelle Ressourcen') && isVague('zusätzlicher Stellenbedarf'))
  assert.ok(!isVague('Stellenpool') && !isVague('Bauhof'))
})

const subjects: readonly (readonly [string, string | null])[] = [
  ['Für das Team Uferschutz sind 2,5 VZÄ vorgesehen.', 'Team Uferschutz'],
  ['Die Leitung der Abteilung ist mit 1,0 VZÄ besetzt.', 'Leitung der Abteilung'],
  ['Dazu kommt das Archiv (0,5 VZÄ).', 'Archiv'],
  ['Neueinrichtung 2 VZS Drohnenflug', 'Drohnenflug'],
  ['Aufstockung der personellen Ressourcen im Bauhof um 3,6 Stellen', 'Bauhof'],
  ['Ihm ist eine Schreibkraft zugeordnet, die mit 0,4 VZÄ besetzt ist.', 'Schreibkraft'],
  ['Es wird eine Projektstelle zur Jugendbeteiligung eingerichtet.', 'Projektstelle zur Jugendbeteiligung'],
  ['Die Verwaltung hat fünf Stellen im Bereich Wohngeld eingerichtet.', 'Bereich Wohngeld'],
  ['Das sind 2,0 VZÄ.', null],
]
for (const [view, expected] of subjects) {
  test(`subject: ${view}`, () => {
    const mention = staffMentionsIn(view)[0]
    assert.ok(mention)
    const sentence = { start: 0, end: view.length }
    const setting = {
      view,
      mention,
      sentence,
      from: 0,
      to: view.length,
      previous: '',
      heading: '',
      last: null,
      carried: null,
    }
    assert.equal(subjectOf(setting), expected)
  })
}
