/**
 * The words in the cells of a form torn column by column: what names an amount, what only says how it is meant, what stands
 * for an empty cell, and what ends the values.
 */
import { latin } from '../../src/parse/latin.ts'
import { readMoney } from '../../src/parse/money.ts'

/** What follows the values of a form. */
export const ENDS = latin(
  /^(?:haushaltsmittel|finanzmittel|mittel (?:sind|stehen)|kontierung|ergänzende|erläuterung|die (?:finanzierung|mittel|kosten)|finanzierung wird|wenn |sofern |co ?2|iq-)|[?☐☒]|:\s*(?:ja|nein)/iu,
)
export const BARE =
  /(?<![\p{L}\d.,/:-])(?:[-−–](?=\d))?(?:\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d{4,6},\d{2})(?![\d.,/%]\d?|\s?%|\s?(?:€|EUR|Euro|T€|TEUR|Mio|Tsd|m²|qm))/gu
export const EMPTY = /(?<!\S)(?:[-–—]{1,3}|keine?|entfällt)(?=\s|$)/giu
export const BUDGET =
  /(?<!\p{L})(?:Erg|Ergebnis|Fin|Finanz|Verwaltungs|Vermögens|Investitions)\.?[ -]?(?:HH|[Hh]aushalt)(?!\p{L})/u
export const TIME =
  /(?:(?:ab|bis|in|im|für|seit|einmalig in) )?(?:dem )?(?:(?:Jahr|HHJ|HJ|Schuljahr|Plan|Ansatz) )?(?<!\d)(?:19|20)\d\d(?:\s?\/\s?(?:20)?\d\d)?(?:\s?(?:ff\.?|\(ff\)))?\s?[:=]?|\d{1,2}\/\d\d(?:\s?[-–]\s?\d{1,2}\/\d\d)?:?|\d{1,2}\.(?:\s?[-–]\s?\d{1,2}\.)? Jahr(?:, je)?:?|im (?:ersten|zweiten|dritten|vierten) Jahr|\(\d+ Jahre\)/giu
export const UNFINISHED = /(?:\d.*[-/,]|\sfür)$/u
export const MEANT = /(?<!\p{L})(?:brutto|netto)(?!\p{L})/iu
const QUALIFIER =
  /(?<!\p{L})(?:ca\.?|circa|rund|rd\.|etwa|je|(?:(?:inkl|zzgl)\.|inklusive)[^\d\n]*|brutto|netto|p\.\s?[am]\.?|jährlich|einmalig|(?:pro|im|je) Jahr|euro)(?!\p{L})|\/\s?(?:a|Jahr|Monat)(?!\p{L})\.?|[=:;,()*+]/giu
/** Words before an amount that name it: a noun, and nothing that only leads to a remark. */
export const NAMES =
  /^\W*(?!(?:Nach|Laut|Lt|Bis|Max|Bei|Im|In|Ab|Für|Zu|Je|Aus|Ggf|Voraussichtlich|Zwischen|Ca|Davon)(?!\p{L}))\p{Lu}[\p{L}.]{2}/u
/** Words behind an amount that name it: "5 € freiwillige Leistungen", but not "5 € für ein Jahr". */
export const NAMED_BEHIND =
  /^(?!(?:für|aus|von|vom|zu|zur|zum|in|im|ab|an|am|auf|pro|je|jede\p{L}*|bei|bis|mit|ohne|der|die|das|davon|und|bzw|durch|verteilt|nach|üpl)(?!\p{L}))\p{L}{4}/iu
export const MONEY = /kost|unterh|aufw|ertrag|erträge|erlös|zuschuss|einnahme|ausgabe|invest|beförder|mittel/iu

/** "Betrieb/Unterhaltung", "Schülerbeförderung:": the line above an amount that names it. */
export function isLabel(above: string): boolean {
  if (!/\p{L}{4}/u.test(bareWords(above)) || /\d[\d.]{3}/.test(above) || readMoney(above).amounts.length) return false
  if (/^(?:davon|hiervon|ansonsten|bei)(?!\p{L})/iu.test(above)) return false
  return /:$/.test(above) || (/^\p{Lu}/u.test(above) && MONEY.test(above))
}

export function isRemark(words: string): boolean {
  return /\p{L}{3}/u.test(bareWords(words))
}

export function bareWords(words: string): string {
  return words.replace(BUDGET, ' ').replace(TIME, ' ').replace(QUALIFIER, ' ').replace(EMPTY, ' ')
}
