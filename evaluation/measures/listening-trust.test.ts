import { expect, test } from 'vitest';
import { disclosedMeasures } from '../disclosure/disclose-measures.ts';
import { listeningTrust } from './listening-trust.ts';
import { madePairs, madeScores } from './made-scores.ts';
import type { MeasureFigure } from './measure.ts';

const CONTEXT = {} as Parameters<typeof listeningTrust.compute>[1];

/** Pairs that two and two share a mentor; changes follow a rule that the script in the comment below repeats in R. */
function program(count: number) {
  const pairs = {
    ...madePairs(count),
    mentor: Array.from({ length: count }, (_, i) => `m${Math.floor(i / 2)}`),
  };
  const scores = madeScores(
    Array.from({ length: count }, (_, i) => {
      const before = 2 + ((i * 7) % 5) / 2;
      const moved = (((i * 11) % 9) - 4) / 4;
      const trust = 0.3 * moved - 0.2 * (before - 3) + (((i * 5) % 7) - 3) / 10;
      const one = { person: `p${i}`, about: pairs.mentor[i]! };
      return [
        { ...one, scale: 'listening-and-feedback', wave: 'before', score: before },
        { ...one, scale: 'listening-and-feedback', wave: 'after', score: before + moved },
        { ...one, scale: 'trust', wave: 'before', score: 3 },
        { ...one, scale: 'trust', wave: 'after', score: 3 + trust },
      ];
    }).flat(),
  );
  return { pairs, scores };
}

function figures(count: number): readonly MeasureFigure[] {
  const found = listeningTrust.compute(program(count), CONTEXT);
  if ('reason' in found) throw new Error(found.reason);
  return found;
}

test('the slope with listening before in the model and pairs of one mentor together is that of R', () => {
  // R: i <- 0:35; L0 <- 2 + (i*7)%%5/2; dL <- ((i*11)%%9-4)/4; dT <- .3*dL - .2*(L0-3) + ((i*5)%%7-3)/10
  // clubSandwich::conf_int(lm(dT ~ dL + L0), vcov = "CR2", cluster = i %/% 2)
  const [mentees] = figures(36);
  expect(mentees).toMatchObject({ key: 'mentees-views', n: 36, asked: 36, of: 'pairs', unit: 'coefficient' });
  expect(mentees!.value).toBeCloseTo(0.295324511657, 9);
  expect(mentees!.range95![0]).toBeCloseTo(0.174227712878, 9);
  expect(mentees!.range95![1]).toBeCloseTo(0.416421310436, 9);
});

test('below thirty pairs nobody sees the figure, and the reason is given', () => {
  const facts = { measure: listeningTrust.id, number: 'M09', better: 'higher', sensitive: false } as const;
  const [shown] = disclosedMeasures([{ ...facts, from: 'answers', missing: null, figures: figures(29) }], {
    floors: {},
  } as never);
  expect(shown!.figures[0]).toMatchObject({
    value: null,
    range95: null,
    missing: { reason: 'too-few-people', values: { need: 30, have: 29 } },
  });
});

test('a side that answered only once, or listening that never moved, gives a reason and no slope', () => {
  const { pairs, scores } = program(4);
  expect(figures(4)[1]!.value).toEqual({ reason: 'no-spread', values: {} });
  const once = { ...scores, wave: scores.wave.map(() => 'after') };
  expect(listeningTrust.compute({ pairs, scores: once }, CONTEXT)).toMatchObject({
    reason: 'too-few-people',
  });
});
