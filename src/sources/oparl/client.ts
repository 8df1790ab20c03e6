/**
 * Asking an OParl server with patience and manners: few requests at a time, a pause between them, and after a failure
 * another attempt later, when the server says or after a wait that doubles and varies.
 *
 * A host that fails ten times in a row with lists, or with files, is asked for no more of them in this run; one whose
 * robots.txt shuts this program out by its name is asked for nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import { type Answer, ask, newAgents, RequestFailed } from './http.ts'
import { AGENT, isAllowedBy, type RobotsRule, robotsRules } from './robots.ts'

export interface ClientOptions {
  readonly endpoint: string
  readonly gleichzeitig: number
  readonly pauseMillisekunden: number
  readonly sekunden: number
  readonly versuche: number
  readonly wartenMillisekunden: number
  readonly hoechstWartenSekunden: number
  readonly megabyteListe: number
  readonly weiterleitungen: number
  readonly privateNetze: boolean
  readonly kontakt?: string | undefined
  /** Header with the secret; sent to the endpoint's origin only. */
  readonly secret: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Hears of every attempt that failed and how long is waited. */
  readonly onRetry: (url: string, reason: string, milliseconds: number) => void
  readonly random?: () => number
  readonly pages?: PageMemory
}

/** What a server wants to be asked with, to say that nothing has changed. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** Pages as they came last; only those with validators are worth keeping. */
export interface PageMemory {
  get(url: string): (Validators & { readonly body: Uint8Array }) | undefined
  put(url: string, page: Validators & { readonly body: Uint8Array }): void
}

export interface Client {
  json(url: string): Promise<unknown>
  /** The same for what is asked for again and again: sent only if it has changed. */
  page(url: string): Promise<unknown>
  file(url: string, known: Validators, megabytes: number): Promise<Answer>
  /** What the server's clock said last, ISO 8601. */
  serverTime(): string | undefined
  close(): void
}

/** What cannot be had after all attempts; `status` is 0 where there was no answer. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed'
  readonly status: number
  /** Asking again tomorrow is not likely to help. */
  readonly final: boolean

  constructor(url: string, reason: string, status: number, final: boolean) {
    super(`${url}: ${reason}`)
    this.status = status
    this.final = final
  }
}

const RETRIED = new Set([408, 425, 429, 500, 502, 503, 504])
const PATIENCE = 10
const JSON_TYPE = 'application/json'
/** As much of a robots.txt as RFC 9309 wants to be read. */
const ROBOTS_BYTES = 512_000

