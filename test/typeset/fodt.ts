/**
 * A typeset paper as a flat OpenDocument text, for LibreOffice: page head from page 2 on, ruled tables, boxes.
 */
import { amountAtEnd, isNumber, type Part, runsOf, spansOf, type TypesetPaper, widthsOf } from './parts.ts'

const NAMES = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
const SVG = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
/** Width of the text, in centimetres. */
const WIDTH = 17

/** The whole document. */
export function fodtOf({ parts, head }: TypesetPaper): string {
  const styles: string[] = []
  const body = parts.map((part, index) => partXml(part, `B${index}`, styles)).join('\n')
  const headStyles: string[] = []
  const heading = head.map((part, index) => partXml(part, `H${index}`, headStyles)).join('\n')
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMES} ${FO} ${SVG} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls>
<style:font-face style:name="Sans" svg:font-family="'Liberation Sans', 'DejaVu Sans'"/>
<style:font-face style:name="Symbol" svg:font-family="OpenSymbol, 'DejaVu Sans'"/>
</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Sans" fo:font-size="10.5pt" fo:language="de" fo:country="DE"/></style:default-style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"><style:tab-stops><style:tab-stop style:position="16.5cm" style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>
<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.35cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="C" style:family="paragraph"/>
<style:style style:name="R" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Box" style:family="text"><style:text-properties style:font-name="Symbol"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout>
<style:page-layout style:name="A4H"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.6cm"/></style:header-style></style:page-layout>
<style:style style:name="Start" style:family="paragraph" style:master-page-name="First"/>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.08cm"/></style:style>
<style:style style:name="Free" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm"/></style:style>
${[...styles, ...headStyles].join('\n')}
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="First" style:page-layout-name="A4" style:next-style-name="Next"><style:footer>${FOOT}</style:footer></style:master-page>
<style:master-page style:name="Next" style:page-layout-name="A4H"><style:header>${heading || HEAD}</style:header><style:footer>${FOOT}</style:footer></style:master-page>
</office:master-styles>
<office:body><office:text><text:p text:style-name="Start"/>
${body}
</office:text></office:body></office:document>`
}

const FOOT = '<text:p text:style-name="R">Seite <text:page-number/> von <text:page-count/></text:p>'
const HEAD = '<text:p text:style-name="C">- Fortsetzung der Vorlage -</text:p>'

function partXml(part: Part, name: string, styles: string[]): string {
  if (part.kind === 'table') return tableXml(part.rows, name, styles)
  if (part.kind === 'boxes') {
    styles.push(...columnStyles(name, [0.06, 0.94]))
    const rows = part.rows.map(({ ticked, text }) => {
      const box = ticked === undefined ? '' : `<text:span text:style-name="Box">${ticked ? '☒' : '☐'}</text:span>`
      return `<table:table-row>${cellXml('Free', `<text:p text:style-name="C">${box}</text:p>`)}${cellXml('Free', `<text:p text:style-name="C">${runsXml(text)}</text:p>`)}</table:table-row>`
    })
    return `${openTable(name, 2)}${rows.join('')}</table:table>`
  }
  const style = part.heading ? 'H' : 'P'
  const lines = part.lines.map((line) => {
    const amount = amountAtEnd(line)
    return amount ? `${runsXml(amount[0])}<text:tab/>${escaped(amount[1])}` : runsXml(line)
  })
  return `<text:p text:style-name="${style}">${lines.join('<text:line-break/>')}</text:p>`
}

function tableXml(rows: readonly (readonly string[])[], name: string, styles: string[]): string {
  const widths = widthsOf(rows)
  styles.push(...columnStyles(name, widths))
  const xml = rows.map((row, index) => {
    const spans = index === 0 ? spansOf(row, rows[1]) : []
    let covered = 0
    const cells = widths.map((_, column) => {
      if (covered > 0) {
        covered--
        return '<table:covered-table-cell/>'
      }
      const text = row[column] ?? ''
      const span = spans[column] ?? 1
      covered = span - 1
      const words = index === 0 ? `<text:span text:style-name="Bold">${escaped(text)}</text:span>` : runsXml(text)
      const style = isNumber(text) && index > 0 ? 'R' : 'C'
      return cellXml('Cell', `<text:p text:style-name="${style}">${words}</text:p>`, span)
    })
    const one = `<table:table-row>${cells.join('')}</table:table-row>`
    return index === 0 ? `<table:table-header-rows>${one}</table:table-header-rows>` : one
  })
  return `${openTable(name, widths.length)}${xml.join('')}</table:table><text:p text:style-name="P"/>`
}

function columnStyles(name: string, widths: readonly number[]): string[] {
  return [
    `<style:style style:name="${name}" style:family="table"><style:table-properties style:width="${WIDTH}cm" table:align="left"/></style:style>`,
    ...widths.map(
      (width, index) =>
        `<style:style style:name="${name}.${index}" style:family="table-column"><style:table-column-properties style:column-width="${(width * WIDTH).toFixed(2)}cm"/></style:style>`,
    ),
  ]
}

function openTable(name: string, columns: number): string {
  const list = Array.from(
    { length: columns },
    (_, index) => `<table:table-column table:style-name="${name}.${index}"/>`,
  )
  return `<table:table table:name="${name}" table:style-name="${name}">${list.join('')}`
}

function cellXml(style: string, content: string, span = 1): string {
  const wide = span > 1 ? ` table:number-columns-spanned="${span}"` : ''
  return `<table:table-cell table:style-name="${style}"${wide}>${content}</table:table-cell>`
}

function runsXml(line: string): string {
  return runsOf(line)
    .map(({ text, bold }) => {
      const words = escaped(text).replace(/[☐☒]/gu, (box) => `<text:span text:style-name="Box">${box}</text:span>`)
      return bold ? `<text:span text:style-name="Bold">${words}</text:span>` : words
    })
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/ {2,}/g, '   ')
}
