/**
 * `vorlagen.config.json`: what a nightly run reads, how politely, and where it puts what it finds.
 *
 * Units: as the names of the keys say (Sekunden, Megabyte, Millisekunden, Tage, Wochen, Prozent, Stunden).
 * Reads: strict JSON; a key nobody knows is an error, so that a slip of the pen does not pass for a default. Secrets
 * have no place in the file: it names the variable of the environment that holds them.
 */
import { z } from 'zod'
import type { ProfileFile } from '../profiles/file.ts'

const NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/

const kommune = z
  .strictObject({
    name: z.string().trim().min(1).describe('Name des Ortes, wie man ihn nennt'),
    ags: z
      .string()
      .regex(/^\d{8}$/, 'acht Ziffern, mit Nullen vorn')
      .nullable()
      .default(null)
      .describe('Amtlicher Gemeindeschlüssel, acht Ziffern'),
  })
  .describe('Wem die Vorlagen gehören, wenn sie es nicht selbst sagen')

const source = {
  id: z.string().regex(NAME, 'Kleinbuchstaben, Ziffern, - und _').describe('Kurzer Name der Quelle; bleibt für immer'),
  kommune,
  profil: z
    .string()
    .min(1)
    .optional()
    .describe('Profil, nach dem gelesen wird: Name oder Datei; sonst am Inhalt erkannt'),
  aktiv: z.boolean().default(true).describe('false: wird übergangen, Gespeichertes bleibt'),
}

const NETWORK_DEFAULTS = {
  gleichzeitig: 2,
  pauseMillisekunden: 250,
  sekunden: 60,
  versuche: 5,
  wartenMillisekunden: 1000,
  hoechstWartenSekunden: 300,
  megabyteListe: 32,
  seitenJeListe: 20_000,
  weiterleitungen: 5,
  privateNetze: false,
}

/** Without defaults: what a source leaves out, the general rules say, and only what these leave out is preset. */
const network = z
  .strictObject({
    gleichzeitig: preset('gleichzeitig', z.int().min(1).max(16)).describe('Anfragen zugleich an einen Rechner'),
    pauseMillisekunden: preset('pauseMillisekunden', z.int().min(0).max(600_000)).describe('Abstand zweier Anfragen'),
    sekunden: preset('sekunden', z.number().min(0.05).max(3600)).describe('Längste Dauer einer Anfrage mit Antwort'),
    versuche: preset('versuche', z.int().min(1).max(10)).describe('Versuche je Anfrage'),
    wartenMillisekunden: preset('wartenMillisekunden', z.int().min(1).max(600_000)).describe(
      'Erste Wartezeit; sie verdoppelt sich',
    ),
    hoechstWartenSekunden: preset('hoechstWartenSekunden', z.number().min(0).max(86_400)).describe(
      'Länger wird auf keinen Rechner gewartet',
    ),
    megabyteListe: preset('megabyteListe', z.int().min(1).max(1000)).describe('Größte Seite einer Liste'),
    seitenJeListe: preset('seitenJeListe', z.int().min(1).max(1_000_000)).describe('Meiste Seiten einer Liste'),
    weiterleitungen: preset('weiterleitungen', z.int().min(0).max(20)).describe('Meiste Weiterleitungen einer Anfrage'),
    privateNetze: preset('privateNetze', z.boolean()).describe('Auch Adressen im eigenen Netz abrufen'),
    kontakt: z.string().min(3).max(200).optional().describe('Wen ein Betreiber erreichen kann; steht in jeder Anfrage'),
  })
  .describe('Wie mit fremden Rechnern umgegangen wird')

const folderSource = z.strictObject({
  art: z.literal('ordner'),
  ...source,
  ordner: z.string().min(1).describe('Ordner mit allen Unterordnern'),
  muster: z.array(z.string().min(1)).default([]).describe('Nur Dateien mit diesen Mustern, z. B. "**/*.pdf"'),
  ohne: z.array(z.string().min(1)).default([]).describe('Dateien mit diesen Mustern nicht'),
})

