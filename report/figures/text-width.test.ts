import { expect, test } from 'vitest';
import { textWidth, wrappedLines } from './text-width.ts';

test('a line of text needs the sum of its letters', () => {
  // DejaVu Sans: n 634, o 612 thousandths; at 10 pixels 6.34 + 6.12.
  expect(textWidth('no', 10, 'regular')).toBe(12.46);
  expect(textWidth('', 10, 'regular')).toBe(0);
});

test('every wrapped line stays inside its width, also with words longer than a line', () => {
  const texts = [
    'Leadership skill (1 to 5)',
    'Donaudampfschifffahrtsgesellschaftskapitän',
    'a b',
    '',
    'Weekly profit, 17 months',
  ];
  for (const text of texts) {
    for (const width of [40, 80, 160, 500]) {
      for (const line of wrappedLines(text, width, 14, 'semibold')) {
        expect(textWidth(line, 14, 'semibold')).toBeLessThanOrEqual(width);
      }
    }
  }
});

test('wrapping loses no letter', () => {
  const text = 'Confidence to speak up in meetings with people of higher grades';
  expect(wrappedLines(text, 90, 14, 'regular').join(' ')).toBe(text);
});

test('a text that fits stays one line, and no text is one empty line', () => {
  expect(wrappedLines('Promotion', 200, 14, 'regular')).toEqual(['Promotion']);
  expect(wrappedLines('', 200, 14, 'regular')).toEqual(['']);
});
