import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainNumber, signedNumber } from '../../figures/amounts.ts';
import { numberCell } from './number-cell.ts';

test('numbers as the report writes them are numbers again, to the last digit', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 4 }), (number, decimals) => {
      const written = Number(number.toFixed(decimals));
      for (const text of [plainNumber(number, decimals), signedNumber(number, decimals)])
        expect(numberCell(text)?.value).toBeCloseTo(written === 0 ? 0 : written, 6);
    }),
    { seed: 20261125 },
  );
});

test('the format shows what the report shows: decimals, groups, sign', () => {
  expect(numberCell('0.30')?.format).toBe('0.00');
  expect(numberCell('1,500')?.format).toBe('#,##0');
  expect(numberCell('+830')?.format).toBe('+0;−0;0');
  expect(numberCell('−1,234.5')?.format).toBe('+#,##0.0;−#,##0.0;#,##0.0');
});

test('what only looks like a number stays text: options, codes, dates, formulas, words, groups of another length', () => {
  for (const text of [
    '1-2',
    '007',
    '2024-01-01',
    '=1',
    '-1',
    '+',
    '',
    '1,5',
    '12,34',
    '1e5',
    '5 people',
    '–',
  ])
    expect(numberCell(text), text).toBeUndefined();
});
