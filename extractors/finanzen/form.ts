/**
 * Finanzangabe: does the paper affect the budget, and is the money there?
 *
 * Reads: sections of kind `finanzen`. The first lines hold the marks or the word ("keine", "entfällt"); whether money is
 * there stands in a sentence or as a ticked line below.
 * Doubts: `haken-verloren`: words without marks, or a mark that fits both.
 */
import { type SectionNode, type Span, spanOf } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { readMoney } from '../../src/parse/money.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import { fundsIn } from './funds.ts'
import { type Marking, markingOf, sideOfX } from './marks.ts'
import { optionsOf } from './options.ts'

export interface FinanceForm {
  readonly value: {
    auswirkungen: 'ja' | 'nein' | null
    mittel_vorhanden: 'ja' | 'nein' | 'teilweise' | null
    zustand: 'angegeben' | 'leer' | 'keine_angabe'
  }
  readonly evidence: Span
  readonly fields?: Record<string, Span>
  readonly doubts: Doubt[]
}

const NONE =
  /^(?:\W*)(?:keine(?:r(?:lei)?)?(?![\p{L}])(?:\s+(?:direkten |unmittelbaren |zusätzlichen )?(?:finanziellen? |haushalts\p{L}* )?(?:auswirkung\p{L}*|folgen|kosten|mehrkosten))?|entfällt|entfallen|nein|ohne(?= *(?:$|[.,;)]|(?:finanziellen? )?(?:auswirkung|folgen\b|kosten\b)))|nicht (?:relevant|erforderlich|gegeben|betroffen)|\.\/\.|n\.\s?a\.)(?:[\s.,;:–-]|$)/iu
const EFFECT =
  '(?:auswirkung(?:en)? auf (?:den|die|das) (?:städtischen? |kommunalen? |laufenden? )?(?:etat|haushalt|finanzen|ergebnis\\p{L}*|finanzplan\\p{L}*)|(?:finanziellen?|finanz\\.|haushaltsm\\.|finanzwirtschaftlichen?|haushalterischen?|haushaltsmäßigen?|haushaltsrechtlichen?|haushaltswirksamen?) (?:auswirkung(?:en)?|folgen|konsequenzen|mehrbelastung(?:en)?|belastung(?:en)?))'
const DENIED = new RegExp(
  `(?:berührt (?:nicht den|den) (?:etat|haushalt)(?: nicht)?|(?:keine|keinerlei|ohne)(?: \\p{L}+){0,2} ${EFFECT}|${EFFECT}(?: \\p{L}+){0,6} nicht(?!\\p{L})|nicht (?:haushalts|kassen)wirksam|(?:entstehen|fallen|verursacht|ergeben sich)(?: \\p{L}+){0,5} keine(?: \\p{L}+){0,2} (?:kosten|ausgaben|aufwendungen|auswirkungen|mehrkosten|folgekosten|haushaltsmittel)|kosten (?:entstehen|fallen) (?:\\p{L}+ ){0,3}nicht(?!\\p{L})|kostenneutral|haushaltsneutral|mittel werden nicht benötigt)`,
  'iu',
)
const AFFIRMED = /^(?:\W*)ja(?![\p{L}])/iu
const EMPTY = /^[\s_./:–—☐□\t-]*$/u
/** A form's line outside any section: the label and what stands behind it. */
const LABEL = new RegExp(
  `^(?:\\d{1,2}[.)]?\\s+|[A-Z][.)]?\\s+|[IVX]{1,4}\\.?\\s+)?(?:${EFFECT}|auswirkungen auf (?:ergebnis|finanz|haushalt)[\\p{L}, /-]{2,60}|haushaltsrelevanz|finanzierung|finanzielle relevanz)(?:\\s*\\([^()\\n]{1,60}\\))?\\s*(?=[:\\n☐☒\\[(?]|$)`,
  'iu',
)

/**
 * The paper's finance form or section, read as one record; always one, also where there is none.
 *
 * @param stated
 *   Where amounts stand that are not nothing, in tables whose heads print the unit, too.
 */
