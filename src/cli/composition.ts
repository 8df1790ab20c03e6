/**
 * The composition root: the one place in src that knows which extractors there are. Workers load this very module by
 * its address, so that main thread and workers read with the same list.
 */
export { extractors } from '../../extractors/index.ts'

export const COMPOSITION = import.meta.url
