/**
 * Signs that lead the items of a list, in every format; Symbol and Wingdings put theirs into the private area.
 *
 * An `o` leads items, too, but only where words follow: who asks for it says so.
 */

/** The signs, for a class of a pattern. */
export const BULLETS = String.raw`\-*–•·▪●○■□◦‣✓✗►➢❖\uf0b7\uf0a7\uf0d8\uf076\uf0e0\uf0e8\uf02d`

/** Also those with which a wrapped line of running text begins: only where places or markup tell lines from items. */
export const PLACED_BULLETS = `${BULLETS}—→`

const BULLET = new RegExp(`^[${BULLETS}]$`, 'u')

/** Is this a sign that leads an item, and nothing else? */
export function isBullet(text: string): boolean {
  return BULLET.test(text)
}
