import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import type { Paper } from './facts.ts'
import { papersSection } from './papers.ts'

function shown(paper: Partial<Paper>) {
  const whole: Paper = {
    ...{ id: 7, kommune: null, nummer: null, betreff: null, art: null, datum: null, federfuehrend: null },
    ...{ status: 'ok', pfad: 'a.pdf', doubts: [], facts: [], ...paper },
  }
  return parseHTML(`<body>${papersSection([whole], 1, 8).markup}</body>`).document
}

test('the source is a link only where it is an address of the web', () => {
  assert.equal(
    shown({ pfad: 'https://rat.example/1?a=1&b=2' }).querySelector('a')?.href,
    'https://rat.example/1?a=1&b=2',
  )
  for (const pfad of ['javascript:alert(1)', 'data:text/html,x', ' https:javascript', 'ordner/1.pdf'])
    assert.equal(shown({ pfad }).querySelector('a'), null)
})

test('a doubtful record says so, beside its quote and its place', () => {
  const quote = {
    words: '2 Stellen',
    before: 'Es werden ',
    after: ' geschaffen.',
    place: 'Seite 3',
    doubts: ['Unklar.'],
  }
  const document = shown({ facts: [{ kind: 'vzae', values: [2000, 'stellen', 'neu', null, 2031], quote }] })
  assert.equal(
    document.querySelector('.karte li')?.textContent,
    '2\u00a0Stellen · neu · 2031Es werden 2 Stellen geschaffen. (Seite 3) zweifelhaft: Unklar.',
  )
})

test('a quote that is too long is cut and says so', () => {
  const quote = { words: 'ä'.repeat(400), before: '', after: '', place: 'Zeile 1', doubts: [] }
  const text =
    shown({ facts: [{ kind: 'beratung', values: [null, 'Rat', null, null], quote }] }).querySelector('.karte')
      ?.textContent ?? ''
  assert.match(text, /ä{280} \[gekürzt\] \(Zeile 1\)/)
  assert.doesNotMatch(text, /ä{281}/)
})
