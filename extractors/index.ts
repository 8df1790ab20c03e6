/**
 * The list of extractors, in the order their records appear in a bundle.
 *
 * A new kind of fact is one folder beside this file and one line here.
 */
import type { Extractor } from '../src/extractor.ts'
import { abschnitte } from './abschnitte/index.ts'
import { beratungsfolge } from './beratungsfolge/index.ts'
import { beschlussvorschlag } from './beschlussvorschlag/index.ts'
import { finanzen } from './finanzen/index.ts'
import { kopf } from './kopf/index.ts'
import { luecken } from './luecken/index.ts'
import { pruefungen } from './pruefung/index.ts'
import { stellen } from './stellen/index.ts'
import { verweise } from './verweise/index.ts'
import { vzae } from './vzae/index.ts'

export const extractors: readonly Extractor[] = [
  kopf,
  beratungsfolge,
  beschlussvorschlag,
  finanzen,
  vzae,
  stellen,
  verweise,
  abschnitte,
  pruefungen,
  luecken,
]
