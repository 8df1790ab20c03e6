/**
 * Where a paper says what is to be resolved: the first section with a proposal in it; without a heading, from the
 * sentence that opens one ("Der Rat möge beschließen:") to the section's end.
 */
import { type Block, blocksOf, quote, type SectionNode, spanOf } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { isGremium } from '../../src/parse/gremium.ts'
import { isNone } from '../../src/parse/nothing.ts'
import { inLetter } from './letter.ts'
import { isWholeMinutes } from './minutes.ts'
import { blocksFrom, endOfSteps, motionOf } from './motion.ts'
import { fromOffset, fromOpening, opens, resolves } from './opening.ts'
import { type Written, writeProposal } from './write.ts'

export interface Proposal {
  readonly written: Written
  readonly doubts: readonly Doubt[]
}

/** How far into a paper a proposal without heading is looked for. */
const REACH = 8000

/** A heading that is a sentence: `Der Rat möge beschließen`. */
const SENTENCE = /(?<!\p{L})(?:m(?:ö|oe)ge|wolle|beschlie(?:ß|ss)t|empfiehlt)(?!\p{L})/u
/** A summary of the proposal on the cover sheet, and the proposal itself behind the report. */
const SUMMARY = /^Entscheidungsvorschlag/i
const MOTION = /^Antrag de[rs] (?:Referent|Berichterstatt|Verwaltung|Oberbürgermeister|Bürgermeister)/i

/** What is doubted of a proposal that no heading names. */
const UNTITLED: readonly Doubt[] = ['ohne-ueberschrift', 'ende-unsicher']

/** The proposal of a paper. */
export function proposalOf(paper: ReadPaper): Proposal | undefined {
  if (isWholeMinutes(paper)) return undefined
  const proposals = paper.sections.flatMap((section, at) => (section.kind === 'beschlussvorschlag' ? [at] : []))
  const motion = proposals.find((at) => MOTION.test(paper.sections[at]?.title ?? ''))
  const first = proposals[0]
  const summary = first !== undefined && SUMMARY.test(paper.sections[first]?.title ?? '')
  const order = summary && motion !== undefined ? [motion, ...proposals] : proposals
  return firstIn(paper, order, ownBody) ?? firstIn(paper, order, headedBody) ?? untitled(paper)
}

/** Without a heading: what a motion asks for right below its head, or what a sentence opens. */
function untitled(paper: ReadPaper): Proposal | undefined {
  const motion = motionOf(paper)
  const written = motion && writeProposal(paper, motion)
  return written && !isNone(written.text) ? { written, doubts: UNTITLED } : (withoutHeading(paper) ?? announced(paper))
}

/** What no sentence ends with. */
const BREAKS_OFF =
  /(?:[,:]|\s(?:und|oder|sowie|der|des|dem|den|ein|eine[mnrs]?|für|im|in|mit|von|vom|zur|zum|auf|aus|bei|wie|dass|folgende[mnrs]?|gemäß))$/u

/** A cover sheet says where the proposal stands: `Siehe Beschlussfassung auf Seite 4.` */
const POINTS = /^(?:Beschluss\p{L}* )?siehe (?:\p{L}+ )?(?:auf )?(?:der )?(?:Seite|S\.) ?\d{1,3}\.?$/iu

/** Below `Beschlussfassung:` a form says who decides, not what. */
function namesOnlyBodies(text: string): boolean {
  return (
    text.length < 200 &&
    text.split('\n').every((line) => {
      const words = line.replace(DAY, '').trim()
      return !words || (isGremium(words) && !/^(?:\d|[IVX]+\.)|[:.]/u.test(words))
    })
  )
}

const DAY = /[,\s]*(?:am |vom )?\d{1,2}\.\d{1,2}\.\d{2,4}$/u

