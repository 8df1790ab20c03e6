import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gapTable } from './gap-tables.ts'

test('cells under one another are columns', () => {
  const table = gapTable([
    'Gremium              Art            Termin',
    'Hauptausschuss       Beratung       01.02.2031',
    'Rat der Stadt        Entscheidung   03.02.2031',
  ])
  assert.deepEqual(table?.rows[2], ['Rat der Stadt', 'Entscheidung', '03.02.2031'])
  assert.equal(table?.headRows, 1)
})

test('a cell that runs over its column stays in it', () => {
  const table = gapTable([
    'Gremium              Art            Termin',
    'Ausschuss für Gleichstellung (nichtöffentlich)   Beratung   01.02.2031',
    'Rat der Stadt        Entscheidung   03.02.2031',
  ])
  assert.deepEqual(table?.rows[1], ['Ausschuss für Gleichstellung (nichtöffentlich)', 'Beratung', '01.02.2031'])
})

test('an empty cell is told by where the others stand', () => {
  const table = gapTable([
    'Jahr   Posten            Kosten    Deckung',
    '2031   Personal         12.000    Amt 40',
    '2031   Entgelte          -4.000',
    '2032   Ausstattung       3.000    Amt 20',
  ])
  assert.deepEqual(table?.rows[2], ['2031', 'Entgelte', '-4.000', ''])
})

test('a cell broken over two lines is whole', () => {
  const table = gapTable([
    'Posten               Kosten',
    'Umbau der alten',
    'halle und Hof        12.000 €',
    'Miete                 3.000 €',
    'Strom                 1.000 €',
  ])
  assert.deepEqual(table?.rows[1], ['Umbau der alten halle und Hof', '12.000 €'])
})

test('justified running text is no table', () => {
  const lines = [
    'Die  Stadt  hat  im  vergangenen  Jahr  den  Bau  der',
    'neuen   Halle   begonnen   und   wird   sie   im   Herbst',
    'eröffnen,  sobald  alle  Arbeiten  und  Prüfungen  fertig',
    'sind  und  der  Rat  zugestimmt  hat.',
  ]
  assert.equal(gapTable(lines), undefined)
})

test('cells under the heads of the first line tell which ones are empty, years and numbers set to the right too', () => {
  const table = gapTable([
    'Maßnahme               2031     2032     2033 ff.',
    '                       TEUR     TEUR     TEUR',
    'Personal (400)                   289      321',
    'Sachmittel               15       84       84',
    'Erlöse',
  ])
  assert.deepEqual(table?.rows.at(-3), ['Personal (400)', '', '289', '321'])
  assert.deepEqual(table?.rows.at(-1), ['Erlöse', '', '', ''])
  assert.equal(table?.headed, true)
})

test('two lines are a table where the second stands under the first', () => {
  const lines = ['Amt             Tel.Nr.      Datum', 'Bauamt          4640         3.5.2031']
  assert.deepEqual(gapTable(lines)?.rows, [
    ['Amt', 'Tel.Nr.', 'Datum'],
    ['Bauamt', '4640', '3.5.2031'],
  ])
  assert.equal(gapTable([lines[0] ?? '', 'Bauamt     4640     3.5.2031']), undefined)
})

test('a head broken over two lines and names that go on below stay in their columns', () => {
  const table = gapTable([
    'Gremium                          Sitzung am    Status         Abstimmungs-',
    '                                                              ergebnis',
    'Ausschuss für Stadtentwicklung,  04.07.2031    Vorberatung',
    'Umwelt und Verkehr',
    'Stadtrat                         25.07.2031    Entscheidung',
  ])
  assert.deepEqual(table?.rows, [
    ['Gremium', 'Sitzung am', 'Status', 'Abstimmungsergebnis'],
    ['Ausschuss für Stadtentwicklung, Umwelt und Verkehr', '04.07.2031', 'Vorberatung', ''],
    ['Stadtrat', '25.07.2031', 'Entscheidung', ''],
  ])
})

test('cells that one blank parts are told by their kinds, and their heads by place', () => {
  const table = gapTable([
    'Los                       Auftrag Baubeginn     Stand',
    'Erdarbeiten               18.400 € 04.03.2031 vergeben',
    'Rohbau mit Kellerdecke   212.750 € 22.04.2031 offen',
    'Dach                      64.300 € 01.09.2031 nicht ausgeschrieben',
  ])
  assert.deepEqual(table?.rows, [
    ['Los', 'Auftrag', 'Baubeginn', 'Stand'],
    ['Erdarbeiten', '18.400 €', '04.03.2031', 'vergeben'],
    ['Rohbau mit Kellerdecke', '212.750 €', '22.04.2031', 'offen'],
    ['Dach', '64.300 €', '01.09.2031', 'nicht ausgeschrieben'],
  ])
})

test('a label or word that ran up to the next column in some rows only', () => {
  const table = gapTable([
    'Dienststelle             Bewertung  Stand         Stellen',
    'Archiv                   EG 8       besetzt       1,50',
    'Zentrale Vergabestelle   EG 10      ausgeschrieben 2,00',
    'Amt für Wirtschaftshilfe EG 11      unbesetzt     0,75',
  ])
  assert.deepEqual(table?.rows[2], ['Zentrale Vergabestelle', 'EG 10', 'ausgeschrieben', '2,00'])
  assert.deepEqual(table?.rows[3], ['Amt für Wirtschaftshilfe', 'EG 11', 'unbesetzt', '0,75'])
})

test('heads that may be parted in two ways leave the table uncertain', () => {
  const table = gapTable([
    'Bereich                             Differenz VZÄ Bestand VZÄ neu',
    'Zentrale Vergabestelle                  7,75         34,50      34,75',
    'Bauhof                                  2,50         27,25      22,75',
    'Feuerwache                             18,75         30,25       0,75',
  ])
  assert.equal(table?.certain, false)
})