export function financeForm(paper: ReadPaper, blocks: readonly Placed[], stated: readonly Span[]): FinanceForm {
  const sections = paper.sections.filter((section) => section.kind === 'finanzen')
  const inside = new Set(paper.sections.filter((section) => isIn(sections, section)))
  const isForm = ({ section }: Placed): boolean => section !== undefined && inside.has(section)
  const placed = withCircles(blocks, isForm)
  const own = placed.filter(isForm)
  const funds = fundsIn(own, placed)
  const fields = funds.span ? { fields: { mittel_vorhanden: funds.span } } : {}
  const [first] = own
  const main =
    sections.find((section) => /auswirkung|folgen|konsequenz|etat|haushalt/i.test(section.title)) ?? sections[0]
  const side = sideOfX(paper.text)
  const inForm = first && main ? saidIn(headOf(main, own), side) : undefined
  const elsewhere = inForm && inForm.value !== null ? undefined : (labelled(placed, own, side) ?? sentence(placed, own))
  if (!inForm || !main) {
    return {
      value: {
        auswirkungen: elsewhere?.value ?? null,
        mittel_vorhanden: funds.value,
        zustand: elsewhere || funds.value ? 'angegeben' : 'keine_angabe',
      },
      evidence: elsewhere?.span ?? funds.span ?? { start: 0, end: 0 },
      ...fields,
      doubts: [...(funds.doubts ?? []), ...(elsewhere?.assumed ? (['haken-verloren'] as const) : [])],
    }
  }
  const amounts = own.flatMap((block) => readMoney(block.text).amounts.filter((amount) => !amount.threshold))
  const doubts: Doubt[] = [...(funds.doubts ?? [])]
  const settled = inForm.state === 'leer' || inForm.state === 'verloren' || inForm.state === 'mehrdeutig'
  const said = settled || !elsewhere ? inForm : elsewhere
  let auswirkungen = said.value
  const isStated = stated.some(({ start, end }) => own.some(({ span }) => span.start <= start && end <= span.end))
  if (auswirkungen === null && (isStated || amounts.some(({ cents }) => cents !== 0))) auswirkungen = 'ja'
  // Amounts the form states as the paper's effect answer where the mark cannot.
  const unanswered = auswirkungen === null && (said.state === 'verloren' || said.state === 'mehrdeutig')
  if (unanswered || said.assumed) doubts.push('haken-verloren')
  if (said.value === 'nein' && said.state === 'text' && amounts.some(({ cents }) => cents !== 0))
    doubts.push('mehrdeutig')
  const filled =
    auswirkungen !== null ||
    funds.value !== null ||
    said.state === 'text' ||
    said.state === 'verloren' ||
    said.state === 'mehrdeutig'
  return {
    value: { auswirkungen, mittel_vorhanden: funds.value, zustand: filled ? 'angegeben' : 'leer' },
    evidence: said.span ?? spanOf(main),
    ...fields,
    doubts: [...new Set(doubts)],
  }
}

/** Circles are marks where a form shows both kinds, also as the bullets of list items. */
function withCircles(blocks: readonly Placed[], isForm: (placed: Placed) => boolean): readonly Placed[] {
  const own = blocks.filter(isForm)
  const both = own.some(({ text }) => text.includes('○')) && own.some(({ text }) => text.includes('●'))
  if (!both) return blocks
  return blocks.map((placed) =>
    isForm(placed) ? { ...placed, text: placed.text.replaceAll('○', '☐').replaceAll('●', '☒') } : placed,
  )
}

