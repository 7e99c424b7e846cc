import { expect, test } from 'vitest';
import { wavesInOrder } from './waves.ts';

test('a wave without a number comes before numbered ones, repeats count once, strange names come last', () => {
  expect(wavesInOrder(['during1', 'spring', 'during', 'before', 'during1', 'autumn'])).toEqual([
    'before',
    'during',
    'during1',
    'autumn',
    'spring',
  ]);
});
