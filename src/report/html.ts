/**
 * HTML whose every text is escaped: what is put into a template is text unless a template made it.
 *
 * Control characters and those that turn the direction of writing become visible: a paper must not rearrange the page.
 */
export interface Html {
  readonly markup: string
}

export type Content = Html | string | number | null | undefined | false | readonly Content[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A piece of HTML, as a tagged template. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return {
    markup: strings.reduce((before, part, at) => before + markupOf(values[at - 1]) + part),
  }
}

/** What is HTML already and made by no paper: styles, scripts, plots. */
export function trusted(markup: string): Html {
  return { markup }
}

export function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  )
}

function markupOf(value: Content): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  if ('markup' in value) return value.markup
  return value.map(markupOf).join('')
}
