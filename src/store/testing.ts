/**
 * For the tests of the store: record kinds as the extractors declare them, and invented papers.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { z } from 'zod'
import type { Beleg, Bundle, RecordFrame } from '../bundle.ts'
import type { StoreKinds } from './store.ts'

const open = z.enum(['oeffentlich', 'nichtoeffentlich']).nullable().describe('Öffentlichkeit')

export const KINDS = {
  vorlage: {
    table: 'vorlage',
    many: false,
    schema: z.strictObject({
      nummer: z.string().min(1).nullable().describe('Nummer, wie gedruckt'),
      betreff: z.string().nullable().describe('Betreff'),
      datum: z.iso.date().nullable().describe('Datum der Vorlage'),
      oeffentlichkeit: open,
    }),
  },
  kommune: {
    table: 'kommune',
    many: false,
    schema: z.strictObject({
      name: z.string().min(1).describe('Name des Ortes'),
      ags: z.string().nullable().describe('Amtlicher Gemeindeschlüssel'),
    }),
  },
  beratungsfolge: {
    table: 'beratung',
    many: true,
    schema: z.strictObject({
      gremium: z.string().describe('Gremium'),
      datum: z.iso.date().nullable().describe('Sitzungstag'),
      rolle: z.enum(['beratung', 'entscheidung']).nullable().describe('Rolle'),
      abstimmung: z
        .strictObject({ ja: z.int().min(0), nein: z.int().min(0), enthaltung: z.int().min(0).nullable() })
        .nullable()
        .describe('Stimmen'),
    }),
  },
  beschlussvorschlag: {
    table: 'beschlussvorschlag',
    many: false,
    schema: z.strictObject({
      text: z.string().describe('Wortlaut'),
      punkte: z.array(z.string()).meta({ kindtabelle: 'beschlusspunkt' }).describe('Nummerierte Punkte'),
    }),
  },
  betraege: {
    table: 'betrag',
    many: true,
    schema: z.strictObject({
      cent: z.int().describe('Betrag').meta({ einheit: 'Cent' }),
      jahr: z.int().min(1900).max(2199).nullable().describe('Jahr'),
    }),
  },
  tabellen: {
    table: 'tabelle',
    many: true,
    schema: z.strictObject({
      titel: z.string().nullable().describe('Überschrift'),
      spalten: z.array(z.string()).meta({ kindtabelle: 'tabellenzelle' }).describe('Spaltenköpfe'),
      zeilen: z.array(z.array(z.string())).meta({ kindtabelle: 'tabellenzelle' }).describe('Zellen'),
    }),
  },
  vzae: {
    table: 'vzae',
    many: true,
    schema: z.strictObject({
      wert: z.number().min(0).describe('Menge').meta({ speicher: 'tausendstel', einheit: 'VZÄ' }),
      ungefaehr: z.boolean().describe('Steht „ca.“ davor?'),
      bezug: z.string().nullable().describe('Wofür'),
    }),
  },
} as const satisfies StoreKinds

/** A path for a database in a directory that goes when the test ends. */
export function temporaryPath(test: TestContext, name = 'vorlagen.sqlite'): string {
  const directory = mkdtempSync(join(tmpdir(), 'store-'))
  test.after(() => rmSync(directory, { recursive: true, force: true }))
  return join(directory, name)
}

export function beleg(zitat: string, von = 0): Beleg {
  return {
    zitat,
    von,
    bis: von + zitat.length,
    seite: 1,
    zeile: 3,
    flaechen: [{ seite: 1, kasten: [72, 100.5, 210, 112] }],
    extraktor: 'probe',
    version: 2,
  }
}

export function frame(id: string, zitat: string, zweifel: readonly string[] = []): RecordFrame {
  return { id, zweifel, beleg: beleg(zitat) }
}

/** A paper of the invented town of Auenfurt; `change` replaces what differs. */
export function paper(change: Partial<Bundle> = {}): Bundle {
  return {
    quelle: 'eingang/auenfurt-17.pdf',
    sha256: 'a'.repeat(64),
    bytes: 4711,
    medientyp: 'application/pdf',
    lesart: '1-abc',
    profil: 'allgemein',
    vendor: null,
    status: 'pruefen',
    meldungen: [
      { code: 'kommune-fehlt', stufe: 'hinweis', text: 'Ort fehlt.', von: 'kopf', stelle: null },
      {
        code: 'betrag-unlesbar',
        stufe: 'zweifel',
        text: 'Betrag fehlt.',
        von: 'finanzen',
        stelle: { zitat: '1.2 €', von: 40, bis: 45, seite: 2, zeile: 9 },
      },
    ],
    text: 'Vorlage 17/2031 der Gemeinde Auenfurt: neue Pumpe für das Freibad',
    seiten: 2,
    daten: {
      vorlage: {
        ...frame('vorlage', '17/2031'),
        nummer: '17/2031',
        betreff: 'Pumpe für das Freibad',
        datum: '2031-02-03',
        oeffentlichkeit: 'oeffentlich',
        belege: { betreff: beleg('neue Pumpe für das Freibad', 39) },
      },
      kommune: { ...frame('kommune', 'Auenfurt', ['mehrdeutig']), name: 'Auenfurt', ags: '01009999' },
      beratungsfolge: [
        {
          ...frame('beratungsfolge-1', 'Bäderausschuss'),
          gremium: 'Bäderausschuss',
          datum: '2031-03-04',
          rolle: 'beratung',
          abstimmung: { ja: 6, nein: 0, enthaltung: null },
        },
        { ...frame('beratungsfolge-2', 'Rat'), gremium: 'Rat', datum: null, rolle: null, abstimmung: null },
      ],
      beschlussvorschlag: {
        ...frame('beschlussvorschlag', 'Die Pumpe wird beschafft.'),
        text: 'Die Pumpe wird beschafft.',
        punkte: ['Beschaffung', 'Einbau'],
      },
      betraege: [{ ...frame('betraege-1', '-5.800,07 €', ['zahl-unklar']), cent: -580007, jahr: 2031 }],
      tabellen: [
        {
          ...frame('tabellen-1', 'Jahr\tKosten'),
          titel: null,
          spalten: ['Jahr', 'Kosten'],
          zeilen: [
            ['2031', '5'],
            ['2032', ''],
          ],
        },
      ],
      vzae: [{ ...frame('vzae-1', '0,430 VZÄ'), wert: 0.43, ungefaehr: false, bezug: 'Bademeister' }],
    },
    ...change,
  }
}

/** A paper that could not be read. */
export function failedPaper(change: Partial<Bundle> = {}): Bundle {
  const daten = {
    vorlage: null,
    kommune: null,
    beratungsfolge: [],
    beschlussvorschlag: null,
    betraege: [],
    tabellen: [],
    vzae: [],
  }
  const meldungen = [
    { code: 'pdf-beschaedigt', stufe: 'fehler', text: 'Das PDF ist beschädigt.', von: 'leser', stelle: null },
  ] as const
  return paper({ status: 'fehler', text: '', seiten: null, meldungen, daten, ...change })
}
