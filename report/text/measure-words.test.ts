import { expect, test } from 'vitest';
import { MEASURES } from '#evaluation/measures/registry.ts';
import { hasText } from './text.ts';

test.each(MEASURES.map(({ id }) => id))(
  '%s has a name, a question, a reason why it matters, and a caveat',
  (id) => {
    for (const word of ['name', 'question', 'why', 'caveats'])
      expect(hasText(`measure.${id}.${word}`), word).toBe(true);
  },
);