/** "Finanzielle Auswirkungen: keine", "Auswirkungen auf Ergebnisplan, Finanzplan" above its answer, in no section. */
function labelled(
  placed: readonly Placed[],
  own: readonly Placed[],
  side: ReturnType<typeof sideOfX>,
): Said | undefined {
  const form = new Set(own)
  for (const [index, block] of placed.entries()) {
    if (block.block.type === 'table' || form.has(block)) continue
    for (const line of linesOf(block.text)) {
      const label = LABEL.exec(block.text.slice(line.start, line.end))
      if (!label) continue
      const from = line.start + label[0].length
      const below = placed[index + 1]
      const rest = block.text.slice(from).replace(/^[\s:]+/u, '')
      const answer = rest || (below && below.section === block.section ? below.text : '')
      const said = saidIn(
        rest ? [restOf(block, block.text.length - rest.length)] : answer && below ? [below] : [],
        side,
      )
      if (said.value) return said
    }
  }
  return undefined
}

function restOf(block: Placed, from: number): Placed {
  return {
    ...block,
    text: block.text.slice(from).split('\n').slice(0, 4).join('\n'),
    span: { start: block.span.start + from, end: block.span.end },
  }
}

/** A sentence of the running text that denies any effect. */
function sentence(placed: readonly Placed[], own: readonly Placed[]): Said | undefined {
  const form = new Set(own)
  for (const block of placed) {
    if (!/keine|ohne/iu.test(block.text)) continue
    if (form.has(block) || block.block.type === 'table' || /[☐☒]/u.test(block.text)) continue
    const found = WHOLE.exec(block.text.slice(0, 20_000).replaceAll('\n', ' '))
    if (found)
      return {
        value: 'nein',
        state: 'text',
        span: within(block, { start: found.index, end: found.index + found[0].length }),
      }
  }
  return undefined
}

const WHOLE = new RegExp(
  `(?<!\\p{L})(?:vorlage|beschluss|beschlussvorschlag|entscheidung|maßnahme|umsetzung|antrag|bericht|mitteilung|es|stadt|gemeinde|haushalt)(?: \\p{L}+){0,6} (?:hat|haben|ergeben|entstehen|löst|sind|ist)(?: \\p{L}+){0,5} (?:keine|keinerlei|ohne)(?: \\p{L}+)? ${EFFECT}`,
  'iu',
)

function isIn(sections: readonly SectionNode[], section: SectionNode): boolean {
  const span = spanOf(section)
  return sections.some(
    (outer) => outer === section || (spanOf(outer).start <= span.start && spanOf(outer).end >= span.end),
  )
}

interface Said {
  readonly value: 'ja' | 'nein' | null
  readonly state: Marking['state'] | 'text'
  readonly assumed?: boolean
  readonly span?: Span
}

/** The first blocks under the heading; lines about where the money comes from are none of them. */
function headOf(main: SectionNode, own: readonly Placed[]): Placed[] {
  const span = spanOf(main)
  const inside = own.filter(
    ({ span: { start, end }, section, block }) =>
      start >= span.start && end <= span.end && !(section === main && block.type === 'heading'),
  )
  return inside
    .slice(0, 4)
    .filter(({ text }) => !/^\W*(?:(?:haushalts|finanz)?mittel|die finanzierung|deckung)(?!\p{L})/iu.test(text))
}

/** What the first lines say: a mark, a word, or a sentence. */
function saidIn(head: readonly Placed[], side: ReturnType<typeof sideOfX>): Said {
  for (const [index, placed] of head.entries()) {
    const next = head[index + 1]
    const joined = index === 0 && next && placed.text.length < 24 ? `${placed.text}\n${next.text}` : placed.text
    const said = markedIn(placed, joined.split('\n').slice(0, 14), side) ?? optionIn(placed, side) ?? spokenIn(placed)
    if (said) return said
  }
  const text = head.map((placed) => placed.text).join('\n')
  return { value: null, state: isBlankForm(text) ? 'leer' : 'text' }
}

const ONLY_MARKS = /^[\s☐☒☑□xX[\]()\t\uf000-\uf0ff]*(?:ja|nein)?[\s☐☒☑□xX[\]()\t\uf000-\uf0ff]*$/iu

