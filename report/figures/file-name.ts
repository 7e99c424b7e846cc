/**
 * A name as part of a file name or an anchor: lower case, digits, hyphens.
 *
 * Missing: a name without any such letter gives `outcome`.
 *
 * @example
 * fileName('Belonging (1 to 5)')
 * // => 'belonging-1-to-5'
 */
export function fileName(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-|-$/g, '') || 'outcome';
}
