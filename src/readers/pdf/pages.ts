/**
 * The pages of an open PDF as items for the layout: words as they are meant, form fields among them, drawn lines.
 *
 * What is drawn costs as much as the words, unless the engine noted it while it read them. Where it did not, only pages
 * are drawn that need it: those that look like tables or forms, and one for each font whose name (bold? symbols?) is not
 * known yet. Nothing is drawn behind a scan that brings its own words.
 */
import { placed } from '../../layout/boxes.ts'
import { EMPTY_BOX, meant, TICKED_BOX } from '../../layout/glyphs.ts'
import type { Item, PageItems } from '../../layout/items.ts'
import type { Annotations, Drawing, PdfFile, PdfItem, PdfPage } from './engine.ts'

export interface ReadPages {
  readonly pages: readonly PageItems[]
  readonly hosts: readonly string[]
  /** Pages the engine could not read. */
  readonly broken: readonly number[]
  /** Pages whose words somebody's text recognition put behind a picture of the page. */
  readonly layered: readonly number[]
  /** Pages without a word, but with an image. */
  readonly empty: readonly number[]
  readonly tookTooLong: boolean
}

/** Pages that are always drawn: the first ones hold letterheads and forms. */
const FIRST_PAGES = 2
/** Pages without a word that are drawn to see whether they are merely blank. */
const LOOKED_AT = 3
/** Pages whose links are looked at, if the paper is no form. */
const LINK_PAGES = 2

const NOTHING: Drawing = { rules: [], squares: [], dots: [], images: 0, scan: false, layer: false }

/** Read pages 1 to `last`; stop at the deadline (milliseconds, as `Date.now` counts). */
export async function readPages(file: PdfFile, last: number, deadline: number): Promise<ReadPages> {
  const raw = new Map<number, PdfPage>()
  const broken: number[] = []
  for (let number = 1; number <= last; number++) {
    if (Date.now() > deadline) return { pages: [], hosts: [], broken, layered: [], empty: [], tookTooLong: true }
    const page = await file.page(number).catch(() => undefined)
    if (page) raw.set(number, page)
    else broken.push(number)
  }
  const drawings = await drawn(file, raw, deadline)
  const hosts: string[] = []
  const pages: PageItems[] = []
  for (const [number, page] of raw) {
    const notes = file.info.hasForm || number <= LINK_PAGES ? await notesOf(file, number) : { fields: [], hosts: [] }
    hosts.push(...notes.hosts)
    const items = page.items
      .map((item) => itemOf(item, number, file.fontName(item.font) ?? ''))
      .filter((item) => item.text.trim())
    const drawing = drawings.get(number) ?? NOTHING
    const fields = notes.fields.flatMap((field) => fieldItems(field, number, items))
    // a form draws its boxes and has fields over them
    const squares = drawing.squares.filter(
      ({ box }) =>
        !notes.fields.some(
          (field) => field.left < box[2] && field.right > box[0] && field.top < box[3] && field.bottom > box[1],
        ),
    )
    pages.push({
      page: number,
      width: page.width,
      height: page.height,
      items: [...items, ...fields],
      rules: drawing.rules,
      squares,
      ...(drawing.dots.length ? { dots: drawing.dots } : {}),
    })
  }
  const empty = await imagePages(file, pages)
  const first = [...drawings].find(([, { layer }]) => layer)?.[0] ?? Number.POSITIVE_INFINITY
  const layered = pages.filter(({ page, items }) => page >= first && items.length > 0).map(({ page }) => page)
  return { pages, hosts, broken, layered, empty, tookTooLong: Date.now() > deadline }
}

/** Pages without a word that show an image; only a few are looked at, the others count as if they did. */
async function imagePages(file: PdfFile, pages: readonly PageItems[]): Promise<number[]> {
  const found: number[] = []
  const silent = pages.filter((page) => page.items.length === 0)
  for (const [index, { page }] of silent.entries()) {
    const look = index < LOOKED_AT && silent.length < pages.length
    const drawing = look ? await file.drawing(page).catch(() => undefined) : undefined
    if (!drawing || drawing.images > 0) found.push(page)
  }
  return found
}

