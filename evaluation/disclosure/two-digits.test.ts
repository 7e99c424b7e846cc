import { expect, test } from 'vitest';
import { differenceShown } from './two-digits.ts';

test.each([
  [0.3412, 0.2, 0.34],
  [0.2049, 0.2, 0.205],
  [0.1996, 0.2, 0.1996],
  [-0.2049, 0.2, -0.205],
  [832.2, 300, 830],
  [0, 0.2, 0],
])('%d beside %d that matters is shown as %d', (value, matters, shown) => {
  expect(differenceShown(value, matters)).toBe(shown);
});
