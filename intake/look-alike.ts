/**
 * The form in which two texts look alike: same letters whatever their bytes, case, blanks, leading zeros and characters that cannot be seen.
 * Accents count: `Muller` and `Müller` do not look alike.
 *
 * @example
 * lookAlikeForm(' 00Ab ')
 * // => 'ab'
 */
export function lookAlikeForm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(/^0+(?=.)/, '');
}

/** Groups of different texts that look alike, in order of first appearance. */
export function lookAlikes(texts: Iterable<string>): string[][] {
  const first = new Map<string, string>();
  const groups = new Map<string, Set<string>>();
  for (const text of texts) {
    if (text === '') continue;
    const form = lookAlikeForm(text);
    const known = first.get(form);
    if (known === undefined) first.set(form, text);
    else if (known !== text) {
      const group = groups.get(form) ?? new Set([known]);
      group.add(text);
      groups.set(form, group);
    }
  }
  return [...groups.values()].map((group) => [...group]);
}
