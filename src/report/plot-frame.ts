/**
 * A plot as SVG text, drawn without a browser, in two widths: for wide pages and for phones.
 *
 * Colours are names of the style sheet (`var(--…)`), so that one drawing serves light, dark and paper. Styles that came
 * along are taken out: the page's policy allows none but its own.
 */
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { type Html, html, trusted } from './html.ts'

export interface Size {
  readonly width: number
  readonly narrow: boolean
}

export interface Drawing {
  readonly title: string
  readonly legend: readonly (readonly [color: number, words: string])[]
  /** What the reader must know to read it: what is hollow, what was left out. */
  readonly note: string
  readonly draw: (size: Size) => Plot.PlotOptions
}

export const WIDE: Size = { width: 760, narrow: false }
export const NARROW: Size = { width: 328, narrow: true }
/** Height of a row with a city's name before it. */
export const ROW = 26

/** The colour of a place in a list of kinds, from 1. */
export function color(place: number): string {
  return `var(--f${place})`
}

export function figureOf({ title, legend, note, draw }: Drawing): Html {
  return html`<figure>
<figcaption><strong>${title}</strong>${
    legend.length > 0 &&
    html`<ul class="legende">${legend.map(
      ([place, words]) =>
        html`<li><svg class="marke" viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" rx="2" fill="${color(place)}"/></svg>${words}</li>`,
    )}</ul>`
  }</figcaption>
<div class="breit">${svgOf(draw(WIDE), title)}</div><div class="schmal">${svgOf(draw(NARROW), title)}</div>
${note && html`<p class="klein">${note}</p>`}
</figure>`
}

/** Room for names in front of the rows, in pixels. */
export function nameRoom(names: readonly string[], { narrow }: Size): number {
  const longest = Math.max(0, ...names.map((name) => nameShown(name, narrow).length))
  return Math.ceil(longest * 7.5) + 14
}

export function nameShown(name: string, narrow: boolean): string {
  const most = narrow ? 15 : 26
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name
}

function svgOf(options: Plot.PlotOptions, title: string): Html {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const svg = Plot.plot({ ...options, document })
  for (const one of svg.querySelectorAll('style')) one.remove()
  for (const one of svg.querySelectorAll('[style]')) one.removeAttribute('style')
  for (const one of svg.querySelectorAll('[aria-label]')) one.removeAttribute('aria-label')
  for (const name of ['class', 'font-family', 'style']) svg.removeAttribute(name)
  svg.setAttribute('font-size', '12')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', `${title}. Die Werte stehen in der Tabelle darunter.`)
  return trusted(svg.outerHTML)
}
