/**
 * What a post is called and how it stands, from the words around its number.
 *
 * Reads: one block with white space as blanks (`viewOf`), the sentence of the number in it.
 */
import type { Span } from '../document.ts'
import { nominative } from './nominative.ts'
import type { PostNumber } from './post-number.ts'
import { isVague, phraseAt, phraseBefore } from './staffing-phrase.ts'
import { subjectOf } from './staffing-subject.ts'
import { type StaffMention, staffMentionsIn } from './vzae.ts'

export const POST_STATUS = ['besetzt', 'unbesetzt', 'gesperrt', 'ausgeschrieben', 'neu'] as const
export type PostStatus = (typeof POST_STATUS)[number]

/** A name for a post and how sure the rule is (higher is surer). */
export interface PostTitle {
  readonly words: string
  readonly rank: number
}

/** The name of a post, from a block in which its number stands. */
export function postTitle(view: string, printed: PostNumber, sentence: Span, heading: boolean): PostTitle | null {
  const number = fromBracket(view, printed, sentence)
  const before = blanks(view.slice(Math.min(sentence.start, number.from), number.from))
  const after = blanks(view.slice(number.to, Math.max(sentence.end, number.to)))
  if (heading && number.by !== 'line') {
    const words = headingTitle(before)
    if (words) return { words, rank: 6 }
  }
  if (number.by === 'line') return titled(upToDash(blanks(view.slice(number.to, number.to + 300)).trimStart()), 5)
  if (number.by === 'bracket' || number !== printed || view.charAt(number.start - 1) === '(') {
    const words = view.slice(printed.from, number.start)
    const named = number.by === 'cue' && /^\p{Lu}/u.test(words) ? compoundOf(words) : null
    return named ? titled(named, 4) : (beforeBracket(view, number, sentence, before) ?? opening(before))
  }
  return (
    behind(number, after) ??
    opening(`${blanks(view.slice(Math.max(0, sentence.start - 200), sentence.start))}${before}`)
  )
}