const oparlSource = z.strictObject({
  art: z.literal('oparl'),
  ...source,
  endpunkt: z
    .url({ protocol: /^https?$/, error: 'eine Adresse mit http:// oder https://' })
    .refine((url) => !/^\w+:\/\/[^/?#]*@/.test(url), 'ohne Zugangsdaten: Geheimnisse gehören in die Umgebung')
    .describe('Adresse des Systems (oparl:System) oder einer Körperschaft (oparl:Body)'),
  koerper: z
    .array(z.string().min(1))
    .default([])
    .describe('Nur Körperschaften mit dieser Adresse, diesem Namen oder AGS'),
  dateien: z
    .enum(['haupt', 'alle'])
    .default('haupt')
    .describe('haupt: die Hauptdatei, ohne Hauptdatei alle Anlagen; alle: immer alles'),
  aufloesen: z.boolean().default(true).describe('Sitzungen und Gremien der Beratungen mit abrufen'),
  ueberlappungStunden: z
    .number()
    .min(0)
    .max(8760)
    .default(48)
    .describe('So weit wird vor den letzten Stand zurückgegriffen'),
  zugang: z
    .strictObject({
      kopf: z
        .string()
        .regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/)
        .default('Authorization')
        .describe('Name der Kopfzeile'),
      umgebung: z
        .string()
        .regex(/^[A-Z][A-Z0-9_]{0,100}$/, 'der Name einer Umgebungsvariablen in Großbuchstaben')
        .describe('Umgebungsvariable mit dem Wert der Kopfzeile'),
    })
    .optional()
    .describe('Kopfzeile für den Zugang; geht nur an den Rechner des Endpunkts'),
  netz: network.optional().describe('Was für diese Quelle anders ist'),
})

const paths = z
  .strictObject({
    originale: z.string().min(1).default('out/originale').describe('Abgerufene Dateien, nach Prüfsumme abgelegt'),
    quarantaene: z
      .string()
      .min(1)
      .default('out/quarantaene')
      .describe('Vorlagen, an denen das Lesen zweimal scheiterte'),
    protokoll: z.string().min(1).nullable().default(null).describe('NDJSON, wird fortgeschrieben'),
    prometheus: z.string().min(1).nullable().default(null).describe('Textdatei für den node_exporter (.prom)'),
    bericht: z.string().min(1).nullable().default(null).describe('Bericht des letzten Laufs zum Versenden'),
  })
  .describe('Wohin geschrieben wird; von der Konfiguration aus gesehen')

const reading = z
  .strictObject({
    gleichzeitig: z.int().min(0).max(64).optional().describe('Leser zugleich; sonst je Prozessor einer'),
    sekunden: z.number().min(0.1).max(3600).default(120).describe('Längste Dauer für eine Vorlage'),
    megabyte: z.int().min(1).max(2000).default(200).describe('Größte Datei'),
    seiten: z.int().min(1).max(100_000).default(2000).describe('Meiste Seiten'),
    ocr: z
      .enum(['auto', 'nie', 'immer'])
      .default('auto')
      .describe('Texterkennung: auto für Seiten ohne Text, immer auch für Bilder mit Text; sie hat eine eigene Frist'),
    speicherMegabyte: z.int().min(64).max(65_536).default(2048).describe('Meister Speicher eines Lesers'),
  })
  .describe('Grenzen für das Lesen einer Vorlage')

const comparing = z
  .strictObject({
    vollTage: z.number().min(0).max(3650).default(30).describe('So oft wird alles verglichen, nicht nur Geändertes'),
    schwundProzent: z.number().min(0).max(100).default(30).describe('Fehlt auf einmal mehr, gilt nichts als entfallen'),
    stilleWochen: z.number().min(0.1).max(520).default(8).describe('So lange ohne neue Vorlage ist ein Befund'),
    alleStunden: z
      .number()
      .min(0.01)
      .max(8760)
      .default(24)
      .describe('Abstand der Läufe; bleibt einer aus, ist es ein Befund'),
    erneutTage: z
      .number()
      .min(0)
      .max(365)
      .default(1)
      .describe('Erste Frist bis zum neuen Versuch; sie verdoppelt sich'),
  })
  .describe('Wie Quellen verglichen werden')

export const configSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Schema für den Editor'),
    datenbank: z.string().min(1).default('out/vorlagen.db').describe('Datenbank, in die geschrieben wird'),
    pfade: paths.prefault({}),
    lesen: reading.prefault({}),
    abgleich: comparing.prefault({}),
    netz: network.prefault({}),
    quellen: z
      .array(z.discriminatedUnion('art', [folderSource, oparlSource], 'erlaubt: ordner, oparl'))
      .min(1)
      .describe('Woher Vorlagen kommen'),
  })
  .describe('Konfiguration von vorlagen sync')

export type FolderSource = WithProfile<z.output<typeof folderSource>>
export type OparlSource = WithProfile<z.output<typeof oparlSource>>
export type SourceConfig = FolderSource | OparlSource
export type Config = Omit<z.output<typeof configSchema>, 'quellen'> & { quellen: SourceConfig[] }
/** Where the file names a profile by its path, this is the profile itself. */
type WithProfile<S> = Omit<S, 'profil'> & { profil?: string | ProfileFile | undefined }
export type NetworkConfig = typeof NETWORK_DEFAULTS & { readonly kontakt?: string | undefined }

/** How a source is to be asked: what is said of it, else of all, else what is preset. */
export function networkOf(config: Config, source: OparlSource): NetworkConfig {
  return { ...NETWORK_DEFAULTS, ...defined(config.netz), ...defined(source.netz ?? {}) }
}

/** The JSON Schema for editors, as the text of a file. */
export function configJsonSchema(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input', reused: 'inline' })
  return `${JSON.stringify({ ...schema, title: 'vorlagen.config.json' }, null, 2)}\n`
}

/** The default stands in the schema for editors; it is applied in `networkOf`. */
function preset<T extends z.ZodType>(key: keyof typeof NETWORK_DEFAULTS, schema: T) {
  return schema.meta({ default: NETWORK_DEFAULTS[key] }).optional()
}

function defined<T extends object>(part: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
