import { expect, test } from 'vitest';
import { disclose } from '../disclosure/disclose.ts';
import { evaluationOf } from './made-program.fixture.ts';

const people = (count: number) => Array.from({ length: count }, (_, i) => i);
const answered = (wave: string, who: readonly number[]) =>
  who.map((i) => ({ person: `p${i}`, scale: 'satisfaction', wave, score: 4 }));
const roster = (asked: number, count: number) => ({
  count: 1,
  wave: ['after'],
  role: Uint8Array.of(0),
  asked: Int32Array.of(asked),
  answered: Int32Array.of(count),
});

test('the roster says who was asked and answered; who has a score counts', () => {
  const { views } = evaluationOf({
    count: 100,
    scores: answered('after', people(79)),
    program: { roster: roster(91, 81) },
  });
  expect(views.coverage).toMatchObject([
    { who: 'mentees', wave: 'after', asked: 91, answered: 81, counted: 79, onRoster: true },
  ]);
});

test('without a roster everybody ever enrolled was asked', () => {
  const { views } = evaluationOf({ count: 100, scores: answered('during1', people(60)) });
  expect(views.coverage).toMatchObject([{ asked: 100, answered: 60, counted: 60, onRoster: false }]);
});

test('counts are exact from fifty asked, below that a band', () => {
  const shown = (asked: number, count: number) =>
    disclose(
      evaluationOf({
        count: 100,
        scores: answered('after', people(count)),
        program: { roster: roster(asked, count) },
      }),
    ).views.coverage[0];
  expect(shown(50, 44)!.answered).toBe(44);
  expect(shown(49, 44)!.answered).toEqual([0.75, 0.9]);
  expect(shown(40, 36)!.answered).toEqual([0.9, 1]);
  expect(shown(40, 40)!.answered).toEqual([0.9, 1]);
  expect(shown(40, 0)!.answered).toEqual([0, 0.25]);
  expect(shown(4, 4)).toBeUndefined();
});

test('a planned group of twenty that answered fifteen in a hundred less than the others is named, small ones with a sibling', () => {
  const site = (i: number) => (i < 8 ? 'Kiel' : i < 25 ? 'Husum' : i < 60 ? 'Bonn' : 'Ulm');
  const { views } = evaluationOf({
    count: 100,
    covariates: { site },
    plan: { dimensions: ['site'] },
    // Six of the first twenty-five, and everybody else.
    scores: answered(
      'after',
      people(100).filter((i) => i < 6 || i >= 25),
    ),
  });
  expect(views.coverage[0]!.lagging).toEqual([[['Husum'], ['Kiel']]]);
});
