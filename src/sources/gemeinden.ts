/**
 * The official list of municipalities as Destatis publishes it: fixed width, one line per area.
 *
 * Units: hectares, inhabitants; the as-of date as ISO date. Columns count from 0.
 * Reads: GV100AD in UTF-8 or Windows-1252; lines of type 10 (Länder), 40 (districts), 60 (municipalities).
 * Source: Destatis, Gemeindeverzeichnis GV100AD.
 */

export interface Municipality {
  readonly ags: string
  readonly stand: string
  readonly ars: string
  readonly name: string
  readonly name_kurz: string
  readonly name_grund: string
  readonly land: string
  readonly kreis: string | null
  readonly flaeche_ha: number
  readonly einwohner: number
  readonly plz: string | null
}

/** What is wrong with the file, as a sentence for a clerk. */
export class GemeindeListError extends Error {}

/** The municipalities of a list. Throws `GemeindeListError` rather than take half of a damaged list. */
export function readMunicipalities(bytes: Uint8Array): Municipality[] {
  const lines = decode(bytes).split(/\r?\n/)
  const names = new Map<string, string>()
  const found: Municipality[] = []
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue
    const type = line.slice(0, 2)
    if (!/^(?:10|20|30|40|50|60)$/.test(type) || !/^\d{8}$/.test(line.slice(2, 10)))
      throw wrong(at, 'kein GV100AD-Satz')
    if (type === '10' || type === '40') names.set(line.slice(10, type === '10' ? 12 : 15), line.slice(22, 72).trim())
    if (type === '60') found.push(municipality(line, at, names))
  }
  if (found.length === 0)
    throw new GemeindeListError('Die Datei enthält keine Gemeinden (Satzart 60 der Liste GV100AD).')
  const keys = new Set(found.map(({ ags, stand }) => `${ags} ${stand}`))
  if (keys.size < found.length) throw new GemeindeListError('Ein Gemeindeschlüssel kommt in der Liste zweimal vor.')
  return found
}

/** What is left of a name without what stands behind a comma: "Auenfurt, Stadt" → "Auenfurt". */
export function shortName(name: string): string {
  return (name.split(',')[0] ?? name).trim()
}

/** The name without its place or brackets: "Au am Rhein", "Au (Baden)", "Au/ Elbe" → "Au". */
export function bareName(name: string): string {
  return shortName(name)
    .replace(/\s*[(/].*$/u, '')
    .replace(
      /\s+(?:am|an|auf|bei|beim|im|in|ob|vor|vorm|unter|über|zu|zum|zur|a\.|b\.|i\.|o\.|v\.|d\.)(?:\s|\p{L}).*$/u,
      '',
    )
    .trim()
}

function municipality(line: string, at: number, names: ReadonlyMap<string, string>): Municipality {
  const ags = line.slice(10, 18)
  const association = line.slice(18, 22)
  const [area, people] = [line.slice(128, 139), line.slice(139, 150)]
  const name = line.slice(22, 72).trim()
  const land = names.get(ags.slice(0, 2))
  if (!/^\d{8}$/.test(ags) || !/^\d{4}$/.test(association)) throw wrong(at, 'kein Gemeindeschlüssel an seiner Stelle')
  if (!/^\d{11}$/.test(area) || !/^\d{11}$/.test(people)) throw wrong(at, 'Fläche oder Bevölkerung unlesbar')
  if (!name || !land) throw wrong(at, name ? 'das Land fehlt' : 'der Name fehlt')
  const plz = line.slice(165, 170)
  return {
    ags,
    stand: dateOf(line.slice(2, 10), at),
    ars: ags.slice(0, 5) + association + ags.slice(5),
    name,
    name_kurz: shortName(name),
    name_grund: bareName(name),
    land,
    kreis: names.get(ags.slice(0, 5)) ?? null,
    flaeche_ha: Number(area),
    einwohner: Number(people),
    plz: /^\d{5}$/.test(plz) ? plz : null,
  }
}

function dateOf(digits: string, at: number): string {
  const iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const day = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(iso))
    throw wrong(at, 'der Gebietsstand ist kein Tag')
  return iso
}

/** UTF-8 if it is; otherwise Windows-1252, which is how Destatis writes it. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function wrong(at: number, what: string): GemeindeListError {
  return new GemeindeListError(`Zeile ${at + 1} der Liste: ${what}. Erwartet wird die Textdatei GV100AD von Destatis.`)
}
