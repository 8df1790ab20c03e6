/**
 * What of a page belongs to the site and not to the paper: navigation, banners, buttons, icons, what is hidden.
 *
 * Names of classes are only trusted where the content agrees: an element named `noPrint` or `menu` is navigation if it
 * holds nothing but links; councils' systems put whole papers and their consultation history into such elements.
 * Source: WAI-ARIA landmark roles; class names of ALLRIS, SessionNet, SD.NET, Domino and Bootstrap pages.
 */
import { oneLine } from '../../one-line.ts'
import { fold } from './fold.ts'
import { elementsIn, type Shown, wordsOf } from './shown.ts'
import { summaryOf } from './summary.ts'

export interface PageFacts {
  /** Ids of elements a control of the page opens: they are content, hidden or not. */
  readonly opened: ReadonlySet<string>
}

/** What pruning must know of the whole page. */
export function factsOf(body: Shown): PageFacts {
  const opened = new Set<string>()
  for (const node of elementsIn(body)) {
    const target = node.props.ariacontrols ?? node.props.databstarget ?? node.props.datatarget
    for (const id of (target ?? '').split(/\s+/)) if (id) opened.add(id.replace(/^#/, ''))
  }
  return { opened }
}

/** Does this element belong to the site and not to the paper? */
export function isNavigation(node: Shown, parents: readonly Shown[], facts: PageFacts): boolean {
  if (node.tag === 'body' || node.tag === 'main' || isHeadingButton(node, parents)) return false
  return (
    isHidden(node, facts) ||
    isControl(node, parents) ||
    isLandmark(node, parents) ||
    isIcon(node) ||
    isNamedNavigation(node) ||
    isJumpList(node)
  )
}

const NAV_TAGS = new Set(['nav', 'noscript', 'dialog'])
const NAV_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'menu',
  'menubar',
  'menuitem',
  'toolbar',
  'tablist',
  'tab',
  'dialog',
  'alertdialog',
  'tooltip',
  'scrollbar',
  'progressbar',
])
/** Class names and ids that mean one thing, whatever is in the element, as long as it is no large part of the page. */
const SURE =
  /^(?:breadcrumbs?|brotkrumen|cookie.*|consent.*|(?:skip|jump)[-_]?links?(?:[-_].*)?|skip[-_]?to.*|pagination|pager|back[-_]?to[-_]?top|to[-_]?top|off[-_]?canvas|navbar|readspeaker.*|rs_?button.*|rsbtn.*)$/i
/** Class names and ids that mean navigation if the content agrees. */
const LIKELY =
  /(?:^|[-_]|ris|smc|rim)(?:nav|navi|navigation|menu|menue|toolbar|no-?print|print|drucken|sidebar|search|suche|login|social|share|footer|fuss|fusszeile|buttons?|actions?|jump|links|sprungmarken|toc)(?:$|[-_])/i
const LARGE = 1500
const FOOTER_ID = /^(?:ris|smc|rim|page|site|seiten)?[-_]?(?:footer|fuss|fuß|fusszeile)$/i

function isHidden(node: Shown, facts: PageFacts): boolean {
  const style = (node.props.style ?? '').replace(/\s+/g, '').toLowerCase()
  const hidden = 'hidden' in node.props || /(?:^|;)display:none|(?:^|;)visibility:(?:hidden|collapse)/.test(style)
  if (!hidden) return node.props.ariahidden === 'true' && (isModal(node) || summaryOf(node).signs === 0)
  const id = node.props.id
  const isPanel = node.props.role === 'tabpanel' || (id !== undefined && facts.opened.has(id))
  return !isPanel || isModal(node) || node.props.role === 'menu' || linkShare(node) > 0.8
}

function isModal(node: Shown): boolean {
  return (
    /dialog/.test(node.props.role ?? '') ||
    node.names.some((name) => /^(?:modal|dialog|overlay|popup)(?:$|[-_])/i.test(name))
  )
}

/** A button in a heading is the heading of what it opens. */
function isHeadingButton(node: Shown, parents: readonly Shown[]): boolean {
  if (!isButton(node) || SITE_PHRASE.test(fold(wordsOf(node)))) return false
  const heading = parents.find((parent) => /^(?:h[1-6]|summary)$/.test(parent.tag) || parent.props.role === 'heading')
  return heading !== undefined && fold(wordsOf(heading)) === fold(wordsOf(node))
}

