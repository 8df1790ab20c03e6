import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endOfForm } from './form-lines.ts'
import { gapTable } from './gap-tables.ts'
import { tornLine } from './torn-rows.ts'

describe('values one blank behind their label', () => {
  test('a label with a colon, as those around it', () => {
    const form = ['Vorlage Nr.:      2031/0978', 'Verantwortlich: Dez. 5', 'Dienststelle:      UA']
    assert.deepEqual(gapTable(form)?.rows, [
      ['Vorlage Nr.:', '2031/0978'],
      ['Verantwortlich:', 'Dez. 5'],
      ['Dienststelle:', 'UA'],
    ])
    assert.equal(gapTable(form)?.headRows, 0)
  })

  test('a number, where the other lines have one', () => {
    const lines = ['Ende der Frist  30.12.2031', 'Anzahl gefragter Firmen 19', 'Anzahl der Angebote  5']
    assert.deepEqual(gapTable(lines)?.rows[1], ['Anzahl gefragter Firmen', '19'])
    assert.deepEqual(gapTable(['Stufe eins  3,50', 'Haus 4', 'Stufe zwei  4,50'])?.rows[1], ['Haus 4', ''])
  })

  test('a value for each column', () => {
    const full = [
      'Erträge aus Miete   1.250.000   1.300.000',
      'Aufwand   -950.000   -970.500',
      'Saldo   300.000   329.500',
    ]
    assert.deepEqual(gapTable([...full, 'Zinsen von 3.000.000 3.100.000'])?.rows[3], [
      'Zinsen von',
      '3.000.000',
      '3.100.000',
    ])
  })

  test('words without values end a form', () => {
    const form = ['Vorlage Nr.:      2031/0978', 'Verantwortlich: Dez. 5', 'Dienststelle:      UA']
    assert.equal(
      endOfForm([...form, 'Neubau der Mühle', 'Vergabe der Arbeiten', 'Folge der Beratung', 'Rat  3.2.2031']),
      3,
    )
    assert.equal(endOfForm([...form, 'Neubau der Mühle']), 0)
  })
})

describe('first rows that are no heads', () => {
  for (const [name, lines] of [
    [
      'labels with values',
      ['Beginn der Planung:   2. Quartal 2031', 'Beginn des Baus:  3. Quartal 2032', 'Ende:   1. Quartal 2034'],
    ],
    [
      'a numbered list',
      [
        '1. Bau GmbH, Neudorf  706.860 Euro (100 %)',
        '2. Bieter B  745.280 Euro (105 %)',
        '3. Bieter C  817.029 Euro (116 %)',
      ],
    ],
    [
      'a sentence set as a form',
      ['an die Firma    Bau GmbH, Neudorf', 'zum Angebot vom   17.10.2031', 'abschließend mit    5.284.856 Euro'],
    ],
    [
      'values of several kinds',
      ['Art der Vergabe  Offenes Verfahren', 'Ende der Frist  30.12.2031', 'Anzahl der Angebote  5'],
    ],
    [
      'amounts among words',
      [
        'Mühle Nord   Laufzeit bis 2032   Rahmen neu 10,6 Mio. €',
        'Mühle Süd   Laufzeit bis 2033   Rahmen 2,9 Mio. €',
        'Wehr   Laufzeit bis 2034   Rahmen 1,2 Mio. €',
      ],
    ],
  ] as const)
    test(name, () => assert.equal(gapTable([...lines])?.headRows, 0))

  test('heads stay heads', () => {
    assert.equal(gapTable(['Posten   Kosten in €', 'Dach   12.000', 'Fenster   3.500'])?.headRows, 1)
    assert.equal(
      gapTable(['Gremien:   Termin:   Art:', 'Rat   3.2.2031   Beschluss', 'Bauausschuss   1.2.2031   Beratung'])
        ?.headRows,
      1,
    )
    assert.equal(
      gapTable([
        '           2031 EUR   2032 EUR   ab 2033 (jährl.) EUR',
        'Miete      86.700      324.200     331.000',
        'Strom      5.800       12.350      4.100',
      ])?.headRows,
      1,
    )
  })
})

describe('no tables', () => {
  test('bullets', () => {
    assert.equal(gapTable(['•   Erfahrung des Teams 31 %', '•   Honorar (125 Punkte) 25 %', '•   Zeitplan']), undefined)
  })
  test('gaps anywhere in running text', () => {
    assert.equal(
      gapTable([
        'Mauer.  Daraus folgt, dass die Mieten von insgesamt 408 Wohnungen nach dem Gesetz',
        'in jedem Falle bis zu diesem Abstand zu senken sind.',
        'Die weiteren  2.756 Mieten liegen damit unter dem verlangten Abstand, wobei davon',
      ]),
      undefined,
    )
  })
  test('days in either piece', () => {
    assert.equal(
      gapTable(['Ortsrat Mühle  22.06.2031 1 x', 'Bauausschuss 07.07.2031   x', 'Rat 12.07.2031   x']),
      undefined,
    )
  })
})

test('a number is not cut within itself, and a rate belongs to its words', () => {
  assert.deepEqual(tornLine('Ausbau ca. 1.500.000 €').values, [])
  assert.deepEqual(tornLine('Gründungen je 1.000').values, [])
  assert.deepEqual(tornLine('Jahr 2031 2032 2033').values, ['2031', '2032', '2033'])
  assert.deepEqual(tornLine('Gesamtbetrag der Erträge von 3.000.000 3.100.000').values, ['3.000.000', '3.100.000'])
})
