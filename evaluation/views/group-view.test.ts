import { expect, test } from 'vitest';
import { disclose } from '../disclosure/disclose.ts';
import { evaluationOf } from './made-program.fixture.ts';

const site = (i: number) => (i < 30 ? 'Bonn' : i < 60 ? 'Ulm' : i < 64 ? 'Kiel' : 'Husum');
const program = (score: (i: number) => number, plan: object = { dimensions: ['site'] }) =>
  evaluationOf({
    count: 90,
    covariates: { site },
    plan,
    scores: Array.from({ length: 90 }, (_, i) => ({
      person: `p${i}`,
      scale: 'satisfaction',
      wave: 'after',
      score: score(i),
    })),
  });

test('a group whose range leaves the band around the overall mean is marked, at the level of all cells', () => {
  const [view] = program((i) => (i < 30 ? 2 : 4) + (i % 2)).views.groups;
  expect(view!.groups).toEqual([[['Bonn']], [['Husum'], ['Kiel']], [['Ulm']]]);
  expect(view!.level).toBeCloseTo(1 - 0.05 / 3, 12);
  expect(view!.cells.map(([cell]) => [cell!.n, cell!.differs])).toEqual([
    [30, 'below'],
    [30, 'above'],
    [30, 'above'],
  ]);
});

test('groups that are alike are not marked, also where chance makes them differ a little', () => {
  const [view] = program((i) => 3 + (i % 3)).views.groups;
  expect(view!.cells.map(([cell]) => cell!.differs)).toEqual(['no', 'no', 'no']);
});

test('means come at the grain of their group', () => {
  const { views } = disclose(program((i) => (i < 30 ? 2 : 4) + (i % 4) / 4));
  expect(views.groups[0]!.cells[0]![0]!.value).toBe(2.4);
});

test('without groups in the plan, or with a name that is not on file, there is no table', () => {
  expect(program(() => 4, {}).views.groups).toEqual([]);
  expect(program(() => 4, { dimensions: ['team'] }).views.groups).toEqual([]);
});

test('an outcome of the plan is not split into groups', () => {
  expect(
    program((i) => 3 + (i % 3), {
      dimensions: ['site'],
      primary: { outcome: 'satisfaction', better: 'higher', matters: 0.2 },
    }).views.groups,
  ).toEqual([]);
});
