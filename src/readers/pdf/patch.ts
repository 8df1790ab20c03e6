/**
 * One change to the source of pdf.js: a piece of text that stands there once, and what is put in its place.
 */
export interface Patch {
  readonly file: 'pdf.mjs' | 'pdf.worker.mjs'
  readonly find: string
  readonly put: string
}
