/**
 * A stored paper understood anew from its text, with the rules and profiles of today: what no rule knew when it was read
 * may be known by now, and nothing need be read again.
 *
 * The text is the one text of the paper (blocks parted by an empty line, cells by tabs), so reading it as plain text gives
 * its blocks again; what only the page showed (bold headings) is left to the form of the lines.
 */
import type { PaperDocument } from '../document.ts'
import type { ReadPaper } from '../extractor.ts'
import { blocksOfLines } from '../layout/text/blocks.ts'
import { linesOf } from '../layout/text/lines.ts'
import { understand } from '../pipeline.ts'
import type { ProfileFile } from '../profiles/file.ts'
import { compose } from '../readers/compose.ts'

/** The sections of a stored text. `profil`: the profile it is to be read by. */
export function paperOf(path: string, text: string, profil: string | ProfileFile): ReadPaper {
  const composed = compose(blocksOfLines(linesOf(text).map((line) => ({ text: line }))))
  const document: PaperDocument = {
    source: { path, sha256: '', bytes: 0, mediaType: 'text/plain' },
    ...composed,
    furniture: [],
    meta: {},
    messages: [],
  }
  return understand(document, profil)
}
