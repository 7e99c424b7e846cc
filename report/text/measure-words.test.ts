import { expect, test } from 'vitest';
import { MEASURES, PROGRAM_MEASURES } from '#evaluation/measures/registry.ts';
import { hasText } from './text.ts';

test.each([...MEASURES, ...PROGRAM_MEASURES].map(({ id }) => id))(
  '%s has a name, a question, a reason why it matters, a caveat, a formula, data, an owner and a schedule',
  (id) => {
    for (const word of ['name', 'question', 'why', 'caveats', 'formula', 'data', 'owner', 'schedule'])
      expect(hasText(`measure.${id}.${word}`), word).toBe(true);
  },
);

test.each(PROGRAM_MEASURES.map((measure) => [measure.id, measure] as const))(
  'every figure that %s gives has its words',
  (id, measure) => {
    for (const worked of measure.worked)
      for (const key of Object.keys(worked.expected))
        expect(hasText(`measure.${id}.figure.${key}`), key).toBe(true);
  },
);
