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

test('a wave of four answers is a gap without any number, and no change is told across it', () => {
  const point = { asked: 40, range95: [0.4, 0.9], range80: [0.5, 0.8], range50: [0.6, 0.7] } as const;
  const facts = {
    instrument: 'core-1',
    version: '1',
    item: 'tu1',
    who: 'mentees',
    about: 'the-other',
  } as const;
  const { trends } = shown({
    trends: [
      {
        ...facts,
        waves: [
          { ...point, wave: 'before', answered: 30, agree: 20, value: 2 / 3 },
          { ...point, wave: 'after', asked: 6, answered: 4, agree: 3, value: 0.75 },
        ],
        change: { groups: 'two-groups', estimate: 0.083, range95: [-0.3, 0.4], n: 4 },
      },
    ],
  });
  expect(trends[0]!.change).toBeNull();
  expect(trends[0]!.waves).toEqual([
    {
      wave: 'before',
      asked: 40,
      answered: 30,
      hidden: false,
      value: 0.65,
      agree: 20,
      words: null,
      range95: [0.4, 0.9],
      range80: [0.5, 0.8],
      range50: [0.6, 0.7],
    },
    {
      wave: 'after',
      asked: 0,
      answered: 0,
      hidden: true,
      value: null,
      agree: null,
      words: null,
      range95: null,
      range80: null,
      range50: null,
    },
  ]);
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
