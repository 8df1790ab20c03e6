/**
 * From the consultations of an OParl paper to days, bodies, agenda numbers and results: meetings, organizations and
 * agenda items are looked up, each once a run.
 */
import { type Client, FetchFailed } from '../../sources/oparl/client.ts'
import { addressOf, dayIn, isObject, type Json, listOf, textOf } from '../../sources/oparl/objects.ts'
import type { Consultation } from './rows.ts'

export interface Resolved {
  readonly consultations: readonly Consultation[]
  /** Something could not be looked up; worth another try. */
  readonly incomplete: boolean
}

/** So many looked-up objects are remembered. */
const MEMORY = 5000

/** `follow`: look up what is only an address. */
export function resolverFor(client: Client, follow: boolean): (values: readonly unknown[]) => Promise<Resolved> {
  const memory = new Map<string, Promise<Json | null>>()

  const fetched = (address: string): Promise<Json | null> => {
    const known = memory.get(address)
    if (known) return known
    const oldest = memory.keys().next()
    if (memory.size >= MEMORY && !oldest.done) memory.delete(oldest.value)
    const answer = client.json(address).then((value) => (isObject(value) ? value : null))
    memory.set(address, answer)
    return answer
  }

  return async (values) => {
    let incomplete = false
    const object = async (value: unknown): Promise<Json | null> => {
      if (isObject(value)) return value
      const address = addressOf(value)
      if (address === null || !follow) return null
      try {
        return await fetched(address)
      } catch (error) {
        if (!(error instanceof FetchFailed)) throw error
        if (!error.final) incomplete = true
        return null
      }
    }
    const consultations: Consultation[] = []
    for (const value of values) {
      const said = await object(value)
      if (!said || said.deleted === true) continue
      const meeting = await object(said.meeting)
      const item = await object(said.agendaItem)
      const bodies: string[] = []
      const organizations = listOf(said.organization).length > 0 ? said.organization : meeting?.organization
      for (const organization of listOf(organizations)) {
        const name = textOf((await object(organization))?.name)
        if (name !== null) bodies.push(name)
      }
      consultations.push({
        adresse: addressOf(said.id),
        rolle: textOf(said.role),
        federfuehrend: typeof said.authoritative === 'boolean' ? said.authoritative : null,
        sitzung: addressOf(isObject(said.meeting) ? said.meeting.id : said.meeting),
        datum: dayIn(meeting?.start),
        gremien: bodies,
        top: textOf(item?.number),
        ergebnis: textOf(item?.result),
      })
    }
    return { consultations, incomplete }
  }
}