/** The first of some sections in whose blocks a proposal can be read. */
function firstIn(
  paper: ReadPaper,
  order: readonly number[],
  bodyOf: (paper: ReadPaper, at: number) => Block[],
): Proposal | undefined {
  for (const at of order) {
    const section = paper.sections[at]
    if (!section) continue
    const own = isBare(paper.sections[at - 1]) && SENTENCE.test(section.title) ? headingOf(section) : []
    const body = bodyOf(paper, at)
    const letter = inLetter(paper, section, body)
    const written = writeProposal(paper, [...own, ...(letter ?? withoutAddress(paper, body))])
    if (
      !written ||
      isNone(written.text) ||
      POINTS.test(written.text) ||
      namesOnlyBodies(written.text) ||
      written.span.end <= (own[0] ? spanOf(own[0]).end : 0)
    )
      continue
    if (letter) return { written, doubts: UNTITLED }
    return { written, doubts: written.endUnsure || BREAKS_OFF.test(written.text) ? ['ende-unsicher'] : [] }
  }
  return undefined
}

function ownBody(paper: ReadPaper, at: number): Block[] {
  const section = paper.sections[at]
  return section ? [...contentOf(paper, section), ...furtherParts(paper, section, at)] : []
}

/** A proposal's heading with nothing below it but the next one. */
function isBare(section: SectionNode | undefined): boolean {
  return section?.kind === 'beschlussvorschlag' && section.children.length === 1
}

function headingOf(section: SectionNode): Block[] {
  const [first] = section.children
  return first?.type === 'heading' ? [...blocksOf({ ...section, children: [first] })] : []
}

/** `Antrag an den Gemeinderat – nach Vorberatung im Bauausschuss`: to whom the proposal goes, no part of it. */
const ADDRESS = /^(?:Antrag|Empfehlung|Vorschlag) an (?:den|die|das) \p{Lu}[^.\n]{2,120}$/u

function withoutAddress(paper: ReadPaper, body: Block[]): Block[] {
  const [first, ...rest] = body
  if (first?.type !== 'paragraph') return body
  const { start, end } = spanOf(first)
  const printed = quote(paper, { start, end })
  const [line = ''] = printed.split('\n', 1)
  if (!ADDRESS.test(line.trim())) return body
  const below = printed.slice(line.length + 1)
  if (below && (/[.;]/.test(below) || BEGINS.test(below))) return [fromOffset(first, start + line.length + 1), ...rest]
  return rest.length ? rest : body
}

/** How a proposal begins; other words below an address still belong to it. */
const BEGINS = /^(?:\d{1,2}[.)] |(?:Der|Die|Das) \p{Lu})/u

/** What stands below a proposal's heading looks like a heading itself: a line to whom it goes, or its first words. */
function headedBody(paper: ReadPaper, at: number): Block[] {
  const next = paper.sections[at + 1]
  if (!isBare(paper.sections[at]) || next?.kind !== 'sonstige' || next.number !== null) return []
  return ADDRESS.test(next.title) ? [...contentOf(paper, next)] : [...blocksOf(next)]
}

/**
 * A proposal in parts counted in Roman numerals goes on in the parts that follow, whatever they are about ("I.
 * Sachentscheidung", "II. Finanzielle Auswirkungen").
 */
