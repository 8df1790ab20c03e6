/**
 * The closed list of what can be said about a paper as a whole: code, level, and the German sentence's beginning.
 * A stage adds what it knows of the case (numbers, names) behind the sentence.
 */
import type { Level, Message, Span } from './document.ts'

export const MESSAGES = {
  'datei-leer': ['fehler', 'Die Datei ist leer; bitte die Vorlage neu herunterladen.'],
  'datei-unlesbar': ['fehler', 'Die Datei lässt sich nicht öffnen; bitte Pfad und Rechte prüfen.'],
  'datei-zu-gross': ['fehler', 'Die Datei ist größer als erlaubt; bitte aufteilen oder die Grenze anheben.'],
  'format-unbekannt': ['fehler', 'Das Format wird nicht gelesen (gelesen werden PDF, HTML, Markdown und Text).'],
  'text-unlesbar': ['fehler', 'Die Datei enthält keine lesbaren Zeichen; bitte die Vorlage neu herunterladen.'],
  'ohne-text': ['fehler', 'Die Datei enthält keinen Text; bitte die Vorlage prüfen.'],
  'pdf-verschluesselt': ['fehler', 'Das PDF ist mit einem Kennwort verschlüsselt; bitte eine offene Fassung besorgen.'],
  'pdf-beschaedigt': ['fehler', 'Das PDF ist beschädigt oder unvollständig; bitte neu herunterladen.'],
  'pdf-ohne-seiten': ['fehler', 'Das PDF hat keine Seiten; bitte neu herunterladen.'],
  'pdf-formular-xfa': ['fehler', 'Das PDF besteht nur aus einem XFA-Formular; bitte als gewöhnliches PDF drucken.'],
  'pdf-portfolio': [
    'fehler',
    'Das PDF ist eine Mappe mit weiteren Dateien; bitte die enthaltenen Dateien einzeln importieren.',
  ],
  'pdf-repariert': ['zweifel', 'Das PDF war beschädigt und wurde beim Lesen repariert; Teile können fehlen.'],
  'scan-ohne-text': ['fehler', 'Das PDF ist ein Scan ohne Text; bitte mit Texterkennung (OCR) neu erzeugen.'],
  texterkennung: ['hinweis', 'Seiten ohne Text wurden mit Texterkennung gelesen; was dort steht, ist zu prüfen.'],
  'texterkennung-vorhanden': [
    'hinweis',
    'Der Text stammt aus der Texterkennung, die der Scan mitbringt; was dort steht, ist zu prüfen.',
  ],
  'texterkennung-unsicher': ['zweifel', 'Die Texterkennung war sich auf einzelnen Seiten oft nicht sicher.'],
  'texterkennung-fehlt': [
    'zweifel',
    'Für die Texterkennung fehlt tesseract mit deutschen Daten (Pakete tesseract-ocr und tesseract-ocr-deu).',
  ],
  'seiten-ohne-text': ['zweifel', 'Einzelne Seiten sind Bilder ohne Text; was dort steht, fehlt.'],
  abgeschnitten: ['zweifel', 'Die Vorlage überschreitet eine Grenze und wurde nicht bis zum Ende gelesen.'],
  'zeit-ueberschritten': ['fehler', 'Das Lesen hat zu lange gedauert und wurde abgebrochen; bitte die Datei prüfen.'],
  'leser-abgebrochen': [
    'fehler',
    'Das Lesen ist unerwartet gescheitert; bitte die Datei aufheben und den Fehler melden.',
  ],
  'nicht-gespeichert': ['fehler', 'Die Vorlage ließ sich nicht in die Datenbank schreiben; bitte den Fehler melden.'],
  'zeichensatz-angenommen': ['hinweis', 'Die Datei ist kein UTF-8; sie wurde als Windows-1252 gelesen.'],
  'zeichen-ersetzt': ['zweifel', 'Einzelne Zeichen waren unlesbar und wurden ersetzt.'],
  'markup-unvollstaendig': [
    'hinweis',
    'Die Seite ist kein sauberes HTML; sie wurde so gelesen, wie ein Browser sie zeigt.',
  ],
  'tabelle-unsicher': ['zweifel', 'Eine Tabelle ließ sich nicht sicher in Zeilen und Spalten zerlegen.'],
  'zahlen-uebrig': [
    'zweifel',
    'Zahlen wie aus einer Tabelle oder einem Formular gehören zu keiner Angabe; bitte dort nachsehen.',
  ],
  'nummer-fehlt': ['zweifel', 'Es wurde keine Nummer der Vorlage gefunden.'],
  'kommune-fehlt': ['hinweis', 'Die Vorlage nennt ihre Kommune nicht; sie lässt sich mit --kommune angeben.'],
  'kopf-unsicher': ['zweifel', 'Eine Angabe im Kopf der Vorlage ist nicht sicher; bitte mit der Vorlage vergleichen.'],
  'betreff-fehlt': ['zweifel', 'Es wurde kein Betreff gefunden.'],
  mehrdeutig: ['zweifel', 'Es gibt widersprüchliche Angaben; die erste wurde genommen.'],
  'schritt-unlesbar': ['zweifel', 'Ein Schritt der Beratungsfolge ließ sich nicht lesen.'],
  'betrag-unlesbar': ['zweifel', 'Eine Zahl mit Währung ließ sich nicht sicher lesen und wurde ausgelassen.'],
  'rechnung-falsch': ['hinweis', 'Eine Rechnung der Vorlage geht nicht auf; gelesen ist sie, wie sie gedruckt steht.'],
  'datensatz-verworfen': [
    'zweifel',
    'Ein gelesener Datensatz passt nicht zu seinem Schema und wurde nicht übernommen.',
  ],
  'extraktor-abgebrochen': ['zweifel', 'Ein Extraktor ist unerwartet gescheitert; seine Angaben fehlen.'],
  'wort-unbekannt': ['hinweis', 'Ein Wort des Vordrucks kennt keine Regel.'],
} as const satisfies Record<string, readonly [Level, string]>

export type MessageCode = keyof typeof MESSAGES

/** A message from the closed list; `detail` is put behind the sentence. */
export function message(code: MessageCode, von: string, detail?: string, stelle?: Span): Message {
  const [stufe, sentence] = MESSAGES[code]
  return { code, stufe, von, text: detail ? `${sentence} (${detail})` : sentence, ...(stelle ? { stelle } : {}) }
}