/** "(Stelle 4711, EG 13)", "(EG 9c, Stelle 4711)": the number begins with its bracket. */
function fromBracket(view: string, number: PostNumber, sentence: Span): PostNumber {
  const open = view.lastIndexOf('(', number.from)
  if (number.by !== 'cue' || open < sentence.start || view.slice(open, number.from).includes(')')) return number
  return /^\([^;:]{0,60}$/u.test(view.slice(open, number.from)) ? { ...number, from: open } : number
}

/** How a post stands, from the words of a clause or sentence; null if they do not say. */
export function postStatus(words: string): PostStatus | null {
  if (!NOT_BLOCKED.test(words) && /sperrvermerk|\bgesperrt|besetzungssperre|wiederbesetzungssperre/i.test(words))
    return 'gesperrt'
  if (
    /\b(?:nicht|noch nicht|nicht mehr)(?: \p{L}+)? (?:wieder|nach)?besetzt|unbesetzt|vakan(?:t|z)|verschobene (?:nach|wieder)?besetzung|verzögerte \p{L}*besetzung|\bunb\.|(?:ist|sind|derzeit|aktuell|seit [\p{L}\d. ]{2,20}) (?:frei|offen)\b|\bfreien? (?:plan)?stelle/iu.test(
      words,
    )
  )
    return 'unbesetzt'
  if (/(?:soll|sollen|muss|müssen|kann|können)\b(?:[^.]|\.(?=\d)){0,80}besetzt werden|zu besetzen/iu.test(words))
    return MADE.test(words) ? 'neu' : null
  if (REFILLED.test(words)) return 'unbesetzt'
  if (/(?<!un)(?<!nicht )(?:\b|wieder|nach)besetzt(?!\p{L})/iu.test(words)) return 'besetzt'
  if (
    /(?<!\bnicht (?:\p{L}+ )?)\bausgeschrieben(?!\p{L})|in ausschreibung|im ausschreibungsverfahren|ausschreibung läuft|läuft (?:derzeit |aktuell |zurzeit |bereits )?(?:die|eine) (?:\p{L}+ )?(?:stellen)?ausschreibung/iu.test(
      words,
    )
  )
    return 'ausgeschrieben'
  return MADE.test(words) ? 'neu' : null
}

/** "Die Stelle wird zum 01.04. wiederbesetzt": until then nobody has it. */
const REFILLED =
  /(?<!\p{L})(?:wird|werden)(?!\p{L})(?:(?! (?:ist|sind|war|waren) )[^.;,]|\.(?=\d)|(?<=\d)\.){0,80}?(?<!\p{L})(?:wieder|nach)besetzt(?!\p{L}| worden)/iu

/** A block that was not agreed to. */
const NOT_BLOCKED =
  /sperre?(?!\p{L})[^.;]{0,60} nicht (?:zugestimmt|verhängt|angewendet|beschlossen)|(?:keine[rnm]?|ohne) \p{L}*sperre?(?!\p{L})/iu

const MADE =
  /neu (?:zu )?(?:ge)?schaffen|zu schaffen|einzurichten(?!\p{L})|neu (?:eingerichtet|ausgewiesen|hinzu)|neueinrichtung|neuschaffung|neue (?:plan)?stelle|(?:ist|sind) neu(?!\p{L})/iu

/** "Stabsstelle – Wissensmanagement" is called Wissensmanagement. */
function headingTitle(before: string): string | null {
  const words = before
    .replace(/^[\s\d.]*(?=\p{L})/u, '')
    .replace(/^(?:Stabs|Plan)?[Ss]telle(?: [–-]|:) */u, '')
    .replace(/[\s:–-]+$/u, '')
    .trim()
  return /\p{L}{2}/u.test(words) && words.length < 120 && !isVague(words) ? words : null
}

function upToDash(words: string): string {
  return (words.split(/ [–-] |, |; |\. |\(|:/u)[0] ?? '').trim()
}

/** "… Klimaschutzstelle (4711)": the compound itself, unless it only says that it is a post. */
function compoundOf(words: string): string | null {
  const word = /(\p{Lu}[\p{L}-]*[Ss]telle)\b/u.exec(words)?.[1]
  return word && !/^(?:Plan)?[Ss]telle$/.test(word) ? word : null
}

/** The role a bracket with a number stands behind; behind a quantity, what the quantity is for. */
function beforeBracket(view: string, number: PostNumber, sentence: Span, before: string): PostTitle | null {
  const mentions = staffMentionsIn(view.slice(sentence.start, number.from))
  const [earlier, last] = [mentions.at(-2), mentions.at(-1)]
  if (last && /^[ (]*$/.test(view.slice(sentence.start + last.end, number.from))) {
    // "eine Stelle (0,5 VZÄ) (Stelle 4711)": the same post, counted twice.
    const twice = earlier && /^ ?\($/.test(view.slice(sentence.start + earlier.end, sentence.start + last.start))
    const behind = staffMentionsIn(view.slice(number.to, sentence.end))[0]
    const from = sentence.start + (earlier?.end ?? 0)
    const own = subjectFor(view, last, sentence, from, behind ? number.to + behind.start : sentence.end)
    const first = twice ? subjectFor(view, earlier, sentence, sentence.start, sentence.start + last.start) : null
    if (own || first || earlier) return titled(first ?? own, 1)
  }
  const post = /(?:^| )[Ss]telle (?:(der|des|eine[rs]) )?([^,;.]*)$/u.exec(before)
  if (post?.[2]) return titled(inNominative(post[1] ?? '', phraseAt(post[2])), 4)
  // "durch Umsetzung aus dem Bürgeramt (Stelle 4711)": what is done with it is no name.
  const phrase =
    phraseBefore(before)
      ?.replace(/^(?:Umsetzung|Verlagerung|Umschichtung) (?:aus|von|vom)(?: de[mnr])? /u, '')
      .replace(/^\p{Ll}[^,;]{3,50} (?:in (?:die|den|das)|ins|zu[rm]) (?=\p{Lu}[\p{L}-]+$)/u, '') ?? null
  const article = phrase ? (/(\p{L}+) $/u.exec(before.slice(0, before.lastIndexOf(phrase)))?.[1] ?? '') : ''
  return titled(inNominative(article, phrase), 4)
}

/** What a quantity at offsets of its sentence is for. */
function subjectFor(view: string, mention: StaffMention, sentence: Span, from: number, to: number): string | null {
  const at = sentence.start
  const moved = {
    ...mention,
    start: mention.start + at,
    end: mention.end + at,
    unitStart: mention.unitStart + at,
  }
  return subjectOf({ view, mention: moved, sentence, from, to, previous: '', heading: '', last: null, carried: null })
}

/** How a post stands, or for how long: no name. */
const STATE =
  /^(?:neu|alt|(?:derzeit |noch |nicht |zurzeit |seit [^,]* )*(?:un)?besetzt|vakant|frei|gesperrt|kw|ku|(?:un)?befristet|Vollzeit|Teilzeit|bisher|derzeit|vgl|siehe|s\.|[EB]Gr|EG|Bes|Entg|TVöD)(?!\p{L})/iu

/** "ASD, Team Nord, EG 9b": the parts of a bracket up to the first that says how the post stands or is paid. */
function nameIn(bracket: string): string | null {
  const parts = bracket.split(/, /u)
  const end = parts.findIndex((part) => /\d/.test(part) || STATE.test(part.trim()) || !/^ ?\p{L}/u.test(part))
  const name = parts
    .slice(0, end < 0 ? parts.length : end)
    .join(', ')
    .trim()
  return name.length <= 60 ? name || null : (parts[0]?.trim() ?? null)
}

/** What follows "Planstelle 4711": a name, a bracket, "für die …", "im …". */
function behind(number: PostNumber, after: string): PostTitle | null {
  const name = /^ ?(?:[–:-] ?)?(\p{Lu}.*)$/u.exec(after)
  if (name) return titled(phraseAt(name[1] ?? ''), 4)
  const quoted = /^ ?[„"»“]([^“”"«„]{2,80})[“”"«]/u.exec(after)
  if (quoted) return titled((quoted[1] ?? '').trim(), 4)
  const bracket = /^(?:(?:,| und| sowie| bis|\/) ?\d[\d./-]*\d){0,4} ?\(([^()]{2,90})(?:\)|$)/u.exec(after)?.[1]
  const role = bracket && nameIn(bracket)
  if (role) return titled(role, 2)
  const apposition = /^, (\p{Lu}[^,;.:()\d]{3,60})(?=,| \()/u.exec(after)?.[1]
  if (apposition && phraseAt(apposition) === apposition) return titled(apposition, 2)
  const purpose = /^ für (?:(den|die|das|eine[n]?) )?(.+)$/u.exec(after)
  if (purpose) return titled(inNominative(purpose[1] ?? '', phraseAt(purpose[2] ?? '')), 3)
  const place = /^ ((?:im|in der|beim|bei der) \p{Lu}.*)$/u.exec(after)
  const phrase = place ? phraseAt((place[1] ?? '').replace(/^(?:im|in der|beim|bei der) /u, '')) : null
  const kept =
    /^[^;.]*(?:\.(?=\s?\d|\s?\p{L}+ (?:19|20)\d\d)[^;.]*)* (?:im|in der|beim|bei der) (\p{Lu}[^,;.:()]{2,60}) (?:geführt|eingesetzt|angesiedelt|ausgewiesen)(?!\p{L})/u.exec(
      after,
    )
  if (kept) return titled(phraseBefore(kept[1] ?? ''), 1)
  const linked = /^(im|in der|beim|bei der) /u.exec(place?.[1] ?? '')?.[1]
  const word = /\p{L}*stelle/iu.exec(number.cue)?.[0]
  return phrase && linked && word ? titled(`${number.cue} ${linked} ${phrase}`, 1) : null
}

/** "Vakanz der Leitung …: Stellennummer 4711", "Stelle Bauhof, Stellennummer 4711" */
function opening(before: string): PostTitle | null {
  const vacancy = [
    ...before.matchAll(
      /(?:Vakanz|Besetzung|Nachbesetzung|Neubesetzung|Ausschreibung|[Ss]telle) (?:(der|des|eine[rs]) )(?!Stelle )([^,;.:]*)/gu,
    ),
  ].at(-1)
  if (vacancy) return titled(inNominative(vacancy[1] ?? '', phraseAt(vacancy[2] ?? '')), 2)
  const purpose =
    /(?:^| )[Ff]ür (?:(den|die|das) )?(\p{Lu}[^,;.:()]{2,80}?) (?:wird|werden|ist|sind|wurden?) (?:die|eine|zwei|drei)? ?$/u.exec(
      before,
    )
  if (purpose) return titled(inNominative(purpose[1] ?? '', phraseAt(purpose[2] ?? '')), 2)
  const place =
    /(?:^| )(?:im|in der|beim|bei der) (\p{Lu}[^,;.:()]{2,60}) (?:vorhanden|angesiedelt|geführt|bestehend|eingerichtet|ausgewiesen)en? $/u.exec(
      before,
    )
  if (place) return titled(place[1] ?? null, 2)
  const post = [...before.matchAll(/(?:^| )(?:Plan)?[Ss]telle (?!Nr(?!\p{L}))(\p{Lu}[^,;.:]*)/gu)].at(-1)
  return post ? titled(phraseAt(post[1] ?? ''), 2) : null
}

function inNominative(article: string, phrase: string | null): string | null {
  if (!phrase) return null
  const nounAt = phrase.split(' ').findIndex((word) => /^\p{Lu}/u.test(word))
  return nounAt < 0 ? phrase : nominative(article.toLowerCase(), phrase, nounAt)
}

function titled(words: string | null, rank: number): PostTitle | null {
  return words && /\p{L}{2}/u.test(words) && !isVague(words) ? { words, rank } : null
}

function blanks(words: string): string {
  return words.replace(/ {2,}/g, ' ')
}