export function clientFor(options: ClientOptions): Client {
  const agents = newAgents()
  const origin = new URL(options.endpoint).origin
  const hosts = new Map<string, Host>()
  let date: string | undefined
  const random = options.random ?? Math.random

  const requesting = (headers: Readonly<Record<string, string>>, bytes: number) => ({
    seconds: options.sekunden,
    bytes,
    redirects: options.weiterleitungen,
    headers: { 'user-agent': userAgent(options.kontakt), ...headers },
    secretFor: (url: URL) => (url.origin === origin ? options.secret : {}),
    // The endpoint was written down by the operator; where it sends us was not.
    privateAt: (url: URL) => options.privateNetze || url.origin === origin,
    signal: options.signal,
    agents,
  })

  async function patiently<T>(
    kind: Kind,
    url: string,
    headers: Readonly<Record<string, string>>,
    bytes: number,
    use: (answer: Answer) => T,
  ): Promise<T> {
    const host = hostOf(hosts, url, options)
    host.robots ??= robotsOf(url)
    if (!isAllowedBy(await host.robots, url)) throw new FetchFailed(url, `robots.txt will ${AGENT} nicht`, 0, true)
    for (let attempt = 1; ; attempt++) {
      if (host.failures[kind] >= PATIENCE)
        throw new FetchFailed(url, 'der Rechner antwortet in diesem Lauf nicht', 0, false)
      const tried = await host.queue.add(() => tryOnce(url, headers, bytes, use))
      if ('value' in tried) {
        host.failures[kind] = 0
        return tried.value
      }
      const { reason, status, again, retryAfter } = tried
      if (again) host.failures[kind]++
      const backOff = options.wartenMillisekunden * 2 ** (attempt - 1) * (0.5 + random())
      const wait = Math.max(retryAfter ?? 0, backOff)
      const longest = options.hoechstWartenSekunden * 1000
      if (!again || attempt >= options.versuche || (retryAfter ?? 0) > longest || options.signal.aborted)
        throw new FetchFailed(url, reason, status, !again && !options.signal.aborted)
      options.onRetry(url, reason, Math.min(wait, longest))
      await sleep(Math.min(wait, longest), undefined, { signal: options.signal }).catch(() => {})
    }
  }

  async function tryOnce<T>(
    url: string,
    headers: Readonly<Record<string, string>>,
    bytes: number,
    use: (answer: Answer) => T,
  ): Promise<Tried<T>> {
    try {
      const answer = await ask(url, requesting(headers, bytes))
      const said = Date.parse(answer.headers.date ?? '')
      if (said) date = new Date(said).toISOString()
      const { status } = answer
      if (status === 200 || status === 304) return { value: use(answer) }
      const retryAfter = retryAfterOf(answer.headers['retry-after'], said || Date.now())
      return { reason: `Antwort ${status}`, status, again: RETRIED.has(status), retryAfter }
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      return { reason: error.message, status: 0, again: error.again, retryAfter: undefined }
    }
  }

  /** Once for each host. Where there is none to be had, nothing is forbidden. */
  async function robotsOf(url: string): Promise<RobotsRule[]> {
    if (!URL.canParse(url)) return []
    try {
      const { status, body } = await ask(new URL('/robots.txt', url).href, requesting({}, ROBOTS_BYTES))
      return status === 200 ? robotsRules(new TextDecoder('utf-8').decode(body)) : []
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error
      return []
    }
  }

  const listBytes = options.megabyteListe * 1e6
  return {
    json: (url) => patiently('json', url, { accept: JSON_TYPE }, listBytes, ({ body }) => jsonOf(body)),
    page(url) {
      const known = options.pages?.get(url)
      return patiently(
        'json',
        url,
        { accept: JSON_TYPE, ...conditions(known) },
        listBytes,
        ({ status, headers, body }) => {
          if (known && status === 304) return jsonOf(known.body)
          const value = jsonOf(body)
          options.pages?.put(url, { ...validatorsOf(headers), body })
          return value
        },
      )
    },
    file(url, known, megabytes) {
      const headers = { accept: 'application/pdf, text/*;q=0.9, */*;q=0.5', ...conditions(known) }
      return patiently('file', url, headers, megabytes * 1e6, (answer) => answer)
    },
    serverTime: () => date,
    close: () => agents.close(),
  }
}

type Tried<T> =
  | { readonly value: T }
  | {
      readonly reason: string
      readonly status: number
      readonly again: boolean
      readonly retryAfter: number | undefined
    }

type Kind = 'json' | 'file'

interface Host {
  robots?: Promise<readonly RobotsRule[]>
  readonly queue: PQueue
  /** In a row; a server may well list what it no longer hands out. */
  readonly failures: Record<Kind, number>
}

function hostOf(hosts: Map<string, Host>, url: string, options: ClientOptions): Host {
  const name = URL.canParse(url) ? new URL(url).host : ''
  const known = hosts.get(name)
  if (known) return known
  const pause = options.pauseMillisekunden
  const spaced = pause > 0 ? { interval: pause, intervalCap: 1 } : {}
  const host: Host = {
    queue: new PQueue({ concurrency: options.gleichzeitig, ...spaced }),
    failures: { json: 0, file: 0 },
  }
  hosts.set(name, host)
  return host
}

/** A list that is cut off or mixed with the words of a warning may be whole the next time. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(body))
  } catch (error) {
    throw new RequestFailed(`kein gültiges JSON (${error instanceof Error ? error.message.slice(0, 100) : ''})`, true)
  }
}

function conditions({ etag, lastModified }: Validators = {}): Record<string, string> {
  return { ...(etag ? { 'if-none-match': etag } : {}), ...(lastModified ? { 'if-modified-since': lastModified } : {}) }
}

/** What a server wants to be asked with next time. */
export function validatorsOf(headers: Answer['headers']): Validators {
  const { etag, 'last-modified': lastModified } = headers
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) }
}

/** Milliseconds from a number of seconds or a date. */
export function retryAfterOf(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

function userAgent(contact: string | undefined): string {
  const clean = (contact ?? '').replace(/[^\x20-\x7e]/g, '')
  return clean ? `${AGENT} (OParl; +${clean})` : `${AGENT} (OParl)`
}
