/**
 * What is said of papers that are held back from the public.
 */
import type { Held } from '../exports/public-papers.ts'

/** "21 nichtöffentliche, 3 vielleicht nichtöffentliche, 2 nicht lesbare Vorlagen". */
export function heldWords({ nichtoeffentlich, vielleicht, unlesbar }: Held): string {
  const perhaps = vielleicht > 0 ? ` ${vielleicht} vielleicht nichtöffentliche,` : ''
  return `${nichtoeffentlich - vielleicht} nichtöffentliche,${perhaps} ${unlesbar} nicht lesbare Vorlagen`
}
