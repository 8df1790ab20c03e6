/**
 * What vorlagen needs of a PDF engine, and nothing more; `pdfjs.ts` is the one there is.
 *
 * Units: points from the top left corner of the page as it is shown; pages from 1.
 */
import type { CellTag, Rule, Square } from '../../layout/items.ts'

export interface PdfEngine {
  open(bytes: Uint8Array): Promise<PdfFile | PdfFailure>
}

/** `verschluesselt`: a password is needed to open it; `beschaedigt`: no structure could be found. */
export interface PdfFailure {
  readonly failure: 'verschluesselt' | 'beschaedigt'
  readonly detail: string
}

export interface PdfFile {
  readonly pages: number
  readonly info: PdfInfo
  /** The words of a page. Throws if the page is damaged. */
  page(number: number): Promise<PdfPage>
  /** What is drawn on a page; makes the names of its fonts known. Expensive. */
  drawing(number: number): Promise<Drawing>
  /** The page's drawing was noted while its words were read, and costs little. */
  isNoted(number: number): boolean
  /** Form fields and links of a page. */
  annotations(number: number): Promise<Annotations>
  /** The page as a picture (PNG), as shown; width and height in pixels. */
  image(number: number, dpi: number): Promise<PageImage>
  /** The font's real name; undefined until a page that uses it has been drawn. */
  fontName(id: string): string | undefined
  close(): Promise<void>
}

export interface PdfInfo {
  readonly title?: string
  readonly generator?: string
  readonly hasForm: boolean
  readonly hasXfa: boolean
  readonly isPortfolio: boolean
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly items: readonly PdfItem[]
}

export interface PdfItem {
  readonly text: string
  /** Left end of the baseline. */
  readonly x: number
  readonly y: number
  /** Along the baseline. */
  readonly width: number
  readonly size: number
  readonly angle: number
  readonly font: string
  /** Drawn around so heavily that it looks bold. */
  readonly stroked: boolean
  readonly artifact: boolean
  readonly cell?: CellTag
}

export interface Drawing {
  readonly rules: readonly Rule[]
  readonly squares: readonly Square[]
  /** Small shapes. */
  readonly dots: readonly Square['box'][]
  readonly images: number
  /** One image covers most of the page. */
  readonly scan: boolean
  /** Such an image with words that cannot be seen, for searching. */
  readonly layer: boolean
}

export interface PageImage {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

export interface Annotations {
  /** Boxes to tick and what is written in form fields. */
  readonly fields: readonly Field[]
  readonly hosts: readonly string[]
}

export interface Field {
  readonly kind: 'box' | 'text'
  readonly checked: boolean
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function isFailure(opened: PdfFile | PdfFailure): opened is PdfFailure {
  return 'failure' in opened
}
