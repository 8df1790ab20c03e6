import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SectionNode, sectionsOf } from '../document.ts'
import { readPaper, understand } from '../pipeline.ts'

async function outline(text: string): Promise<string[]> {
  const paper = understand(await readPaper('fall.txt', new TextEncoder().encode(text)))
  return [...sectionsOf(paper.tree)].map((section: SectionNode) => `${section.kind}: ${section.title}`)
}

const BODY =
  'Die Verwaltung hat geprüft, ob die Brücke saniert werden kann, und hält einen Neubau für günstiger als die Sanierung.'

test('headings on lines of their own, with and without colon, in capitals, numbered', async () => {
  const text = `Stadt Neudorf\n\nBeratungsfolge:\n\nRat 01.02.2031\n\nBESCHLUSSVORSCHLAG\n\nDer Rat stimmt zu.\n\n3. Finanzielle Auswirkungen:\n\nkeine\n\nSachverhalt / Begründung\n\n${BODY}\n\nAnlagen\n\nPlan`
  assert.deepEqual(await outline(text), [
    'kopf: ',
    'beratungsfolge: Beratungsfolge',
    'beschlussvorschlag: BESCHLUSSVORSCHLAG',
    'finanzen: Finanzielle Auswirkungen',
    'begruendung: Sachverhalt / Begründung',
    'anlagen: Anlagen',
  ])
})

test('a heading whose text goes on behind the colon', async () => {
  assert.deepEqual(await outline(`Stadt Neudorf\n\nBegründung: ${BODY}`), ['kopf: ', 'begruendung: Begründung'])
})

test('the finance form begins with its boxes', async () => {
  for (const form of [
    'Finanzielle Auswirkungen  nein  ja',
    'Finanzielle Auswirkungen Ja ☐ Nein ☒',
    'Finanzielle Auswirkungen: ☒ Nein',
  ]) {
    assert.deepEqual(
      await outline(`Stadt Neudorf\n\n${form}\n`),
      ['kopf: ', 'finanzen: Finanzielle Auswirkungen'],
      form,
    )
  }
})

test('a Beratungsfolge without heading is known by its columns', async () => {
  assert.deepEqual(
    await outline('Stadt Neudorf\n\nGremien Termin TOP Ö / N Zuständigkeit\nRat 01.02.2031 3 Ö Entscheidung\n'),
    ['kopf: ', 'beratungsfolge: Beratungsfolge'],
  )
})

test('numbered headings nest; the points of a proposal stay in it', async () => {
  const text = `Stadt Neudorf\n\nBeschlussvorschlag\n\n1. Neubau der Brücke\n\n${BODY}\n\n2. Abriss\n\n${BODY}\n\nBegründung\n\n1. Lage\n\n${BODY}\n\n1.1 Zustand\n\n${BODY}`
  const paper = understand(await readPaper('fall.txt', new TextEncoder().encode(text)))
  const inside = [...sectionsOf(paper.tree)]
    .filter(({ kind }) => kind !== 'sonstige')
    .map(({ children }) => children.filter(({ type }) => type === 'section').length)
  assert.deepEqual(inside, [0, 2, 1])
})

test('labels of a form that are headings open sections; other labels behind them are none of theirs', async () => {
  const rows = [
    ['Betreff:', 'Neubau der Brücke am Wehr'],
    ['Federführend:', 'Tiefbauamt'],
    ['Beschlussvorschlag:', 'Der Rat stimmt dem Neubau der Brücke am Wehr zu.'],
    ['', 'Die Verwaltung wird beauftragt, den Bau auszuschreiben.'],
    ['Sachverhalt:', BODY],
    ['Leitbild:', 'Lebenswerte Stadt'],
    ['Finanzielle Auswirkungen:', 'Ja, 420.000 Euro'],
  ]
  const paper = `# Vorlage 117/2031\n\n| | |\n|---|---|\n${rows.map(([label, value]) => `| ${label} | ${value} |`).join('\n')}\n`
  const { tree, text } = understand(await readPaper('fall.md', new TextEncoder().encode(paper)))
  const found = [...sectionsOf(tree)].map(({ kind, title, position }) => [
    kind,
    title,
    text.slice(position?.start.offset, position?.end.offset).includes('auszuschreiben'),
  ])
  assert.deepEqual(found, [
    ['kopf', '', false],
    ['beschlussvorschlag', 'Beschlussvorschlag', true],
    ['begruendung', 'Sachverhalt', false],
    ['sonstige', '', false],
    ['finanzen', 'Finanzielle Auswirkungen', false],
  ])
})

test('a word that names the paper in its letterhead is no section', async () => {
  assert.deepEqual(await outline('Antrag\n\nder Fraktion Neue Mitte\n\nNeudorf, 3. Mai 2031\n'), ['kopf: '])
})

test('a sentence that begins with a heading word is no heading', async () => {
  assert.deepEqual(await outline('Stadt Neudorf\n\nBeschluss des Rates war es, die Brücke zu bauen.\n'), ['kopf: '])
})

test('a paper on one line is broken before its headings', async () => {
  const text = `Stadt Neudorf Vorlage BV/7/2031 Betreff: Brücke Beratungsfolge: Rat 01.02.2031 öffentlich Beschlussvorschlag: Der Rat stimmt zu. Finanzielle Auswirkungen: Ja [x] Nein [ ] Begründung: ${BODY} ${BODY} ${BODY} ${BODY} Anlagen: Plan`
  assert.deepEqual(await outline(text), [
    'kopf: ',
    'beratungsfolge: Beratungsfolge',
    'beschlussvorschlag: Beschlussvorschlag',
    'finanzen: Finanzielle Auswirkungen',
    'begruendung: Begründung',
    'anlagen: Anlagen',
  ])
})

test('roman headings of a paper whose proposal is the first of them end it', async () => {
  const text = `Stadt Neudorf\n\nI. Beschlussantrag\n\n1. Der Rat stimmt zu.\n\nII. Sach- und Rechtslage, Begründung\n\n${BODY}\n\nIII. Finanzielle Auswirkungen\n\nkeine`
  assert.deepEqual(await outline(text), [
    'kopf: ',
    'beschlussvorschlag: Beschlussantrag',
    'begruendung: Sach- und Rechtslage, Begründung',
    'finanzen: Finanzielle Auswirkungen',
  ])
})

test('points of a proposal that count on like headings stay in it', async () => {
  const text = `Stadt Neudorf\n\nBeschlussvorschlag:\n\nI. Sachentscheidung:\n\nDer Rat stimmt zu.\n\nII. Finanzielle Auswirkungen:\n\nDie Kosten betragen 5 €.\n\nBegründung:\n\n${BODY}`
  const paper = understand(await readPaper('fall.txt', new TextEncoder().encode(text)))
  const proposal = [...sectionsOf(paper.tree)].find(({ kind }) => kind === 'beschlussvorschlag')
  assert.match(paper.text.slice(proposal?.position?.start.offset, proposal?.position?.end.offset), /5 €/)
})
