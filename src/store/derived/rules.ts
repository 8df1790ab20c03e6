/**
 * Why a paper has an amount that counts, or none, and what is left out of it.
 */

/** Why there is an amount, or none. */
export const RULES = {
  gesamtkosten: 'genau ein Gesamtbetrag ist gedruckt; Teilbeträge daneben zählen nicht',
  'einzige-angabe': 'genau ein Aufwand, eine Auszahlung oder Investition ist gedruckt',
  'gesamt-und-teile': 'ein Betrag ist die Summe der übrigen; nur er zählt',
  'schon-gezaehlt': 'dieselbe Vorlage (Kommune und Nummer) steht schon in einer anderen Datei',
  'dateien-uneins': 'mehrere Dateien derselben Vorlage nennen verschiedene Beträge',
  'mehrere-gesamtbetraege': 'mehrere Gesamtbeträge (Varianten, brutto und netto, Jahre): keiner wird gewählt',
  'mehrere-betraege': 'mehrere Beträge, keiner ist die Summe der übrigen: keiner wird gewählt',
  'teil-uebersteigt-gesamt': 'ein Teilbetrag ist größer als der Gesamtbetrag',
  'auch-laufend': 'derselbe Betrag steht auch als jährlicher oder monatlicher da: ob er einmal anfällt, ist offen',
  'groesserer-zweifelhafter': 'ein größerer Betrag ist zweifelhaft gelesen',
  'groesserer-unbestimmter': 'ein größerer Betrag steht da, dessen Art kein Wort nennt',
  'kein-betrag': 'kein einmaliger Betrag der Ausgabenseite ist gedruckt',
} as const

/** Class of an amount, end of the name of its column, and what it is. */
export const LEFT_OUT = [
  ['schwelle', 'schwellen', 'Schwellenwerte („ab 250.000 €“)', 'Thresholds'],
  ['verpflichtung', 'verpflichtungen', 'Verpflichtungsermächtigungen', 'Commitments'],
  ['deckung', 'deckungen', 'Deckungsmittel: dasselbe Geld von der anderen Seite', 'Cover: the same money again'],
  ['ertrag', 'ertraege', 'Erträge, Einzahlungen und Zuschüsse', 'Income and grants'],
  [
    'laufend',
    'laufende',
    'Jährlich oder monatlich Wiederkehrendes und Folgekosten',
    'What recurs, and follow-up costs',
  ],
  ['zweifel', 'zweifelhafte', 'Beträge, an deren Lesung etwas zweifelhaft ist', 'Amounts whose reading is doubted'],
  ['unbestimmt', 'unbestimmte', 'Beträge, deren Art kein Wort nennt', 'Amounts no word says the kind of'],
] as const
