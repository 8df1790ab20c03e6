/**
 * The way through a source, by its kind.
 */
import type { SourceConfig } from './config.ts'
import { folderWalk } from './folder.ts'
import type { Walk } from './item.ts'
import { oparlWalk } from './oparl/walk.ts'
import type { SyncContext } from './run.ts'

export function walkOf(source: SourceConfig, context: SyncContext): Walk {
  const { config, full } = context
  if (source.art === 'ordner') return folderWalk(source, { megabytes: config.lesen.megabyte, full })
  return oparlWalk(source, context)
}
