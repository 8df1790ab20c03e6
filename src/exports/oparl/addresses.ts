/**
 * Addresses of OParl objects, made of what papers print, so that they stay when a database is made again. Pure.
 */

/** Nobody can be reached under `.invalid` (RFC 2606): without an address of one's own there is none. */
export const NOWHERE = 'https://vorlagen.invalid/oparl'

/** Characters of a name in an address: file systems take some 250 bytes. */
const LONGEST = 120

/** Names in addresses: lower case, no umlauts, each given out once. */
export function slugs(): (words: string, twin: string) => string {
  const given = new Set<string>()
  return (words, twin) => {
    const plain = slugOf(words).slice(0, LONGEST) || slugOf(twin)
    const slug = given.has(plain) ? `${plain}-${slugOf(twin)}` : plain
    given.add(slug)
    return slug
  }
}

function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** The address without what would double its slashes. */
export function baseOf(address: string): string {
  return address.replace(/\/+$/, '')
}
