/**
 * The status of one quantity in running text: what is said right behind it, of its clause, of its bracket's clause, of
 * its lone sentence, of the list it stands in, or of the quantity it is a part of.
 */
import { hasVerb } from '../../src/parse/staffing-phrase.ts'
import {
  isMore,
  isStanding,
  isTotalBeside,
  type StaffStatus,
  standBehind,
  statusFrom,
} from '../../src/parse/staffing-status.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'
import { changeAt } from './change.ts'
import { clauseWords, outsideBrackets, type StatusPlace, segmentOf, tailOf } from './status-words.ts'

export interface StatusFound {
  readonly status: StaffStatus | null
  /** What parts of this quantity share, even if it is a total itself. */
  readonly base: StaffStatus | null
}

/** "Von den 40,5 Stellen waren 38 besetzt": the whole, and behind it how its part stands. */
const WHOLE =
  /(?<!\p{L})von(?: (?:den|derzeit|aktuell|insgesamt|zusammen|rund|ca\.|etwa))* $|(?<!\p{L})von den (?:[^.,;:()]|\.(?=\d)){1,80} $/iu
const PART_OF_WHOLE = /^(?:[^.;:()]|\.(?=\s?\d)|(?<=\d)\.){0,160}$/u
const STOCK = /(?:(?<!\p{L})von den(?: [^.,;:()]{0,60})?|vorhandenen?|bestehenden?|bisherigen?) $/iu
const SO_FAR =
  /(?<!\p{L})(?:(?:statt(?: mit| auf)?|anstelle von)(?: (?:der|den))?(?: bisher(?:igen)?| bislang)?|bisher|bislang)(?: (?:nur|erst|lediglich|rund|ca\.|etwa))? $/iu
/** "mit 3,25 statt mit 4,0 Stellen besetzt": what is filled is the other. */
const STATT = /(?<!\p{L})(?:statt|anstelle)(?!\p{L})/iu
const STAFF = /stelle|personal|VZ|vollzeit|kräfte|kapazität/iu
const PART = /(?:hinzu kom\p{L}+|zzgl\.|zuzüglich|davon|darunter|hiervon)[^.]{0,40}$/iu
/** "… sind 0,5 VZÄ erforderlich, die zum Stellenplan angemeldet werden" */
const REQUESTED =
  /^[^.;,]{0,80}, (?:die|welche) [^.;,]{0,60}(?<!nicht )(?:zum \p{L}*[Ss]tellenplan \p{L}*gemeldet|beantragt)(?: (?:wird|werden|wurden?|sind|ist))?(?!\p{L})/u
