/**
 * Whether something is public, as printed: `öffentlich`, `-nicht öffentlich-`, `Ö`, `N`, `nö`.
 */

export type Publicity = 'oeffentlich' | 'nichtoeffentlich'

const PUBLIC = /^(?:öffentliche?[rs]?|öff\.?|ö)(?: (?:Sitzung|Teil|Vorlage|Beratung))?$/iu
const CLOSED =
  /^(?:nicht[- ]?öff(?:entliche?[rs]?|\.)?|vertraulich|n\.? ?ö\.?|n|nö)(?: (?:Sitzung|Teil|Vorlage|Beratung))?$/iu

/** The words of a line, longest first, that say whether something is public; letters alone only where a column holds them. */
export const PUBLICITY_WORDS = String.raw`(?:[Nn]icht[- ]?öffentlich|[Öö]ffentlich|[Nn]ichtöff\.?|öff\.|nö|NÖ|Ö|N)`

/**
 * Read a cell that says whether something is public.
 *
 * @returns
 *   `undefined` if it says something else.
 */
export function publicityOf(text: string): Publicity | undefined {
  const bare = text.trim().replace(/^[-–(\s]+|[-–)\s]+$/g, '')
  return CLOSED.test(bare) ? 'nichtoeffentlich' : PUBLIC.test(bare) ? 'oeffentlich' : undefined
}
