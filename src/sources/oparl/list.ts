/**
 * The pages of an OParl list, by `links.next`. A list that leads back to one of its own pages ends there.
 */
import type { Client } from './client.ts'
import { isObject, listOf, textOf } from './objects.ts'

/** A list that does not hold together, in a sentence for people. */
export class ListBroken extends Error {
  override readonly name = 'ListBroken'
}

/** The objects of a list, page by page. Throws `FetchFailed` and `ListBroken`, after what came before was handed on. */
export async function* pagesOf(client: Client, first: string, mostPages: number): AsyncGenerator<readonly unknown[]> {
  const visited = new Set<string>()
  let url: string | null = first
  while (url !== null) {
    if (visited.has(url)) throw new ListBroken(`die Liste läuft im Kreis (${url})`)
    if (visited.size >= mostPages) throw new ListBroken(`die Liste hat mehr als ${mostPages} Seiten`)
    visited.add(url)
    const page = await client.page(url)
    if (Array.isArray(page)) {
      yield page
      return
    }
    if (!isObject(page) || !Array.isArray(page.data)) throw new ListBroken(`keine Liste: ${url}`)
    yield page.data
    url = nextOf(page, url)
  }
}

/** The items of what should be a list: an address of one, a list itself, or a single thing. */
export async function* membersOf(client: Client, value: unknown, mostPages: number): AsyncGenerator<unknown> {
  const address = textOf(value)
  if (address !== null) {
    for await (const page of pagesOf(client, address, mostPages)) yield* page
    return
  }
  for (const member of listOf(value)) yield typeof member === 'string' ? await client.json(member) : member
}

function nextOf(page: Readonly<Record<string, unknown>>, url: string): string | null {
  const next = isObject(page.links) ? textOf(page.links.next) : null
  if (next === null) return null
  if (!URL.canParse(next, url)) throw new ListBroken(`die nächste Seite ist keine Adresse: ${next.slice(0, 200)}`)
  return new URL(next, url).href
}
