import type { Gate } from '#evaluation/finding.ts';
import { differenceWords } from '../text/numbers.ts';
import type { TextValues } from '../text/text.ts';

/** The values of a gate or remark about the time before the start, with its difference as words need it; others as they are. */
export function earlierChangeWords(values: Gate['values']): TextValues {
  const { difference, low, high } = values;
  if (typeof difference !== 'number' || typeof low !== 'number' || typeof high !== 'number') return values;
  const { matters: _, ...words } = differenceWords('score', {
    estimate: difference,
    range: [low, high],
    matters: 0,
  });
  return { ...values, ...words };
}
