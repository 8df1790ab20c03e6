/**
 * Kommune: whose paper it is. Every place that names a municipality speaks for it with its weight; the best supported
 * name wins, and a contradiction is a doubt. A city that is merely mentioned does not win.
 */

import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { latin } from '../../src/parse/latin.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { isRole } from '../../src/parse/role.ts'
import { matchesAtWords } from '../../src/parse/word-search.ts'
import { datedLine } from './facts.ts'
import { actingTown } from './kommune-acts.ts'
import { lonePlaces } from './kommune-letterhead.ts'
import { placesOnTheWeb } from './kommune-web.ts'
import {
  ASSOCIATION,
  COUNCIL,
  COUNCIL_SIGN,
  COUNTY,
  COUNTY_SHOUTED,
  DISTRICT,
  DISTRICT_OF,
  GLUED,
  LABELLED,
  NAMED,
  NO_NAME,
  OF_UNION,
  RANK,
  SHOUTED,
  SIGNED,
  SYSTEM,
  SYSTEM_OF,
  SYSTEM_TITLE,
  typeOf,
  UNION,
} from './kommune-words.ts'
import type { Zone } from './zone.ts'

export interface Town extends Span {
  readonly name: string | null
  readonly ags: string | null
  readonly doubts: readonly Doubt[]
}

/** As much as a letterhead says for a town. */
const LETTERHEAD = 6

interface Vote extends Span {
  readonly name: string
  readonly weight: number
}

/** The municipality of a paper. */
export function townOf(paper: ReadPaper, zone: Zone): Town {
  const known = paper.profile.kommune ?? null
  const votes = votesOf(paper, zone)
  const sums = new Map<string, { weight: number; span: Span; name: string }>()
  for (const { name, weight, start, end } of votes) {
    const key = keyOf(name)
    const sum = sums.get(key)
    if (sum)
      sums.set(key, {
        ...sum,
        weight: sum.weight + weight,
        span: sum.span.end > sum.span.start ? sum.span : { start, end },
      })
    else sums.set(key, { weight, span: { start, end }, name })
  }
  // What is said of a town once and weakly is not borne out by how often the word is printed.
  for (const sum of sums.values())
    if (sum.weight >= 1) {
      const others = [...sums.values()].filter(({ name }) => OF_SEVERAL.test(name) && name.endsWith(` ${sum.name}`))
      const within = others.length ? mentions(paper.text, sum.name, WITHIN) : 0
      sum.weight += Math.min(3, 0.75 * Math.max(0, mentions(paper.text, sum.name) - within - 1))
    }
  const ranked = [...sums.values()].sort((a, b) => b.weight - a.weight)
  const [best, second] = ranked
  const said = paper.source.kommune
  const nothing = { start: 0, end: 0 }
  if (known)
    return {
      name: known.name,
      ags: known.ags,
      doubts: [],
      ...(best && keyOf(best.name) === keyOf(known.name) ? best.span : nothing),
    }
  if (best && best.weight >= 3 && best.weight > (second?.weight ?? 0)) {
    const rival = second && second.weight >= 4 && second.weight * 2 > best.weight
    const same = said?.name && keyOf(said.name) === keyOf(best.name)
    // What the source is known for stands, unless the paper's own letterhead says otherwise.
    if (said?.name && !same && (rival || best.weight < LETTERHEAD))
      return { name: said.name, ags: said.ags, doubts: [], ...nothing }
    return {
      name: same ? said.name : best.name,
      ags: same ? said.ags : null,
      doubts: rival ? ['mehrdeutig'] : [],
      ...best.span,
    }
  }
  if (said?.name) return { name: said.name, ags: said.ags, doubts: [], ...nothing }
  const acting = ranked.length === 1 && best ? actingTown(paper.text, best) : undefined
  const [logo] = !acting && !ranked.length ? lonePlaces(paper.text, zone) : []
  if (logo) return { name: logo.name, ags: null, doubts: ['beschriftung-unsicher'], start: logo.start, end: logo.end }
  return acting ?? { name: null, ags: null, doubts: [], ...nothing }
}

/** How often a name is printed, its genitive included. */
function mentions(text: string, name: string, before = ''): number {
  return [...text.matchAll(latin(String.raw`(?<![\p{L}-])${before}${quoted(name)}s?(?![\p{L}-])`, 'gu'))].length
}

/** Municipalities of several towns, one of which may bear their name and be their seat. */
const OF_SEVERAL = /^(?:Landkreis|Kreis|Samtgemeinde|Verbandsgemeinde) /u
const WITHIN = String.raw`(?:(?:Samt|Verbands)gemeinde(?:rat(?:e?s)?|verwaltung|bürgermeister(?:in)?)? )`

