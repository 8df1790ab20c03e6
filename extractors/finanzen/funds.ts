/**
 * Is the money there? Said by a ticked option ("☒ nicht vorhanden"), by "ja" or "nein" behind a question about the funds,
 * or by a sentence ("Die Mittel sind im Haushaltsplan veranschlagt").
 *
 * Reads: the blocks of the finance sections, then the sentences of the rest of the paper.
 * Doubts: `mehrdeutig`: one sentence says yes, another no.
 */

import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import { readMoney } from '../../src/parse/money.ts'
import { sentencesIn } from '../../src/parse/sentence.ts'
import { yearsIn } from '../../src/parse/year-mentions.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import { type Degree, leadingAnswer, NOT, namedFunds, plainAnswer, turned } from './funds-answers.ts'
import {
  ASKS,
  CANNOT,
  COVER,
  EXTRA,
  HAVING,
  HOLDS,
  IN_MONEY,
  IN_PART,
  LATER,
  MONEY_WORD,
  PARTLY,
  PARTS,
  PLAN,
  QUESTION,
  REST,
  SOME_MONEY,
  SUBJECT,
  THE_MONEY,
  THERE,
  YES_NO,
} from './funds-words.ts'
import { markingOf, type Side, sideOfX } from './marks.ts'
import { crossedAnswer, leadOf, optionsOf } from './options.ts'

export interface Funds {
  readonly value: 'ja' | 'nein' | 'teilweise' | null
  readonly span?: Span
  readonly doubts?: readonly Doubt[]
}

/** Whether the money is there, from the form first, then from the sentences of the paper. */
export function fundsIn(own: readonly Placed[], all: readonly Placed[]): Funds {
  const form = new Set(own)
  const rest = all.filter((placed) => placed.block.type !== 'table' && !form.has(placed))
  const named = asking(all.filter((placed) => !form.has(placed)))
  const side = sideOfX(all.map(({ text }) => text).join('\n'))
  const marked = ticked(own, side)
  const said = marked?.value ? marked : (spoken(own, own, false) ?? ticked(named, side) ?? spoken(rest, own, true))
  return said ?? marked ?? { value: null }
}

/** Blocks that ask for the funds outside the form, each with those behind it that may answer. */
function asking(rest: readonly Placed[]): readonly Placed[] {
  const asks = rest.map(({ text }) => text.length < 1500 && ASKS.test(text))
  return rest.filter((_, at) => asks[at] || asks[at - 1] || asks[at - 2])
}

function ticked(own: readonly Placed[], side: Side): Funds | undefined {
  let open: Funds | undefined
  let lost: Funds | undefined
  let question = ''
  let aside = false
  for (const [index, placed] of own.entries()) {
    if (!/[:?]$/.test(question.trim())) question = ''
    const lines = linesOf(placed.text)
    for (const [at, line] of lines.entries()) {
      const text = placed.text.slice(line.start, line.end)
      const named = namedFunds(question, text)
      if (named) return { value: named, span: within(placed, line) }
      const answers = isFunds(question) && ONLY_ANSWER.test(text)
      const after = lines[at + 1] ?? { start: placed.text.length, end: placed.text.length }
      const next = placed.text.slice(after.start, after.end).trim() || (own[index + 1]?.text.split('\n')[0] ?? '')
      if (answers && isOtherAnswer(text, next)) {
        lost ??= { value: null, span: within(placed, line), doubts: ['haken-verloren'] }
        question = ''
        continue
      }
      const below = answers ? plainAnswer(`${question}: ${text}`) : undefined
      if (below) return { value: below, span: within(placed, line) }
      const printed = optionsOf(text, side)
      const options = printed.length ? printed : crossedAnswer(text)
      const span = within(placed, line)
      if (!options.length) {
        // "(abgestimmt mit der Kämmerei," between the question and its answers explains it.
        if (/[:?]\s*$/.test(question) && (aside || /^\s*\(/.test(text))) {
          aside = !/\)\s*$/.test(text)
          continue
        }
        // "Ja" without a cross above "Nein X": the question is still open.
        if (ONLY_ANSWER.test(text) && crossedAnswer(next).length) continue
        question = text
        const cross = QUESTION.test(text) && HAVING.test(text) ? markingOf(text, side) : undefined
        if (cross?.state === 'klar' && cross.value) return { value: turned(cross.value, text), span }
        const bare =
          QUESTION.test(text) && HAVING.test(text) && text.length < 160
            ? (plainAnswer(text) ?? leadingAnswer(text, isFunds))
            : undefined
        if (bare) return { value: bare, span }
        continue
      }
      const lead = leadOf(text, side)
      aside = false
      if (/\p{L}{3}/u.test(lead))
        question = /^\p{Ll}/u.test(lead) && !/[.:?]$/.test(question) ? `${question} ${lead}` : lead
      const yesNo = options.some(({ words }) => YES_NO.test(words))
      for (const { words, ticked } of options) {
        const label = words.replace(/[\s:?]*(?<!\p{L})(?:ja|nein)$/iu, '')
        if (yesNo && label !== words && /\p{L}{3}/u.test(label)) question = label
        const read = !ticked ? undefined : yesNo ? answered(words, question) : optionDegree(words, question)
        // "bereit: ja" may be followed by "in voller Höhe / teilweise".
        if (read === 'teilweise' || (read && open === undefined)) open = { value: read, span }
      }
    }
  }
  return open ?? lost
}

