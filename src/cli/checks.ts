/**
 * Checks of a paper's arithmetic as people read them: what is printed, what the calculation gives, who is to blame.
 */
import { type Bundle, type RecordValue, recordsOf } from '../bundle.ts'
import { shown } from './records.ts'
import { oneLine } from './terminal.ts'

const BLAME: Readonly<Record<string, string>> = {
  vorlage: 'so gedruckt: Fehler der Vorlage',
  lesung: 'vermutlich falsch gelesen; bitte nachsehen',
}

/** The checks of a paper that do not hold. */
export function failedChecks(bundle: Bundle): readonly RecordValue[] {
  return recordsOf(bundle, 'pruefungen').filter(({ haelt }) => haelt === false)
}

/** How many calculations hold, then those that do not, one a line. */
export function* checkLines(bundle: Bundle): Generator<string> {
  const all = recordsOf(bundle, 'pruefungen')
  const failed = failedChecks(bundle)
  if (!all.length) return
  const holding = all.length - failed.length
  yield `${holding === 1 ? '1 Rechnung geht' : `${holding} Rechnungen gehen`} auf, ${failed.length || 'keine'} nicht`
  for (const check of failed) yield `${check.id}: ${checkInWords(check)}`
}

/** "2032 · verlagert: gedruckt 0,80, gerechnet 0 (- 1 VZS + 1 VZS): so gedruckt: Fehler der Vorlage". */
export function checkInWords(check: RecordValue): string {
  const { gegenstand, rechnung, haelt, ursache, beleg, erwartet, einheit } = check
  const subject = typeof gegenstand === 'string' ? `${oneLine(gegenstand)}: ` : ''
  const expected = einheit === 'cent' ? shown('cent', erwartet) : shown('', erwartet)
  const unit = einheit === 'prozent' ? ' %' : ''
  const blame = haelt ? 'geht auf' : (BLAME[String(ursache)] ?? 'geht nicht auf')
  const calculated = String(rechnung).endsWith('(Tabelle)')
    ? `in der Tabelle ${expected}`
    : `gerechnet ${expected}${unit} (${oneLine(String(rechnung))})`
  return `${subject}gedruckt ${oneLine(beleg.zitat)}, ${calculated}; ${blame}`
}
