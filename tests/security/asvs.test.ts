import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect, test } from 'vitest';

/**
 * Lines of OWASP ASVS 5.0.0 with what shows that they hold. It grows with the product: a line of a finished stage has a test (a file, and part
 * of the test's name) or a waiver with its reason.
 */
interface Line {
  readonly id: string;
  readonly applies: 'yes' | 'no';
  readonly stage: string;
  readonly test: string;
  readonly evidence: string;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FINISHED = ['1'];
const { data: LINES, errors } = Papa.parse<Line>(
  readFileSync(new URL('asvs.csv', import.meta.url), 'utf8').trim(),
  {
    header: true,
  },
);

test('the list can be read, each line once, in order', () => {
  expect(errors).toEqual([]);
  const numbers = LINES.map(({ id }) => id.split('.').map(Number));
  const sorted = numbers.toSorted(([a, b, c], [d, e, f]) => a! - d! || b! - e! || c! - f!);
  expect(numbers).toEqual(sorted);
  expect(new Set(LINES.map(({ id }) => id)).size).toBe(LINES.length);
  expect(LINES.length).toBeGreaterThan(90);
});

test('every line of a finished stage has a test that exists, or a waiver; every other says why it does not apply', () => {
  const faults = LINES.flatMap((line) => {
    if (!/^\d+\.\d+\.\d+$/.test(line.id)) return [`${line.id} is no number of a requirement`];
    if (line.applies === 'no')
      return line.evidence === '' ? [`${line.id} does not say why it does not apply`] : [];
    if (line.evidence.startsWith('waiver: ')) return [];
    if (line.test === '')
      return FINISHED.includes(line.stage) ? [`${line.id} has neither test nor waiver`] : [];
    const [file, name] = line.test.split(/: (.*)/s) as [string, string];
    const path = join(ROOT, file);
    if (!existsSync(path)) return [`${line.id}: there is no ${file}`];
    return readFileSync(path, 'utf8').replace(/\s+/g, ' ').includes(name)
      ? []
      : [`${line.id}: ${file} has no test “${name}”`];
  });
  expect(faults).toEqual([]);
});
