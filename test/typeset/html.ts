/**
 * A typeset paper as HTML, for Chromium to print: a running head from page 2 on, page numbers below, ruled tables.
 */
import { isNumber, type Part, runsOf, spansOf, type TypesetPaper } from './parts.ts'

/** The whole document. */
export function htmlOf({ parts, head }: TypesetPaper, running: string): string {
  const above = head.flatMap((part) => (part.kind === 'lines' ? part.lines : [])).join(' ') || running
  return `<!doctype html><html lang="de"><meta charset="utf-8"><title>Vorlage</title><style>
@page { size: A4; margin: 22mm 20mm; @top-left { content: "${above.replaceAll('"', "'")}"; font: 9pt sans-serif }
  @bottom-right { content: "Seite " counter(page) " von " counter(pages); font: 9pt sans-serif } }
@page :first { @top-left { content: none } }
body { font: 10.5pt/1.35 'Liberation Sans', 'DejaVu Sans', sans-serif }
p { margin: 0 0 2.5mm } h2 { font-size: 11.5pt; margin: 4mm 0 2mm }
table { border-collapse: collapse; margin: 2mm 0 } td, th { border: 0.5pt solid; padding: 1mm; text-align: left }
.r { text-align: right } .boxes td { border: 0 }
</style><body>${parts.map(partHtml).join('\n')}</body></html>`
}

function partHtml(part: Part): string {
  if (part.kind === 'table') {
    const rows = part.rows.map((row, index) => {
      const spans = index === 0 ? spansOf(row, part.rows[1]) : []
      let covered = 0
      const cells = row.map((text, column) => {
        if (covered > 0) {
          covered--
          return ''
        }
        const span = spans[column] ?? 1
        covered = span - 1
        const tag = index === 0 ? 'th' : 'td'
        const right = index > 0 && isNumber(text) ? ' class="r"' : ''
        return `<${tag}${right}${span > 1 ? ` colspan="${span}"` : ''}>${runsHtml(text)}</${tag}>`
      })
      return index === 0 ? `<thead><tr>${cells.join('')}</tr></thead>` : `<tr>${cells.join('')}</tr>`
    })
    return `<table>${rows.join('')}</table>`
  }
  if (part.kind === 'boxes') {
    const rows = part.rows.map(({ ticked, text }) => {
      const box = ticked === undefined ? '' : ticked ? '☒' : '☐'
      return `<tr><td>${box}</td><td>${runsHtml(text)}</td></tr>`
    })
    return `<table class="boxes">${rows.join('')}</table>`
  }
  const words = part.lines.map(runsHtml).join('<br>')
  if (part.heading) return `<h2>${words}</h2>`
  return `<p style="margin-left:${part.indent * 2}mm">${words}</p>`
}

function runsHtml(line: string): string {
  return runsOf(line)
    .map(({ text, bold }) => (bold ? `<b>${escaped(text)}</b>` : escaped(text)))
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