/** "Ja" above "Nein Die Finanzierung wird …": both answers are printed, and no mark. */
function isOtherAnswer(answer: string, next: string): boolean {
  const other = /^(ja|nein)(?!\p{L})/iu.exec(next)?.[1]?.toLowerCase()
  return other !== undefined && other !== answer.trim().toLowerCase()
}

/** "Mittel im Budget veranschlagt", with "ja" on the line below. */
const ONLY_ANSWER = /^\s*(?:ja|nein|teilweise)\s*$/iu

/** A label that asks for the funds and nothing else, no sentence. */
function isFunds(line: string): boolean {
  return line.length < 80 && /^\p{Lu}/u.test(line) && !/[.;☐☒□]/u.test(line) && SUBJECT.test(line) && THERE.test(line)
}

/** "Ja" or "Nein" ticked behind a question about the funds. */
function answered(words: string, question: string): Degree | undefined {
  const asked = (QUESTION.test(question) && HAVING.test(question)) || COVER.test(question)
  if (!asked || /auswirkung|folgekosten/iu.test(question)) return undefined
  if (IN_PART.test(words)) return 'teilweise'
  const value = YES_NO.exec(words)?.[1]?.toLowerCase()
  if (value !== 'ja' && value !== 'nein') return undefined
  return value === 'ja' && PARTLY.test(words) ? 'teilweise' : turned(value, question)
}

/** "☒ nicht vorhanden", "☒ teilweise budgetiert", "☒ überplanmäßig". */
function optionDegree(printed: string, about: string): Degree | undefined {
  // "nicht zur Verfügung; sie werden angemeldet": what follows is said of what is chosen.
  const words = printed.replace(/;\s.*$/u, '')
  if (!words || words.length > 120) return undefined
  const bare = /^(?:nicht|teilweise|vollständig|in voller höhe|zum teil)$/iu.test(words)
  if (EXTRA.test(words) && !/auszahlung|aufwendung/iu.test(words) && QUESTION.test(about)) return 'nein'
  if (!HAVING.test(words) && !(bare && QUESTION.test(about))) return undefined
  if (/auswirkung/iu.test(words) || LATER.test(words)) return undefined
  if (
    !THERE.test(words) &&
    !(
      QUESTION.test(about) &&
      (bare || /voller höhe|vollständig|teilweise|im \p{L}*(?:haushalt|budget|etat)/iu.test(words))
    )
  )
    return undefined
  return degree(words)
}

/** The sentences that say it. Outside the form only one about "the funds" in a plan counts. */
function spoken(placed: readonly Placed[], own: readonly Placed[], strict: boolean): Funds | undefined {
  const said: { value: Degree; span: Span }[] = []
  for (const block of placed) {
    if (block.block.type === 'table' && strict) continue
    if (!THERE.test(block.text) && !CANNOT.test(block.text)) continue
    const sentences = sentencesOf(block)
    for (const [at, sentence] of sentences.entries()) {
      const next = sentences[at + 1]
      const value = sentenceSays(
        block.text.slice(sentence.start, sentence.end),
        next ? block.text.slice(next.start, next.end) : '',
        own,
        strict,
      )
      if (value) said.push({ value, span: within(block, sentence) })
    }
  }
  const [first] = said
  if (!first) return undefined
  const values = new Set(said.map(({ value }) => value))
  if (values.size === 1) return first
  const partly = said.find(({ value }) => value === 'teilweise')
  return partly ?? { value: 'teilweise', span: first.span, doubts: ['mehrdeutig'] }
}

/** A row of a form ends with its line, and so does a line of boxes above a sentence. */
function sentencesOf({ block, text }: Placed): Span[] {
  return (block.type === 'table' ? linesOf(text) : belowBoxes(text)).flatMap((part) => sentencesIn(text, part))
}

