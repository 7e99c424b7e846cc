import { expect, test } from 'vitest';
import { endLabel } from './end-label.ts';

test('a name that fits stands beside the value, one that does not is left out whole', () => {
  expect(endLabel('2.99', 'Similar people')).toBe('2.99 Similar people');
  expect(endLabel('2.99', 'People who did not take part')).toBe('2.99');
});
