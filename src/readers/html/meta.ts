/**
 * What a page says of itself outside its text: title, description, generator, and the hosts it stands on and links to.
 *
 * Units: hosts most frequent first; the page's own address (saved from, base, canonical) counts for every relative link.
 */
import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { PaperMeta } from '../../document.ts'
import { fold } from './fold.ts'

/** Read the meta data of a parsed page. */
export function metaOf(tree: Root): PaperMeta {
  const named = new Map<string, string>()
  const own: string[] = []
  const links: string[] = []
  let title = ''
  visit(tree, (node) => {
    if (node.type === 'comment') own.push(...addresses(/saved from url=\(\d{1,6}\)(\S{1,2000})/.exec(node.value)?.[1]))
    if (node.type !== 'element') return
    const props = node.properties
    if (node.tagName === 'title') title ||= fold(textOf(node))
    else if (node.tagName === 'base' || (node.tagName === 'link' && text(props.rel).includes('canonical'))) {
      own.push(...addresses(text(props.href)))
    } else if (node.tagName === 'meta') {
      const name = text(props.name ?? props.property).toLowerCase()
      const content = fold(text(props.content))
      if (name && content && !named.has(name)) named.set(name, content)
      if (name === 'og:url') own.push(...addresses(content))
    } else if (node.tagName === 'a' || node.tagName === 'form') links.push(text(props.href ?? props.action))
  })
  const hosts = hostsOf(own, links)
  const description = named.get('description')
  const generator = named.get('generator')
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(hosts.length ? { hosts } : {}),
    ...(generator ? { generator } : {}),
  }
}

function hostsOf(own: readonly string[], links: readonly string[]): string[] {
  const count = new Map<string, number>()
  const add = (host: string | undefined) => host && count.set(host, (count.get(host) ?? 0) + 1)
  for (const address of own) add(hostOf(address))
  const home = [...count.keys()][0]
  for (const link of links) {
    const isRelative = link !== '' && !/^(?:[a-z][\w+.-]{0,20}:|#|\/\/)/i.test(link)
    add(isRelative ? home : hostOf(link))
  }
  return [...count].sort((a, b) => b[1] - a[1]).map(([host]) => host)
}

function hostOf(address: string): string | undefined {
  if (!/^(?:https?:)?\/\//i.test(address)) return undefined
  try {
    return new URL(address.startsWith('//') ? `https:${address}` : address).hostname || undefined
  } catch {
    return undefined
  }
}

function addresses(address: string | undefined): string[] {
  return address ? [address] : []
}

function text(value: Element['properties'][string]): string {
  return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : ''
}

function textOf(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}
