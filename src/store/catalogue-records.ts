/**
 * German for the fields of records, which their extractors describe in English.
 */
import type { Catalogue } from './catalogue.ts'

const NOT_COUNTED = ['die Stimmen sind nicht gedruckt', 'votes are not printed'] as const

export const RECORD_GERMAN: Catalogue = {
  'vorlage.kommune_name': 'Kommune, wie man sie nennt, ohne „Stadt“',
  'vorlage.kommune_ags': {
    text: 'Amtlicher Gemeindeschlüssel, acht Ziffern mit Nullen vorn',
    leer: ['weder gedruckt noch beim Import angegeben; siehe v_kommune', 'neither printed nor given; see v_kommune'],
  },
  'vorlage.nummer': 'Nummer der Vorlage, wie gedruckt, mit dem Präfix, das die Vorlage verwendet',
  'vorlage.art': 'Welche Art von Vorlage es ist',
  'vorlage.art_wortlaut': 'Art der Vorlage, wie gedruckt',
  'vorlage.betreff': 'Betreff, wie gedruckt, auf einer Zeile',
  'vorlage.datum': 'Datum der Vorlage selbst, nie das einer Sitzung',
  'vorlage.oeffentlichkeit': {
    text: 'Ob die Vorlage öffentlich ist',
    leer: ['nicht gedruckt', 'not printed'],
  },
  'vorlage.federfuehrend': 'Die als federführend gedruckte Stelle, ohne Sachbearbeitung und Kontakt',
  'beratung.datum': 'Tag der Sitzung; bei einem Zeitraum der erste',
  'beratung.gremium': 'Gremium, wie gedruckt, ohne seine Zuständigkeit',
  'beratung.oeffentlichkeit': 'Ob dieser Schritt öffentlich ist',
  'beratung.zustaendigkeit': 'Zuständigkeit des Gremiums, wie gedruckt',
  'beratung.rolle': 'Was die Zuständigkeit bedeutet',
  'beratung.top': 'Punkt der Tagesordnung, wie gedruckt',
  'beratung.sitzung': 'Name oder Nummer der Sitzung, wie gedruckt',
  'beratung.ergebnis': {
    text: 'Ergebnis, wie gedruckt, ohne die Stimmen',
    leer: ['noch nicht beraten, oder die Vorlage nennt kein Ergebnis', 'not yet dealt with, or no result printed'],
  },
  'beratung.abstimmung_ja': { text: 'Ja-Stimmen', leer: NOT_COUNTED },
  'beratung.abstimmung_nein': { text: 'Nein-Stimmen', leer: NOT_COUNTED },
  'beratung.abstimmung_enthaltung': { text: 'Enthaltungen', leer: NOT_COUNTED },
  'beschlussvorschlag.text': 'Der ganze Vorschlag; Absätze durch eine leere Zeile getrennt',
  'finanzangabe.auswirkungen': {
    text: 'Hat die Vorlage finanzielle Auswirkungen?',
    leer: ['nicht gesagt, oder das Kreuz ist verloren', 'not said, or the mark is lost'],
  },
  'finanzangabe.mittel_vorhanden': 'Sind die Mittel da? Nur wie Vordruck oder Abschnitt es sagen',
  'finanzangabe.zustand':
    'Ausgefüllt (angegeben), Vordruck leer (leer), kein Vordruck und kein Abschnitt (keine_angabe)',
  'betrag.cent': 'Betrag in Cent, Einheit schon eingerechnet; negativ, wenn so gedruckt',
  'betrag.bezeichnung': 'Was der Betrag ist: Zeilenkopf, Feld des Vordrucks oder Wortgruppe im Nominativ',
  'betrag.jahr': 'Jahr, das im Satz, in der Zeile oder im Spaltenkopf gedruckt ist',
  'betrag.turnus': {
    text: 'Wie oft er fällig wird',
    leer: ['nicht gedruckt; nicht dasselbe wie einmalig', 'not printed; not the same as once'],
  },
  'betrag.ungefaehr': 'Als ungefähr gedruckt („ca.“, „rund“)',
  'betrag.art': 'Art des Betrags, nach den Worten seiner Bezeichnung',
  'betrag.herkunft': 'Wo er gedruckt steht',
  'betrag.zitat': 'Der Betrag, wie gedruckt, auf einer Zeile',
  'tabelle.titel': 'Die Überschrift unmittelbar über der Tabelle',
  'tabelle.art': 'Wovon die Tabelle handelt',
  'tabelle.einheit': 'Geldeinheit, die für die ganze Tabelle gilt, wie gedruckt',
  'vzae.wert_tausendstel': 'Menge in Tausendsteln; negativ, wo ein Minus gedruckt ist',
  'vzae.einheit': 'Vollzeitäquivalente oder Stellen, nach dem Wortlaut',
  'vzae.ungefaehr': 'Als ungefähr gedruckt',
  'vzae.bezug': 'Für wen oder was, aus demselben Satz oder derselben Zeile',
  'vzae.status': 'Besetzt, unbesetzt, vorgesehen, neu, verlagert oder eine gedruckte Summe (gesamt)',
  'vzae.jahr': 'Jahr, das im selben Satz, in der Zeile oder im Spaltenkopf gedruckt ist',
  'vzae.zitat': 'Wie gedruckt, Leerraum zusammengezogen',
  'vzae.entgeltgruppe': 'Entgelt- oder Besoldungsgruppe daneben, Buchstabe und Zahl',
  'vzae.befristet': {
    text: 'Befristet (1) oder dauerhaft (0)',
    leer: ['nicht gesagt', 'not said'],
  },
  'vzae.vermerk': {
    text: 'Vermerk des Stellenplans: künftig wegfallend (kw) oder umzuwandeln (ku)',
    leer: ['kein Vermerk gedruckt', 'no note printed'],
  },
  'stelle.nummer': 'Nummer der Stelle, wie gedruckt',
  'stelle.bezeichnung': 'Wie die Stelle heißt, im Nominativ',
  'stelle.status': 'Besetzt, unbesetzt, gesperrt, ausgeschrieben oder neu, wie der Text zuerst sagt',
  'pruefung.art': 'Was nachgerechnet wurde',
  'pruefung.gegenstand': {
    text: 'Was die geprüfte Zahl ist: Zeile und Spalte oder der Satz, wie gedruckt',
    leer: ['Zeile und Spalte haben keine Überschrift', 'row and column have no heading'],
  },
  'pruefung.rechnung': 'Die Rechnung mit den Zahlen, wie gedruckt',
  'pruefung.tabelle': {
    text: 'Datensatz der Tabelle (tabelle.datensatz), in der die geprüfte Zahl steht',
    leer: ['die Zahl steht im Text oder in einem Vordruck', 'the number stands in text or in a form'],
  },
  'pruefung.zeile': { text: 'Zeile der geprüften Zelle, wie in tabellenzelle', leer: ['keine Tabelle', 'no table'] },
  'pruefung.spalte': { text: 'Spalte der geprüften Zelle, wie in tabellenzelle', leer: ['keine Tabelle', 'no table'] },
  'pruefung.einheit': 'Was die folgenden Werte zählen: cent, zahl (VZÄ, Anzahlen, Faktoren) oder prozent',
  'pruefung.erwartet_tausendstel': 'Was die Rechnung ergibt, in Tausendsteln der Einheit',
  'pruefung.gefunden_tausendstel': 'Was gedruckt ist, in Tausendsteln der Einheit',
  'pruefung.differenz_tausendstel': 'Gedrucktes minus Errechnetes, in Tausendsteln der Einheit',
  'pruefung.toleranz_tausendstel':
    'Wie weit Runden allein tragen kann, nach den gedruckten Nachkommastellen; in Tausendsteln der Einheit',
  'pruefung.haelt': 'Geht die Rechnung auf (1)?',
  'pruefung.ursache': {
    text: 'Geht sie nicht auf: Fehler der Vorlage selbst (vorlage), oder die Lesung ist fraglich (lesung)',
    leer: ['die Rechnung geht auf', 'the calculation holds'],
  },
  'abschnitt.art': 'Worum es in dem Abschnitt geht',
  'abschnitt.ueberschrift': 'Überschrift oder Beschriftung, wie gedruckt',
  'abschnitt.zustand': 'Etwas steht darin (angegeben), er ist da, aber leer (leer), es steht „keine“ darin (keine)',
  'verweis.nummer': 'Nummer der anderen Vorlage, wie gedruckt, ohne Wort davor',
}