function furtherParts(paper: ReadPaper, section: SectionNode, at: number): Block[] {
  const { end } = spanOf(section)
  const heading = section.children[0]
  const start = heading?.type === 'heading' ? spanOf(heading).end : spanOf(section).start
  const first = paper.sections[at + 1]
  const words = paper.text.slice(start, first ? Math.min(end, spanOf(first).start) : end)
  if (!/^\s*I\.\s+\p{Lu}/mu.test(words.slice(0, 400))) return []
  const blocks: Block[] = []
  let part = (words.match(/^\s*[IVX]{1,4}\.\s+\p{Lu}/gmu) ?? []).length
  for (const next of paper.sections.slice(at + 1)) {
    if (spanOf(next).start < end && next.kind === 'sonstige') continue
    if (next.kind === 'begruendung' || ROMAN[part] === undefined || next.number?.replace('.', '') !== ROMAN[part]) break
    blocks.push(...blocksOf(next))
    part++
  }
  return blocks
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI']

/** The blocks of a section without its heading; those of the sections within it with theirs. */
function* contentOf(paper: ReadPaper, section: SectionNode): Generator<Block> {
  let first = true
  let before: Block | undefined
  for (const child of section.children) {
    const own = first && child.type === 'heading'
    first = false
    if (own) continue
    if (child.type === 'section' && child.kind !== 'sonstige' && child.kind !== 'beschlussvorschlag') return
    if (child.type === 'section' && before && opensReport(child, quote(paper, spanOf(before)))) return
    for (const block of blocksOf(child)) {
      before = block
      yield block
    }
  }
}

/** Behind whole sentences without points a first number with a short title is no point: the report begins. */
function opensReport({ kind, number, title, children }: SectionNode, before: string): boolean {
  if (kind !== 'sonstige' || !/^(?:I|A|1)[.)]?$/.test(number ?? '') || children.length < 2) return false
  if (!/\p{L}{3}\.\s*$/u.test(before) || /^\s*(?:\d{1,2}|[a-z]|[IVX]+)[.)]\s/mu.test(before)) return false
  return title.split(' ').length < 6 && /^\p{Lu}/u.test(title) && !/[.:;,]$/.test(title)
}

function withoutHeading(paper: ReadPaper): Proposal | undefined {
  const stepsEnd = endOfSteps(paper)
  for (const section of paper.sections) {
    if (spanOf(section).start > REACH) continue
    const own = section.children.filter((child) => child.type !== 'section').flatMap((child) => [...blocksOf(child)])
    const blocks = section.kind === 'beratungsfolge' ? blocksFrom(paper, own, stepsEnd) : own
    const at = blocks.findIndex((block) => (section.kind === 'anlagen' ? resolves(paper, block) : opens(paper, block)))
    const found = blocks[at]
    if (at < 0 || !found) continue
    const opening = fromOpening(paper, found)
    blocks[at] = opening
    const inner = section.children.filter(
      (child) => child.type === 'section' && child.kind === 'sonstige' && child.number !== null,
    )
    const written = writeProposal(paper, [...blocks.slice(at), ...inner.flatMap((child) => [...blocksOf(child)])])
    if (written && (written.span.end > spanOf(opening).end || quote(paper, spanOf(opening)).includes('\n')))
      return { written, doubts: UNTITLED }
  }
  return undefined
}

/** `… wird um Beschlussfassung folgender Maßnahmen gebeten.`: what is meant stands below the next line. */
const ANNOUNCES =
  /(?<!\p{L})(?:folgende[nrms]?|nachstehende[nrms]?) \p{L}[\p{L} -]{3,60} (?:gebeten|vorgeschlagen|empfohlen|zu beschließen|zuzustimmen)\.\s*$/u

/** Below a sentence that announces it and the line that heads it: the first words, and what goes on with points or sentences. */
function announced(paper: ReadPaper): Proposal | undefined {
  const words = (block: Block): string => quote(paper, spanOf(block)).trim()
  for (const section of paper.sections) {
    if (spanOf(section).start > REACH) return undefined
    const blocks = [...blocksOf(section)]
    const at = blocks.findIndex((block) => ANNOUNCES.test(words(block).slice(-200)))
    if (at < 0) continue
    const [title, ...below] = blocks.slice(at + 1)
    const body = title && /^\p{Lu}[\p{L} -]{3,40}:?$/u.test(words(title)) ? below : blocks.slice(at + 1)
    const end = body.findIndex((block, n) => n > 0 && block.type !== 'listItem' && !/[.;:]$/.test(words(block)))
    const written = writeProposal(paper, end < 0 ? body : body.slice(0, end))
    if (written) return { written, doubts: UNTITLED }
  }
  return undefined
}
