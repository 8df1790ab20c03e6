/**
 * Items of a list, one to a line: what it is, a colon, who offers or gets it, the amount at the line's end ("Los 1 (Bau):
 * Muster GmbH, 5 €"). What it is is the label; who it is is not.
 *
 * Only in items of a list, and where lines of the same shape stand next to each other; a verb between colon and amount makes it a sentence.
 */
import type { Amount } from '../../src/parse/money.ts'
import { wordsOf } from '../../src/parse/words.ts'
import { endsRow } from './line-label.ts'

/** Marker, name, colon, further words up to the amount. */
const ITEM = /^\s*(?:[-–•*]\s*|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)?(\p{Lu}[^:\n]{1,70}):\s+(\p{L}[^:\n]{2,90}?)[\s,;:–-]*$/u
/** "Los 1" alone says too little without the words behind it. */
const NUMBERED_ONLY = /^(?:Los|Gewerk|Titel|Position|Pos\.|Paket|Lose)\s?[\dIVX]+[a-z]?$/u

/** Money named behind the colon, or a sentence that ends there, is a label of its own. */
const OWN_LABEL =
  /\p{Ll}{3}\. |(?:kosten|mittel|summe|preis|betrag|honorar|aufwand|zuschuss|förderung|anteil|bedarf|wert)(?![\p{L}-])/iu

/** The label of an amount that ends such an item; `isListed`: the text is an item of a list, and no line beside it is needed. */
export function itemLabel(
  text: string,
  amounts: readonly Amount[],
  amount: Amount,
  isListed = false,
): string | undefined {
  const own = itemAt(text, amounts, amount)
  if (!own || isListed) return own?.label
  const at = amounts.indexOf(amount)
  const beside = [amounts[at - 1], amounts[at + 1]].some((other) => {
    const item = other && itemAt(text, amounts, other)
    return item !== undefined && /^\s*$/.test(text.slice(Math.min(own.end, item.end), Math.max(own.start, item.start)))
  })
  return beside ? own.label : undefined
}

interface Item {
  readonly start: number
  readonly end: number
  readonly label: string
}

function itemAt(text: string, amounts: readonly Amount[], amount: Amount): Item | undefined {
  const start = text.lastIndexOf('\n', amount.start - 1) + 1
  const behind = /^[\s(]*(?:brutto|netto)?[).,;]*/u.exec(text.slice(amount.end, amount.end + 20))?.[0].trimEnd() ?? ''
  if (amount.start - start > 180 || !endsRow(text, amount.end + behind.length)) return undefined
  if (amounts.some((other) => other !== amount && other.start >= start && other.start < amount.start)) return undefined
  const [, name = '', words = ''] = ITEM.exec(text.slice(start, amount.start)) ?? []
  if (!words || OWN_LABEL.test(words) || wordsOf(`x ${words}`).some(({ kind }) => kind === 'verb')) return undefined
  const stop = text.indexOf('\n', amount.end)
  const label = NUMBERED_ONLY.test(name) ? `${name}: ${words}` : name
  return { start, end: stop < 0 ? text.length : stop, label }
}
