import { expect, test } from 'vitest';
import { noEvents, noScores } from '../study/empty-rows.ts';
import type { AnswerRows } from '../study/program-rows.ts';
import type { StudyRows } from '../study/rows.ts';
import { reliabilityFindings } from './reliability.ts';

interface Given {
  readonly person: string;
  readonly about?: string;
  readonly wave?: string;
  readonly day?: number;
  readonly answers: Readonly<Record<string, string>>;
}

function study(given: readonly Given[]): StudyRows {
  const flat = given.flatMap(({ answers, ...rest }) =>
    Object.entries(answers).map(([item, answer]) => ({ ...rest, item, answer })),
  );
  const answers: AnswerRows = {
    count: flat.length,
    person: flat.map(({ person }) => person),
    about: flat.map(({ about = '' }) => about),
    instrument: flat.map(() => 'strain-1'),
    version: flat.map(() => '1'),
    wave: flat.map(({ wave = 'after' }) => wave),
    day: Int32Array.from(flat, ({ day = 100 }) => day),
    item: flat.map(({ item }) => item),
    answer: flat.map(({ answer }) => answer),
    language: flat.map(() => ''),
  };
  return {
    people: undefined as never,
    events: noEvents(),
    scores: noScores(),
    program: { answers } as never,
  };
}

/** Answers that move together but for a step that follows a rule. */
const answersOf = (i: number) => ({
  st1: String(1 + (i % 5)),
  st2: String(1 + ((i + (i % 3 === 0 ? 1 : 0)) % 5)),
  st3: String(1 + ((i + (i % 4 === 0 ? 2 : 0)) % 5)),
});
const people = (count: number, wave = 'after'): Given[] =>
  Array.from({ length: count }, (_, i) => ({ person: `m${i}`, wave, answers: answersOf(i) }));
const AT = { cutoff: 1000, seed: 20_260_930 };

test('below fifty complete answers there are too few to judge the scale; omega waits for a hundred', () => {
  const [few] = reliabilityFindings(study(people(49)), AT);
  expect(few).toMatchObject({
    scale: 'strain',
    about: 'oneself',
    n: 49,
    alpha: { kind: 'missing', reason: 'too-few-people', values: { have: 49, need: 50 } },
    flagged: false,
  });
  const [some] = reliabilityFindings(study(people(60)), AT);
  expect(some!.alpha.kind).toBe('figure');
  expect(some!.omega).toEqual({ kind: 'missing', reason: 'too-few-people', values: { have: 60, need: 100 } });
});

test('a set of answers with one gap, and one after the cut-off, are not complete; the fullest wave is judged', () => {
  const gap = { person: 'gap', answers: { st1: '4', st2: '', st3: '3' } };
  const late = { person: 'late', day: 2000, answers: answersOf(1) };
  const [found] = reliabilityFindings(study([...people(50, 'before'), gap, late, ...people(20)]), AT);
  expect(found).toMatchObject({ wave: 'before', n: 50 });
});

test('answers about oneself and about another are judged apart, and people are counted, not answers', () => {
  const about = people(30).flatMap(({ answers }, i) => [
    { person: 'm0', about: `p${i}`, answers },
    { person: 'm1', about: `q${i}`, answers },
  ]);
  const found = reliabilityFindings(study([...people(50), ...about]), AT);
  expect(found.map(({ about: whom, n, people: who }) => [whom, n, who])).toEqual([
    ['oneself', 50, 50],
    ['the-other', 60, 2],
  ]);
  expect(found[1]!.alpha).toMatchObject({ reason: 'too-few-people', values: { have: 2 } });
});

test('items that work against each other are flagged with a negative alpha', () => {
  const turned = people(60).map((one, i) => ({
    ...one,
    answers: { ...one.answers, st3: String(5 - (i % 5)) },
  }));
  const [found] = reliabilityFindings(study(turned), AT);
  expect(found!.flagged).toBe(true);
  if (found!.alpha.kind !== 'figure') throw new Error('no alpha');
  expect(found!.alpha.value).toBeLessThan(0);
});
