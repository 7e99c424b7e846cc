import { expect, test } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { NO_SURVEY } from '../survey/survey-findings.ts';
import { disclosedSurvey } from './disclose-survey.ts';

const PLAN: Plan = {
  plan: 1,
  cutoff: '2026-06-30',
  look: '2026-06-30',
  design: 'opinions',
  primary: { outcome: 'skill', better: 'higher', matters: 0.2 },
};
const shown = (survey: Partial<typeof NO_SURVEY>) => disclosedSurvey({ ...NO_SURVEY, ...survey }, PLAN);

test('coefficients come with two decimals, and a scale that four people answered is left out', () => {
  const scale = {
    instrument: 'strain-1',
    version: '1',
    scale: 'strain',
    about: 'oneself',
    wave: 'after',
    items: 3,
    n: 60,
    people: 60,
    alpha: { kind: 'figure', value: 0.70376, range95: [0.6818, 0.7237] },
    omega: { kind: 'missing', reason: 'too-few-people', values: { have: 60, need: 100 } },
    flagged: false,
  } as const;
  const { reliability } = shown({ reliability: [scale, { ...scale, n: 4, people: 4 }] });
  expect(reliability).toEqual([{ ...scale, alpha: { kind: 'figure', value: 0.7, range95: [0.68, 0.73] } }]);
});

const POINT = { asked: 40, range95: [0.4, 0.9], range80: [0.5, 0.8], range50: [0.6, 0.7] } as const;
const TREND = {
  instrument: 'core-1',
  version: '1',
  item: 'tu1',
  who: 'mentees',
  about: 'the-other',
} as const;
const CHANGE = { groups: 'two-groups', estimate: 0.483, range95: [0.3, 0.6], n: 40 } as const;
const wave = (name: string, answered: number, agree: number) => ({
  ...POINT,
  wave: name,
  answered,
  agree,
  value: agree / answered,
});

test('a trend has the waves of five and more; with one of them there is none', () => {
  const waves = [wave('before', 30, 20), wave('during1', 30, 21), wave('after', 4, 3)];
  const { trends } = shown({ trends: [{ ...TREND, waves, change: { ...CHANGE, n: 4 } }] });
  expect(trends[0]!.change).toBeNull();
  expect(trends[0]!.waves.map((point) => [point.wave, point.agree, point.value])).toEqual([
    ['before', 20, 0.65],
    ['during1', 21, 0.7],
  ]);
  expect(shown({ trends: [{ ...TREND, waves: waves.slice(1), change: CHANGE }] }).trends).toEqual([]);
});

test('a change to a wave that is told in words is not told: with the wave before it would tell the share', () => {
  const change = (agree: number) =>
    shown({
      trends: [{ ...TREND, waves: [wave('before', 40, 20), wave('after', 40, agree)], change: CHANGE }],
    }).trends[0]!.change;
  expect(change(39)).toBeNull();
  expect(change(30)).toMatchObject({ estimate: 0.48 });
});

test('answers are counted exactly from fifty asked on, in bands below, and not at all below five', () => {
  const row = { wave: 'after', who: 'participants' } as const;
  const [coverage] = shown({
    coverage: [
      {
        outcome: 'skill',
        label: 'Skill',
        rows: [
          { ...row, asked: 91, answered: 81, counted: 60 },
          { ...row, asked: 40, answered: 31, counted: null },
          { ...row, asked: 4, answered: 4, counted: 4 },
        ],
        apart: [{ column: 'site', level: 'Kiel', asked: 25, answered: 8, than: 'less' }],
      },
    ],
  }).coverage;
  expect(coverage!.rows).toEqual([
    {
      ...row,
      asked: 91,
      answered: { kind: 'exact', count: 81, share: 0.89 },
      counted: { kind: 'exact', count: 60, share: 0.66 },
    },
    { ...row, asked: 40, answered: { kind: 'band', share: [0.75, 0.9] }, counted: null },
  ]);
  expect(coverage!.apart).toEqual([{ column: 'site', level: 'Kiel', than: 'less' }]);
});
