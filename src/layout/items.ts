/**
 * What a page is before anything is understood: words with places, and drawn lines.
 *
 * Units: points from the page's top left corner, y downwards; `y` of an item is its baseline; angles in degrees,
 * counter-clockwise, 0 for upright text.
 * Source: no layout in particular; what every PDF engine can tell.
 */
import type { Box } from '../document.ts'

/** The cell of a table a word belongs to, as the paper's own structure has it (tagged PDF). Not always true. */
export interface CellTag {
  /** Tables, their rows and a row's cells are counted on each page; columns are not told. */
  readonly table: number
  readonly row: number
  readonly cell: number
  /** A cell of column heads. */
  readonly head: boolean
  /** It reaches over this many rows and columns. */
  readonly rowSpan: number
  readonly columnSpan: number
}

/** A stretch of text the engine holds together: at most one line of one font. */
export interface Item {
  readonly text: string
  readonly page: number
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
  /** Font size. */
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly angle: number
  /** Where it stands on the page as printed, however the page is turned for reading. */
  readonly box: Box
  /** The paper itself marks it as running head, foot or page number (tagged PDF). */
  readonly artifact: boolean
  readonly cell?: CellTag
  /** How sure text recognition was of it, from 0 to 100. */
  readonly confidence?: number
}

/** A drawn straight line, horizontal or vertical; `x1 <= x2`, `y1 <= y2`. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** A small drawn square or circle, perhaps a box to tick. */
export interface Square {
  readonly box: Box
  /** Something is drawn inside: a cross or a tick. */
  readonly marked: boolean
  /** A circle: one of several to choose from. */
  readonly round?: true
}

export interface PageItems {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly items: readonly Item[]
  readonly rules: readonly Rule[]
  readonly squares: readonly Square[]
  /** Small shapes, perhaps bullets. */
  readonly dots?: readonly Box[]
}
