/**
 * Papers with amounts, for tests.
 */
import type { Bundle, RecordValue } from '../../bundle.ts'
import { frame, paper } from '../testing.ts'

interface More {
  readonly closed?: boolean
  readonly kommune?: string | null
  readonly art?: string
}

/** Amounts as the page of sums writes them: kind, euros, and what more is printed. */
export function amounts(printed: string): RecordValue[] {
  return printed.split('; ').map((one, at) => {
    const [, art = '', euro = '', more = ''] = /^(\w+) (-?\d+)(.*)$/.exec(one) ?? []
    return {
      ...frame(`betraege-${at + 1}`, `${euro} €`, more.includes('zweifel') ? ['zahl-unklar'] : []),
      cent: Number(euro) * 100,
      bezeichnung: null,
      jahr: Number(/\d{4}/.exec(more)?.[0] ?? 0) || null,
      turnus: more.includes('jährlich') ? 'jaehrlich' : null,
      ungefaehr: false,
      art,
      herkunft: 'text',
      zitat: `${euro} €`,
    }
  })
}

/** A paper of Auenfurt that prints these amounts. */
export function bundle(
  nummer: string | null,
  printed: string,
  path: string,
  { closed = false, kommune = 'Auenfurt', art = 'beschlussvorlage' }: More = {},
): Bundle {
  const daten = {
    ...(kommune === null ? {} : { kommune: { ...frame('kommune', kommune), name: kommune, ags: null } }),
    vorlage: {
      ...frame('vorlage', 'Vorlage'),
      ...{ nummer, art, art_wortlaut: null, betreff: null, datum: '2031-02-03' },
      ...{ oeffentlichkeit: closed ? 'nichtoeffentlich' : 'oeffentlich', federfuehrend: null },
    },
    betraege: amounts(printed),
  }
  return paper({
    quelle: path,
    sha256: Buffer.from(path).toString('hex').padEnd(64, '0').slice(-64),
    daten,
  })
}
