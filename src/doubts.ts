/**
 * Why a record may be wrong: the closed list, each with the German sentence a clerk sees.
 */
export const DOUBTS = {
  'haken-verloren': 'Das Ankreuzfeld ist da, aber die Markierung ist beim Lesen verloren gegangen.',
  'beschriftung-unsicher': 'Wozu die Angabe gehört, ist nicht sicher zu erkennen.',
  'massstab-angenommen':
    'Die Einheit steht weder an der Zahl noch über ihrer Spalte; sie ist aus der Umgebung erschlossen.',
  'spalte-unsicher': 'Zu welcher Spalte die Angabe gehört, ist nicht sicher.',
  'tabelle-unsicher': 'Zeilen und Spalten der Tabelle ließen sich nicht sicher bestimmen.',
  texterkennung: 'Der Text stammt aus einer Texterkennung (OCR).',
  'texterkennung-unsicher': 'Die Texterkennung war sich bei einem Wort dieser Stelle nicht sicher.',
  'rechnung-unstimmig': 'Die Zahl passt rechnerisch nicht zu den übrigen.',
  'datum-unklar': 'Das Datum lässt mehr als eine Lesart zu.',
  'zahl-unklar': 'Die Zahl lässt mehr als eine Lesart zu.',
  mehrdeutig: 'Es gibt mehrere widersprüchliche Angaben; die erste wurde genommen.',
  'ohne-ueberschrift': 'Der Abschnitt hat keine Überschrift; er wurde am Wortlaut erkannt.',
  'ende-unsicher': 'Wo der Abschnitt endet, ist nicht sicher zu erkennen.',
  'unbekanntes-wort': 'Eine Angabe ist gedruckt, deren Bedeutung keine Regel kennt.',
} as const

export type Doubt = keyof typeof DOUBTS
