/**
 * Labels and values by how their lines stand to each other, where the gaps between columns are lost: captions below what
 * they ask for, a label behind the name of an office, a unit whose noun stands alone above its name.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Source: Word forms and letterheads, saved as text in the order of their contents.
 */
import type { Span } from '../document.ts'
import { isoDate } from './date.ts'
import { type Cell, type Label, wholeLabel } from './label-parts.ts'
import type { Line } from './lines.ts'

/** A value and the caption below it. */
export interface Captioned {
  readonly label: Label
  readonly value: Span & { readonly text: string }
}

/**
 * Captions below what stands on the form's lines (`I/10-25` over `Dezernat/AZ`, `14.05.2031` over `Datum`), by the number of
 * their line. A day directly above `Datum` and none below it proves them; those directly above are set like it.
 */
export function captionsIn(lines: readonly Line[]): ReadonlyMap<number, Captioned> {
  const found = new Map<number, Captioned>()
  const at = lines.findIndex((line, number) => isDayAbove(line, lines[number - 1], lines[number + 1]))
  for (let number = at; number > 0; number -= 2) {
    const [line, value] = [lines[number], lines[number - 1]]
    const label = line && bareLabel(line)
    if (!label || !value || line.gap || bareLabel(value) || /[:\t]/.test(value.text)) break
    found.set(number, { label, value })
  }
  return found.size > 1 ? found : new Map()
}

function isDayAbove(line: Line, above: Line | undefined, below: Line | undefined): boolean {
  return (
    above !== undefined &&
    isoDate(above.text) !== undefined &&
    bareLabel(line)?.field === 'datum' &&
    isoDate(below?.text ?? '') === undefined
  )
}

function bareLabel(line: Cell): Label | undefined {
  return /:$/.test(line.text) ? undefined : wholeLabel(line)
}

const OFFICE =
  /^(?:Der|Die) (?:(?:Ober)?[Bb]ürgermeister(?:in)?|Landr[aä]t(?:in)?|Magistrat|Stadtdirektor(?:in)?) (?=\p{Lu})/u

/** The label at a line's end behind the office that heads the house: `Die Oberbürgermeisterin Dezernat, Dienststelle`. */
export function labelBehindOffice(cell: Cell): Label | undefined {
  const office = OFFICE.exec(cell.text)?.[0].length
  if (office === undefined) return undefined
  return wholeLabel({ text: cell.text.slice(office), start: cell.start + office, end: cell.end })
}

/** A noun for a unit alone on its line, above the name: both are the unit. */
export function brokenUnit(line: Line, next: Line | undefined): (Span & { readonly text: string }) | undefined {
  const noun = /^(?:Fachbereich|Fachdienst|Geschäftsbereich|Dezernat|Referat|Abteilung|Stadtbetrieb)$/u.test(line.text)
  const name = next && !next.gap && /^(?:\p{Lu}|für |\d{1,3}[ .])[^:\d]{2,50}$/u.test(next.text)
  return noun && name && !wholeLabel(next)
    ? { text: `${line.text} ${next.text}`, start: line.start, end: next.end }
    : undefined
}
