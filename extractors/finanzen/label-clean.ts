/**
 * A label as printed, without what only surrounds its words: bullets, an open bracket, "circa" before the amount, the date
 * of the offer; and whether the words name the amount at all.
 *
 * Never guesses: heads of columns, a lone preposition or a unit of time name nothing; a label that holds another amount, or
 * is a whole sentence, is kept and doubted.
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { wordsOf } from '../../src/parse/words.ts'
import type { Found } from './text-amounts.ts'

export interface CleanLabel {
  readonly label: string | null
  readonly unsure: boolean
}

const LEAD = /^(?:[\s▪•◦○●■□➢►→*+–—-]+(?=[\p{L}„"(])|[,;:)\]]+\s*(?:(?:und|sowie|bzw\.)\s)?)/u
/** "Haushaltsstelle: 88000.34000 Einnahme": a field of its own before the label. */
const FIELD =
  /^(?:Haushaltsstelle|HHSt\.?|HSt\.?|Sachkonto|Kostenstelle|Produkt(?:konto)?|Produktsachkonto|Buchungsstelle|Kontierung|Finanzposition|Finanzstelle|Auftrag):\s[\d./ -]{4,30}\s(?=\p{Lu}\p{L}{2})/u
const OFFER =
  /,?\s(?:zum|gemäß|laut|lt\.) (?:Nachtrags)?[Aa]ngebot,? vom:? \d{1,2}\. ?(?:\p{L}{3,9}|\d{1,2}\.) ?\d{4}(?=[\s,(]|$)/u
const TO_FIRM =
  /^(?:an|durch) (?:die|den|das) (?=(?:Firma|Fa\.|Bieter|Unternehmen)(?!\p{L})|\p{Lu}[^.:;]{2,60}\s(?:GmbH|AG|KG|mbH|SE|eG|OHG|GbR|e\. ?K\.)(?!\p{L}))/u
/** "Los 1 (Bau) an die Fa. Muster, zum Preis": to whom, and that it is a price. */
const AWARDED =
  /(?<=\p{L}{3}[^\n]{0,80}),? an (?:die|den|das) (?:Firma|Fa\.|Bieter\p{L}*|Unternehmen) [^:;]{3,90}?,? z(?:um|u einem) \p{L}*(?:[Pp]reis|[Ss]umme)$/u
const FOR = /^für (?:(?:das|die|den|eine?n?|jede[ns]?) )?(?=\p{Lu})/u
/** The mark of a note or item that stands behind the label. */
const MARK = /(?<=^[^(]*\p{L}{2}[^(]*)\s(?:[a-z○●]|\*?\d)\)$/u
const ACCOUNT = /^(?:Plan)?[Ss]achkonto:? \d+$/u
/** "… wird noch geprüft.": the end of a sentence, not an abbreviation. */
const STOPPED = /(?:\S+ ){3}.*\p{Ll}{4}\.$/u
/** What leads from a label to its amount. */
const TAIL = latin(
  oneLine`
    (?:
      \s*[([]\s*(?:saldiert|geschätzt|netto|brutto|ca\.?|circa|rund|rd\.)?|\s*[:,;=–~≈]|
      (?:[\s:,(]|^)(?:
        ab|in|danach|davon|nun|bis|auf|circa|ca\.?|rund|etwa|rd\.?|von|um|über|in Höhe|im Umfang|
        i\. ?H\.(?: ?v\.)?|insg\.|abschließend(?: mit)?(?: vorläufig)?|
        (?<=:\s?)(?:(?:ab|in|für|im Jahr) )?(?:19|20)\d\d(?:/(?:20)?\d\d)?
      )
    )\s*$
  `,
  'iu',
)
const NOTHING =
  /^(?:(?:ja|nein|jahre?s?n?|monate?n?|euro|höhe|umfang|sowie|und|neu|alt|bisher|von|mit|je|pro|dies\p{L}*|das|die|der|es|ab|seit|bis|im|in|dem|ff\.?|\(ff\)|\d{1,2}\.(?:-\d{1,2}\.)?)(?:[\s,]+|$))+$/iu
const HEADS =
  /^(?:(?:Jahre?|Haushaltsjahr|HHJ|Betrag|Höhe|Bezeichnung|Kontierung|Konto|Sachkonto|Plansachkonto|Kostenstelle|Kostenart|Produkt|PSP-Element|Finanzstelle|Finanzposition|EUR|Euro|€|in|[\d.]{4,})(?:[\s,/:]+|$)){3,}$/u
/** Words that are a label in a table, but name nothing by themselves. */
const VAGUE = /^(?:ein(?:en|em)? )?(?:Betrag|Beträge|insgesamt|einmalig|jährlich|monatlich|laufend)$/iu
/** Two sentences, a sum to be worked out, a participle that lost its noun. */
const TORN =
  /\p{Ll}{3}\. (?:Davon|Hiervon|Dabei|Die|Der|Das|Es|Im?|Für|Dies\p{L}*|Sie|Zur?) |\s[x×]$|\p{L} \p{Ll}{4,}(?:en|ene|ende|te)$/u
const AMOUNT = /(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])|\d\s?(?:€|EUR|Euro)/u
/** "Mehr Leistungen (Erhöhung": a bracket the amount stands in. */
const OPEN = /(?<=\p{L}{3}[^()]*)\s\((?:vorauss\.|voraussichtlich\p{L}*|davon|hiervon|inkl\.)?\s?([^()]*)$/u
const NAME = /^\p{Lu}\p{Ll}{3}/u
const LONGEST = 90

/** What stands in a clause, not in a noun phrase: "erwirtschaftet voraussichtlich", "besteht damit ein Risiko". */
const CLAUSE =
  /(?<!\p{L})(?:damit|somit|dadurch|hierfür|allerdings|jedoch|hinzu|ferner|zudem|sich|dass|wenn|weil)(?!\p{L})|(?<=\s)(?:voraussichtlich|noch|bereits|derzeit|lediglich|auch|nicht|dann)$/u

/**
 * The label of an amount, cleaned. That of a table's row may be long, that of a form a clause ("Mittel stehen bereit").
 */
export function cleanLabel(printed: string, herkunft: Found['herkunft']): CleanLabel {
  const rows = herkunft === 'tabelle'
  const bare = printed
    .replace(/\s+/g, ' ')
    .replace(LEAD, '')
    .replace(FIELD, '')
    .replace(OFFER, '')
    .replace(AWARDED, '')
    .replace(TO_FIRM, '')
    .replace(FOR, '')
  let label = (bare.endsWith(')') ? bare.replace(MARK, '') : bare).trim()
  for (let round = 0; round < 4; round++) {
    const shorter = label.replace(TAIL, '')
    if (shorter === label) break
    label = shorter
  }
  if (label.includes('(')) label = label.replace(OPEN, (_, own: string) => (NAME.test(own) ? `\t${own}` : ''))
  label = label.slice(label.indexOf('\t') + 1)
  if (!/\p{L}{2}/u.test(label) || NOTHING.test(label) || HEADS.test(label) || ACCOUNT.test(label))
    return /^[\d./ -]{6,}$|^\p{Lu}$/u.test(label) ? { label, unsure: false } : { label: null, unsure: true }
  const long = label.length > LONGEST
  return {
    label,
    unsure:
      VAGUE.test(label) ||
      (!rows && TORN.test(label)) ||
      /^[/=(]|^\d{5} \p{Lu}\p{Ll}/u.test(label) ||
      unbalanced(label) ||
      (!rows && label.endsWith('.') && STOPPED.test(label)) ||
      AMOUNT.test(label) ||
      /\p{Ll}-$/u.test(label) ||
      (!rows && long) ||
      (herkunft === 'text' && (CLAUSE.test(label) || isSentence(label))),
  }
}

function unbalanced(label: string): boolean {
  return label.lastIndexOf('(') > label.lastIndexOf(')') || (label.includes(')') && !/\(|^[^()]{1,3}\)/.test(label))
}

/** Has it a finite verb before its last word, and not as its first, as in "beantragte Mittel"? */
function isSentence(label: string): boolean {
  return wordsOf(label)
    .slice(1, -1)
    .some(({ kind, text }) => kind === 'verb' && text !== 'kosten')
}
