/**
 * Small words behind which a phrase goes on: no cell and no head of a column ends with one.
 *
 * Pure; knows the words German phrases are joined by, and none of the field.
 */

/** The words, for a pattern. */
export const SMALL_WORDS =
  'und|oder|sowie|als|für|der|des|die|das|dem|den|eine?|eine[rs]|von|vom|zur|zum|im|in|am|an|auf|aus|bei|bis|ab|je|pro|mit|ohne|nach|durch|über|unter|laut|gemäß|lt\\.|ggü\\.|einschließlich|inklusive|zuzüglich'
