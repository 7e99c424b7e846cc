import { expect, test } from 'vitest';
import type { ShownFigures, ShownFinding } from '#evaluation/shown.ts';
import { COMPASS } from '../reports/compass.fixture.ts';
import { headline } from './headline.ts';
import { sentenceFor } from './sentence-for.ts';

/** The sentences of the design, word for word, from the values of the demo. */
const [skill, promotion, , belonging, strain] = COMPASS.findings as readonly ShownFinding[];

function said(base: ShownFinding, rest: Partial<ShownFinding>, figures: Partial<ShownFigures> = {}): string {
  const finding = { ...base, ...rest, shown: { ...base.shown!, ...figures } };
  return sentenceFor(finding, COMPASS).text;
}

test('benefit, clear, score, similar people', () => {
  expect(said(skill!, {})).toBe(
    'After 24 months participants ended 0.34 points higher than similar people (likely 0.21 to 0.47). You said 0.20 would matter. All likely values are at least that large.',
  );
});

test('benefit, clear, share, lottery', () => {
  const [a, b] = promotion!.shown!.groups;
  const groups = [
    { ...a!, value: 0.24 },
    { ...b!, value: 0.15 },
  ];
  const rest = { verdict: 'benefit', qualifier: 'clear', grade: 'A', design: 'lottery' } as const;
  expect(said(promotion!, rest, { groups, estimate: 0.09, range95: [0.052, 0.13] })).toBe(
    'Within 24 months the program led to 9 more promotions in 100 people (24 instead of 15; likely 5 to 13 more). You said 5 would matter.',
  );
});

test('benefit, size uncertain', () => {
  const rest = { qualifier: 'size-uncertain' } as const;
  expect(said(skill!, rest, { estimate: 0.25, range95: [0.05, 0.45] })).toBe(
    'After 24 months participants ended 0.25 points higher than similar people (likely 0.05 to 0.45). This is probably a benefit; whether it is large enough to matter (0.20) is open.',
  );
});

test('benefit against people who did not take part', () => {
  expect(said(skill!, { grade: 'B-', design: 'before-after-comparison' })).toBe(
    "In 24 months participants' scores rose 0.34 points more than those of people who did not take part (likely 0.21 to 0.47). You said 0.20 would matter. The two groups may have differed from the start.",
  );
});

test('no meaningful difference, also slightly higher', () => {
  expect(said(belonging!, {})).toBe(
    'After 24 months belonging was practically the same in both groups (0.03 points higher, likely 0.10 lower to 0.16 higher). Any difference is likely smaller than the 0.20 you said would matter. That is a finding, not a gap.',
  );
  const up = { qualifier: 'slightly-higher' } as const;
  expect(said(belonging!, up, { estimate: 0.11, range95: [0.05, 0.17] })).toMatch(
    /If anything, it was slightly higher \(0\.05 to 0\.17\), by less than would matter\.$/u,
  );
});

test('inconclusive, also as one of K', () => {
  expect(said(promotion!, {})).toBe(
    '21 in 100 participants were promoted within 24 months (31 of 148), 15 in 100 similar people (44 of 296): 6 more (likely 1 fewer to 14 more). You said 5 would matter. The likely range includes no difference and a difference that matters, so we do not know.',
  );
  const rest = { verdict: 'inconclusive', qualifier: 'one-of-k' } as const;
  expect(said(belonging!, rest, { estimate: 0.2, range95: [0.01, 0.39] })).toContain(
    'Belonging was one of 3 outcomes watched; alone it would have counted as a benefit.',
  );
});

test('selection only', () => {
  const gate = {
    id: 'F5',
    effect: 'selection',
    values: { participants: 0.2094, comparison: 0.1486 },
  } as const;
  expect(said(promotion!, { gates: [gate] }, { estimate: 0.003, range95: [-0.031, 0.038] })).toBe(
    'Participants were promoted more often (21 against 15 in 100). Similar people were too. What is left (0.3 more in 100, likely 3.1 fewer to 3.8 more) does not show a difference.',
  );
});

test('harm, clear and uncertain', () => {
  const rest = { verdict: 'harm', qualifier: 'clear' } as const;
  expect(said(skill!, rest, { estimate: -0.4, range95: [-0.55, -0.25] })).toBe(
    'After 24 months participants ended 0.40 points lower than similar people (likely 0.25 to 0.55 lower). You said 0.20 would matter. Please talk about this before the program continues.',
  );
  expect(said(strain!, {})).toBe(
    'After 24 months mentors reported 0.28 points more workload strain than similar colleagues who did not mentor (likely 0.13 to 0.44 more). This is probably a harm; how large is open (0.20 matters). The decision rule says: change.',
  );
});

test('hidden and not due', () => {
  const hidden = { verdict: 'hidden', hidden: { rule: 'below-minimum', need: 5 } } as const;
  expect(said(skill!, hidden)).toBe('Hidden to protect people. Fewer than 5 people answered.');
  expect(said(skill!, { verdict: 'not-due', look: '2029-01-15' })).toBe(
    'Results open on 15 Jan 2029, as set in the plan.',
  );
});

test('change alone', () => {
  const rest = { verdict: 'none', grade: 'C', design: 'before-after', label: 'Leadership' } as const;
  expect(said(skill!, rest, { estimate: 0.41, range95: [0.29, 0.53] })).toBe(
    'Leadership scores rose from 3.1 to 3.5 among the 131 people who answered twice (likely rise 0.29 to 0.53). There is no comparison group, so we cannot say whether mentoring made the difference. People often change over a year anyway.',
  );
});

test('opinions, with bounds for those who did not answer', () => {
  const rest = { verdict: 'none', grade: 'D', design: 'opinions', outcome: 'recommend' } as const;
  const one = { ...promotion!.shown!.groups[0]!, value: null, count: null, n: 131, asked: 160 };
  const groups = [{ ...one, words: 'more-than-90' as const }];
  const frame = { ...COMPASS, plan: { ...COMPASS.plan, program: 'Compass' } };
  const shown = { ...promotion!.shown!, groups, bounds: [0.75, 0.9] as const };
  expect(sentenceFor({ ...promotion!, ...rest, shown }, frame).text).toBe(
    'More than 90 % of 131 participants would recommend Compass. Liking a program is not proof that it works. Of 160 who started, 131 answered; whatever the others think, between 75 and 90 in 100 would recommend it.',
  );
});

test('the headline names the primary, each harm, and what is not known', () => {
  expect(headline(COMPASS)).toBe(
    "Compared with similar people, participants' leadership skill rose by an amount that matters; mentors' workload strain rose too. For promotions and staying, we do not know yet.",
  );
});

test('a fragile primary is only probable in the headline', () => {
  const findings = [{ ...skill!, fragile: true }, ...COMPASS.findings.slice(1)];
  expect(headline({ ...COMPASS, findings })).toContain('leadership skill probably rose');
});
