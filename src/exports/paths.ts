/**
 * Paths without the folders of the machine they come from; addresses stay whole. Pure.
 */

/** The folder all files lie in, with its last slash; empty if there is none. */
export function commonFolder(paths: readonly string[]): string {
  const folders = paths.filter((path) => !isAddress(path)).map((path) => path.slice(0, path.lastIndexOf('/') + 1))
  const [first = '', ...rest] = folders
  let common = first
  for (const folder of rest) while (!folder.startsWith(common)) common = common.replace(/[^/]*\/$/, '')
  return common
}

export function publicPath(path: string, folder: string): string {
  return isAddress(path) ? path : path.slice(folder.length)
}

/** Does it name something on the net rather than a file? */
export function isAddress(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(path)
}
