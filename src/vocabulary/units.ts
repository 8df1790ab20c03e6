/**
 * What a paper counts in that no rule reads: a word behind a decimal number, alone with a number in a cell, or in the
 * brackets of a column head. Measures of length, weight, time and the like are known to be no money and no staff.
 */

import { blocksOf, headRowsOf, quote, rowsOf, spanOf } from '../document.ts'
import type { ReadPaper } from '../extractor.ts'
import { oneLine } from '../one-line.ts'
import { scaleBehind, unitBehind, unitNamed } from '../parse/money-units.ts'
import { unitOf, unitOfHead } from '../parse/staffing-unit.ts'

/** An abbreviation, or a word for people or time at work. */
const SHORT = String.raw`\p{Lu}{2,5}|\p{Lu}\p{Ll}{0,3}\p{Lu}|\p{Ll}{1,2}\p{Lu}{2,4}|T-?€`
const LONG = String.raw`\p{Lu}\p{Ll}{2,20}(?:stellen?|kraft|kräften?|äquivalenten?|anteilen?|einheiten|jahren?|tagen?|stunden)`
const TOKEN = `(${SHORT}|${LONG})`
const IN_TEXT = new RegExp(
  String.raw`(?<![\p{L}\d.,/])(?:\d{1,3}(?:\.\d{3})+|\d{1,4},\d{1,3})\s?${TOKEN}(?![\p{L}\d/-])`,
  'gu',
)
const IN_CELL = new RegExp(String.raw`^[-–+]?\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?\s?${TOKEN}$`, 'u')
const IN_HEAD = new RegExp(String.raw`[([](?:in |Angaben in )?${TOKEN}[)\]]$|\s(?:in|Angaben in) ${TOKEN}$`, 'u')
/** Known, and neither money nor staff. */
const OTHER = new RegExp(
  oneLine`
    ^(?:
      [kcm]?m[²³23]?|qm|km[²³]?|ha|Hektar|Ar|a|[kKMGT]?[WV][hp]?(?:/.*)?|[kKMG]?[Bb]yte|[KMGT]B|kg|Mg|To|
      Tonnen?|Liter|Kubikmeter|Quadratmeter|Quadratkilometer|Kilometer|Meter|Zentimeter|Prozent\p{L}*|
      Promille|Punkte?n?|Grad|Uhr|Std|Stunden?|Tage?n?|Wochen?|Monate?n?|Jahre?n?|Minuten?|Quartal|Sekunden|
      Stück|St|Stk|Personen|Menschen|Einwohner\p{L}*|EW|Kinder\p{L}*|Schüler\p{L}*|SuS|Plätze\p{L}*|Betten|
      Fälle\p{L}*|Mitglieder\p{L}*|Gruppen?|Klassen?|Teilnehmer\p{L}*|Besucher\p{L}*|Fahrzeuge\p{L}*|
      Wohnungen|Haushalten?|Stimmen|Nr|Abs|Satz|DM|Euro?s?|EUR|TEUR|Cent|Zoll|Seiten?|BGF|NUF|WE|SWS|Lux|dB|
      CO|Pkw|Lkw|PKW|LKW|Kfz|Ex
    )$
  `,
  'u',
)

/** Each unit once, as printed. */
export function unknownUnits(paper: ReadPaper): Set<string> {
  const found = new Set<string>()
  const add = (token: string | undefined): void => {
    if (token && !isKnown(token)) found.add(token)
  }
  for (const block of blocksOf(paper.tree)) {
    if (block.type !== 'table') {
      for (const [, token] of quote(paper, spanOf(block)).matchAll(IN_TEXT)) add(token)
      continue
    }
    for (const [r, row] of rowsOf(paper, block).entries())
      for (const { text } of row) {
        const words = text.replace(/\s+/g, ' ').trim()
        const head = r < headRowsOf(block) ? IN_HEAD.exec(words) : IN_CELL.exec(words)
        add(head?.[1] ?? head?.[2])
      }
  }
  return found
}

function isKnown(token: string): boolean {
  if (OTHER.test(token) || unitNamed(token) || unitOf(token) || unitOfHead(token)) return true
  return [unitBehind(` ${token}`), scaleBehind(` ${token}`)].some((unit) => unit && unit.length > token.length)
}
