/**
 * Times as OParl servers send them: ISO 8601, often without a zone, sometimes only a day, sometimes as people write it.
 *
 * Units: out come ISO 8601 in UTC, and days as `YYYY-MM-DD`.
 * Source: OParl demands a zone (RFC 3339); a time without one is taken as the local time of the council, Europe/Berlin.
 */
const TIME = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i
const GERMAN_DAY = /^(\d\d?)\.(\d\d?)\.(\d{4})$/

/** An instant in UTC, or undefined if `text` is none. */
export function instantOf(text: string): string | undefined {
  const found = TIME.exec(text.trim())
  if (!found) return undefined
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = found
  const wall = utc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second))
  if (wall === undefined) return undefined
  return new Date(wall - (zone === undefined ? berlinOffset(wall) : offsetOf(zone))).toISOString()
}

/** The day in the council's time, or undefined if `text` names none. */
export function dayOf(text: string): string | undefined {
  const [, day, month, year] = GERMAN_DAY.exec(text.trim()) ?? []
  if (year) return utc(Number(year), Number(month), Number(day)) === undefined ? undefined : iso(year, month, day)
  const instant = instantOf(text)
  if (instant === undefined) return undefined
  const at = Date.parse(instant)
  return new Date(at + berlinOffsetAt(at)).toISOString().slice(0, 10)
}

function iso(year: string, month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Undefined for the 31st of June. */
function utc(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number | undefined {
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(at)
  const same = back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  return same ? at : undefined
}

function offsetOf(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', '') || 0)
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}

/** For a wall clock: the offset an hour to either side decides on which side of a change it lies. */
function berlinOffset(wall: number): number {
  const guess = berlinOffsetAt(wall - 3_600_000)
  return berlinOffsetAt(wall - guess)
}

const BERLIN = new Intl.DateTimeFormat('en-US', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })

function berlinOffsetAt(at: number): number {
  const name = BERLIN.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT+01:00'
  return offsetOf(name.replace('GMT', '') || 'Z')
}
