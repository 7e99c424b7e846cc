import { expect, test } from 'vitest';
import type { ItemAnswers } from '../survey/item-answers.ts';
import { shownItem } from './disclose-items.ts';

/** A sentence on five steps of which the last two agree. */
function sentence(counts: readonly number[], more: Partial<ItemAnswers> = {}): ItemAnswers {
  const answered = counts.reduce((sum, count) => sum + count, 0);
  return {
    instrument: 'core-1',
    version: '1',
    item: 'tu1',
    who: 'mentees',
    about: 'the-other',
    wave: 'after',
    kind: 'rating',
    asked: answered + 3,
    answered,
    people: answered,
    mostOfOne: 1,
    agreeRange95: null,
    cells: counts.map((count, i) => ({ code: String(i + 1), count, agrees: i >= 3 })),
    agree: counts[3]! + counts[4]!,
    wording: null,
    mayPublish: true,
    ...more,
  };
}

const cellsOf = (item: ItemAnswers): string[] | undefined =>
  shownItem(item, 5).cells?.map(
    ({ codes, count, share, words }) => `${codes.join('+')}: ${words ?? `${count} ${share}`}`,
  );

test('68 of 81 agree: the rest is told together, because each of its steps has fewer than one in ten', () => {
  const shown = shownItem(sentence([2, 4, 7, 28, 40]), 5);
  expect(shown.agree).toMatchObject({ count: 68, share: 0.84, words: null });
  expect(cellsOf(sentence([2, 4, 7, 28, 40]))).toEqual(['1+2+3: 13 0.16', '4: 28 0.35', '5: 40 0.49']);
});

test('below twenty people there is only the count of those who agree, and no count of nearly all', () => {
  expect(shownItem(sentence([0, 1, 3, 5, 3]), 5)).toMatchObject({
    cells: null,
    agree: { count: 8, share: null, words: null },
  });
  expect(shownItem(sentence([0, 0, 1, 5, 6]), 5).agree).toMatchObject({
    count: null,
    share: null,
    words: 'nearly-all',
  });
});

test('where more than ninety in a hundred agree neither steps nor counts are told', () => {
  expect(shownItem(sentence([0, 1, 3, 40, 56]), 5)).toMatchObject({
    cells: null,
    agree: { count: null, share: null, words: 'more-than-90' },
  });
});

test('what is told of steps and of agreeing cannot be played off against each other', () => {
  // 3 of 4 people in the middle; the side that agrees is told as a whole.
  const shown = shownItem(sentence([10, 10, 14, 3, 3], { agree: 6 }), 5);
  expect(shown.cells!.map(({ codes }) => codes.join('+'))).toEqual(['1', '2', '3', '4+5']);
  expect(shown.agree!.count).toBe(6);
});

test('of several answers possible each option stands alone; of one, rare options come together', () => {
  const options = (kind: 'several-of' | 'one-of', counts: readonly number[]): ItemAnswers =>
    sentence(counts, {
      kind,
      people: 60,
      answered: 60,
      agree: null,
      cells: counts.map((count, i) => ({ code: 'ABCD'[i]!, count, agrees: false })),
    });
  expect(cellsOf(options('several-of', [48, 36, 12, 2]))).toEqual([
    'A: 48 0.8',
    'B: 36 0.6',
    'C: 12 0.2',
    'D: less-than-10',
  ]);
  // Two chose D; alone it would be 60 − 30 − 20 − 8.
  expect(cellsOf(options('one-of', [30, 20, 8, 2]))).toEqual(['A: 30 0.5', 'B: 20 0.33', 'D+C: 10 0.17']);
});

test('the wording of an instrument leaves only where its owner allows', () => {
  const wording = { en: 'A sentence of somebody else.' };
  expect(shownItem(sentence([5, 5, 5, 5, 5], { wording, mayPublish: false }), 5).wording).toBeNull();
  expect(shownItem(sentence([5, 5, 5, 5, 5], { wording }), 5).wording).toEqual(wording);
});
