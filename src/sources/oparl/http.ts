/**
 * One request and its answer, within limits of time, size and redirection. No retries; see `client.ts`.
 *
 * Units: seconds for request and answer together, bytes of the answer.
 */
import { Agent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest, Agent as TlsAgent } from 'node:https'
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { AddressRefused, assertAllowed, publicLookup } from './address.ts'

export interface Requesting {
  readonly seconds: number
  readonly bytes: number
  readonly redirects: number
  readonly headers: Readonly<Record<string, string>>
  /** Headers that must not leave for another origin than the configured one. */
  readonly secretFor: (url: URL) => Readonly<Record<string, string>>
  /** Whether this address may lie in a private network. */
  readonly privateAt: (url: URL) => boolean
  readonly signal: AbortSignal
  readonly agents: Agents
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Uint8Array<ArrayBuffer>
  /** Where it came from in the end. */
  readonly url: string
}

export interface Agents {
  readonly http: Agent
  readonly https: Agent
  close(): void
}

/** An answer that could not be had; `again`: another attempt may help. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  readonly again: boolean

  constructor(sentence: string, again: boolean, cause?: unknown) {
    super(sentence, { cause })
    this.again = again
  }
}

export function newAgents(): Agents {
  const http = new Agent({ keepAlive: true, timeout: 30_000 })
  const https = new TlsAgent({ keepAlive: true, timeout: 30_000, minVersion: 'TLSv1.2' })
  return {
    http,
    https,
    close() {
      http.destroy()
      https.destroy()
    },
  }
}

/** Ask, following redirections. Throws `RequestFailed`; a status of 400 and above is an answer. */
export async function ask(address: string, options: Requesting): Promise<Answer> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.seconds * 1000)])
  let url = urlOf(address)
  for (let redirects = 0; ; redirects++) {
    const response = await once(url, options, signal).catch((error: unknown) => {
      throw problemOf(error, options)
    })
    const { location } = response.headers
    if (!location || response.status < 300 || response.status === 304 || response.status >= 400) return response
    if (redirects >= options.redirects) throw new RequestFailed('zu viele Weiterleitungen', false)
    const next = urlOf(new URL(location, url).href)
    if (url.protocol === 'https:' && next.protocol === 'http:')
      throw new RequestFailed(`Weiterleitung von https nach http (${next.host})`, false)
    url = next
  }
}

function once(url: URL, options: Requesting, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const allowed = options.privateAt(url)
    assertAllowed(url, allowed)
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest
    const agent = url.protocol === 'https:' ? options.agents.https : options.agents.http
    const headers = { 'accept-encoding': 'identity', ...options.headers, ...options.secretFor(url) }
    const sent = request(url, { headers, agent, signal, ...(allowed ? {} : { lookup: publicLookup }) })
    sent.once('error', reject)
    sent.once('response', (response) => {
      collect(response, options.bytes).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body, url: url.href }),
        (error: unknown) => {
          sent.destroy()
          reject(error)
        },
      )
    })
    sent.end()
  })
}

async function collect(response: IncomingMessage, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = []
  let size = 0
  const tooMuch = (): RequestFailed => new RequestFailed(`Antwort größer als ${Math.round(most / 1e6)} MB`, false)
  if (Number(response.headers['content-length'] ?? 0) > most) throw tooMuch()
  for await (const part of response) {
    size += part.length
    if (size > most) throw tooMuch()
    parts.push(part)
  }
  if (!response.complete) throw new RequestFailed('Antwort abgebrochen', true)
  return new Uint8Array(unpacked(Buffer.concat(parts), response.headers['content-encoding'] ?? 'identity', most))
}

/** Some servers compress although they were asked not to. */
function unpacked(body: Buffer, encoding: string, most: number): Buffer {
  const options = { maxOutputLength: most }
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(body, options)
  if (encoding === 'deflate') return inflateSync(body, options)
  if (encoding === 'br') return brotliDecompressSync(body, options)
  if (encoding === 'identity') return body
  throw new RequestFailed(`unbekannte Kodierung ${encoding}`, false)
}

function urlOf(address: string): URL {
  try {
    return new URL(address)
  } catch {
    throw new RequestFailed(`keine Adresse: ${address.slice(0, 200)}`, false)
  }
}

function problemOf(error: unknown, { seconds, signal }: Requesting): RequestFailed {
  if (error instanceof RequestFailed) return error
  if (error instanceof AddressRefused) return new RequestFailed(error.message, false, error)
  if (signal.aborted) return new RequestFailed('der Lauf wird beendet', false, error)
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    return new RequestFailed(`keine vollständige Antwort in ${seconds} Sekunden`, true, error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const certificate = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)
  const words = certificate ? `Zertifikat nicht gültig (${code})` : code || String(error)
  return new RequestFailed(words, !certificate, error)
}
