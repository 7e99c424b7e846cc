import { expect, test } from 'vitest';
import { COMPASS } from '../reports/compass.fixture.ts';
import { fileName, horizonFileName, outcomeFileName } from './file-name.ts';

const [skill] = COMPASS.findings;

function evaluationOf(...outcomes: { outcome: string; months?: number }[]) {
  const findings = outcomes.map((one) => ({ ...skill!, ...one }));
  return { shown: { ...COMPASS, findings }, findings };
}

test('a file name has only lower case letters, digits and single hyphens', () => {
  expect(fileName('  Führung & Trust/../x ')).toBe('f-hrung-trust-x');
  expect(fileName('信任')).toBe('outcome');
});

test('outcomes whose names look alike get different files', () => {
  const { shown, findings } = evaluationOf({ outcome: '信任' }, { outcome: '成长' }, { outcome: 'trust' });
  expect(findings.map((finding) => outcomeFileName(shown, finding))).toEqual([
    'outcome',
    'outcome-2',
    'trust',
  ]);
});

test('an outcome at several horizons names the horizon, and one horizon does not', () => {
  const several = evaluationOf({ outcome: 'promotion', months: 12 }, { outcome: 'promotion', months: 24 });
  expect(several.findings.map((finding) => horizonFileName(several.shown, finding))).toEqual([
    'promotion-12-months',
    'promotion-24-months',
  ]);
  expect(outcomeFileName(several.shown, several.findings[1]!)).toBe('promotion');
  const one = evaluationOf({ outcome: 'promotion', months: 24 });
  expect(horizonFileName(one.shown, one.findings[0]!)).toBe('promotion');
});
