/**
 * Amounts in headings, paragraphs and list items: forms line by line, torn forms, and running text.
 *
 * Messages: `betrag-unlesbar`: a number with a currency that cannot be read; it is left out.
 * Doubts: `zahl-unklar`, `massstab-angenommen`, `beschriftung-unsicher`.
 */
import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { Report } from '../../src/extractor.ts'
import { type Amount, readMoney } from '../../src/parse/money.ts'
import { phraseEnding } from '../../src/parse/noun-phrase.ts'
import { turnusNamed } from '../../src/parse/turnus.ts'
import { wordsOf } from '../../src/parse/words.ts'
import { yearOf } from '../../src/parse/year.ts'
import { yearsIn } from '../../src/parse/year-mentions.ts'
import { type Placed, within } from './blocks.ts'
import { isBelowRow } from './carried-rows.ts'
import type { TornLabel } from './columns.ts'
import { type Carried, LETTERED } from './head-line.ts'
import { labelAbove, phraseAbove } from './label-above.ts'
import { cleanLabel } from './label-clean.ts'
import { isBelowLabel, isLabelled, isProse, lineLabel } from './line-label.ts'
import { itemLabel } from './list-items.ts'
import { isBareLine, isInRows, withoutColumns } from './row-lines.ts'
import { columnYear, lineOf } from './row-years.ts'
import { type Sense, senseOf } from './sense.ts'
import { sentenceReader, viewer } from './views.ts'
import { yearAbove } from './year-lines.ts'

export interface Found {
  readonly amount: Amount
  readonly evidence: Span
  readonly bezeichnung: string | null
  readonly jahr: number | null
  readonly turnus: Amount['turnus']
  readonly herkunft: 'formular' | 'text' | 'tabelle'
  readonly doubts: readonly Doubt[]
  /** What the verbs of its sentence make of its noun. */
  readonly sense?: Sense | undefined
}

/** How far back the words that lead a list in are looked for. */
const LEAD = 200
const FORM_SECTIONS = /^(?:finanzen|formular|kopf)$/

/** The amounts of one block. `above` is the block before it in the same section. */
export function* textAmounts(
  placed: Placed,
  above: Placed | undefined,
  torn: ReadonlyMap<number, TornLabel>,
  names: ReadonlySet<string>,
  carried: (before: string, row: string) => Carried,
  yearLed: (at: number) => number | null,
  report: Report,
): Generator<Found> {
  const reading = readAll(placed, report)
  let last: string | undefined
  const view = viewer(placed.text, reading.amounts)
  const sentences = sentenceReader(placed.block.type === 'table', names)
  for (const [at, printed] of reading.amounts.entries()) {
    const seen = view(at)
    const { text, amounts, whole } = seen
    const index = amounts.findIndex((other) => other.start === printed.start - seen.start)
    const amount = amounts[index]
    if (!amount) continue
    const { start, words, inner, prose, phrases } = sentences(seen, amount)
    const mine = inner.findIndex((span) => span.start === amount.start - start)
    const self = inner[mine] ?? { start: 0, end: 0 }
    const label = torn.get(within(placed, printed).start)
    const item = itemLabel(text, amounts, amount, placed.block.type === 'listItem')
    const inRows = isInRows(text, amounts, amount)
    const bareLine = isBareLine(text, amounts, amount)
    const row =
      item !== undefined || inRows || isLabelled(text, amount) || (prose && (bareLine || isBelowLabel(text, amount)))
    if (!label && prose && !row) {
      const phrase = phrases()[mine]
      const tied = phrase?.tied === true
      last = phrase?.phrase ?? (/^(?:davon|hiervon|darunter)/i.test(words) ? last : undefined)
      const others = inner.filter((span) => span !== self)
      const year =
        amount.gluedYear ??
        yearAbove(text, amount.start) ??
        yearBefore(text, amount) ??
        yearOf(words, self, others) ??
        yearLed(seen.start + start)
      const part = /(?<!\p{L})anteilig\s*$/u.test(words.slice(0, self.start))
      const name = part ? last?.replace(/^jährliche\p{L}{0,2} (?=\p{Lu})/u, '') : last
      const own = name && year ? withoutOwnYear(name, year) : name
      const read = found(placed, printed, own, year, 'text', tied ? [] : ['beschriftung-unsicher'])
      yield { ...read, sense: senseOf(words, self) }
      continue
    }
    const before = whole ? above : undefined
    const printedLabel = label
      ? (label.label ?? undefined)
      : (item ??
        rowLabel(text, amounts, index) ??
        labelAbove(text, amounts, amount, before) ??
        phraseAbove(text, amount, before))
    const sentence = printedLabel !== undefined && printedLabel.length > 50 && isProse(printedLabel)
    const phrase = sentence || (printedLabel === undefined && !bareLine && !label) ? phrases()[mine] : undefined
    const ownLabel = sentence ? phrase?.phrase : inRows && printedLabel ? withoutColumns(printedLabel) : printedLabel
    const named = (ownLabel && ofYear(ownLabel, above)) ?? ownLabel ?? phrase?.phrase
    const year =
      amount.gluedYear ??
      ownYear(text, amount) ??
      yearAbove(text, amount.start) ??
      columnYear(text, amounts, amount, before) ??
      label?.year ??
      labelYear(named)
    const head = isRow(placed, text, amount) ? carriedTo(text, amount, carried) : undefined
    const form = label || FORM_SECTIONS.test(placed.section?.kind ?? '')
    const tied = ((printedLabel && !sentence) || phrase?.tied) && (form || !isBelowRow(text, amounts, amount, year))
    const doubts = label?.doubts ?? (tied ? [] : (['beschriftung-unsicher'] as const))
    const read = found(
      placed,
      printed,
      named ? withoutYear(named, year) : undefined,
      year,
      form ? 'formular' : 'text',
      doubts,
    )
    const led = read.jahr === null && head?.jahr == null ? yearLed(seen.start + lineOf(text, amount).start) : null
    yield head || led
      ? { ...read, jahr: read.jahr ?? head?.jahr ?? led, turnus: read.turnus ?? head?.turnus ?? null }
      : read
  }
}

