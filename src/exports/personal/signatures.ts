/**
 * Names in signatures ("gez. …", "i. A. …", "Im Auftrag"), and clerks named beside their office in lists of who was there.
 * Who signs with an elected office or for a political group is named for it and stays.
 *
 * Units: UTF-16 offsets into the text.
 * Source: papers and minutes as councils print them.
 */
import { cellsOf, linesOf, type Stretch } from './lines.ts'
import { canBeName, isUnit, namesOffice, personsIn, type Range, TITLED } from './names.ts'

const SIGNED =
  /^(?:gez\.?|gezeichnet|i\. ?A\.|i\. ?V\.|ppa\.|im Auftrag|in Vertretung|für die Richtigkeit)[:.]?(?: *(?:gez\.|i\. ?A\.|i\. ?V\.))?(?= |$|\p{Lu})[ :]*(.*)$/iu
const SIGNED_HINT = /gez|i\. ?[av]\.|ppa|auftrag|vertretung|richtigkeit/iu
const STAFF =
  /^(?:Verwaltung|Von der Verwaltung|Vertreter der Verwaltung|Schriftführung|Protokoll(?:führung)?)(?!\p{L})[^\n]{0,40}:/u

/** Names below or behind a mark of signature. */
export function signaturesIn(text: string): Range[] {
  if (!SIGNED_HINT.test(text)) return []
  const lines = linesOf(text)
  return lines.flatMap((line, at) => {
    if (!SIGNED_HINT.test(line.words) || line.words.length > 120) return []
    const cells = cellsOf(line)
    return cells.flatMap((cell, column) => {
      const match = SIGNED.exec(cell.words)
      if (!match) return []
      const behind = match[1] ?? ''
      const found = behind
        ? { at, value: { start: cell.start + cell.words.length - behind.length, words: behind } }
        : signerBelow(lines, at, column, cells.length)
      if (!found || officeAround(lines, found.at, column, cells.length)) return []
      return personsIn(found.value.words, canBeName(found.value.words)).map(({ start, end }) => ({
        start: found.value.start + start,
        end: found.value.start + end,
      }))
    })
  })
}

/** The first of the next lines that holds a name in this column, marks like "gez." skipped. */
function signerBelow(lines: readonly Stretch[], at: number, column: number, columns: number) {
  for (let next = at + 1; next <= at + 2; next++) {
    const line = lines[next]
    const value = line && columnOf(line, column, columns)
    if (!value || SIGNED.exec(value.words)?.[1] === '') continue
    const name = SIGNED.exec(value.words)?.[1] ?? value.words
    return personsIn(name, canBeName(name)).length
      ? { at: next, value: { start: value.start + value.words.length - name.length, words: name } }
      : undefined
  }
  return undefined
}

function officeAround(lines: readonly Stretch[], at: number, column: number, columns: number): boolean {
  return [0, 1, 2, -1].some((step) => {
    const line = lines[at + step]
    const cell = line && columnOf(line, column, columns)
    return cell !== undefined && cell.words.length < 90 && namesOffice(cell.words)
  })
}

function columnOf(line: Stretch, column: number, columns: number): Stretch | undefined {
  const cells = cellsOf(line)
  return cells.length === columns ? cells[column] : cells.length === 1 ? cells[0] : cells[column]
}

/** "Fr. Quast/Amt 13", "Amt 13/Fr. Quast, Fr. Klee", and everybody listed below "Verwaltung:". */
export function staffIn(head: string): Range[] {
  if (!/(?:Herrn?|Frau|Hr\.|Fr\.) /u.test(head)) return []
  const found: Range[] = []
  let staff = false
  for (const { start, words } of linesOf(head)) {
    if (STAFF.test(words)) staff = true
    else if (/:\s*$/.test(words) || words.length > 160) staff = false
    let joined = -1
    for (const match of words.matchAll(TITLED)) {
      const end = match.index + match[0].length
      const behind = /^ ?\/ ?([^,;\t]{2,40})/u.exec(words.slice(end))?.[1]
      const before = /([^,;\t/]{2,40}) ?\/ ?$/u.exec(words.slice(0, match.index))?.[1]
      const chained = joined >= 0 && /^, ?$/.test(words.slice(joined, match.index))
      const clerk = staff || (behind && isUnit(behind)) || (before && isUnit(before)) || chained
      if (!clerk || namesOffice(match[0])) continue
      found.push({ start: start + match.index, end: start + end })
      if (before || chained) joined = end
    }
  }
  return found
}
