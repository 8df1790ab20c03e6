/**
 * However a house writes the steps of a Beratungsfolge, line by line or in paragraphs, the same steps are read: each
 * form in which one step is printed, under each heading, close together and parted by empty lines.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractors } from '../extractors/index.ts'
import { process as read } from '../src/pipeline.ts'

interface Printed {
  readonly body: string
  readonly day: string
  readonly spelled: string
  readonly part: string
  readonly role: string
}

const STEPS: readonly Printed[] = [
  { body: 'Ortsbeirat Nord', day: '05.05.2031', spelled: '5. Mai 2031', part: 'öffentlich', role: 'Anhörung' },
  {
    ...{ body: 'Ausschuss für Schule, Sport und Kultur', day: '02.06.2031', spelled: '2. Juni 2031' },
    ...{ part: 'nichtöffentlich', role: 'Vorberatung' },
  },
  {
    ...{ body: 'Stadtverordnetenversammlung', day: '27.07.2031', spelled: '27. Juli 2031' },
    ...{ part: 'öffentlich', role: 'Entscheidung' },
  },
]

/** How one step is printed, and what of it that form leaves out. */
const FORMS: readonly [string, (step: Printed, at: number) => string][] = [
  ['part role', ({ body, part, day, role }) => `${body} (${part}) am ${day} - ${role}`],
  ['part role', ({ body, part, day, role }) => `${body} - ${role} - ${day} - ${part}`],
  ['part role', ({ body, part, day, role }) => `${body} – ${day} – ${role} – ${part}`],
  ['part role', ({ body, part, day, role }) => `${day} / ${body} / ${role} / ${part}`],
  ['part role', ({ body, part, day, role }) => `${body} | ${day} | ${role} | ${part}`],
  ['part role', ({ body, part, day, role }) => `${body}, ${day}, ${part}, ${role}`],
  ['part role', ({ body, part, day, role }) => `${body}: ${day} (${role}, ${part})`],
  ['part role', ({ body, part, day, role }, at) => `${at + 1}. ${body} ${day} ${part} ${role}`],
  ['part role', ({ body, part, spelled, role }) => `${body} ${spelled} ${part} ${role}`],
  ['part role', ({ body, part, day, role }) => `${body}\t${day}\t${part}\t${role}`],
  ['part role', ({ body, part, day, role }) => `${day}\t${body}\t${role}\t${part}`],
  ['part role', ({ body, part, day, role }) => `${body.padEnd(44)}${day}   ${part.padEnd(18)}${role}`],
  ['part role', ({ body, part, day, role }) => `${body}\n${day}\n${part}\n${role}`],
  ['part role', ({ body, part, day, role }) => `${body}\n${day} ${part} ${role}`],
  ['part role', ({ body, part, day, role }) => `am ${day}: ${body} (${part}) ${role}`],
  ['part role', ({ body, part, day, role }) => `${body} ${day} ${part === 'öffentlich' ? 'Ö' : 'N'} ${role}`],
  ['role', ({ body, day, role }) => `${day} ${body} (${role})`],
  ['role', ({ body, day, role }) => `${day}: ${body}, ${role}`],
  ['role', ({ body, day, role }, at) => `${at + 1}. ${body} - ${day} - ${role}`],
  ['role', ({ body, day, role }) => `im ${body} am ${day} (${role})`],
  ['role', ({ body, day, role }) => `${body} am ${day} zur ${role}`],
  ['role', ({ body, day, role }) => `zur ${role}: ${body} am ${day}`],
  ['role', ({ body, day, role }) => `${role}: ${body} ${day}`],
  ['role', ({ body, day, role }) => `${role} im ${body} am ${day}`],
  ['role', ({ body, day, role }) => `${body} (${role}) ${day}`],
  ['role', ({ body, day, role }) => `- ${body}, Sitzung am ${day}, ${role}`],
  ['role', ({ body, day, role }) => `${body}\n${role} am ${day}`],
]

const PARTS: Readonly<Record<string, string>> = { öffentlich: 'oeffentlich', nichtöffentlich: 'nichtoeffentlich' }
const ROLES: Readonly<Record<string, string>> = {
  Anhörung: 'anhoerung',
  Vorberatung: 'vorberatung',
  Entscheidung: 'entscheidung',
}

for (const [named, form] of FORMS) {
  const printed = STEPS.map(form)
  test(`steps printed as ${JSON.stringify(printed[0])}`, async () => {
    for (const heading of ['Beratungsfolge:\n\n', 'Beratungsfolge\n'])
      for (const between of ['\n', '\n\n']) {
        const paper = `Stadt Lindental\nBeschlussvorlage\nVorlage Nr.: 2031/715\nBetreff: Neubau einer Mensa\n\n${heading}${printed.join(between)}\n\nBeschlussvorschlag:\nDer Rat beschließt den Neubau der Mensa.\n\nSachverhalt:\nDie Mensa ist zu klein.\n`
        const { daten } = await read('vorlage.txt', Buffer.from(paper), extractors)
        const steps = daten.beratungsfolge as readonly Readonly<Record<string, unknown>>[]
        assert.deepEqual(
          steps.map(({ gremium, datum, oeffentlichkeit, rolle }) => ({
            ...{ gremium, datum },
            ...(named.includes('part') ? { oeffentlichkeit } : {}),
            ...(named.includes('role') ? { rolle } : {}),
          })),
          STEPS.map(({ body, day, part, role }) => ({
            ...{ gremium: body, datum: day.split('.').reverse().join('-') },
            ...(named.includes('part') ? { oeffentlichkeit: PARTS[part] } : {}),
            ...(named.includes('role') ? { rolle: ROLES[role] } : {}),
          })),
          paper,
        )
        assert.equal(
          (daten.beschlussvorschlag as { text: string } | null)?.text,
          'Der Rat beschließt den Neubau der Mensa.',
        )
      }
  })
}

/** Tables in which a cross says whether a step is public, and the line of heads above them. */
const CROSSED: readonly (readonly [string, (step: Printed, at: number, cross: readonly string[]) => string[]])[] = [
  ['Nr.\tGremium\tTermin\tTOP\tÖ\tN\n', ({ body, day }, at, cross) => [`${at + 1}.`, body, day, '', ...cross]],
  ['Gremium\tDatum\tö\tnö\n', ({ body, day }, _, cross) => [body, day, ...cross]],
  ['Termin\tGremium\töffentlich\tnichtöffentlich\n', ({ body, day }, _, cross) => [day, body, ...cross]],
  ['Nr. Gremium Termin TOP Ö N\n\n', ({ body, day }, at, cross) => [`${at + 1}. ${body}`, day, ...cross]],
]

for (const [heads, row] of CROSSED)
  test(`crosses below ${JSON.stringify(heads)}`, async () => {
    const rows = STEPS.map((step, at) => row(step, at, step.part === 'öffentlich' ? ['X', ''] : ['', 'X']).join('\t'))
    const paper = `Stadt Lindental\nBetreff: Neubau einer Mensa\n\nBeratungsfolge:\n\n${heads}${rows.join('\n')}\n\nBeschlussvorschlag:\nDer Rat beschließt den Neubau der Mensa.\n`
    const { daten } = await read('vorlage.txt', Buffer.from(paper), extractors)
    const steps = daten.beratungsfolge as readonly Readonly<Record<string, unknown>>[]
    assert.deepEqual(
      steps.map(({ gremium, oeffentlichkeit }) => [gremium, oeffentlichkeit]),
      STEPS.map(({ body, part }) => [body, PARTS[part]]),
      paper,
    )
  })
