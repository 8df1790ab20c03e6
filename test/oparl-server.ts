/**
 * A real HTTP server that speaks OParl from invented data, and misbehaves where a test tells it to.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'

export interface ServedFile {
  text: string | Buffer
  modified?: string
  mimeType?: string
  /** Sent with the bytes. */
  contentType?: string
  etag?: boolean
  sha512?: string
}

export interface ServedPaper {
  reference?: string
  name?: string
  date?: string
  paperType?: string
  modified: string
  created?: string
  /** The server does not say when it changed, and asked for changes leaves it out. */
  undated?: boolean
  deleted?: boolean
  main?: ServedFile
  more?: ServedFile[]
  /** Meeting day and body. */
  steps?: { start: string; body: string }[]
  /** Sent as it is instead of all this. */
  raw?: unknown
}

export type Fault = (request: IncomingMessage, response: ServerResponse) => void

export interface OparlServer {
  readonly base: string
  readonly endpoint: string
  /** By body, by number of the paper. */
  readonly bodies: Map<string, Map<string, ServedPaper>>
  /** Paths that were asked for, with their query, in order. */
  readonly asked: string[]
  readonly headers: IncomingMessage['headers'][]
  /** Status of every answer that was not a fault, by path. */
  readonly answered: Map<string, number>
  /** With what pages of lists can be asked for again. */
  validators: 'etag' | 'last-modified' | undefined
  /** What happens instead the next times a path (or its beginning up to a `*`) is asked for. */
  fail(path: string, ...faults: Fault[]): void
  /** From now on, every time. */
  failAlways(path: string, fault: Fault): void
  clear(): void
}

const PAGE = 3

