import { expect, test } from 'vitest';
import type { HiddenDifference } from '#evaluation/sensitivity/sensitivity.ts';
import { COMPASS } from '../reports/compass.fixture.ts';
import { hiddenDifferenceText, tiesText, tippingText } from './hidden-difference-text.ts';

const skill = COMPASS.findings[0]!;
const hidden = (times: number): HiddenDifference => ({
  eValue: { estimate: 2.7, limit: 2.1 },
  benchmarks: [],
  strongest: { characteristic: 'last_rating', times },
});

test('a hidden difference is held against the strongest characteristic that was measured', () => {
  const said = (times: number) => hiddenDifferenceText(skill, hidden(times));
  const whole =
    'Something we did not measure would have to go with both taking part and leadership skill as strongly as last rating does, to explain all of this.';
  expect(said(1)).toContain(whole);
  expect(said(2.8)).toContain('2.8 times as strongly as last rating does, to explain all of this.');
  expect(said(0.4)).toContain('only 0.4 times as strongly as last rating does would explain all of this.');
  expect(said(1)).toContain('by 2.7, and by 2.1 for the likely range to reach no difference.');
});

test('where nothing measured matters it says so', () => {
  expect(hiddenDifferenceText(skill, { ...hidden(1), strongest: null })).toContain(
    'Nothing that was measured moves',
  );
});

test('the tipping point names the shift, or how far was looked', () => {
  expect(tippingText(skill, { shift: 0.30000000000000004, upTo: 1 })).toBe(
    'The verdict would change if participants whose outcome is not known were 0.3 points worse off than the model expects, and the others as much better.',
  );
  expect(tippingText({ ...skill, verdict: 'harm' }, { shift: null, upTo: 1 })).toContain(
    'were 1 points better off',
  );
  expect(tippingText({ ...skill, verdict: 'no-meaningful-difference' }, { shift: 0.05, upTo: 1 })).toContain(
    'better or worse off',
  );
  expect(tippingText(skill, { shift: 0, upTo: 1 })).toContain('as soon as');
});

test('ties are told only where they move the difference that is shown', () => {
  expect(tiesText(skill)).toEqual([
    'Where two people were equally similar, the first key was taken. With the last key instead the difference is 0.35 points, not 0.34 points.',
  ]);
  expect(tiesText(COMPASS.findings[1]!)).toEqual([]);
});
