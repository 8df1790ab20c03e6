/**
 * The bundle of a paper that could not be read to its end by no fault of its own words: no text, no records, one reason.
 */
import type { Bundle } from '../bundle.ts'
import type { Message, Source } from '../document.ts'
import type { Extractor } from '../extractor.ts'
import { understand } from '../pipeline.ts'
import { compose } from '../readers/compose.ts'
import { bundleOf } from '../validation.ts'

export function failedBundle(source: Source, problem: Message, extractors: readonly Extractor[]): Bundle {
  const { text, tree, areas, pages } = compose([])
  const paper = { source, text, tree, areas, pages, furniture: [], meta: {}, messages: [problem] }
  return bundleOf(understand(paper), extractors)
}
