/**
 * Names of licences as others know them: the identifier of the Open Definition and the address of the text. Data.
 *
 * Source: https://licenses.opendefinition.org/, https://www.govdata.de/lizenzen.
 */

interface Licence {
  readonly name: string
  readonly path: string
}

const KNOWN: Readonly<Record<string, Licence>> = {
  'dl-de/by-2-0': { name: 'dl-de-by-2.0', path: 'https://www.govdata.de/dl-de/by-2-0' },
  'dl-de/zero-2-0': { name: 'dl-de-zero-2.0', path: 'https://www.govdata.de/dl-de/zero-2-0' },
  'cc-by-4.0': { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' },
  'cc-by-sa-4.0': { name: 'CC-BY-SA-4.0', path: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'cc0-1.0': { name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' },
}

/** The licence in a Frictionless descriptor; the words given always stand in `title`. */
export function licenceEntry(licence: string): { name: string; title: string; path?: string } {
  const known = KNOWN[licence.toLowerCase()]
  const path = licenceAddress(licence)
  return {
    name: known?.name ?? (licence.replace(/[^-a-zA-Z0-9._]+/g, '-').replace(/^-|-$/g, '') || 'unbekannt'),
    title: licence,
    ...(path ? { path } : {}),
  }
}

/** Where its text stands, if that is known. */
export function licenceAddress(licence: string | null): string | null {
  if (licence === null) return null
  return KNOWN[licence.toLowerCase()]?.path ?? (/^https?:\/\/\S+$/.test(licence) ? licence : null)
}