/** "9,5 VZÄ vorgehalten, davon 1,5 VZÄ unbesetzt": what is vacant is the part. */
const PART_VACANT = /^[^.;:(]{0,40}, (?:davon|wovon|von denen|hiervon|darunter) /u
/** "1,0 VZÄ für die Beratung (Planstelle 4711, neu)" */
const NEW_BEHIND = /^[^.;:()]{0,60}\((?:[^()]{0,60}, )?neu\)/u
const NEEDED =
  /^(?: ?\([^()]{1,40}\))?(?: (?:befristet|dauerhaft|unbefristet))? (zusätzlich )?(?:benötigt|erforderlich|nötig|notwendig)(?!\p{L})/u
const OTHERWISE = /^[^.;,:]{0,20}(?<!\p{L})vorhanden(?!\p{L})|^[^.;,:]{0,80}(?<!\p{L})(?:re|mit)?finanziert(?!\p{L})/u
const NEXT = /(?:sowie|und|plus|\+)[^.]{0,40}$/iu

export function statusAt(place: StatusPlace): StatusFound {
  const { view, mention, sentence, neighbours, cell } = place
  if (isWhole(place)) return { status: 'gesamt', base: null }
  const before = view.slice(Math.max(sentence.start, mention.start - 40), mention.start)
  if (place.whole || STOCK.test(view.slice(Math.max(sentence.start, place.from, mention.start - 90), mention.start)))
    return { status: null, base: null }
  const change = cell ? undefined : changeAt(view, mention, sentence)
  if (change !== undefined && statusFrom(clauseWords(place)) !== 'gesamt')
    return { status: change === 'to-come' ? 'vorgesehen' : null, base: null }
  const behind = view.slice(mention.end, mention.end + 14)
  const own = view.slice(mention.start, mention.end)
  const standing = !cell && isStanding(segmentOf(place))
  const words = standing ? clauseWords(place).replace(/(?<!\p{L})eingerichtet(?!\p{L})/gu, ' ') : clauseWords(place)
  const beside = `${before.slice(-25)}${own}`
  const lone = neighbours.length === 0 && !cell
  const base =
    (NEW_BEHIND.test(view.slice(mention.end, place.to)) ? 'neu' : null) ??
    standBehind(tailOf(place), view.slice(place.clause.start, mention.start)) ??
    statusFrom(words) ??
    bracketStatus(place) ??
    (standing ? null : listed(place)) ??
    (lone ? spreadless(statusFrom(segmentOf(place))) : null) ??
    colonStatus(view.slice(sentence.start, mention.start)) ??
    leadStatus(place.lead) ??
    (isMore(beside) ? 'neu' : null) ??
    shared(place, before, words)
  if (base === 'vorgesehen' && !cell && REQUESTED.test(view.slice(mention.end, place.to)))
    return { status: 'neu', base: 'neu' }
  if (base === 'vorgesehen' && !cell && isNeededMore(place)) return { status: 'neu', base: 'neu' }
  const tail = view.slice(mention.end, sentence.end)
  const part = PART_VACANT.exec(tail)?.[0]
  if ((base === 'unbesetzt' || base === 'besetzt') && part && statusFrom(part) !== base)
    return { status: isTotalBeside(before, behind) ? 'gesamt' : null, base: null }
  // What is there already is no more than before.
  if ((isPlanned(base) || STATT.test(before)) && SO_FAR.test(before)) return { status: null, base: null }
  if ((base === 'besetzt' || base === 'unbesetzt') && isAsked(place)) return { status: null, base: null }
  return { status: isTotalBeside(before, behind) ? 'gesamt' : base, base: spreadless(base) }
}

function isWhole({ view, mention, sentence, neighbours, clause, cell }: StatusPlace): boolean {
  const part = neighbours.find((other) => other.start >= mention.end)
  if (cell || !part || !WHOLE.test(view.slice(Math.max(sentence.start, mention.start - 110), mention.start)))
    return false
  const between = view.slice(mention.end, part.start)
  const verb = `${view.slice(clause.start, mention.start)}${between}`
  return (
    PART_OF_WHOLE.test(between) &&
    !/, (?:die|welche)(?!\p{L})/u.test(between) &&
    /(?<!\p{L})(?:sind|ist|waren|war|seien|konnten?)(?!\p{L})/u.test(verb) &&
    standBehind(view.slice(part.end, Math.min(sentence.end, part.end + 60))) !== null
  )
}

/** "Es werden zusätzlich n benötigt": more than there are, unless it is an estimate ("wären …", "2 bis 3 …"). */
function isNeededMore({ view, mention, clause, sentence }: StatusPlace): boolean {
  const before = view.slice(clause.start, mention.start)
  const behind = view.slice(mention.end, Math.min(sentence.end, mention.end + 60))
  const needed = NEEDED.exec(behind)
  return (
    needed !== null &&
    !/ bis |[Aa]ufwand|[Bb]edarf/u.test(`${before.slice(-25)}${view.slice(mention.start, mention.end)}`) &&
    /(?<!\p{L})(?:ist|sind|wird|werden)(?!\p{L})/u.test(before) &&
    (needed[1] !== undefined || isMore(`${before.slice(-25)}${view.slice(mention.start, mention.end)}`))
  )
}

/** "… fragt, ob die Stellen besetzt sind" does not say that they are. */
function isAsked({ view, sentence, clause }: StatusPlace): boolean {
  return (
    /\?\s*$/.test(view.slice(sentence.start, sentence.end)) || /^ob /.test(view.slice(clause.start, clause.start + 4))
  )
}

/** "Die Technikstelle (1,0 VZÄ, EG 9b) ist unbesetzt": what the sentence says around the bracket. */
function bracketStatus(place: StatusPlace): StaffStatus | null {
  const { view, mention, sentence, from, to } = place
  const open = view.lastIndexOf('(', mention.start)
  if (open < sentence.start || view.slice(open, mention.start).includes(')')) return null
  const close = view.indexOf(')', mention.end)
  if (close < 0 || close >= sentence.end) return null
  const before = view.slice(Math.max(from, sentence.start), open).split(/[;:] /u).at(-1) ?? ''
  const behind = view.slice(close + 1, Math.max(close + 1, to)).split(/[;:] |, /u)[0] ?? ''
  return spreadless(statusFrom(`${before}${behind}`) ?? statusFrom(outsideBrackets(place)))
}

/** "Es werden acht A-Stellen, vier B-Stellen und eine C-Stelle geschaffen": the verb stands behind the last. */
function listed({ view, mention, sentence, neighbours, cell }: StatusPlace): StaffStatus | null {
  const last = neighbours.at(-1)
  if (
    cell ||
    !last ||
    last.start < mention.end ||
    /[():]|^(?! ?\p{L}| ?,)|^ ?zur Verfügung|(?<!\p{L})(?:enthalten|vorhanden|besetzt|veranschlagt)(?!\p{L})/u.test(
      view.slice(mention.end, last.start),
    ) ||
    hasVerb(view.slice(mention.end, last.start))
  )
    return null
  const start = Math.max(sentence.start, view.lastIndexOf('; ', mention.start) + 1)
  return spreadless(statusFrom(view.slice(start, sentence.end).split('; ')[0] ?? ''))
}

function shared({ view, mention, last }: StatusPlace, before: string, words: string): StaffStatus | null {
  if (!last?.base) return null
  // "…, davon werden 22 Stellen gefördert": what is said of the part is not said of the whole.
  if (PART.test(before) && !isPlanned(last.base) && hasVerb(before.slice(before.search(PART)))) return null
  // That a part is there or who pays for it says nothing of its being new or needed.
  if (OTHERWISE.test(view.slice(mention.end, mention.end + 100)) && hasVerb(before.slice(-40))) return null
  if (PART.test(before))
    return last.near || /davon|darunter|hiervon/i.test(before) || isPlanned(last.base) ? last.base : null
  return last.near &&
    (NEXT.test(before) ||
      /^ ?\+/.test(view.slice(mention.start)) ||
      !hasVerb(words.replace(/(?<!\p{L})weitere[nrs]?(?!\p{L})/u, '')))
    ? last.base
    : null
}

/** What is filled or vacant is said of each for itself. */
function isPlanned(status: StaffStatus | null): boolean {
  return status === 'neu' || status === 'vorgesehen' || status === 'verlagert'
}

/** "Folgende Stellen sind einzurichten: zwei …": what stands before the colon holds for the list behind it. */
function colonStatus(before: string): StaffStatus | null {
  const colon = before.lastIndexOf(': ')
  return colon < 0 ? null : spreadless(statusFrom(before.slice(Math.max(0, colon - 160), colon)))
}

/** What leads a list in holds for its items if it speaks of staff. */
function leadStatus(lead: string): StaffStatus | null {
  return STAFF.test(lead) ? statusFrom(viewOf(lead)) : null
}

/** What is said farther off makes no total. */
function spreadless(status: StaffStatus | null): StaffStatus | null {
  return status === 'gesamt' ? null : status
}
