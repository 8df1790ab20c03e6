/**
 * How much memory the heaps of a long run take up: as much after ten thousand papers as after one thousand.
 *
 * Left alone, V8 lets the space for new objects double whenever enough of them has lived through it, and lets garbage
 * pile up in the old space to several times what is alive: a run over many papers peaks higher than one over few, though
 * nothing is kept. Here both have their size from the start.
 *
 * Units: megabytes.
 */

import { setFlagsFromString } from 'node:v8'
import type { ResourceLimits } from 'node:worker_threads'

/**
 * One of the halves between which new objects are moved. At 8 an import of PDFs of text takes a tenth less processor time
 * than at 16, and 30 MB less; at 4 as much time again.
 */
const SEMI_SPACE = 8
/** A worker's space for new objects: two halves, and as much again for large ones. */
const YOUNG = 3 * SEMI_SPACE
/** When garbage is first looked for in the old space; a worker with its code loaded holds half of it. */
const FIRST_OLD = 64
/**
 * So much more than what was alive may lie there before it is looked for again. At 50 memory is the same from the first
 * thousand papers on, and PDFs take some eight in a hundred more processor time than at 100. At 55 two workers take 560 to
 * 580 MB for the real PDFs beside the project, at 70 some 40 more and a few in a hundred less time.
 */
const GROWTH_PERCENT = { steady: 50, fast: 55 }

/**
 * For the whole process; V8 reads the first two whenever a heap might grow, the others when a worker starts. To be
 * called before.
 */
export function boundHeaps(mode: keyof typeof GROWTH_PERCENT): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT[mode]}`)
  setFlagsFromString(`--min-semi-space-size=${SEMI_SPACE}`)
  setFlagsFromString(`--initial-old-space-size=${FIRST_OLD}`)
}

/** Of one worker whose old space may take `megabytes` before it is ended. */
export function workerLimits(megabytes: number): ResourceLimits {
  return { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG }
}
