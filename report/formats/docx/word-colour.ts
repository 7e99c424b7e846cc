/**
 * A colour of the theme as Word writes it.
 *
 * @example
 * wordColour('#0F4C81')
 * // => '0F4C81'
 */
export function wordColour(colour: string): string {
  return colour.replace('#', '');
}
