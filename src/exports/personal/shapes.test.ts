/** A law: whoever is planted in a head, in whatever shape, is gone from the text; and what is no clerk stays. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maskOf } from '../mask.ts'

interface Clerk {
  readonly last: string
  readonly first: string
}

/** How a name is printed. */
const SPELLED: Readonly<Record<string, (clerk: Clerk) => string>> = {
  turned: ({ last, first }) => `${last}, ${first}`,
  full: ({ last, first }) => `${first} ${last}`,
  titled: ({ last }) => `Frau ${last}`,
  short: ({ last, first }) => `Hr. ${first} ${last}`,
  doctor: ({ last, first }) => `Dr. ${first} ${last}`,
  initial: ({ last, first }) => `${first[0]}. ${last}`,
  capitals: ({ last, first }) => `${last.toUpperCase()}, ${first.toUpperCase()}`,
  family: ({ last }) => last,
}

const LABELS = [
  'Bearbeitet von',
  'Bearbeiter/in',
  'Bearbeiter:in',
  'Sachbearbeiter/-in',
  'Sachbearbeitung',
  'Sachbearbeiter(in)',
  'Ansprechpartner',
  'Ansprechpartner*in',
  'Ihre Ansprechpartnerin',
  'Auskunft erteilt',
  'Verfasserin',
  'ERSTELLT DURCH',
  'Vorlage erstellt von',
  'Kontakt',
  'Aufgestellt von',
]

/** Heads: {N} is the name, {L} the label, {P} the telephone, {M} the e-mail address. */
const HEADS = [
  '{L}: {N}\nDatum: 11.04.2031',
  '{L}: {N}\tTel.: {P}\tE-Mail: {M}',
  '{L}:{N}',
  '{L}: {N}, Zimmer 3.04, Tel. {P}',
  '{L}: {N} (E-Mail: {M} Telefon: {P})',
  '{L}: Amt für Umwelt, {N}',
  '{L}: FB 3 - Bauen / {N}',
  '{L}\n{N}\nDatum\n11.04.2031',
  '{L}:\n\n{N}\n\nTel. Nr.:\n{P}',
  '{L}\tTelefon\tDatum\n{N}\t{P}\t11.04.2031',
  '| {L} | Telefon | Datum |\n|---|---|---|\n| {N} | {P} | 11.04.2031 |',
  'Amt            {L}                    Telefon       Datum\n61             {N}             {P}    11.04.2031',
  'Dienststelle {L} Telefon Datum\nBauamt {N} {P} 11.04.2031',
  '{L} Datum\n{N} 11.04.2031',
  'Aktenzeichen   {L}   Telefon\n61.2-qu/31     {N}   {P}',
  '{L}:\nTelefon:\nDatum:\n{N}\n{P}\n11.04.2031',
  'Datum:\n{L}:\n11.04.2031\n{N}',
  'Federführend: Bauamt\t{L}: {N}\nBeteiligt: Kämmerei',
]
/** Heads whose label fits no other word: a family name alone says too little there. */
const FIXED = [
  'Amt 61, {N}, Tel. {P}',
  'Rückfragen an {N} ({P}), {M}',
  'Im Auftrag\n\n{N}',
  'gez. {N}\nSachbearbeiterin',
  'gez.\tgez.\nMartha Klee\t{N}\nBürgermeisterin\tSchriftführerin',
  'i. A. {N}',
  'i.A.\n{N}\nAmtsleiterin',
  'Für die Richtigkeit:\ngez. {N}',
  'Name: {N}\nTelefon: {P}',
  'Es schreibt Ihnen: {N}',
]
const BEFORE = ['Stadt Auenfurt\n', 'Beschlussvorlage\nVorlage Nr. 0417/2031\nöffentlich\n', '']
const AFTER = [
  '\nBetreff: Steg am Mühlwehr\n\nDer Bauausschuss beschließt den Bau.',
  '\n\nBeratungsfolge:\nDatum\tGremium\n28.05.2031\tRat der Stadt\n',
  '\nDazu führt Frau {last} aus, was {full} vermerkt hat.',
]

const clerk = fc.record({
  last: fc.constantFrom('Wibbelmann', 'Quast', 'Rathjen', 'Albrechtsen', 'Döring-Klatt', 'von der Aue', 'Süßkind'),
  first: fc.constantFrom('Dörthe', 'Ilse', 'Karl-Heinz', 'Jörg', 'Ana'),
})
const phone = fc.constantFrom('04711/998877', '(04711) 99 88 77', '+49 4711 998877', '04711 998-877')
const MAIL = 'd.wibbel@auenfurt.example'