/** Unreadable numbers in one block that tell its columns have run into one another. */
const RUN_TOGETHER = 3

/** The amounts of a block; next to several unreadable ones a readable one may have swallowed a digit of its neighbour. */
function readAll(placed: Placed, report: Report): ReturnType<typeof readMoney> {
  const reading = readMoney(placed.text)
  for (const span of reading.unreadable) reportUnreadable(placed, span, report)
  if (reading.unreadable.length < RUN_TOGETHER) return reading
  return { ...reading, amounts: reading.amounts.map((amount) => ({ ...amount, unclear: true })) }
}

/** The amount stands alone behind its label, at the end of its line. */
function isRow(placed: Placed, text: string, amount: Amount): boolean {
  return placed.block.type !== 'heading' && /^[^\S\n]*(?:\n|$)/.test(text.slice(amount.end))
}

/** What the lines above the amount's say of it; a head set into its own line belongs to them. */
function carriedTo(text: string, amount: Amount, carried: (before: string, row: string) => Carried): Carried {
  const { start, end } = lineOf(text, amount)
  const rowStart = start + (LETTERED.exec(text.slice(start, end))?.[1]?.length ?? 0)
  return carried(text.slice(0, rowStart), text.slice(rowStart, end))
}

/** A label that begins, or was printed to end, in the middle of a phrase. */
const TORN_BEGINNING =
  /^(?:an|auf|aus|bei|der|des|durch|für|gegen|im|in|mit|nach|oder|ohne|sowie|über|um|und|von|zu|zum|zur)\s/u
const TORN_END = /\s(?:u\.|und|oder|sowie|der|des|für|von)$/u

/** "1. die Förderung in Höhe von 5 € zu sichern": an item that goes on with the sentence above it. */
const OPENS_CLAUSE = /^(?:(?:die|das) (?=\p{L})|(?:der|dem|den) (?=\p{Lu}))/u

/** "Umbau der Halle mit Gesamtkosten": what is built, before its cost. */
const AT_COST =
  /^.{3,160}\smit (?:einem |einer )?(?=(?:Gesamt|Bau|Brutto|Netto)?[Kk]osten$|(?:Gesamt|Brutto|Netto)(?:preis|summe|honorar|wert|wertumfang|volumen|budget)$)/u
function found(
  placed: Placed,
  amount: Amount,
  label: string | undefined,
  jahr: number | null,
  herkunft: Found['herkunft'],
  doubts: readonly Doubt[],
): Found {
  const all: Doubt[] = [...doubts]
  if (amount.unclear) all.push('zahl-unklar')
  if (amount.assumed) all.push('massstab-angenommen')
  const named = label?.replace(/\s*(?<!\p{L})(?:ja|nein)(?:[\sxX]+(?:ja|nein))+$|^(?:ja|nein)$/iu, '').trim()
  const clean = named ? cleanLabel(named.replace(OPENS_CLAUSE, '').replace(AT_COST, ''), herkunft) : undefined
  const bezeichnung = clean?.label ?? null
  if ((label && !named) || clean?.unsure || TORN_BEGINNING.test(bezeichnung ?? '') || TORN_END.test(named ?? ''))
    all.push('beschriftung-unsicher')
  return {
    amount,
    evidence: within(placed, amount),
    bezeichnung,
    jahr,
    turnus: amount.turnus ?? (bezeichnung ? turnusNamed(bezeichnung) : null),
    herkunft,
    doubts: [...new Set(all)],
  }
}