async function notesOf(file: PdfFile, number: number): Promise<Annotations> {
  return await file.annotations(number).catch(() => ({ fields: [], hosts: [] }))
}

async function drawn(
  file: PdfFile,
  raw: ReadonlyMap<number, PdfPage>,
  deadline: number,
): Promise<Map<number, Drawing>> {
  const drawings = new Map<number, Drawing>()
  let isScan = false
  for (const [number, page] of raw) {
    if (Date.now() > deadline || isScan) break
    if (page.items.length === 0) continue
    const needed =
      number <= FIRST_PAGES ||
      file.isNoted(number) ||
      looksTabular(page) ||
      page.items.some((item) => file.fontName(item.font) === undefined)
    if (!needed) continue
    const drawing = await file.drawing(number).catch(() => NOTHING)
    drawings.set(number, drawing)
    isScan = drawing.layer
  }
  return drawings
}

/** Several lines with wide gaps, symbols, or short lines throughout. */
function looksTabular(page: PdfPage): boolean {
  const rows = new Map<number, PdfItem[]>()
  for (const item of page.items) {
    const row = Math.round(item.y / 3)
    const others = rows.get(row)
    if (others) others.push(item)
    else rows.set(row, [item])
  }
  let gaps = 0
  for (const row of rows.values()) {
    const sorted = row.sort((a, b) => a.x - b.x)
    if (
      sorted.some(
        (item, index) =>
          index > 0 && item.x - ((sorted[index - 1]?.x ?? 0) + (sorted[index - 1]?.width ?? 0)) > 1.4 * item.size,
      )
    )
      gaps++
  }
  return gaps >= 2 || page.items.some((item) => /[\uf000-\uf0ff☐☒☑□]/u.test(item.text))
}

function itemOf(item: PdfItem, page: number, font: string): Item {
  const { x, y, width, size, angle } = item
  return {
    text: meant(item.text, font),
    page,
    x,
    y,
    width,
    size,
    bold: item.stroked || /bold|black|heavy|demi|halbfett|fett(?!e)/i.test(font),
    italic: /italic|oblique|kursiv/i.test(font),
    angle,
    box: boxOf(item),
    artifact: item.artifact,
    ...(item.cell ? { cell: item.cell } : {}),
  }
}

/** From below the baseline to the top of capitals, along the direction of the text. */
function boxOf({ x, y, width, size, angle }: PdfItem): Item['box'] {
  if (angle === 0) return [round(x), round(y - 0.8 * size), round(x + width), round(y + 0.22 * size)]
  const radians = (angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const corners = [
    [0, -0.22 * size],
    [width, -0.22 * size],
    [0, 0.8 * size],
    [width, 0.8 * size],
  ].map(([along = 0, up = 0]) => [x + along * cos - up * sin, y - along * sin - up * cos] as const)
  const xs = corners.map(([cx]) => cx)
  const ys = corners.map(([, cy]) => cy)
  return [round(Math.min(...xs)), round(Math.min(...ys)), round(Math.max(...xs)), round(Math.max(...ys))]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function fieldItems(field: Annotations['fields'][number], page: number, items: readonly Item[]): Item[] {
  const { left, top, right, bottom } = field
  if (field.kind === 'box')
    return [placed({ text: field.checked ? TICKED_BOX : EMPTY_BOX, page, left, top, right, bottom }, items)]
  const lines = field.text.split(/\r\n?|\n/).filter((line) => line.trim())
  const height = (bottom - top) / Math.max(1, lines.length)
  return lines.map((text, index) => {
    const place = { text, page, left, top: top + index * height, right, bottom: top + (index + 1) * height }
    const item = placed(place, items)
    return { ...item, width: Math.min(right - left, 0.5 * item.size * text.length) }
  })
}
