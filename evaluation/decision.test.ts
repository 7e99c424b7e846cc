import { expect, test } from 'vitest';
import { decisionOn } from './decision.ts';
import type { Finding, Range, Verdict } from './finding.ts';
import type { Plan } from './plan/plan.ts';

const plan: Plan = {
  plan: 1,
  design: 'lottery',
  cutoff: '2026-01-01',
  look: '2026-01-01',
  primary: { outcome: 'a', better: 'higher', matters: 1 },
};
const finding = (
  role: 'primary' | 'watch-out',
  verdict: Verdict,
  range95: Range,
  better: 'higher' | 'lower' = 'higher',
) =>
  ({
    role,
    outcome: role,
    months: 12,
    verdict,
    better,
    matters: 1,
    exact: { range95 },
  }) as unknown as Finding;
const decided = (...findings: Finding[]) => decisionOn(plan, findings, true).outcome;

test('benefit with every watch-out inside its limit says continue', () => {
  expect(
    decided(finding('primary', 'benefit', [1, 2]), finding('watch-out', 'inconclusive', [-0.9, 2])),
  ).toBe('continue');
});

test('a watch-out that could be outside its limit leaves it to people: not harmed must be shown', () => {
  const decision = decisionOn(
    plan,
    [finding('primary', 'benefit', [1, 2]), finding('watch-out', 'inconclusive', [-1, 2])],
    true,
  );
  expect(decision).toMatchObject({ outcome: 'people-decide', cannotTell: ['watch-out@12'] });
  expect(
    decided(finding('primary', 'benefit', [1, 2]), finding('watch-out', 'too-little-data', [-0.5, 0.5])),
  ).toBe('people-decide');
});

test('harm in the primary or in a watch-out says change', () => {
  expect(decided(finding('primary', 'harm', [-3, -1]))).toBe('change');
  expect(decided(finding('primary', 'benefit', [1, 2]), finding('watch-out', 'harm', [-3, -1]))).toBe(
    'change',
  );
});

test('where lower is better the limit lies above', () => {
  expect(
    decided(finding('primary', 'benefit', [1, 2]), finding('watch-out', 'inconclusive', [-2, 0.9], 'lower')),
  ).toBe('continue');
  expect(
    decided(finding('primary', 'benefit', [1, 2]), finding('watch-out', 'inconclusive', [-2, 1.1], 'lower')),
  ).toBe('people-decide');
});

test('before the look nothing is decided', () => {
  expect(decisionOn(plan, [], false).outcome).toBe('not-due');
});
