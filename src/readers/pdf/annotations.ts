/**
 * Form fields and links of a page. The values of form fields are not part of a PDF's text, yet a person sees them.
 *
 * Units: points from the top left corner.
 */
import type { Annotations, Field } from './engine.ts'
import { apply, type Matrix } from './matrix.ts'

/** Turn the engine's annotations into fields and hosts; `page` maps to the page as shown. */
export function annotationsOf(list: readonly unknown[], page: Matrix): Annotations {
  const fields: Field[] = []
  const hosts: string[] = []
  for (const entry of list) {
    if (!isRecord(entry) || entry.hidden === true) continue
    const host = hostOf(entry.url)
    if (host) hosts.push(host)
    const field = fieldOf(entry, page)
    if (field) fields.push(field)
  }
  return { fields, hosts }
}

function fieldOf(entry: Readonly<Record<string, unknown>>, page: Matrix): Field | undefined {
  const rect = entry.rect
  if (entry.subtype !== 'Widget' || !Array.isArray(rect) || rect.length !== 4) return undefined
  const [x1, y1, x2, y2] = rect.map(Number)
  const [ax, ay] = apply(page, x1 ?? 0, y1 ?? 0)
  const [bx, by] = apply(page, x2 ?? 0, y2 ?? 0)
  const place = { left: Math.min(ax, bx), top: Math.min(ay, by), right: Math.max(ax, bx), bottom: Math.max(ay, by) }
  const value = entry.fieldValue
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
  if (entry.checkBox === true) return { kind: 'box', checked: isChecked(text, entry.exportValue), text: '', ...place }
  if (entry.radioButton === true)
    return { kind: 'box', checked: isChecked(text, entry.buttonValue), text: '', ...place }
  if ((entry.fieldType === 'Tx' || entry.fieldType === 'Ch') && text.trim()) {
    return { kind: 'text', checked: false, text, ...place }
  }
  return undefined
}

function isChecked(value: string, on: unknown): boolean {
  return value !== '' && value !== 'Off' && (typeof on !== 'string' || on === '' || value === on)
}

function hostOf(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  return new URL(url).hostname || undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
