import { expect, test } from 'vitest';
import { disclose } from '../disclosure/disclose.ts';
import { evaluationOf } from '../views/made-program.fixture.ts';

/** People whose skill changed by given steps, so many each. */
const changed = (steps: readonly (readonly [change: number, people: number])[], plan = {}) => {
  const changes = steps.flatMap(([change, people]) => Array.from({ length: people }, () => change));
  const evaluation = evaluationOf({
    count: changes.length,
    plan,
    scores: changes.flatMap((change, i) => [
      { person: `p${i}`, scale: 'skill', wave: 'before', score: 3 },
      { person: `p${i}`, scale: 'skill', wave: 'after', score: 3 + change },
    ]),
  });
  return { inside: evaluation.survey.changes, shown: disclose(evaluation).survey.changes };
};
const counts = ({ inside }: ReturnType<typeof changed>) =>
  inside[0]!.groups[0]!.cells.map(({ count }) => count);

test('who changed by exactly what matters has risen or fallen, by twice that has risen a lot', () => {
  const view = changed([
    [-0.2, 20],
    [-0.1, 4],
    [0, 10],
    [0.1, 6],
    [0.2, 12],
    [0.3, 8],
    [0.4, 40],
  ]);
  expect(counts(view)).toEqual([20, 20, 20, 40]);
  const [group] = view.shown[0]!.groups;
  expect(group!.cells.map(({ share, count }) => [share, count])).toEqual([
    [0.2, 20],
    [0.2, 20],
    [0.2, 20],
    [0.4, 40],
  ]);
  // Wilson for 20 of 100 with 99 degrees of freedom: 13 to 29 in 100, rounded outwards.
  expect(group!.cells[0]!.range95).toEqual([0.13, 0.3]);
});

test('bins of fewer than five people, or a tenth, are joined and never blanked', () => {
  const view = changed([
    [-1, 3],
    [0, 27],
    [0.3, 10],
    [1, 20],
  ]);
  expect(view.inside[0]!.cells).toEqual([
    { from: 0, to: 1 },
    { from: 2, to: 2 },
    { from: 3, to: 3 },
  ]);
  expect(counts(view)).toEqual([30, 10, 20]);
});

test('where nearly everybody changed alike there is no distribution to show', () => {
  const alike = [
    [0, 58],
    [1, 2],
  ] as const;
  expect(changed(alike).shown).toEqual([]);
});

test('below twenty people with both answers nothing is shown', () => {
  const view = changed([
    [0, 9],
    [1, 10],
  ]);
  expect(counts(view)).toEqual([9, 10]);
  expect(view.shown).toEqual([]);
});

test('opinions, and results that are not due, have no changes', () => {
  const steps = [
    [0, 30],
    [1, 30],
  ] as const;
  expect(changed(steps, { design: 'opinions' }).inside).toEqual([]);
  expect(changed(steps, { look: '2029-01-01' }).inside).toEqual([]);
});
