/**
 * Words and signs that say that there is nothing.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

/** "keine", "Keine Anlagen", "entfällt", "n. a.", "./.", "---". */
const NONE = latin(
  oneLine`
    ^\W*(?:
      keine?r?s?(?: (?:
          anlagen?|beratungen?|vorberatung|beschluss\p{L}*|begründung|erforderlich|vorhanden|
          (?:personelle\p{L}* |personalwirtschaftliche\p{L}* )?(?:auswirkung\p{L}*|folgen)
        )
      )?|
      ohne(?: anlagen?)?|entfällt|entfallen|nicht (?:erforderlich|vorgesehen|relevant|zutreffend)|n\.\s?a\.|
      \./\.
    )\W*$
  `,
  'iu',
)
/** Lines to write on, boxes nobody ticked, dashes. */
const BLANK = /^[\s_.…☐□|:–—-]*$/u

/** Does a short text say that there is nothing? */
export function isNone(text: string): boolean {
  return text.length <= 80 && NONE.test(text.replace(/\s+/g, ' ').trim())
}

/** Is there nothing in it that somebody filled in? */
export function isBlank(text: string): boolean {
  return BLANK.test(text)
}
