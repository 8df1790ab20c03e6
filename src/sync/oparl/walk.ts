/**
 * An OParl system as a source: System → Body → paper list → papers → files.
 *
 * Most runs ask only for what changed since the last one that had no gaps, by the server's own clock and with an
 * overlap; from time to time everything is compared. Files that were known before and not named now are still offered,
 * so that what failed is tried again and a new version of the program reads all.
 */
import { type Client, clientFor, FetchFailed } from '../../sources/oparl/client.ts'
import { ListBroken, membersOf, pagesOf } from '../../sources/oparl/list.ts'
import {
  addressOf,
  fileOf,
  isObject,
  type Json,
  type OparlPaper,
  paperOf,
  textOf,
} from '../../sources/oparl/objects.ts'
import { networkOf, type OparlSource } from '../config.ts'
import { SourceFailed, type SyncItem, type Walk } from '../item.ts'
import type { SyncContext } from '../run.ts'
import { stateOf } from '../state.ts'
import { vaultAt } from '../vault.ts'
import { fileItem } from './file-item.ts'
import { keptPages } from './memory.ts'
import { resolverFor } from './resolve.ts'
import { type ChosenFile, oparlRows } from './rows.ts'

const HOUR = 3_600_000

export function oparlWalk(source: OparlSource, context: SyncContext): Walk {
  const { config, store, tell, kept, now } = context
  const net = networkOf(config, source)
  const secret = secretOf(source, context.env)
  const pages = keptPages(store, source.id, context.fresh)
  const client = clientFor({
    ...net,
    endpoint: source.endpunkt,
    secret: secret ?? {},
    pages,
    signal: context.signal,
    onRetry: (url, grund, ms) =>
      tell({
        ereignis: 'abruf',
        stufe: 'info',
        quelle: source.id,
        adresse: url,
        grund,
        wartetMillisekunden: Math.round(ms),
      }),
  })
  const rows = oparlRows(store.db, source.id)
  const state = stateOf(store.db, source.id)
  const resolve = resolverFor(client, source.aufloesen)
  const { originale } = config.pfade
  const files = { client, originals: vaultAt(originale), folder: originale, megabytes: config.lesen.megabyte }
  const gaps: string[] = []
  let begun: string | undefined
  let everything = context.full || kept.zeiger === null
  let gone = 0

  /** Worth a look, but asking again would not help: it does not hold up the mark. */
  const odd = (grund: string): void => tell({ ereignis: 'befund', stufe: 'warnung', quelle: source.id, grund })

  const withdraw = (addresses: readonly string[]): void => {
    for (const address of addresses) {
      if (rows.isWanted(address) || !state.withdraw(address, context.begun.slice(0, 10))) continue
      gone++
      tell({ ereignis: 'entfallen', stufe: 'info', quelle: source.id, vorlage: address })
    }
  }

  /** What the server says of a paper, kept; its files that are to be read. */
  async function take(value: unknown, body: string): Promise<readonly ChosenFile[]> {
    const paper = paperOf(value)
    if (!paper) {
      odd('eine Vorlage ohne Adresse wurde übergangen')
      return []
    }
    const before = rows.chosen(paper.adresse)
    if (paper.geloescht) {
      store.together(() => {
        rows.deletePaper(paper.adresse)
        withdraw(before)
      })
      return []
    }
    const chosen = await filesOf(paper, client, source.dateien).catch((error: unknown) => {
      if (!(error instanceof FetchFailed)) throw error
      // What is gone for good must not hold up the mark for ever.
      if (error.final) odd(error.message)
      else gaps.push(error.message)
      return undefined
    })
    if (!chosen) return []
    const unchanged = paper.geaendert !== null && rows.modified(paper.adresse) === paper.geaendert
    const resolved = unchanged ? undefined : await resolve(paper.beratungen)
    // What was withdrawn for good is not called by its name again.
    const barred = chosen.some(({ adresse }) => state.tombstone(adresse) !== undefined)
    const said = barred ? { ...paper, name: null } : paper
    const named = barred ? chosen.map((file) => ({ ...file, name: null, dateiname: null })) : chosen
    store.together(() => {
      // A paper whose consultations could not all be looked up counts as changed until they can.
      const whole = unchanged || !resolved?.incomplete
      rows.putPaper(whole ? said : { ...said, geaendert: null }, body)
      rows.putFiles(paper.adresse, named)
      if (resolved) rows.putConsultations(paper.adresse, resolved.consultations)
      withdraw(before)
    })
    return chosen.filter(({ gewaehlt }) => gewaehlt)
  }

  async function* filesIn(body: Json, since: string | undefined): AsyncGenerator<ChosenFile> {
    const list = addressOf(body.paper)
    if (list === null)
      throw new ListBroken(`die Körperschaft ${textOf(body.name) ?? ''} nennt keine Liste von Vorlagen`)
    const taken = new Set<string>()
    for (const url of since ? filtered(list, since, rows.hasUndated()) : [list]) {
      for await (const page of pagesOf(client, url, net.seitenJeListe)) {
        for (const value of page) {
          const address = isObject(value) ? addressOf(value.id) : null
          if (since && address !== null && taken.has(address)) continue
          if (address !== null) taken.add(address)
          yield* await take(value, textOf(body.id) ?? '')
        }
      }
    }
  }

  async function* walk(): AsyncGenerator<SyncItem> {
    if (!secret) throw new SourceFailed(`Die Umgebungsvariable ${source.zugang?.umgebung} ist nicht gesetzt.`)
    const system = await client.page(source.endpunkt)
    if (!isObject(system)) throw new SourceFailed('Der Endpunkt antwortet nicht mit einem OParl-Objekt.')
    begun = client.serverTime() ?? now().toISOString()
    const since = everything ? undefined : sinceOf(kept.zeiger, begun, source.ueberlappungStunden)
    everything = since === undefined
    const offered = new Set<string>()
    let bodies = 0
    let broken = 0
    for await (const body of bodiesOf(client, system, net.seitenJeListe)) {
      if (!isChosen(source, body)) continue
      bodies++
      try {
        for await (const file of filesIn(body, since)) {
          offered.add(file.adresse)
          yield fileItem(file, since ? 'geaendert' : 'ja', files)
        }
      } catch (error) {
        if (!(error instanceof FetchFailed || error instanceof ListBroken)) throw error
        broken++
        gaps.push(error.message)
      }
    }
    if (bodies === 0) gaps.push('keine passende Körperschaft gefunden')
    if (broken > 0 && broken === bodies && offered.size === 0) throw new SourceFailed('Keine Liste ließ sich lesen.')
    if (everything) {
      if (gaps.length === 0) pages.forget()
      return
    }
    for (const file of rows.allChosen()) if (!offered.has(file.adresse)) yield fileItem(file, 'nein', files)
  }

  return {
    async *items() {
      try {
        yield* walk()
      } catch (error) {
        if (error instanceof FetchFailed || error instanceof ListBroken) throw new SourceFailed(error.message)
        throw error
      }
    },
    end: () => ({
      alles: everything,
      luecken: [...new Set(gaps)],
      entfallen: gone,
      ...(begun === undefined ? {} : { zeiger: begun }),
    }),
    close: () => client.close(),
  }
}

