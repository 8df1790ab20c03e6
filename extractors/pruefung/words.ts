/**
 * The words that say what a row or column of numbers is: a total, a part, a balance, a count that is no summand.
 */

import { BULLETS } from '../../src/bullets.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'

/** "Summe", "Gesamt", "insgesamt", "Zwischensumme Bauwerk", "Gesamtkosten". */
export function isTotal(label: string): boolean {
  return TOTAL.test(label.trim())
}

const TOTAL = latin(
  oneLine`
    ^(?:(?:zwischen|teil|end|gesamt|netto|brutto)-?)?summen?(?!\p{L})|
    ^(?:in)?s?gesamt(?:
      summe|betrag|kosten|aufw[aä]nd(?:ungen)?|ausgaben|einnahmen|ertr[aä]ge?|volumen|belastung|budget|zahl|
      ergebnis|bedarf|preis|investition(?:en)?|auszahlungen|einzahlungen|finanzierung
    )?(?!\p{L})|
    (?<!\p{L})(?:insgesamt|gesamt)\)?:?$|(?<!\p{L})insgesamt(?!\p{L})|^(?:Σ|∑|total)(?!\p{L})|
    ^(?:gesamt|jahres)summe
  `,
  'iu',
)

/** A total of part of the rows above it. */
export function isSubtotal(label: string): boolean {
  return /^(?:zwischen|teil)-?summe|^summe\s+\p{L}|^(?:netto|brutto)summe/iu.test(label.trim())
}

/** A part of the row above it: "davon …", "darunter …", a bullet below "(davon)". */
export function isPart(label: string): boolean {
  return /^[-–•▪·*\s]*\(?(?:davon|hiervon|darunter|dar\.|nachrichtlich|inkl\.|inklusive|einschließlich)(?!\p{L})/iu.test(
    label,
  )
}

/** The parts of this row follow: "IT-Betrieb (davon)", "Personal, davon:". */
export function opensParts(label: string): boolean {
  return /\(?davon:?\)?:?\s*$/iu.test(label) && !isPart(label)
}

const ITEM = new RegExp(String.raw`^[${BULLETS}]\s?\p{L}`, 'u')

/** Is this row an item of a list? */
export function isItem(label: string): boolean {
  return ITEM.test(label)
}

const MEASURE = latin(
  oneLine`
    (?<!\p{L})(?:
      anzahl|zahl der|quote|anteil|prozent|pro|je|durchschnitt\p{L}*|mittelwert|satz|stand|steuersatz|index
    )(?!\p{L})|
    %(?!
      \s?(?:
        MwSt|Mehrwertsteuer|USt|Umsatzsteuer|Nachlass|Skonto|Zuschlag|Aufschlag|Sicherheit|Baunebenkosten|
        Unvorhergesehenes
      )
    )
  `,
  'iu',
)

/** What is counted or divided is no summand of amounts: "Anzahl Plätze", "Kosten pro Kind", "Quote". */
export function isMeasure(label: string): boolean {
  return MEASURE.test(label)
}

/** The difference of what stands before it. */
export function isBalance(label: string): boolean {
  return /^(?:veranschlagte[sr]? )?(?:saldo|ergebnis|jahresergebnis|überschuss|fehlbetrag|zuschussbedarf|defizit|differenz|mehrbetrag|minderbetrag|mehrkosten|minderkosten|unterdeckung|überdeckung|abweichung|mehraufwand|mehrbedarf|einsparung|verbleib\p{L}*|restbetrag|eigenanteil|nettobelastung|delta|Δ|veränderung(?:en)?|mehr ?\/ ?weniger|\+ ?\/ ?-)(?!\p{L})/iu.test(
    label.trim(),
  )
}

/** A column that numbers, names or dates its rows. */
export function isOrdinal(head: string): boolean {
  return /^(?:(?:lfd|laufende)?\.?\s?nr\.?|nummer|pos(?:ition)?\.?|los|top|jahr|haushaltsjahr|datum|seite|rang|konto|sachkonto|kostenstelle|psp\S*|kostengruppe|kg|din\S*|plz|ziffer|seit|ab|von|bis)(?!\p{L})/iu.test(
    head.trim(),
  )
}

const RATIO = latin(
  oneLine`
    %|
    (?<!\p{L})(?:
      prozent|quote|anteil|rang|index|note|pro|je|€\s?/|euro\s?/|durchschnitt\p{L}*|punkte|faktor|
      gewicht\p{L}*
    )(?!\p{L})|
    (?<!gesamt|end|angebots|netto|brutto)preis(?!\p{L})|
    (?:(?<!\p{L})|hebe|steuer|stunden|zins|gebühren|beitrags|förder)satz(?!\p{L})
  `,
  'iu',
)

/** Kinds of numbers whose sum says nothing. */
export function isRatio(head: string): boolean {
  return RATIO.test(head)
}
