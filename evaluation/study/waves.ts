const WAVE = /^(before|during|after|followup)(\d*)$/;
const PARTS = ['before', 'during', 'after', 'followup'];

/**
 * Waves in the order of a program: earlier ones by number, the one just before the start, during by number, after, follow-ups by number;
 * other names last, by their letters.
 *
 * @example
 * wavesInOrder(['followup6', 'after', 'during10', 'before', 'during2', 'before1'])
 * // => ['before1', 'before', 'during2', 'during10', 'after', 'followup6']
 */
export function wavesInOrder(waves: Iterable<string>): string[] {
  const place = (wave: string): readonly [part: number, number: number] => {
    const [, part, number] = WAVE.exec(wave) ?? [];
    if (part === undefined) return [PARTS.length, 0];
    return [PARTS.indexOf(part), wave === 'before' ? Number.POSITIVE_INFINITY : Number(number)];
  };
  return [...new Set(waves)].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    return left[0] - right[0] || (left[1] === right[1] ? 0 : left[1] - right[1]) || (a < b ? -1 : 1);
  });
}
