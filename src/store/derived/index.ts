/**
 * The views that draw conclusions, in the order in which they are made.
 */
import { sqlName } from '../columns.ts'
import type { Statement } from '../ddl.ts'
import type { Model } from '../model.ts'
import { AMOUNT_PER_PAPER } from './amounts.ts'
import { META } from './meta.ts'
import { LATEST_PLACES, PER_YEAR, PLACES } from './places.ts'
import { STEPS } from './steps.ts'
import type { DerivedView } from './view.ts'

const VIEWS: readonly DerivedView[] = [META, AMOUNT_PER_PAPER, STEPS, LATEST_PLACES, PLACES, PER_YEAR]

/** Those for which the model has the columns. */
export function derivedViews(model: Model): DerivedView[] {
  const known = new Set(model.tables.flatMap(({ name, columns }) => columns.map((one) => `${name}.${one.name}`)))
  return VIEWS.filter(({ needs }) => needs.every((column) => known.has(column)))
}

export function derivedStatements(model: Model): Statement[] {
  return derivedViews(model).map(({ name, select }) => ({ name, sql: `CREATE VIEW ${viewName(name)} AS ${select}` }))
}

/** `_meta` and its like begin with a dash below, which no table of papers may. */
export function viewName(name: string): string {
  return name.startsWith('_') ? `"_${sqlName(name.slice(1)).slice(1)}` : sqlName(name)
}
