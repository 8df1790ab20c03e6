/**
 * External lists of OParl as files, a page each; a page is written when it is known whether another follows.
 *
 * Source: OParl 1.1, object lists and pagination.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Objects on a page. */
const PAGE = 250

export type OparlObject = Readonly<Record<string, unknown>>

/** Address of the first page of a list, relative to the base. */
export function listPath(folder: string, name: string): string {
  return pagePath(folder, name, 1)
}

/** Write `folder/name-1.json` and so on below `root`. Returns how many objects are in the list. */
export function writeList(
  root: string,
  base: string,
  folder: string,
  name: string,
  objects: Iterable<OparlObject>,
): number {
  let page: OparlObject[] = []
  let number = 1
  let count = 0
  const flush = (more: boolean): void => {
    const link = (to: number): string => `${base}/${pagePath(folder, name, to)}`
    writeJson(join(root, pagePath(folder, name, number)), {
      data: page,
      pagination: { elementsPerPage: PAGE, currentPage: number },
      links: {
        first: link(1),
        ...(number > 1 ? { prev: link(number - 1) } : {}),
        self: link(number),
        ...(more ? { next: link(number + 1) } : {}),
      },
    })
    page = []
    number += 1
  }
  for (const one of objects) {
    if (page.length === PAGE) flush(true)
    page.push(one)
    count += 1
  }
  flush(false)
  return count
}

/** Hands objects on and writes each to the file its address names. */
export function objectWriter(root: string, base: string): (objects: Iterable<OparlObject>) => Generator<OparlObject> {
  const made = new Set<string>()
  return function* (objects) {
    for (const one of objects) {
      const path = join(root, String(one.id).slice(base.length + 1))
      const folder = dirname(path)
      if (!made.has(folder)) mkdirSync(folder, { recursive: true })
      made.add(folder)
      writeFileSync(path, `${JSON.stringify(one)}\n`)
      yield one
    }
  }
}

export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(value)}\n`)
}

function pagePath(folder: string, name: string, number: number): string {
  return `${folder ? `${folder}/` : ''}${name}-${number}.json`
}
