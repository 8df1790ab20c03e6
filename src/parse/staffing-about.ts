/**
 * "ca.", "rund", "etwa" before a quantity of staff.
 */

const ABOUT =
  /(?:\bca\.?|\b[cz]ir[ck]a|\brund|\brd\.|\betwa|\bungefähr|\bannähernd|\bknapp|\bfast|\bgeschätzte?n?|~|≈|\bin etwa)(?: (?:noch|weitere\p{Ll}*|jeweils|zusätzlich))? {0,2}$/iu

/** Do the words before an offset say that the number there is not exact? */
export function isAbout(view: string, at: number): boolean {
  return ABOUT.test(view.slice(Math.max(0, at - 40), at))
}
