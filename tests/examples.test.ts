import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Expected, Figures, Result } from './expected-result.ts';

/** Every example, and the fixtures with their own plans, through the command as a user would call it. */
const STORIES = [
  ...folders('examples').map((folder) => ({ folder, plan: 'plan.json', expected: 'expected.json' })),
  ...folders('tests/data').map((folder) => ({ folder, plan: 'plan.json', expected: 'expected.json' })),
  { folder: 'tests/data/nsw-survey', plan: 'plan-words.json', expected: 'expected-words.json' },
];

/** Our own rounding and R's; iterations on both sides stop well below this. */
const TOLERANCE = 1e-7;

const root = mkdtempSync(join(tmpdir(), 'plumbline-examples-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each(STORIES)('$folder with $plan', ({ folder, plan, expected: file }) => {
  const expected = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Expected;
  const out = join(root, folder, plan);
  let result: Result;
  let page: string;

  beforeAll(async () => {
    const line = ['cli/start.js', 'evaluate', folder, '--plan', join(folder, plan), '--out', out, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, line, { maxBuffer: 64e6 });
    result = JSON.parse(stdout) as Result;
    page = readFileSync(join(out, 'report.html'), 'utf8');
  });

  test('prints the same findings that it writes', () => {
    expect(JSON.parse(readFileSync(join(out, 'findings.json'), 'utf8'))).toEqual(result);
  });

  test('counts the people on file', () => {
    const { people, participants, comparison } = expected.study;
    expect(result.study).toMatchObject({ people, participants, comparison });
  });

  test('reaches the expected decision', () => {
    if (expected.decision !== undefined) expect(result.decision.outcome).toBe(expected.decision);
    else expect(['continue', 'change', 'people-decide']).toContain(result.decision.outcome);
  });

  test.each(expected.findings)('$role $outcome at $months months: $verdict', (wanted) => {
    const found = result.findings.find(
      ({ outcome, months, role }) =>
        outcome === wanted.outcome && months === wanted.months && role === wanted.role,
    )!;
    expect({ verdict: found.verdict, qualifier: found.qualifier, grade: found.grade }).toEqual({
      verdict: wanted.verdict,
      qualifier: wanted.qualifier ?? null,
      grade: wanted.grade,
    });
    expect(found.gates.map(({ id }) => id)).toEqual(wanted.gates ?? []);
    for (const part of wanted.sentenceIncludes ?? []) expect(found.sentence.en).toContain(part);
    if (wanted.exact) expectFigures(found.exact, wanted.exact);
  });

  test.each(expected.measures ?? [])('$measure: $key $wave', ({ measure, key, wave, ...wanted }) => {
    const found = result.measures
      .find((one) => one.measure === measure)
      ?.exact.find((figure) => figure.key === key && (wave === undefined || figure.wave === wave));
    for (const [name, value] of Object.entries(wanted))
      expectSame(found?.[name as keyof typeof found], value, 0, `${measure} ${key} ${name}`);
  });

  test('uses no word that the design does not permit', () => {
    const said = [result.headline, ...result.findings.map(({ sentence }) => sentence.en), page]
      .join('\n')
      .toLowerCase();
    for (const word of expected.noneOfTheseWords ?? []) expect(said).not.toContain(word);
  });
});

function folders(room: string): string[] {
  return readdirSync(room)
    .map((name) => join(room, name))
    .filter((folder) => existsSync(join(folder, 'plan.json')));
}

/** Every number that the expectation names; what it does not name may be anything. */
function expectFigures(found: Figures, wanted: Partial<Figures>): void {
  const size = wanted.standardError ?? 0;
  for (const [name, value] of Object.entries(wanted))
    expectSame(found[name as keyof Figures], value, size, name);
}

function expectSame(found: unknown, wanted: unknown, size: number, name: string): void {
  if (typeof wanted === 'number') {
    expect(typeof found, name).toBe('number');
    const apart = Math.abs((found as number) - wanted) / (Math.abs(wanted) + size);
    expect(wanted === found ? 0 : apart, `${name}: ${String(found)} for ${wanted}`).toBeLessThan(TOLERANCE);
  } else if (typeof wanted === 'object' && wanted !== null) {
    for (const [key, value] of Object.entries(wanted)) {
      expectSame((found as Record<string, unknown>)[key], value, size, `${name}.${key}`);
    }
  } else expect(found, name).toEqual(wanted);
}