function belowBoxes(text: string): Span[] {
  const whole = { start: 0, end: text.length }
  if (!/[☐☒□]/u.test(text)) return [whole]
  const last = linesOf(text).findLast((line) => /[☐☒□]/u.test(text.slice(line.start, line.end)))
  const at = last ? last.end + 1 : text.length
  return /^\p{Lu}/u.test(text.slice(at))
    ? [
        { start: 0, end: at },
        { start: at, end: text.length },
      ]
    : [whole]
}

function sentenceSays(printed: string, next: string, own: readonly Placed[], strict: boolean): Degree | undefined {
  const sentence = printed.replace(/\s+/g, ' ')
  if (sentence.length > 600 || /[☐☒□_]|\?\s*$|(?<!\p{L})(?:ja\s+nein|nein\s+ja)(?!\p{L})/iu.test(sentence))
    return undefined
  // Half sentences are looked at one by one: "…; der Rest wird gedeckt".
  // "Deckung ist gegeben / keine ausreichende Deckung": both answers of a form.
  if (/\/\s?(?:keine?|nicht|nein)(?!\p{L})/iu.test(sentence)) return undefined
  const parts = sentence.split(PARTS)
  for (const [at, part] of parts.entries()) {
    if (cannot(part)) return 'nein'
    if (isPartPlanned(part, parts.slice(at + 1).join(' ') || next)) return 'teilweise'
    const there = THERE.exec(part)
    const subject = SUBJECT.exec(part)
    if (!there || !subject || !HOLDS.test(part) || LATER.test(part)) continue
    if (!IN_MONEY.test(part) && !PLAN.test(part) && !/^(?:finanzierung|deckung)$/iu.test(subject[0])) continue
    // Cover is given, costs are covered by funds; other things are given and covered, too.
    if (/^gedeckt$/iu.test(there[0]) && /(?<!\p{L})(?:wurden?|waren?)(?!\p{L})/iu.test(part)) continue
    if (/^gegeben$/iu.test(there[0]) && !/^(?:finanzierung|deckung)$/iu.test(subject[0])) continue
    if (/^(?:gedeckt|bestandteil)$/iu.test(there[0]) && !MONEY_WORD.test(part)) continue
    if (/(?<!\p{L})(?:dar|hier)in (?:\p{L}+ )?(?:enthalten|vorgesehen)/iu.test(part)) continue
    if (/^(?:vorgesehen|enthalten|berücksichtigt)$/iu.test(there[0]) && !PLAN.test(part)) continue
    // Outside the form the municipality's own share is only a part of the money.
    if (strict && /^eigenmittel/iu.test(subject[0])) continue
    if (strict && !(THE_MONEY.test(part) && PLAN.test(part))) continue
    if (PARTLY.test(part)) return 'teilweise'
    if (NOT.test(part)) return 'nein'
    const rest = parts.slice(at + 1).join(' ') || next
    if (REST.test(rest.slice(0, 120))) return 'teilweise'
    // "Die Mittel für 2031 sind veranschlagt. Für die Folgejahre stehen sie unter dem Vorbehalt …"
    if (yearsIn(part).length && /(?<!\p{L})vorbehalt/iu.test(rest.slice(0, 160))) return undefined
    if (!isPartOf(part, own)) return 'ja'
    // "ist ein Ansatz von 5 € veranschlagt" says what is there, not whether that is all of it.
    return SOME_MONEY.test(part) ? undefined : 'teilweise'
  }
  return undefined
}

/** The money that cannot be found is that of the paper: a sentence about its funding or its costs. */
function cannot(part: string): boolean {
  const said = CANNOT.exec(part)
  const subject = SUBJECT.exec(part)
  if (
    !said ||
    !subject ||
    subject.index > said.index ||
    /(?<!\p{L})(?:wenn|falls|sofern|ob|soweit)(?!\p{L})/iu.test(part)
  )
    return false
  return /^(?:finanzierung|deckung)$/iu.test(subject[0]) || PLAN.test(part)
}

/** "…, von denen 250 T€ im Haushalt veranschlagt sind. Der Rest …": an amount that is planned, and what is not. */
function isPartPlanned(part: string, rest: string): boolean {
  const clause = part.split(/,\s/).at(-1) ?? part
  return (
    REST.test(rest.slice(0, 60)) &&
    PLAN.test(clause) &&
    !LATER.test(clause) &&
    HOLDS.test(clause) &&
    /(?<!\p{L})(?:veranschlagt|eingestellt|eingeplant|etatisiert|bereitgestellt)(?!\p{L})/iu.test(clause) &&
    readMoney(clause).amounts.length > 0
  )
}

function degree(words: string): Degree {
  if (PARTLY.test(words)) return 'teilweise'
  return NOT.test(words) ? 'nein' : 'ja'
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