function votesOf(paper: ReadPaper, zone: Zone): Vote[] {
  const votes: Vote[] = []
  const head = zone.lines.at(-1)?.end ?? 0
  const inHead = (at: number): boolean => at < head || at >= (zone.below?.start ?? Number.POSITIVE_INFINITY)
  const add = (name: string, weight: number, start: number, length: number): void => {
    const said = name.replace(/\s+/g, ' ').trim()
    const role = / \(([^()]+)\)$/.exec(said)
    const clean = role && isRole(role[1] ?? '') ? said.slice(0, role.index) : said
    if (!NO_NAME.test(clean) && !kindOfLine(clean) && !isRole(clean))
      votes.push({ name: clean, weight, start, end: start + length })
  }
  for (const match of paper.text.matchAll(NAMED)) {
    const name = match.groups?.name ?? ''
    const share = /^(?:Landkreis|Kreis) /.test(match[0]) && match.index > 4 ? 0.5 : 1
    if (/^Stadt$/.test(match.groups?.office ?? '') && match[0].includes('\n') && match.index > 120) continue
    const alone = match.index < 5 || lineOf(paper.text, match.index).trim().length < match[0].length + 12
    add(
      typeOf(match[0]) + base(name, paper.text),
      share * (inHead(match.index) && alone ? 6 : inHead(match.index) || RANK.test(match[0]) ? 2 : 1),
      match.index + match[0].length - name.length,
      name.length,
    )
  }
  for (const match of paper.text.slice(0, Math.max(head, 1500)).matchAll(SHOUTED)) {
    const name = match.groups?.name ?? ''
    const said = match.groups?.type
    const type = said ? typeShouted(said) : ''
    add(type + spoken(name, paper.text), 6, match.index + match[0].length - name.length, name.length)
  }
  for (const match of matchesAtWords(paper.text, COUNCIL_SIGN, COUNCIL)) {
    const name = match.groups?.town ?? match.groups?.name ?? ''
    const inSteps = zone.steps && match.index >= zone.steps.start && match.index < zone.steps.end
    const type = match[0].startsWith('Kreistag') ? countyType(paper, name) : ''
    const end = match.index + match[0].length
    const mentioned =
      type && match.groups?.town && !/^\s(?:beschließt|möge|stimmt|nimmt)/u.test(paper.text.slice(end, end + 12))
    add(
      type + name,
      inSteps ? 3 : mentioned || (/^Stadtrat/.test(match[0]) && !match.groups?.town) ? 0.9 : 2,
      match.index + match[0].length - name.length,
      name.length,
    )
  }
  for (const line of zone.lines.slice(0, 20)) {
    const said = LABELLED.exec(line.text)?.groups?.name
    if (said) add(said, 6, line.start + line.text.lastIndexOf(said), said.length)
  }
  for (const line of zone.lines.slice(0, 8)) {
    const county = COUNTY.exec(line.text)?.groups?.name
    if (county) add(county, 6, line.start + line.text.indexOf(county), county.length)
    const shouted = COUNTY_SHOUTED.exec(line.text)?.groups?.name
    if (shouted) add(spoken(shouted, paper.text), 6, line.start, shouted.length)
    const glued = GLUED.exec(line.text)?.groups?.name
    const own = glued && spoken(glued, paper.text)
    if (own && mentions(paper.text, own)) add(own, 6, line.start + line.text.indexOf(glued), glued.length)
    const union = UNION.exec(line.text)?.groups?.name
    if (union && OF_UNION.test(paper.text.slice(0, 1500))) add(union, 9, line.start, union.length)
  }
  const frames = paper.furniture.map(({ text }) => text)
  const association = ASSOCIATION.exec(paper.text.slice(0, 400))
  if (association?.groups?.name) {
    const { name } = association.groups
    add(name, 6, association.index + association[0].indexOf(name), name.length)
  }
  for (const said of [paper.meta.title ?? '', paper.text.slice(0, 1500), ...frames]) {
    const { type = '', name } = SYSTEM.exec(said)?.groups ?? {}
    const of = SYSTEM_OF.exec(said)?.groups?.name
    if (of) add(of, 4, Math.max(0, paper.text.indexOf(of)), paper.text.includes(of) ? of.length : 0)
    if (name) add(type + name, 4, Math.max(0, paper.text.indexOf(name)), paper.text.includes(name) ? name.length : 0)
  }
  for (const match of paper.text.matchAll(DISTRICT)) {
    const name = match.groups?.name ?? ''
    if (!/^(?:Alt|Neu|Groß|Klein|Ober|Unter|Nieder|Nord|Ost|Süd|West|Hohen|Sankt|Bad|Mitte)$/.test(name))
      add(name, match.groups?.middle ? 3 : 1, match.index + match[0].indexOf(name), name.length)
  }
  const districtOf = DISTRICT_OF.exec(paper.text)
  if (districtOf?.groups?.name) {
    const { name } = districtOf.groups
    add(name, 6, districtOf.index + districtOf[0].length - name.length, name.length)
  }
  for (const { name, proven, start, end } of lonePlaces(paper.text, zone)) if (proven) add(name, 4, start, end - start)
  const titled = SYSTEM_TITLE.exec(paper.meta.title ?? '')?.groups?.name
  if (titled) add(titled, 4, 0, 0)
  for (const match of paper.text.matchAll(SIGNED))
    add(match.groups?.name ?? '', 0.9, match.index, match.groups?.name?.length ?? 0)
  const ofCounty = votes.some(({ name }) => OF_SEVERAL.test(name))
  const dated = datedLine(paper, zone)
  // A county's papers are signed in its seat.
  if (dated) add(dated.place, dated.start > head && ofCounty ? 2 : 4, dated.placeStart, dated.place.length)
  for (const place of placesOnTheWeb(paper, head)) {
    const word = latin(String.raw`(?<![\p{L}@.-])${quoted(place.name)}(?![\p{L}@-]|\.\p{Ll})`, 'giu')
    const at = [...paper.text.matchAll(word)].find(([printed]) => /^\p{Lu}/u.test(printed))
    const printed = at?.[0]
    add(
      printed ?? capital(place.name),
      printed ? 4 : place.mail ? 1 : 3,
      at?.index ?? 0,
      printed ? place.name.length : 0,
    )
  }
  for (const match of (paper.meta.title ?? '').matchAll(NAMED))
    add(typeOf(match[0]) + (match.groups?.name ?? ''), RANK.test(match[0]) || isTitleOf(match) ? 4 : 2, 0, 0)
  for (const { text } of paper.furniture) {
    for (const match of text.matchAll(NAMED))
      add(typeOf(match[0]) + (match.groups?.name ?? ''), RANK.test(match[0]) && match[0] === text.trim() ? 4 : 2, 0, 0)
  }
  return votes
}

