/**
 * Heads that fell into one cell: "Bereich EUR EUR" over two columns of numbers, their years at the end of the line above
 * ("… Plan 2031 Plan 2032").
 *
 * Source: budget tables whose heads stand over narrow columns and were read as words of the first.
 */

const UNITS = /(?:\s(?:T?€|T?EUR|Euro)){2,6}$/u
const YEARS = /(?:\s(?:(?:Plan|Ansatz|Ist|Soll|HH|Haushalt)\s)?(?:19|20)\d\d){2,6}$/u

/** The rows of heads with each unit over its own column, and its year, where the line above names as many. */
export function spreadHeads(heads: readonly (readonly string[])[], line: string): (readonly string[])[] {
  const years = [...(YEARS.exec(line.trim())?.[0] ?? '').matchAll(/(?:19|20)\d\d/g)].map(([year]) => year)
  return heads.map((row) => {
    const from = row.findIndex((cell) => UNITS.test(` ${cell.trim()}`))
    const units = UNITS.exec(` ${row[from]?.trim()}`)?.[0].trim().split(/\s+/) ?? []
    if (from < 1 || from + units.length > row.length) return row
    return row.map((cell, at) => {
      const unit = units[at - from]
      return unit === undefined ? cell : years.length === units.length ? `${years[at - from]} ${unit}` : unit
    })
  })
}
