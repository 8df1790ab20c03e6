/**
 * Small PDFs for tests, written by hand: pages of text at given places, rules, squares, form fields.
 *
 * Units: points; x from the left, y (the baseline) from the top of an A4 page.
 */
const [WIDTH, HEIGHT] = [595, 842]

export interface Put {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly font?: 'text' | 'bold' | 'dingbats' | 'wingdings'
  /** Degrees, counter-clockwise. */
  readonly angle?: number
}

export interface PdfPageSpec {
  readonly text: readonly Put[]
  /** Lines from (x1, y1) to (x2, y2). */
  readonly lines?: readonly (readonly [number, number, number, number])[]
  /** Rectangles: left, top, width, height. */
  readonly boxes?: readonly (readonly [number, number, number, number])[]
  /** Further operators of the page, written as they are, before its text. */
  readonly content?: string
  /** Check boxes of a form: left, top, ticked. */
  readonly ticks?: readonly (readonly [number, number, boolean])[]
}

const FONTS = { text: 'Helvetica', bold: 'Helvetica-Bold', dingbats: 'ZapfDingbats', wingdings: 'Wingdings' } as const

/** The bytes of a PDF with these pages. */
export function pdfOf(pages: readonly PdfPageSpec[], trailer = ''): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  add('') // 1: catalog
  add('') // 2: pages
  for (const [name, font] of Object.entries(FONTS)) {
    const encoding = name === 'text' || name === 'bold' ? '/Encoding /WinAnsiEncoding' : ''
    add(`<< /Type /Font /Subtype ${name === 'wingdings' ? '/TrueType' : '/Type1'} /BaseFont /${font} ${encoding} >>`)
  }
  const fonts = Object.keys(FONTS).map((name, index) => `/${name} ${index + 3} 0 R`)
  const kids: number[] = []
  const fields: number[] = []
  for (const page of pages) {
    const content = contentOf(page)
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    const notes = (page.ticks ?? []).map(([left, top, ticked], index) => {
      const rect = `[${left} ${HEIGHT - top - 10} ${left + 10} ${HEIGHT - top}]`
      const state = ticked ? '/Ja' : '/Off'
      const look = '/AP << /N << /Ja 1 0 R /Off 1 0 R >> >>'
      const field = `/Subtype /Widget /FT /Btn /T (feld${objects.length}${index}) /Rect ${rect} /V ${state} /AS ${state} ${look}`
      return add(`<< /Type /Annot ${field} >>`)
    })
    fields.push(...notes)
    const annots = notes.length ? `/Annots [${notes.map((note) => `${note} 0 R`).join(' ')}]` : ''
    const resources = `<< /Font << ${fonts.join(' ')} >> >>`
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${stream} 0 R /Resources ${resources} ${annots} >>`,
      ),
    )
  }
  const form = fields.length ? `/AcroForm << /Fields [${fields.map((field) => `${field} 0 R`).join(' ')}] >>` : ''
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${form} ${trailer} >>`
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  return fileOf(objects)
}

function contentOf(page: PdfPageSpec): string {
  const text = page.text.map(({ x, y, text: words, size = 11, font = 'text', angle = 0 }) => {
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
    return `BT /${font} ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${HEIGHT - y} Tm (${escaped(words)}) Tj ET`
  })
  const lines = (page.lines ?? []).map(([x1, y1, x2, y2]) => `${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`)
  const boxes = (page.boxes ?? []).map(
    ([left, top, width, height]) => `${left} ${HEIGHT - top - height} ${width} ${height} re S`,
  )
  return [page.content ?? '', ...text, ...lines, ...boxes].join('\n')
}

/** Windows-1252 in a PDF string; only Latin-1 and the euro sign are needed here. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\()]/g, '\\$&')
    .replaceAll('€', '\\200')
    .replaceAll('–', '\\226')
}

function fileOf(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const xref = file.length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}