export function reportUnreadable(placed: Pick<Placed, 'text' | 'span'>, span: Span, report: Report): void {
  report({
    code: 'betrag-unlesbar',
    stufe: 'zweifel',
    text: `Eine Zahl mit Währung ließ sich nicht sicher lesen und wurde ausgelassen. (${placed.text.slice(span.start, span.end)})`,
    stelle: { start: placed.span.start + span.start, end: placed.span.start + span.end },
  })
}

/** "Gesamteinzahlung: 2031 circa 5 €" */
const BEHIND_LABEL = /\p{L}:\s*(?:(?:ab|in|für|im Jahr)\s)?((?:19|20)\d\d)\s+(?:(?:circa|ca\.|rund|rd\.|etwa)\s*)?$/u

/** "davon 2031: 250 T€", "Mittel zu Lasten 2032: 5 €": the year stands directly before the amount. */
function ownYear(text: string, amount: Amount): number | null {
  const before = text.slice(Math.max(0, amount.start - 40), amount.start)
  if (/(?<!\p{L})bis(?: \p{L}+){0,2} (?:19|20)\d\d\s?:\s*$/u.test(before)) return null
  const found =
    /(?<![\d.,/–-])((?:19|20)\d\d)\s?(?:\([^()\d]{2,25}\)\s?)?:\s*(?:(?:ca\.|rund|rd\.)\s*)?$/u.exec(before) ??
    BEHIND_LABEL.exec(before)
  return found ? Number(found[1]) : null
}

/** The label of a line; where that is only a part of the budget, the words behind the amount. */
function rowLabel(text: string, amounts: readonly Amount[], index: number): string | undefined {
  const label = lineLabel(text, amounts, index)
  const amount = amounts[index]
  if (label && /^davon(?:\s(?:19|20)\d\d)?:?$/u.test(label) && index > 0) return rowLabel(text, amounts, index - 1)
  if (!label || !amount || !/^(?:Ergebnis|Finanz|Verwaltungs|Vermögens|Investitions)haushalt$/.test(label)) return label
  const behind = /^[^\n]*/.exec(text.slice(amount.end))?.[0].trim() ?? ''
  return /^\p{Lu}\p{L}{3}/u.test(behind) ? behind : label
}

function labelYear(label: string | undefined): number | null {
  const years = new Set(yearsIn(label ?? '').map((mention) => mention.year))
  return years.size === 1 ? ([...years][0] ?? null) : null
}

/** "2031 | 5 €" on a line below a sentence. */
function yearBefore(text: string, amount: Amount): number | null {
  const own = /^\s*((?:19|20)\d\d)[\t ]+$/u.exec(text.slice(lineStart(text, amount), amount.start))
  return own ? Number(own[1]) : null
}

function lineStart(text: string, amount: Amount): number {
  return text.lastIndexOf('\n', amount.start - 1) + 1
}

/** "Haushaltsjahr 2031:" names a year; what the amounts of such a list are, the words that lead it in say. */
function ofYear(label: string, above: Placed | undefined): string | undefined {
  if (!/^(?:bis )?(?:\p{L}*[Jj]ahr )?(?:19|20)\d\d(?: ff\.)?:?$/u.test(label)) return undefined
  const lead = above && /([^.;:]+):\s*$/u.exec(above.text.slice(-LEAD))?.[1]
  return lead ? phraseEnding(wordsOf(lead.replace(/\s+/g, ' ')))?.replace(/^folgende[nrsm]? /u, '') : undefined
}

/** "Ansatz 2031" of 2031: a noun with the year right behind it. */
function withoutOwnYear(name: string, year: number): string {
  return name.endsWith(` ${year}`) && OF_YEAR.test(name) ? name.slice(0, -5) : name
}

const OF_YEAR = /^(?:\p{Ll}+ )?\p{Lu}[\p{L}-]*\p{Ll}(?<!ahre?s?|[Mm]onat|uar|ärz|pril|Mai|uni|uli|ust|ber) \d{4}$/u

/** A label without the year that `jahr` already says. */
function withoutYear(label: string, year: number | null): string {
  return label
    .replace(/(?<=\p{L}) ((?:19|20)\d\d)(?= \([^()\d]+\)$)/u, (own, said) => (Number(said) === year ? '' : own))
    .replace(/^(?:(?:im )?Jahr )?(?:19|20)\d\d\s*:?\s+(?=\p{L})/u, '')
    .replace(/(?<=\p{L})\s(?:19|20)\d\d$/u, '')
    .replace(/\s*[:=]$/, '')
}