function isButton(node: Shown): boolean {
  return node.tag === 'button' || node.props.role === 'button'
}

/** Buttons, choices, links to the site; a column head only screen readers are told is no head. */
function isControl(node: Shown, parents: readonly Shown[]): boolean {
  if (node.tag === 'select') return !('disabled' in node.props)
  if (isButton(node)) return true
  const isUnseen = node.names.some((name) =>
    /^(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|unsichtbar)$/i.test(name),
  )
  if (isUnseen && parents.at(-1)?.tag === 'th') return true
  return node.tag === 'a' && SITE_PHRASE.test(fold(wordsOf(node)))
}

/** What links and buttons of council pages say that leads nowhere within the paper. */
const SITE_PHRASE = new RegExp(
  oneLine`
    ^(?:[«»<>‹›↑↓←→ ]*)(?:
      (?:seite )?(?:aus)?drucken|druckansicht|zurück|weiter|nach oben|(?:zum )?seitenanfang|
      zum (?:seiten)?anfang|
      (?:direkt )?zu[mr] (?:haupt)?(?:inhalt|navigation|menü|suche|startseite)(?: springen| wechseln)?|
      schlie(?:ß|ss)en|(?:an|ab)melden|log(?:in|out)|hilfe|sitemap|startseite|impressum|
      datenschutz(?:erklärung)?|barrierefreiheit(?:serklärung)?|kontakt|reduzieren|erweitern|
      (?:alle )?(?:auf|zu|ein|aus)klappen|(?:alle )?(?:ein|aus)blenden|vorlesen|teilen|menü|suchen?|merken|
      lesezeichen|auswählen|hinweis schließen
    )(?:[«»<>‹›↑↓←→ ]*)$
  `,
  'iu',
)

function isLandmark(node: Shown, parents: readonly Shown[]): boolean {
  const role = node.props.role ?? ''
  if (NAV_TAGS.has(node.tag) || NAV_ROLES.has(role)) return !holdsTable(node) || wordsOf(node).length < LARGE
  const isPageLevel = parents.every(
    (parent) => !/^(?:main|article|section|td|table|figure|blockquote)$/.test(parent.tag),
  )
  const isFooter = node.tag === 'footer' || FOOTER_ID.test(node.props.id ?? '')
  return isFooter && isPageLevel && wordsOf(node).length < LARGE
}

function isIcon(node: Shown): boolean {
  const named = node.names.some((name) => /icon|glyph|^fa[srlb]?$|^fa-|^bi-|^material-/i.test(name))
  if (!named || node.children.some((child) => typeof child !== 'string')) return false
  const words = fold(wordsOf(node))
  if (!/[\p{L}\p{N}]/u.test(words)) return words !== ''
  const isLigature = node.names.some((name) => /^material-(?:icons|symbols)/i.test(name)) || node.tag === 'i'
  return isLigature && /^[a-z]+(?:_[a-z]+)*$/.test(words)
}

function isNamedNavigation(node: Shown): boolean {
  if (node.names.some((name) => SURE.test(name))) return wordsOf(node).length < LARGE && !holdsTable(node)
  return node.names.some((name) => LIKELY.test(name)) && !holdsTable(node) && holdsOnlyLinks(node)
}

/** Links and nothing else, none of them dated or numbered like a paper. */
function holdsOnlyLinks(node: Shown): boolean {
  const { signs, linked, hasTable, hasHeading } = summaryOf(node)
  if (hasTable || hasHeading || signs === 0 || linked <= signs * 0.8) return false
  return !/\d{1,2}\.\d{1,2}\.\d{2,4}|\d\/\d{2}|\.pdf\b/i.test(fold(wordsOf(node)))
}

/** A row of links to places within the page; note signs and a printed table of contents are none. */
function isJumpList(node: Shown): boolean {
  const { signs, linked, links, jumps, hasHeading } = summaryOf(node)
  return links >= 2 && links === jumps && linked === signs && !hasHeading
}

function holdsTable(node: Shown): boolean {
  return summaryOf(node).hasTable
}

/** How much of the words stands in links and buttons, 0 to 1. */
function linkShare(node: Shown): number {
  const { signs, linked } = summaryOf(node)
  return signs ? linked / signs : 0
}
