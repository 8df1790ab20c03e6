/**
 * A form of which text extraction set the labels in one block and their answers in the next: each answer is put behind
 * its question, so that it is read as if it stood beside it.
 *
 * Never guesses: the questions are put together with the answers only if there are as many.
 */
import { linesOf, type Placed, within } from './blocks.ts'
import { EFFECT } from './effect.ts'
import { COVER, HAVING, QUESTION } from './funds-words.ts'

const BOX = /[☐☒☑□■]/u
/** "☒ ja ☐ nein ☐ teilweise": nothing but boxes and answers. */
const ANSWER =
  /^\s*(?:[☐☒☑□■]\s*(?:ja|nein|teilweise|tlw\.|zum Teil)[\s,/]*){2,}$|^\s*(?:(?:ja|nein|teilweise)\s*[☐☒☑□■][\s,/]*){2,}$/iu
const ASKS = new RegExp(`^\\s*${EFFECT}`, 'iu')

/** Blocks the labels may stand in, headings included. */
const ABOVE = 4
/** No label is longer. */
const LONGEST = 100

/** The blocks, with questions and answers that came as columns put side by side; an answer stands in its question's section. */
export function withAnswersBeside(blocks: readonly Placed[]): readonly Placed[] {
  let placed: Placed[] = []
  for (const answers of blocks) {
    const told = BOX.test(answers.text) ? lines(answers).filter(({ text }) => ANSWER.test(text)) : []
    const from = told.length < 2 ? placed.length : firstLabel(placed)
    const labels = placed.slice(from).flatMap((block) => lines(block))
    const asked = labels.filter(({ text }) => isQuestion(text)).slice(-told.length)
    if (told.length < 2 || asked.length !== told.length) {
      placed.push(answers)
      continue
    }
    const besides = lines(answers).filter(({ text }) => !ANSWER.test(text))
    const others = labels.filter((label) => !asked.includes(label))
    placed = [...placed.slice(0, from), ...pairs(asked, told), ...others, ...besides]
  }
  return placed
}

/** Where the labels right above the answers begin: blocks of short lines without boxes. */
function firstLabel(placed: readonly Placed[]): number {
  let from = placed.length
  while (from > 0 && placed.length - from < ABOVE && isLabels(placed[from - 1])) from--
  return from
}

function isLabels(placed: Placed | undefined): boolean {
  if (!placed || placed.block.type === 'table' || BOX.test(placed.text)) return false
  return placed.text.split('\n').every((line) => line.length < LONGEST && !/[.!]\s*$/.test(line))
}

function pairs(asked: readonly Placed[], told: readonly Placed[]): Placed[] {
  return asked.flatMap((question, at) => {
    const answer = told[at]
    const text = `${question.text.trimEnd().replace(/[:?]$/, '')}:`
    return answer
      ? [
          { ...question, text },
          { ...answer, section: question.section },
        ]
      : []
  })
}

function isQuestion(line: string): boolean {
  return ASKS.test(line) || COVER.test(line) || (QUESTION.test(line) && HAVING.test(line))
}

function lines(placed: Placed): Placed[] {
  return linesOf(placed.text).map((line) => ({
    ...placed,
    span: within(placed, line),
    text: placed.text.slice(line.start, line.end),
  }))
}
