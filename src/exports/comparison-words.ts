/**
 * What people call the figures of a comparison; the codes stay in CSV and database.
 */
const WORDS: Readonly<Record<string, string>> = {
  einmalig: 'Einmalige Ausgaben',
  gesamtkosten: 'Gesamtkosten',
  investition: 'Investition',
  auszahlung: 'Auszahlung',
  aufwand: 'Aufwand',
  ertrag: 'Ertrag',
  einzahlung: 'Einzahlung',
  zuschuss: 'Zuschuss',
  deckung: 'Deckungsmittel',
  folgekosten: 'Folgekosten',
  verpflichtungsermaechtigung: 'Verpflichtungsermächtigung',
  schwelle: 'Schwellenwert',
  unbestimmt: 'Art unbestimmt',
  rat: 'Rat',
  ausschuss: 'Ausschuss',
  ortsteil: 'Ortsteil',
  beirat: 'Beirat',
  verwaltung: 'Verwaltung',
  sonstige: 'Sonstige',
  beschlossen: 'beschlossen',
  'geaendert-beschlossen': 'geändert beschlossen',
  kenntnisnahme: 'zur Kenntnis genommen',
  vorberaten: 'vorberaten',
  vertagt: 'vertagt',
  erledigt: 'erledigt',
  abgelehnt: 'abgelehnt',
  unklar: 'unklar',
}
const RHYTHM: Readonly<Record<string, string>> = { '-jaehrlich': ' je Jahr', '-monatlich': ' je Monat' }

/** A code in words; what has none stays as it is. */
export function wordsFor(code: string): string {
  const rhythm = Object.keys(RHYTHM).find((end) => code.endsWith(end)) ?? ''
  const stem = code.slice(0, code.length - rhythm.length)
  return (WORDS[stem] ?? stem) + (RHYTHM[rhythm] ?? '')
}
