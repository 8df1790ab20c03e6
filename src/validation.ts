/**
 * From candidates to records: every value must fit its schema, every record gets its proof, and the paper its status.
 *
 * A value that does not fit is not written but reported with its quote. A record whose extractor fails takes nothing
 * else with it.
 * Messages: `datensatz-verworfen`, `extraktor-abgebrochen`.
 */
import { createHash } from 'node:crypto'
import type { Beleg, Bundle, Meldung, RecordValue, Status } from './bundle.ts'
import { type AreaSpan, lineAt, type Message, pageAt, quote, type Span } from './document.ts'
import type { Doubt } from './doubts.ts'
import type { Candidate, Extractor, Readings, ReadPaper, RecordKind, Verdict } from './extractor.ts'
import { message } from './messages.ts'
import { partitionPoint } from './parse/partition-point.ts'
import { applyVerdicts } from './verdicts.ts'

/** Version of the reading itself: raised whenever readers, layout or sections give other text or sections. */
const READING_VERSION = 7

/** Names the reading: equal ones give equal bundles for equal bytes. */
export function lesartOf(extractors: readonly Pick<Extractor, 'name' | 'version'>[]): string {
  const parts = [`lesen@${READING_VERSION}`, ...extractors.map(({ name, version }) => `${name}@${version}`)]
  return `${READING_VERSION}-${createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 12)}`
}

/** Run the extractors over a paper and bundle what holds. */
export function bundleOf(paper: ReadPaper, extractors: readonly Extractor[]): Bundle {
  const messages: Message[] = [...paper.messages]
  const daten: Record<string, RecordValue[] | RecordValue | null> = {}
  const failed = messages.some(({ stufe }) => stufe === 'fehler')
  for (const extractor of extractors) {
    for (const [key, kind] of Object.entries(extractor.records)) daten[key] = kind.many ? [] : null
    if (!failed) runInto(daten, messages, paper, extractor)
  }
  const meldungen = messages.map((said) => meldungOf(paper, said))
  return {
    quelle: paper.source.path,
    sha256: paper.source.sha256,
    bytes: paper.source.bytes,
    medientyp: paper.source.mediaType,
    lesart: lesartOf(extractors),
    profil: paper.profile.name,
    vendor: paper.profile.vendor,
    status: statusOf(messages, daten),
    meldungen,
    text: paper.text,
    seiten: paper.pages.at(-1)?.page ?? null,
    daten,
  }
}

function runInto(
  daten: Record<string, RecordValue[] | RecordValue | null>,
  messages: Message[],
  paper: ReadPaper,
  extractor: Extractor,
): void {
  const report = (said: Omit<Message, 'von'>): void => void messages.push({ ...said, von: extractor.name })
  try {
    const verdicts: Verdict[] = []
    for (const candidate of extractor.extract(paper, report, readingsOf(daten))) {
      const kind = extractor.records[candidate.kind]
      if (!kind) throw new Error(`kein Datensatz „${candidate.kind}“`)
      const place = daten[candidate.kind]
      if (!kind.many && place) continue
      const record = recordOf(paper, extractor, kind, candidate, Array.isArray(place) ? place.length + 1 : 1, messages)
      if (!record) continue
      verdicts.push(...(candidate.verdicts ?? []))
      if (Array.isArray(place)) place.push(record)
      else daten[candidate.kind] = record
    }
    applyVerdicts(daten, Object.keys(extractor.records), verdicts)
  } catch (error) {
    messages.push(
      message('extraktor-abgebrochen', extractor.name, error instanceof Error ? error.message : String(error)),
    )
  }
}

function readingsOf(daten: Readonly<Record<string, RecordValue[] | RecordValue | null>>): Readings {
  return Object.fromEntries(
    Object.entries(daten).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value ? [value] : []]),
  )
}

function recordOf(
  paper: ReadPaper,
  extractor: Extractor,
  kind: RecordKind,
  candidate: Candidate,
  number: number,
  messages: Message[],
): RecordValue | undefined {
  const parsed = kind.schema.safeParse(candidate.value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const detail = `${candidate.kind}${issue ? `, ${issue.path.join('.')}: ${issue.message}` : ''}`
    messages.push(message('datensatz-verworfen', extractor.name, detail, candidate.evidence))
    return undefined
  }
  const fields = Object.entries(candidate.fields ?? {})
  return {
    ...parsed.data,
    id: kind.many ? `${candidate.kind}-${number}` : candidate.kind,
    zweifel: [...new Set([...(candidate.doubts ?? []), ...readingDoubts(paper, candidate.evidence)])],
    beleg: belegOf(paper, candidate.evidence, extractor),
    ...(fields.length
      ? { belege: Object.fromEntries(fields.map(([field, span]) => [field, belegOf(paper, span, extractor)])) }
      : {}),
  }
}

/** Of words recognised with less confidence about half are wrong, of the others four in a hundred (`npm run ocr`). */
const SURE_WORD = 80

/** What is doubtful about a record because of how its words were read. */
function readingDoubts(paper: ReadPaper, span: Span): Doubt[] {
  const { ocrPages } = paper.meta
  if (!ocrPages) return []
  const read = areasIn(paper.areas, span).filter(({ page }) => ocrPages.includes(page))
  if (read.length === 0) return []
  const isUnsure = read.some(({ confidence }) => confidence !== undefined && confidence < SURE_WORD)
  return isUnsure ? ['texterkennung', 'texterkennung-unsicher'] : ['texterkennung']
}

/** The proof of a span: its words, offsets, page, line and boxes. */
export function belegOf(paper: ReadPaper, span: Span, extractor: Pick<Extractor, 'name' | 'version'>): Beleg {
  return {
    zitat: quote(paper, span),
    von: span.start,
    bis: span.end,
    seite: pageAt(paper, span.start),
    zeile: lineAt(paper.text, span.start),
    flaechen: areasIn(paper.areas, span).map(({ page, box }) => ({
      seite: page,
      kasten: box.map((point) => Math.round(point * 10) / 10) as [number, number, number, number],
    })),
    extraktor: extractor.name,
    version: extractor.version,
  }
}

/** The areas behind a span. Areas are in order of `start` and do not overlap. */
function areasIn(areas: readonly AreaSpan[], span: Span): AreaSpan[] {
  const found: AreaSpan[] = []
  for (let at = partitionPoint(areas, ({ end }) => end <= span.start); at < areas.length; at++) {
    const area = areas[at]
    if (!area || area.start >= span.end) break
    found.push(area)
  }
  return found
}

function meldungOf(paper: ReadPaper, { code, stufe, text, von, stelle }: Message): Meldung {
  return {
    code,
    stufe,
    text,
    von,
    stelle: stelle
      ? {
          zitat: quote(paper, stelle),
          von: stelle.start,
          bis: stelle.end,
          seite: pageAt(paper, stelle.start),
          zeile: lineAt(paper.text, stelle.start),
        }
      : null,
  }
}

function statusOf(messages: readonly Message[], daten: Bundle['daten']): Status {
  if (messages.some(({ stufe }) => stufe === 'fehler')) return 'fehler'
  const records = Object.values(daten).flatMap((value) => (Array.isArray(value) ? value : value ? [value] : []))
  const doubted = records.some((record: RecordValue) => record.zweifel.length > 0)
  return doubted || messages.some(({ stufe }) => stufe === 'zweifel') ? 'pruefen' : 'ok'
}
