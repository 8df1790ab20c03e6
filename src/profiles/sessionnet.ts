/**
 * SessionNet / Session (Somacos): web pages `vo0050…`, `to0050…`.
 *
 * Source: pages name the program in their generator or title, or link to its scripts.
 */
import type { Profile } from './profile.ts'

export const sessionnet: Profile = {
  facts: { name: 'sessionnet', vendor: 'sessionnet', kommune: null, arten: {}, rollen: {}, nummerPraefix: null },
  recognises: ({ meta }) =>
    /\bsession(?:net)?\b|somacos/i.test(`${meta.description ?? ''} ${meta.title ?? ''} ${meta.generator ?? ''}`)
      ? 1
      : 0,
  headings: {},
}