/** The mark beside "Ja" and "Nein", which may stand on lines of their own. */
function markedIn(placed: Placed, lines: readonly string[], side: ReturnType<typeof sideOfX>): Said | undefined {
  const first = lines.findIndex((line) => /(?<![\p{L}-])(?:ja|nein)(?![\p{L}-])/iu.test(line) && line.length <= 160)
  if (first < 0) return undefined
  const start = first > 0 && ONLY_MARKS.test(lines[first - 1] ?? '') ? first - 1 : first
  let found: Marking | undefined
  for (let end = first + 1; end <= Math.min(lines.length, first + 4); end++) {
    const joined = lines.slice(start, end)
    found = markingOf(joined.join('\n'), side) ?? found
    // Under "Ja   Nein" only the blanks before a lone cross told its column.
    if (found && /^\s*[xX]\s*$/.test(joined.at(-1) ?? '') && /(?:ja\s+nein|nein\s+ja)\s*$/iu.test(joined.at(-2) ?? ''))
      found = { value: null, state: 'mehrdeutig' }
    if (!found) return undefined
    const goesOn = ONLY_MARKS.test(lines[end] ?? 'Ende') && end < lines.length
    if (found.state === 'klar' || !goesOn) break
  }
  if (!found) return undefined
  const lone = found.value === null && found.state === 'mehrdeutig' && !/[xX☒☑]/u.test(lines[first] ?? '')
  return lone ? undefined : { ...found, span: lineSpan(placed) }
}

/** "☒ keine finanziellen Auswirkungen ☐ finanzielle Auswirkungen": the words of what is ticked. */
function optionIn(placed: Placed, side: ReturnType<typeof sideOfX>): Said | undefined {
  const found = linesOf(placed.text).flatMap((line) =>
    optionsOf(placed.text.slice(line.start, line.end), side).map((option) => ({ ...option, line })),
  )
  const ticked = found.filter((option) => option.ticked)
  const values = new Set(ticked.map(({ words }) => effectOf(words)).filter((value) => value !== undefined))
  const [value, ...others] = values
  const [first] = ticked
  if (!value || !first) return undefined
  if (others.length) return { value: null, state: 'mehrdeutig', span: within(placed, first.line) }
  return { value, state: 'klar', span: within(placed, first.line) }
}

function effectOf(words: string): 'ja' | 'nein' | undefined {
  if (NONE.test(words) || DENIED.test(words)) return 'nein'
  const money =
    /auswirkung|kosten|aufw[aä]nd|aufwendung|auszahlung|ertr[aä]g|einzahlung|einnahme|ausgabe|investi|haushalts(?:mittel|wirksam)|ergebnis(?:plan|haushalt)|finanz(?:plan|haushalt)/iu
  return AFFIRMED.test(words) || money.test(words) ? 'ja' : undefined
}

/** "keine", "entfällt", "Ja, siehe Anlage", "Die Vorlage berührt den Etat nicht". */
function spokenIn(placed: Placed): Said | undefined {
  if (/[☐☒□○◯]/u.test(placed.text)) return undefined
  if (NONE.test(placed.text)) return { value: 'nein', state: 'text', span: lineSpan(placed) }
  if (AFFIRMED.test(placed.text)) return { value: 'ja', state: 'text', span: lineSpan(placed) }
  const denied = DENIED.exec(placed.text.replaceAll('\n', ' '))
  if (!denied) return undefined
  return {
    value: 'nein',
    state: 'text',
    span: within(placed, { start: denied.index, end: denied.index + denied[0].length }),
  }
}

/** Labels and boxes only: nothing was filled in. */
function isBlankForm(text: string): boolean {
  return text.split('\n').every((line) => EMPTY.test(line) || /[:_☐□]\s*$/u.test(line) || /^[☐□]/u.test(line.trim()))
}

function lineSpan(placed: Placed): Span {
  const end = placed.text.indexOf('\n')
  return {
    start: placed.span.start,
    end: end < 0 || end < 4 ? Math.min(placed.span.end, placed.span.start + 200) : placed.span.start + end,
  }
}
