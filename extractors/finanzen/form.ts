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
import { yearsIn } from '../../src/parse/year.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import { type Marking, markingOf, sideOfX } from './marks.ts'

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
  /^(?:\W*)(?:keine(?:r(?:lei)?)?(?![\p{L}])(?:\s+(?:direkten |unmittelbaren |zusätzlichen )?(?:finanziellen? |haushalts\p{L}* )?(?:auswirkung\p{L}*|folgen|kosten|mehrkosten))?|entfällt|entfallen|nein|ohne|nicht (?:relevant|erforderlich|gegeben)|\.\/\.|n\.\s?a\.)(?:[\s.,;:–-]|$)/iu
const DENIED =
  /(?:berührt (?:nicht den|den) (?:etat|haushalt)(?: nicht)?|(?:keine|ohne)(?: \p{L}+){0,2} (?:auswirkung(?:en)? auf den (?:etat|haushalt)|(?:finanziellen?|haushalterischen?|haushaltsmäßigen?|haushaltswirksamen?) (?:auswirkungen?|folgen|mehrbelastung))|nicht (?:haushalts|kassen)wirksam|(?:entstehen|fallen|verursacht|ergeben sich)(?: \p{L}+){0,5} keine(?: \p{L}+){0,2} (?:kosten|ausgaben|aufwendungen|auswirkungen|mehrkosten|folgekosten|haushaltsmittel)|kostenneutral|haushaltsneutral)/iu
const AFFIRMED = /^(?:\W*)ja(?![\p{L}])/iu
const EMPTY = /^[\s_./:–—☐□\t-]*$/u

/** The paper's finance form or section, read as one record; always one, also where there is none. */
export function financeForm(paper: ReadPaper, placed: readonly Placed[]): FinanceForm {
  const sections = paper.sections.filter((section) => section.kind === 'finanzen')
  const own = placed.filter(({ section }) => section && isIn(sections, section))
  const [first] = own
  if (!first || !sections[0]) {
    return {
      value: { auswirkungen: null, mittel_vorhanden: null, zustand: 'keine_angabe' },
      evidence: { start: 0, end: 0 },
      doubts: [],
    }
  }
  const main =
    sections.find((section) => /auswirkung|folgen|konsequenz|etat|haushalt/i.test(section.title)) ?? sections[0]
  const head = headOf(main, own)
  const said = saidIn(head, paper.text)
  const amounts = own.flatMap((block) => readMoney(block.text).amounts.filter((amount) => !amount.threshold))
  const funds = fundsIn(own)
  const doubts: Doubt[] = []
  let auswirkungen = said.value
  if (auswirkungen === null && amounts.length) auswirkungen = 'ja'
  if (said.state === 'verloren' || said.state === 'mehrdeutig') doubts.push('haken-verloren')
  const filled =
    auswirkungen !== null ||
    funds.value !== null ||
    said.state === 'text' ||
    said.state === 'verloren' ||
    said.state === 'mehrdeutig'
  return {
    value: { auswirkungen, mittel_vorhanden: funds.value, zustand: filled ? 'angegeben' : 'leer' },
    evidence: said.span ?? spanOf(main),
    ...(funds.span ? { fields: { mittel_vorhanden: funds.span } } : {}),
    doubts,
  }
}

function isIn(sections: readonly SectionNode[], section: SectionNode): boolean {
  const span = spanOf(section)
  return sections.some(
    (outer) => outer === section || (spanOf(outer).start <= span.start && spanOf(outer).end >= span.end),
  )
}

