/**
 * Read and check a configuration: its syntax, its shape, and what no schema can say (folders inside each other, two
 * sources of one name, profiles nobody knows). Every complaint names its place and what would be right.
 */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { z } from 'zod'
import { german } from '../complaints.ts'
import { ProfileError, readProfile } from '../profiles/read.ts'
import { type Config, configSchema, type SourceConfig } from './config.ts'

export const DEFAULT_CONFIG = 'vorlagen.config.json'

/** A configuration that cannot be used; `complaints` are sentences for people. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly complaints: readonly string[]

  constructor(path: string, complaints: readonly string[]) {
    super(`${path}: ${complaints.join(' ')}`)
    this.complaints = complaints
  }
}

/** The configuration in a file, its paths made absolute from the file's folder. Throws `ConfigError`. */
export function loadConfig(path: string): Config {
  return configFrom(path, textOf(path))
}

export function configFrom(path: string, text: string): Config {
  const parsed = configSchema.safeParse(jsonOf(path, text), { error: german })
  if (!parsed.success) throw new ConfigError(path, parsed.error.issues.map(complaintOf))
  const folder = dirname(resolve(path))
  const [config, complaints] = withProfiles(rooted(parsed.data, folder), folder)
  complaints.push(...contradictions(config))
  if (complaints.length > 0) throw new ConfigError(path, complaints)
  return config
}

/** What is not wrong but will not work tonight: missing folders, secrets that are not set. */
export function warningsOf(config: Config, env: NodeJS.ProcessEnv): string[] {
  return config.quellen.flatMap((source) => {
    if (!source.aktiv) return []
    if (source.art === 'ordner')
      return isFolder(source.ordner) ? [] : [`Quelle ${source.id}: Den Ordner ${source.ordner} gibt es nicht.`]
    const warnings: string[] = []
    if (source.zugang && !env[source.zugang.umgebung])
      warnings.push(`Quelle ${source.id}: Die Umgebungsvariable ${source.zugang.umgebung} ist nicht gesetzt.`)
    if (source.endpunkt.startsWith('http://'))
      warnings.push(`Quelle ${source.id}: Der Endpunkt ist unverschlüsselt (http).`)
    return warnings
  })
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new ConfigError(path, ['Die Datei lässt sich nicht lesen; sie wird gebraucht, um die Quellen zu kennen.'])
  }
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new ConfigError(path, [`Das ist kein gültiges JSON (${error instanceof Error ? error.message : ''}).`])
  }
}

function complaintOf({ path, message }: z.core.$ZodIssue): string {
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return `${place.replace(/^\./, '') || 'oberste Ebene'}: ${message}.`
}

function rooted(config: Config, folder: string): Config {
  const from = (path: string): string => (isAbsolute(path) ? path : join(folder, path))
  const { originale, quarantaene, protokoll, prometheus, bericht } = config.pfade
  return {
    ...config,
    datenbank: from(config.datenbank),
    pfade: {
      originale: from(originale),
      quarantaene: from(quarantaene),
      protokoll: protokoll && from(protokoll),
      prometheus: prometheus && from(prometheus),
      bericht: bericht && from(bericht),
    },
    quellen: config.quellen.map((source) =>
      source.art === 'ordner' ? { ...source, ordner: from(source.ordner) } : source,
    ),
  }
}

/** The profiles that are named by a path, read; with what is wrong with them. */
function withProfiles(config: Config, folder: string): [Config, string[]] {
  const complaints: string[] = []
  const quellen = config.quellen.map((source, at) => {
    if (typeof source.profil !== 'string') return source
    try {
      return { ...source, profil: readProfile(source.profil, resolve(folder, source.profil)) }
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error
      complaints.push(`quellen[${at}].profil: ${error.message}`)
      return source
    }
  })
  return [{ ...config, quellen }, complaints]
}

function contradictions({ quellen }: Config): string[] {
  const complaints: string[] = []
  quellen.forEach((source, at) => {
    for (const earlier of quellen.slice(0, at)) {
      if (earlier.id === source.id) complaints.push(`quellen[${at}].id: „${source.id}“ gibt es schon.`)
      else if (overlap(earlier, source))
        complaints.push(
          `quellen[${at}]: liest dasselbe wie die Quelle ${earlier.id}; jede Vorlage gehört einer Quelle.`,
        )
    }
  })
  return complaints
}

function overlap(a: SourceConfig, b: SourceConfig): boolean {
  if (a.art === 'oparl' && b.art === 'oparl') {
    const shared = a.koerper.length === 0 || b.koerper.length === 0 || a.koerper.some((one) => b.koerper.includes(one))
    return shared && a.endpunkt.replace(/\/$/, '') === b.endpunkt.replace(/\/$/, '')
  }
  if (a.art !== 'ordner' || b.art !== 'ordner') return false
  return isWithin(real(a.ordner), real(b.ordner)) || isWithin(real(b.ordner), real(a.ordner))
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner)
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

function real(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path)
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
