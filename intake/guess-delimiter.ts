/** What may stand between cells without being named. */
export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** So many lines are looked at. */
const SAMPLE_LINES = 50;

/**
 * The delimiter of a CSV text: the one that cuts the heading into most cells and the lines below into as many.
 *
 * Quoted text is not looked at, so a comma in a quoted cell or a decimal comma does not decide.
 * Titles of one cell above the heading do not count.
 * Shape: a comma when nothing decides, as for a file of one column.
 *
 * @example
 * delimiterOf('id;share\n7001;0,5\n7002;1')
 * // => ';'
 */
export function delimiterOf(text: string): Delimiter {
  const lines = sampleCounts(text);
  const counts = lines.slice(
    Math.max(
      0,
      lines.findIndex((line) => line.some((n) => n > 0)),
    ),
  );
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const [at, delimiter] of DELIMITERS.entries()) {
    const heading = counts[0]?.[at] ?? 0;
    if (heading === 0) continue;
    const alike = counts.filter((line) => line[at] === heading).length / counts.length;
    const score = alike * 1000 + heading;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/**
 * The delimiter that a first line such as `sep=;` names, as spreadsheets write and read it; `undefined` when there is none.
 *
 * @example
 * delimiterHint('sep=;\nid;share\n')
 * // => ';'
 */
export function delimiterHint(text: string): string | undefined {
  return /^"?sep=([^\n"])"?[,;\t]*(\n|$)/i.exec(text)?.[1];
}

/** Delimiters outside quotes, per line with anything on it. */
function sampleCounts(text: string): number[][] {
  const lines: number[][] = [];
  let line = DELIMITERS.map(() => 0);
  let empty = true;
  let quoted = false;
  for (let i = 0; i < text.length && lines.length < SAMPLE_LINES; i++) {
    const letter = text[i]!;
    if (letter === '"') quoted = !quoted;
    if (letter === '\n' && !quoted) {
      if (!empty) lines.push(line);
      line = DELIMITERS.map(() => 0);
      empty = true;
      continue;
    }
    empty = false;
    const at = quoted ? -1 : DELIMITERS.indexOf(letter as Delimiter);
    if (at >= 0) line[at]!++;
  }
  if (!empty && lines.length < SAMPLE_LINES) lines.push(line);
  return lines;
}