/** `VERBANDSGEMEINDEVERWALTUNG` → `Verbandsgemeinde `. */
function typeShouted(word: string): string {
  if (word.startsWith('KREIS')) return 'Kreis '
  if (word.startsWith('SAMT')) return 'Samtgemeinde '
  return word.startsWith('VERBANDS') ? 'Verbandsgemeinde ' : 'Landkreis '
}

/** Whose page it is: its title begins with the name and goes on behind a dash. */
function isTitleOf({ index, 0: words, input }: RegExpExecArray): boolean {
  return index === 0 && /^ ?[-–|](?: |$)/u.test(input.slice(words.length))
}

/** What a Kreistag's county calls itself in the paper. */
function countyType(paper: ReadPaper, name: string): string {
  const all = [paper.text, ...paper.furniture.map(({ text }) => text)]
  return all.some((text) => text.includes(`Landkreis ${name}`)) ? 'Landkreis ' : 'Kreis '
}

/** A name in capitals as the text spells it elsewhere, else with capital initials. */
function spoken(name: string, text: string): string {
  const printed = latin(
    String.raw`(?<!\p{L})(${name
      .split(/[- ]/)
      .map((part) => `${part[0]}${quoted(part.slice(1).toLowerCase())}`)
      .join('[- ]')})(?!\p{L})`,
    'u',
  ).exec(text)?.[1]
  return printed ?? name.split(' ').map(capital).join(' ')
}

/** A name without the genitive's s where the text prints it so, too. */
function base(name: string, text: string): string {
  const bare = name.endsWith('s') ? name.slice(0, -1) : name
  return bare !== name && latin(String.raw`(?<!\p{L})[Ss]tadt ${quoted(bare)}(?!\p{L})`, 'u').test(text) ? bare : name
}

function capital(word: string): string {
  return word
    .toLowerCase()
    .replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z]/g, '')
}

function lineOf(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\t', offset)) + 1
  const end = text.slice(offset).search(/[\n\t]/)
  return text.slice(start, end < 0 ? text.length : offset + end)
}

function quoted(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
