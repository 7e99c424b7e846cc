import { expect, test } from 'vitest';
import { COMPASS } from '../reports/compass.fixture.ts';
import { LOTTERY } from '../reports/hard-cases.fixture.ts';
import { insideOf } from '../reports/inside.fixture.ts';
import { findingsCsv } from './findings-csv.ts';
import { findingsJson, shownFindingsJson } from './findings-json.ts';

const inside = insideOf(COMPASS);

interface Printed {
  readonly findings: readonly Record<string, unknown>[];
  readonly [key: string]: unknown;
}

const printed = JSON.parse(findingsJson(inside, COMPASS)) as Printed;

test('the result has the keys that others build on, in their order', () => {
  expect(Object.keys(printed)).toEqual([
    'plan',
    'study',
    'headline',
    'decision',
    'findings',
    'subgroups',
    'program',
    'measures',
    'survey',
    'views',
    'trends',
  ]);
  expect(Object.keys(printed.study as object)).toEqual(['people', 'participants', 'comparison', 'leftOut']);
  expect(Object.keys(printed.decision as object)).toEqual(['rule', 'outcome', 'text']);
});

test('a result object has every field of the contract, with the short fingerprint and no demo', () => {
  expect(printed.findings[0]).toMatchObject({
    outcome: 'leadership_skill',
    role: 'primary',
    who: 'mentees',
    label: 'Leadership skill (1 to 5)',
    better: 'higher',
    unit: 'points',
    wave: 'after',
    months: 24,
    matters: 0.2,
    design: 'matched',
    grade: 'B',
    verdict: 'benefit',
    qualifier: 'clear',
    fragile: false,
    planFingerprint: '7F3C-91AD-E20B',
    planned: true,
    look: '2026-09-30',
    hidden: null,
    exact: null,
    footnotes: ['likely-95'],
    demo: false,
  });
  expect(printed.findings[0]!.sentence).toMatchObject({ key: 'benefit.clear.mean.B' });
});

test('a number that is not finite is refused, because null would pass for not known', () => {
  const broken = { ...COMPASS, findings: [{ ...COMPASS.findings[0]!, matters: Number.NaN }] };
  expect(() => findingsJson({ ...inside, findings: [inside.findings[0]!] }, broken)).toThrow(RangeError);
});

test('findings that do not belong together are refused', () => {
  expect(() => findingsJson({ ...inside, findings: [] }, COMPASS)).toThrow(/must have one/u);
});

test('the table has a head line and a row per finding, shares times 100', () => {
  const lines = findingsCsv(COMPASS).split('\n');
  expect(lines[0]).toBe(
    'outcome,role,unit,estimate,low,high,matters,n_participants,n_comparison,verdict,sentence',
  );
  expect(lines).toHaveLength(COMPASS.findings.length + 2);
  expect(lines[2]).toMatch(
    /^"promotion","also","in 100",6\.1,-1\.2,14\.2,5,148,296,"inconclusive","21 in 100 /u,
  );
});

test('an outcome judged at several horizons carries its own in the table', () => {
  expect(findingsCsv(LOTTERY)).toContain('"profit@17"');
});

test('a text that a spreadsheet would run as a formula is disarmed, and quotes are doubled', () => {
  const sly = { ...COMPASS.findings[0]!, outcome: '=HYPERLINK("x")', unit: '@sum' };
  const [, row] = findingsCsv({ ...COMPASS, findings: [sly] }).split('\n');
  expect(row).toMatch(/^"'=HYPERLINK\(""x""\)","primary","'@sum",/u);
});

test('for those who do not hold the rows everything is the same, but nowhere stands an exact figure', () => {
  const whole = JSON.parse(findingsJson(inside, COMPASS)) as unknown;
  expect(findingsJson(inside, COMPASS)).toContain('"exact"');
  expect(shownFindingsJson(inside, COMPASS)).not.toContain('"exact"');
  expect(JSON.parse(shownFindingsJson(inside, COMPASS))).toEqual(withoutExact(whole));
});

function withoutExact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExact);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'exact');
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutExact(held)]));
}