export async function oparlServer(test: Pick<TestContext, 'after'>): Promise<OparlServer> {
  const bodies: OparlServer['bodies'] = new Map([
    ['nord', new Map()],
    ['sued', new Map()],
  ])
  const once = new Map<string, Fault[]>()
  const always = new Map<string, Fault>()
  const asked: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const answered = new Map<string, number>()
  let base = ''

  const faultFor = (path: string): Fault | undefined => {
    for (const [pattern, faults] of once) if (matches(pattern, path) && faults.length > 0) return faults.shift()
    for (const [pattern, fault] of always) if (matches(pattern, path)) return fault
    return undefined
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', base)
    asked.push(url.pathname + url.search)
    headers.push(request.headers)
    const fault = faultFor(url.pathname + url.search)
    if (fault) return fault(request, response)
    const [kind = '', body = '', number = '', which = ''] = url.pathname.slice(1).split('/')
    const list = (value: object): void => {
      const sent = sendList(request, response, value, served.validators)
      answered.set(url.pathname + url.search, sent)
    }
    if (kind === 'system')
      return json(response, { id: base + url.pathname, type: type('System'), body: `${base}/bodies` })
    if (kind === 'bodies') return list({ data: [...bodies.keys()].map((name) => bodyOf(base, name)), links: {} })
    if (kind === 'papers') return list(pageOf(base, url, body, bodies.get(body) ?? new Map()))
    const paper = bodies.get(body)?.get(number)
    const at = Number(which)
    if (kind === 'file' && paper) {
      const file = which === 'main' ? paper.main : paper.more?.[at]
      if (file) return send(request, response, file)
    }
    if (kind === 'meeting' && paper?.steps?.[at]) {
      return json(response, { id: base + url.pathname, type: type('Meeting'), start: paper.steps[at].start })
    }
    if (kind === 'organization' && paper?.steps?.[at]) {
      return json(response, { id: base + url.pathname, type: type('Organization'), name: paper.steps[at].body })
    }
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  test.after(() => {
    server.closeAllConnections()
    server.close()
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const served: OparlServer = {
    base,
    endpoint: `${base}/system`,
    bodies,
    asked,
    headers,
    answered,
    validators: undefined,
    fail: (path, ...faults) => void once.set(path, [...(once.get(path) ?? []), ...faults]),
    failAlways: (path, fault) => void always.set(path, fault),
    clear() {
      once.clear()
      always.clear()
      asked.length = 0
      headers.length = 0
      answered.clear()
    },
  }
  return served
}

export const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (_, response) =>
    void response.writeHead(code, headers).end()

export const answer =
  (body: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }): Fault =>
  (_, response) =>
    void response.writeHead(200, headers).end(body)

/** Begins and never ends. */
export const hang: Fault = (_, response) => void response.writeHead(200).write('{"data": [')

/** Promises more than it sends. */
export const cutOff: Fault = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('Vorl')
  setTimeout(() => response.destroy(), 20)
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
}

function type(name: string): string {
  return `https://schema.oparl.org/1.1/${name}`
}

function bodyOf(base: string, name: string): object {
  return { id: `${base}/body/${name}`, type: type('Body'), name, paper: `${base}/papers/${name}` }
}

function pageOf(base: string, url: URL, body: string, papers: ReadonlyMap<string, ServedPaper>): object {
  const since = url.searchParams.get('modified_since')
  const createdSince = url.searchParams.get('created_since')
  const all = [...papers].filter(([, { modified, created, undated, deleted }]) => {
    if (createdSince !== null) return created !== undefined && Date.parse(created) >= Date.parse(createdSince)
    return since === null ? !deleted : !undated && Date.parse(modified) >= Date.parse(since)
  })
  const page = Number(url.searchParams.get('page') ?? 1)
  const links: Record<string, string> = {}
  if (page * PAGE < all.length) {
    const next = new URL(url)
    next.searchParams.set('page', String(page + 1))
    links.next = next.href
  }
  const data = all.slice((page - 1) * PAGE, page * PAGE).map(([number, paper]) => paperJson(base, body, number, paper))
  return { data, links, pagination: { currentPage: page } }
}

function paperJson(base: string, body: string, number: string, paper: ServedPaper): unknown {
  if ('raw' in paper) return paper.raw
  const id = `${base}/paper/${body}/${number}`
  const { reference, name, date, paperType, modified, created, undated, deleted, main, more = [], steps = [] } = paper
  if (deleted) return { id, type: type('Paper'), deleted, modified }
  return {
    id,
    type: type('Paper'),
    reference,
    name,
    date,
    paperType,
    created,
    modified: undated ? undefined : modified,
    ...(main ? { mainFile: fileJson(`${base}/file/${body}/${number}/main`, main) } : {}),
    auxiliaryFile: more.map((file, at) => fileJson(`${base}/file/${body}/${number}/${at}`, file)),
    consultation: steps.map((_, at) => ({
      id: `${base}/consultation/${body}/${number}/${at}`,
      type: type('Consultation'),
      role: 'Entscheidung',
      meeting: `${base}/meeting/${body}/${number}/${at}`,
      organization: [`${base}/organization/${body}/${number}/${at}`],
    })),
  }
}

function fileJson(id: string, { modified, mimeType, sha512 }: ServedFile): object {
  return { id, type: type('File'), downloadUrl: id, modified, mimeType, sha512Checksum: sha512 }
}

/** The status it was sent with. */
function sendList(
  request: IncomingMessage,
  response: ServerResponse,
  value: object,
  by: OparlServer['validators'],
): number {
  const tag = `"${createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)}"`
  // A server that keeps a date for each of its pages; here a day made from what is on it.
  const day = new Date(Number.parseInt(tag.slice(1, 9), 16) * 1000).toUTCString()
  const same = by === 'etag' ? request.headers['if-none-match'] === tag : request.headers['if-modified-since'] === day
  const headers: Record<string, string> = by === 'etag' ? { etag: tag } : by ? { 'last-modified': day } : {}
  if (by && same) response.writeHead(304, headers).end()
  else response.writeHead(200, { ...headers, 'content-type': 'application/json' }).end(JSON.stringify(value))
  return by && same ? 304 : 200
}

function send(request: IncomingMessage, response: ServerResponse, { text, contentType, etag }: ServedFile): void {
  const tag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`
  if (etag && request.headers['if-none-match'] === tag) {
    response.writeHead(304, { etag: tag }).end()
    return
  }
  response.writeHead(200, { 'content-type': contentType ?? 'text/plain', ...(etag ? { etag: tag } : {}) }).end(text)
}

function json(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
