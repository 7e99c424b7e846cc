import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';

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

/** An outcome as part of a file name, unlike that of every other outcome of the evaluation, whatever its horizon. */
export function outcomeFileName(shown: ShownEvaluation, finding: ShownFinding): string {
  const keys = [...new Set(shown.findings.map(keyOf))];
  const alike = keys.filter((key) => nameOfKey(key) === nameOfKey(keyOf(finding)));
  const position = alike.indexOf(keyOf(finding));
  return `${nameOfKey(keyOf(finding))}${position > 0 ? `-${position + 1}` : ''}`;
}

/** The same with the horizon, where the outcome is judged at several. */
export function horizonFileName(shown: ShownEvaluation, finding: ShownFinding): string {
  const same = shown.findings.filter((one) => keyOf(one) === keyOf(finding));
  const months = new Set(same.map((one) => one.months));
  const horizon = months.size > 1 && finding.months !== null ? `-${finding.months}-months` : '';
  return `${outcomeFileName(shown, finding)}${horizon}`;
}

function keyOf(finding: ShownFinding): string {
  return `${finding.who} ${finding.outcome}`;
}

function nameOfKey(key: string): string {
  const [who, ...words] = key.split(' ');
  return `${fileName(words.join(' '))}${who === 'mentors' ? '-mentors' : ''}`;
}