test('planted clerks do not survive in any shape of head', () => {
  fc.assert(
    fc.property(
      clerk,
      phone,
      fc.constantFrom(...Object.keys(SPELLED)),
      fc.constantFrom(...LABELS),
      fc.constantFrom(...HEADS, ...FIXED),
      fc.constantFrom(...BEFORE),
      fc.constantFrom(...AFTER),
      (person, number, spelling, label, head, before, after) => {
        fc.pre(
          !(
            FIXED.includes(head) &&
            ['family', 'titled'].includes(spelling) &&
            !/^(?:i\. ?A|gez|Im|Name|Es)/.test(head)
          ),
        )
        const printed = SPELLED[spelling]?.(person) ?? ''
        const text =
          before +
          head.replace('{L}', label).replace('{N}', printed).replaceAll('{P}', number).replaceAll('{M}', MAIL) +
          after.replace('{last}', person.last).replace('{full}', `${person.first} ${person.last}`)
        const mask = maskOf(text, ['0417/2031'], [])
        const shown = mask.text
        assert.ok(!shown.includes(printed), `${printed} in\n${shown}`)
        assert.ok(!shown.includes(number), `${number} in\n${shown}`)
        assert.ok(!shown.includes(MAIL), `${MAIL} in\n${shown}`)
        assert.ok(!shown.includes(person.last), `${person.last} in\n${shown}`)
        assert.equal(shown.length, text.length)
        for (const kept of [
          'Auenfurt',
          'Mühlwehr',
          'Bauausschuss',
          '0417/2031',
          '11.04.2031',
          '28.05.2031',
          'Rat der Stadt',
        ])
          if (text.includes(kept) && !MAIL.includes(kept)) assert.ok(shown.includes(kept), `${kept} lost in\n${shown}`)
      },
    ),
    { numRuns: 3000, seed: 7 },
  )
})

const LEFT: readonly string[] = [
  'Bearbeitet von: Fachbereich 40',
  'ERSTELLT DURCH\tERSTELLT AM\tSITZUNGSTEIL\nFachbereich Personal, Organisation, IT\t25.10.2031\töffentlich',
  'Verantwortlich: OV Auen\nBeratungsfolge',
  'Verantwortlich:\n\nDez. 6\n\nNeubau Hauptfeuerwache',
  'Einstellung von Mitarbeitern in befristetem Arbeitsverhältnis und Begleitung der Mitarbeiter:innen vor Ort.',
  'Für die Bearbeitung von Anträgen bleibt der Kontakt zu den Vereinen wichtig.',
  '1. Sachbearbeitung allg. Dienste\nAssistenz',
  'Dezernent/in: Bürgermeister Max Klee',
  'Referent/in:\nMax Klee, berufsm. Stadtratsmitglied',
  'Initiator:\nMax Klee, Eva Moos, Fraktion Bunte Liste',
  'gez. Eva Moos\nFraktionsvorsitzende',
  'gez. Eva Moos\n\nstv. Vorsitzende der Ratsgruppe',
  'i.V. Max Klee\nErster Beigeordneter',
  'Oberbürgermeisterin Eva Moos eröffnet die Sitzung.\n\ngez. Moos',
  'Im Auftrag der Stadt prüft die Messe GmbH den Umbau.',
  'gemäß § 31 Abs. 2 i. V. m. § 69 GemO rückt Frau Eva Moos in den Rat nach',
  'Unser Zeichen: 61.2-Qu/Mü\nAktenzeichen: 10-24-01 We',
  'Az.: 20.1/Kle-12 vom 11.04.2031',
  'IBAN DE51 3705 0198 0001 1229 51 der Stadtkasse',
  'Bekanntmachung 2031/S 072-120150 im Amtsblatt',
  '16 Schulen nutzen den Anschluss T@Schule-DSL',
  'Stadtteilbeirat: Hr. Klee, Fr. Moos\nStadtrat: Hr. Dr. Aue',
  'Vom Bürgermeister- und Presseamt kommt die Vorlage.',
  'Kennzahl 0417 und 0418 im Haushalt 2031/2032; 1.250.000 €',
]

for (const text of LEFT)
  test(`left: ${text.slice(0, 60).replaceAll('\n', ' ')}`, () => assert.equal(maskOf(text, [], []).text, text))

test('an office is no clerk, and a clerk beside an office is', () => {
  const text =
    'Anwesend:\nVerwaltung/Gäste:\nFr. Quast/Amt für Sport\nHr. Wibbel, Bauamt\nStadtrat:\nHr. Klee\nVerteiler: Amt 13/Fr. Aue, Fr. Bach'
  const shown = maskOf(text, [], []).text
  for (const gone of ['Quast', 'Wibbel', 'Aue', 'Bach']) assert.ok(!shown.includes(gone), gone)
  assert.ok(shown.includes('Hr. Klee'))
})

test('a path loses the clerk, and nothing else', () => {
  const { path } = maskOf('Bearbeiterin: Ilse Süßkind, 04711/998877, info@auenfurt.example', [], [])
  assert.equal(path('eingang/auenfurt/Suesskind/vo020-1010527.html'), 'eingang/auenfurt/█████████/vo020-1010527.html')
  assert.equal(path('https://auenfurt.example/info/0417.pdf'), 'https://auenfurt.example/info/0417.pdf')
})