interface Said {
  readonly value: 'ja' | 'nein' | null
  readonly state: Marking['state'] | 'text'
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
function saidIn(head: readonly Placed[], whole: string): Said {
  const side = sideOfX(whole)
  for (const [index, placed] of head.entries()) {
    const next = head[index + 1]
    const joined = index === 0 && next && placed.text.length < 24 ? `${placed.text}\n${next.text}` : placed.text
    const said = markedIn(placed, joined.split('\n').slice(0, 14), side) ?? spokenIn(placed)
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
    found = markingOf(lines.slice(start, end).join('\n'), side) ?? found
    if (!found) return undefined
    const goesOn = ONLY_MARKS.test(lines[end] ?? 'Ende') && end < lines.length
    if (found.state === 'klar' || !goesOn) break
  }
  if (!found) return undefined
  const lone = found.value === null && found.state === 'mehrdeutig' && !/[xX☒☑]/u.test(lines[first] ?? '')
  return lone ? undefined : { ...found, span: lineSpan(placed) }
}

/** "keine", "entfällt", "Ja, siehe Anlage", "Die Vorlage berührt den Etat nicht". */
function spokenIn(placed: Placed): Said | undefined {
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

const FUNDS =
  /(?:haushalts|finanz|die |benötigten |erforderlichen )?mittel[^.\n]{0,80}?(?:steht|stehen|sind|werden|ist)([^.]{0,120}?)(?:zur verfügung|bereit(?:gestellt)?|veranschlagt|eingeplant|etatisiert|eingestellt|vorhanden|enthalten)/iu
const SECURED = /(?:finanzierung|deckung) ist( nicht| teilweise)? (?:gesichert|sichergestellt|gewährleistet)/iu
const TICKED = /^\s*(?:[☒☑✓✔⊠\uf0fe\uf0fd]|\[\s?x\s?\]|\(\s?x\s?\))\s*(.{3,80})$/iu
const TICKED_LAST = /^(.{3,80}?)\s*(?:[☒☑✓✔⊠\uf0fe\uf0fd]|\[\s?x\s?\])\s*$/iu
const BUDGETED =
  /budgetiert|zur verfügung|veranschlagt|eingeplant|etatisiert|im haushalt (?:enthalten|vorhanden|vorgesehen)|mittel (?:sind )?vorhanden|in voller höhe/iu

function fundsIn(own: readonly Placed[]): { value: FinanceForm['value']['mittel_vorhanden']; span?: Span } {
  for (const placed of own) {
    for (const line of linesOf(placed.text)) {
      const text = placed.text.slice(line.start, line.end).replaceAll('\t', ' ')
      const words = TICKED.exec(text)?.[1] ?? (/^[☐□☒]/u.test(text.trim()) ? undefined : TICKED_LAST.exec(text)?.[1])
      if (words && BUDGETED.test(words) && !/(?<!\p{L})(?:ja|nein)(?!\p{L})/iu.test(words))
        return { value: degree(words), span: within(placed, line) }
    }
    const flat = placed.text.replaceAll('\n', ' ')
    const found = FUNDS.exec(flat) ?? SECURED.exec(flat)
    if (!found || /[☐□]/u.test(found[0]) || /\?|werden .{0,60}bereitgestellt/.test(found[0])) continue
    const span = within(placed, { start: found.index, end: found.index + found[0].length })
    const marking = markingOf(flat.slice(found.index + found[0].length, found.index + found[0].length + 40), undefined)
    if (marking) return marking.value ? { value: marking.value, span } : { value: null }
    const value = degree(found[0])
    return { value: value === 'ja' && isPartOf(found[0], own) ? 'teilweise' : value, span }
  }
  return { value: null }
}

function degree(words: string): 'ja' | 'nein' | 'teilweise' {
  if (/teilweise|zum teil|anteilig/iu.test(words)) return 'teilweise'
  return /(?<!\p{L})(?:nicht|keine|kein)(?!\p{L})/iu.test(words) ? 'nein' : 'ja'
}

/** Money said to be there for one year, while the form states amounts of others. */
function isPartOf(sentence: string, own: readonly Placed[]): boolean {
  const [year, ...rest] = [...new Set(yearsIn(sentence).map((mention) => mention.year))]
  if (!year || rest.length) return false
  return own.some(({ text }) =>
    text
      .split('\n')
      .some(
        (line) =>
          readMoney(line).amounts.length > 0 && yearsIn(line).some((mention) => mention.year && mention.year !== year),
      ),
  )
}
