import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMoney } from './money.ts'

const often = (sentence: string) => readMoney(sentence).amounts.map(({ turnus }) => turnus)

test('how often, behind the amount', () => {
  assert.deepEqual(often('Der Beitrag von 120 € je Kind jährlich steigt.'), ['jaehrlich'])
  assert.deepEqual(often('Der Beitrag von 12 € pro Kind monatlich steigt.'), ['monatlich'])
  assert.deepEqual(often('Die Prämie von 1.500 € je Vollzeitkraft einmalig ist bezahlt.'), ['einmalig'])
  assert.deepEqual(often('Es sind 5.000 € alljährlich, 6.000 € per anno und 300 € (mtl.).'), [
    'jaehrlich',
    'jaehrlich',
    'monatlich',
  ])
  assert.deepEqual(often('Die Kosten betragen 5.000 €/Schuljahr, später 6.000 €, jährlich.'), [
    'jaehrlich',
    'jaehrlich',
  ])
  assert.deepEqual(often('Gesamtkosten: 5.000 € / Schuljahr 2031/2032'), [null])
})

test('how often, before the amount', () => {
  assert.deepEqual(often('Die Personalkosten betragen im Jahr etwa 296.000 Euro.'), ['jaehrlich'])
  assert.deepEqual(often('Die Miete kostet im Monat rund 2.000 €.'), ['monatlich'])
  assert.deepEqual(often('Alljährlich werden 5.000 € gezahlt.'), ['jaehrlich'])
  assert.deepEqual(often('Die Kosten liegen jährlich bei 5.000 € und je Schuljahr bei 7.000 €.'), [
    'jaehrlich',
    'jaehrlich',
  ])
  assert.deepEqual(often('Es ist pro Jahr mit Kosten von 5.000 € zu rechnen.'), ['jaehrlich'])
  assert.deepEqual(often('Die Stadt stellt jährlich aus dem Budget 5.000 € bereit.'), ['jaehrlich'])
  assert.deepEqual(often('Der Zuschuss beträgt monatlich höchstens 500 €.'), ['monatlich'])
  assert.deepEqual(often('Die jährlich benötigten 5.000 € und die einmaligen 900 € sind da.'), [
    'jaehrlich',
    'einmalig',
  ])
  assert.deepEqual(often('Es kostet im Jahr 2031 5.000 € und im laufenden Jahr 6.000 €.'), [null, null])
})

test('how often, said once for two', () => {
  assert.deepEqual(often('Er beträgt 1.000 € pro Kind und Jahr, für Kinder mit besonderem Bedarf 1.800 €.'), [
    'jaehrlich',
    'jaehrlich',
  ])
  assert.deepEqual(often('Er beträgt 100 € pro Kind und Jahr, für das ganze Haus 9.000 €.'), ['jaehrlich', null])
})
