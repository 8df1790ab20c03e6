/**
 * The way through a source, by its kind.
 */
import type { SourceConfig } from './config.ts'
import { folderWalk } from './folder.ts'
import type { Walk } from './item.ts'
import type { SyncContext } from './run.ts'

export function walkOf(source: SourceConfig, { config, full }: SyncContext): Walk {
  if (source.art === 'ordner') return folderWalk(source, { megabytes: config.lesen.megabyte, full })
  throw new Error('noch ohne OParl')
}