/** The main file, without one all others; or everything. */
async function filesOf(paper: OparlPaper, client: Client, which: OparlSource['dateien']): Promise<ChosenFile[]> {
  const object = async (value: unknown): Promise<unknown> => {
    const address = addressOf(value)
    return address === null ? value : await client.json(address)
  }
  const main = fileOf(await object(paper.haupt), 'haupt')
  const found: ChosenFile[] = main ? [{ ...main, gewaehlt: true }] : []
  for (const value of paper.anlagen) {
    const file = fileOf(await object(value), 'anlage')
    if (file && !found.some(({ adresse }) => adresse === file.adresse))
      found.push({ ...file, gewaehlt: which === 'alle' || !main })
  }
  return found
}

async function* bodiesOf(client: Client, system: Json, mostPages: number): AsyncGenerator<Json> {
  // The endpoint may be a body itself.
  if ('paper' in system) yield system
  else for await (const body of membersOf(client, system.body, mostPages)) if (isObject(body)) yield body
}

function isChosen({ koerper }: OparlSource, body: Json): boolean {
  const names = [body.id, body.name, body.shortName, body.ags].map(textOf)
  return body.deleted !== true && (koerper.length === 0 || koerper.some((wanted) => names.includes(wanted)))
}

/** Undefined where the server's clock stands before the mark: then nobody knows what was missed. */
function sinceOf(mark: string | null, serverTime: string, hours: number): string | undefined {
  const at = Date.parse(mark ?? '')
  if (!(at <= Date.parse(serverTime))) return undefined
  return `${new Date(at - hours * HOUR).toISOString().slice(0, 19)}Z`
}

/** What changed; a paper without a date of change is named only among those that are new. */
function filtered(list: string, since: string, undated: boolean): string[] {
  return ['modified_since', ...(undated ? ['created_since'] : [])].map((name) => {
    const url = new URL(list)
    url.searchParams.set(name, since)
    return url.href
  })
}

/** Undefined: it is needed and not there. */
function secretOf({ zugang }: OparlSource, env: NodeJS.ProcessEnv): Record<string, string> | undefined {
  if (!zugang) return {}
  const value = env[zugang.umgebung]
  return value ? { [zugang.kopf]: value } : undefined
}
