/**
 * The cells of the rows of heads that stand above a column, and the words there that make its numbers money.
 */
import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

/** Words in a head that make the numbers below it money. */
export const MONEY = latin(
  oneLine`
    (?:
      betrag|beträge|kosten|preis|summe|ansatz|ertrag|erträge|aufwand|aufwendung|einnahme|ausgabe|
      auszahlung|einzahlung|einspar|zuschuss|zuschüsse|budget|erlös|gebühr|miete|entgelt|förder|mittel|
      veranschlagt|(?<!personal)bedarf|defizit|saldo|überschuss|haushalt|investition|volumen|eigenanteil|
      wert
    )
  `,
  'iu',
)
/** The words above a column, said once each. */
export function headOf(head: readonly (readonly string[])[], at: number): string {
  return cellsAbove(head, at)
    .filter((word, index, words) => word !== words[index - 1])
    .join(' ')
}

/** The heads above a column; one that spans several is said once and holds for the empty ones to its right. */
export function cellsAbove(head: readonly (readonly string[])[], at: number): string[] {
  return head.flatMap((row, index) => {
    let from = at
    if (index < head.length - 1) while (from > 1 && !row[from]?.trim()) from--
    return row[from]?.trim() || []
  })
}
