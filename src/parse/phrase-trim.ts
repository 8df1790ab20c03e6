/**
 * What is taken off around a phrase and its amount: words that only lead to the amount, the unit's turnus, the year the
 * amount carries anyway.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

const FILLER = latin(
  oneLine`
    (?:^|[\s(])(?:
      ca\.?|rund|rd\.|etwa|circa|zirka|ungefähr|knapp|gut|fast|bis zu|maximal|max\.|mindestens|min\.|
      jeweils|je|insgesamt|insg\.|insges\.|gesamt|voraussichtlich|nur|lediglich|durchschnittlich|anfänglich|höchstens|
      weitere[nr]?|zusätzlich|jährlich|monatlich|einmalig|brutto|netto|derzeit|nun|dann|noch|somit|also|
      zzgl\.|plus|minus|~|=|\+|geschätzt|schätzungsweise|überschlägig|annähernd|nahezu|pauschal|bereits|zunächst|nochmals|ihrerseits|hiervon|davon|
      folglich|nunmehr|dafür|hierfür|jetzt|sich|wieder|einen Betrag|einem Betrag|der Betrag|ein Betrag|
      eine Summe|einer Summe|einem Volumen|einer Größenordnung
    )\s*$
  `,
  'iu',
)
/** Without the year the amount carries anyway, a stray dot, and with its quotation marks closed. */
export function tidy(phrase: string): string {
  const plain = phrase
    .replace(
      /\s+(?:in|für|im Jahr|im Haushaltsjahr|für das Jahr|für das Haushaltsjahr|ab)\s+(?:19|20)\d\d(?:ff\.?)?$/u,
      '',
    )
    .replace(
      /\s+(?:in|für|aus) (?:den|die) (?:Haushalts)?[Jj]ahren? (?:19|20)\d\d(?:\s?(?:bis|und|[-–/])\s?(?:19|20)?\d\d)?$/u,
      '',
    )
    .replace(/^.{3,}\smit (?=(?:voraussichtlichen |geschätzten )?(?:Gesamt|Bau|Brutto|Netto)?[Kk]osten$)/u, '')
    .replace(
      /\s+vom (?:\d{1,2}\. ?)?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) (?:19|20)\d\d$/u,
      '',
    )
    .replace(/\s+im \p{L}*(?:[Hh]aushalt|[Pp]lan)(?:splan)? (?:19|20)\d\d$/u, '')
    .replace(/\s+(?:zu Lasten|zulasten) (?:(?:des|der) \p{L}*[Jj]ahres )?(?:19|20)\d\d$/u, '')
    .replace(/^(?:19|20)\d\d (?=\p{Lu}\p{Ll}|\p{Ll}{4,}e[nrs]? \p{Lu})|(?<=\p{Ll})(?: in Höhe)? von \d{1,2}$/u, '')
    .replace(/\szur Verfügung$/u, '')
    .replace(/^(?:Jahr|Monat) und (?=(?:\p{Ll}+ )?\p{Lu}\p{L}{3})/u, '')
    .replace(/(?<=\p{L}{3}) im (?:Jahr|Monat)$/u, '')
    .replace(
      /(?<=\p{L}{3}) (?:über|mit|im|in|von) (?:eine[mnr]? )?(?:\p{Ll}+ )?(?:Gesamt)?(?:[Bb]etrag|[Ss]umme|[Ww]ert)$/u,
      '',
    )
    .replace(/(?<=\p{L}{3})\.$/u, '')
  return plain.includes('„') && !/[“"”]/.test(plain.slice(plain.indexOf('„'))) ? `${plain}“` : plain
}

export function stripFiller(text: string): string {
  let out = text.trimEnd()
  for (let round = 0; round < 6; round++) {
    const shorter = out.replace(FILLER, (all) => (all.startsWith('(') ? '(' : '')).trimEnd()
    if (shorter === out) break
    out = shorter
  }
  return out
}

/** What follows the unit and its turnus. */
export function behindUnit(text: string): string {
  return text
    .replace(/^\s*(?:p\.\s?a\.|mtl\.)\s+(?=\p{Lu}\p{Ll}+(?:e|er|es|en)\s)[\s\S]*$/u, '')
    .replace(
      /^\s*(?:\/\s?[\p{L}²³.]+|p\.\s?a\.?|(?:pro|je) (?:\p{Ll}+e[mr] (?=\p{Lu}))?[\p{L}²³]+|\(?(?:jährlich|monatlich|einmalig|brutto|netto)\)?|[x×] \d+ \p{L}+)\s*/u,
      ' ',
    )
    .replace(/^\s*(?:\/\s?[\p{L}²³.]+)\s*/u, ' ')
    .trimStart()
}

/** "um AMOUNT erhöhter Aufwand von …" names a difference, not the cost. */
export function isDifference(left: string, right: string): boolean {
  return /(?<!\p{L})um\s(?:\S+\s)?$/u.test(left) && CHANGED.test(right)
}

const CHANGED =
  /^(?:erhöht|höher|gestiegen|gesteigert|reduziert|verringert|vermindert|gesunken|gekürzt|niedriger|geringer)e[nrsm]?(?!\p{L})/u
