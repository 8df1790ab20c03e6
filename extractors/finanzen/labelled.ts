/**
 * The paper's effect on the budget where no section of its own says it: a label with its answer, also in a cell of the
 * paper's head, and sentences that deny any effect.
 */
import { latin } from '../../src/parse/latin.ts'
import { cellsOf, isAnswerLine, markedColumn } from './answers.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import { EFFECT, type Said, saidIn } from './effect.ts'
import type { Side } from './marks.ts'

/** A form's line outside any section: the label and what stands behind it. */
const LABEL = latin(
  `^(?:\\d{1,2}[.)]?\\s+|[A-Z][.)]?\\s+|[IVX]{1,4}\\.?\\s+)?(?:${EFFECT}|auswirkungen auf (?:ergebnis|finanz|haushalt)[\\p{L}, /-]{2,60}|haushalts(?:relevanz|relevant|wirksamkeit|wirksam)|kosten(?:relevanz|wirksamkeit)|finanzierung|finanzielle relevanz)(?:\\s*\\([^()\\n]{1,60}\\))?\\s*(?=[:\\n\\t☐☒\\[(?]|[xX]?\\s?(?:ja|nein)(?![\\p{L}-])|$)`,
  'iu',
)

/** "Finanzielle Auswirkungen: keine", "Auswirkungen auf Ergebnisplan, Finanzplan" above its answer, in no section. */
export function labelled(placed: readonly Placed[], own: readonly Placed[], side: Side): Said | undefined {
  for (const [index, block] of placed.entries()) {
    if (own.includes(block)) continue
    const said = block.block.type === 'table' ? inCells(block, side) : inLines(block, placed[index + 1], side)
    if (said) return said
  }
  return undefined
}

function inLines(block: Placed, below: Placed | undefined, side: Side): Said | undefined {
  for (const line of linesOf(block.text)) {
    const label = LABEL.exec(block.text.slice(line.start, line.end))
    if (!label) continue
    const from = line.start + label[0].length
    const rest = block.text.slice(from).replace(/^[\s:?]+/u, '')
    const answer = rest || (below && below.section === block.section ? below.text : '')
    const said = saidIn(rest ? [restOf(block, block.text.length - rest.length)] : answer && below ? [below] : [], side)
    if (said.value) return said
  }
  return undefined
}

/** A cell that is the label and its answer, the label with its answer in the next cells, or a row below "ja | nein". */
function inCells(block: Placed, side: Side): Said | undefined {
  let heads: readonly string[] = []
  for (const line of linesOf(block.text)) {
    const cells = cellsOf(block.text.slice(line.start, line.end))
    if (cells.some((cell) => /^ja$/iu.test(cell)) && cells.some((cell) => /^nein$/iu.test(cell))) heads = cells
    for (const [at, cell] of cells.entries()) {
      const label = LABEL.exec(cell)
      if (!label) continue
      const column = at === 0 && heads !== cells ? markedColumn(heads, cells) : undefined
      if (column) return { ...column, span: within(block, line) }
      const rest = cell.slice(label[0].length).replace(/^[\s:?]+/u, '')
      const next = cells.slice(at + 1)
      const other = next.findIndex((words) => /\p{L}{4}/u.test(words) && !isAnswerLine(words))
      const text = rest || next.slice(0, other < 0 ? next.length : other).join('\t')
      const said = text.trim() ? saidIn([{ ...block, text }], side) : undefined
      if (said?.value) return { ...said, span: within(block, line) }
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
export function denied(placed: readonly Placed[], own: readonly Placed[]): Said | undefined {
  for (const block of placed) {
    if (own.includes(block) || block.block.type === 'table' || /[☐☒]/u.test(block.text)) continue
    // Most of a paper denies nothing.
    const found =
      DENIES.test(block.text) && NAMES.test(block.text)
        ? WHOLE.exec(block.text.slice(0, 20_000).replaceAll('\n', ' '))
        : null
    if (found)
      return {
        value: 'nein',
        state: 'text',
        span: within(block, { start: found.index, end: found.index + found[0].length }),
      }
  }
  return undefined
}

const NONE = 'keine|keinerlei|ohne'
const DENIES = new RegExp(`${NONE}|nicht`, 'iu')
/** Some of this stands in every effect. */
const NAMES = /auswirkung|folgen|konsequenz|belastung/i
const WHOLE = latin(
  `(?<!\\p{L})(?:vorlage|beschluss|beschlussvorschlag|entscheidung|maßnahme|umsetzung|antrag|bericht|mitteilung|es|stadt|gemeinde|haushalt)(?: \\p{L}+){0,6} (?:hat|haben|ergeben|entstehen|löst|sind|ist)(?: \\p{L}+){0,5} (?:${NONE})(?: \\p{L}+)? ${EFFECT}|(?<=(?:^|[.!?:])\\s*(?:[IVX\\d]+\\. \\p{L}+ )?)${EFFECT} (?:entstehen|ergeben|bestehen|sind)(?: \\p{L}+){0,6} nicht(?!\\p{L})`,
  'iu',
)
