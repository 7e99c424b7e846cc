import { expect, test } from 'vitest';
import { COMPASS } from './compass.fixture.ts';
import { BY_SITE, BY_TENURE, PROMOTION_GAP } from './promotion-gap.fixture.ts';
import { subgroupSection } from './subgroup-section.ts';

const said = (subgroups: typeof COMPASS.subgroups) =>
  JSON.stringify(subgroupSection({ ...COMPASS, subgroups }));

test('a gap among participants is said with both figures, its range, and what it cannot tell', () => {
  const words = said({ contrasts: [PROMOTION_GAP], cohorts: [], cohortsHidden: false });
  expect(words).toContain(
    'Promotion gap: 20 in 100 among women, 22 in 100 among men, all of them participants: 2 in 100 fewer (likely 15 fewer to 12 in 100 more).',
  );
  expect(words).toContain('gets no verdict');
  expect(words).toContain('we cannot tell whether the limit of 5 in 100 was kept');
});

test('groups whose differences do not clearly differ are not to be read separately', () => {
  const words = said({ contrasts: [BY_SITE, BY_TENURE], cohorts: [], cohortsHidden: false });
  expect(words).toContain(
    'In the one comparison of groups that we planned to look at, the differences do not clearly differ from each other. Do not read them separately.',
  );
  expect(words).toContain('3 in 100 larger (likely 12 smaller to 19 in 100 larger)');
  expect(words).toContain('those for 2 comparisons (97.5 in 100)');
  expect(words).toContain(
    'tenure years above 4.5 against tenure years up to 4.5: too few people to compare. At least 20 are needed',
  );
  expect(words).toContain('60 · 120 · 88 · 176');
});

test('a difference that clears zero is told as one', () => {
  const clear = { ...BY_SITE, figures: { estimate: 0.2, range: [0.08, 0.33], values: null } as const };
  const words = said({ contrasts: [clear], cohorts: [], cohortsHidden: false });
  expect(words).toContain('In one comparison of groups the differences clearly differ from each other.');
  expect(words).toContain('20 in 100 larger (likely 8 to 33 in 100 larger)');
});

test('cohorts stand beside the pooled figure, all or none', () => {
  const cohorts = [
    { cohort: '2024', n: [70, 130], estimate: 0.31, range95: [0.14, 0.48] },
    { cohort: '2025', n: [61, 110], estimate: 0.37, range95: [0.18, 0.56] },
  ] as const;
  const words = said({ contrasts: [], cohorts, cohortsHidden: false });
  expect(words).toContain('["All cohorts","points","+0.34","0.21","0.47","131","240"]');
  expect(words).toContain('["2025","points","+0.37","0.18","0.56","61","110"]');
  expect(said({ contrasts: [], cohorts: [], cohortsHidden: true })).toContain(
    'too few people are in one of them',
  );
});

test('a group that is a bare number is told with its column', () => {
  const numbered = { ...BY_SITE, column: 'no_degree', group: { kind: 'level', name: '1' } as const };
  expect(said({ contrasts: [numbered], cohorts: [], cohortsHidden: false })).toContain(
    'no degree 1 against Berlin',
  );
});

test('a plan that names no groups has no such section', () => {
  expect(
    subgroupSection({ ...COMPASS, subgroups: { contrasts: [], cohorts: [], cohortsHidden: false } }),
  ).toEqual([]);
});
