import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { type TextKey, catalogue, hasText, text } from './text.ts';

test('a missing key is an error', () => {
  expect(() => text('no.such.text' as TextKey, {})).toThrow(/has no no\.such\.text/u);
});

test('a missing value is an error, never a hole', () => {
  expect(() => text('notdue', {})).toThrow(RangeError);
});

test('names that every object has are no texts', () => {
  expect(hasText('toString')).toBe(false);
});

test('every text of the catalogue can be compiled', () => {
  for (const [key, message] of Object.entries(catalogue)) {
    expect(() => new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }), key).not.toThrow();
  }
});
