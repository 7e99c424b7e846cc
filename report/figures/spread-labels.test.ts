import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

test('labels that are far apart stay where they want to be', () => {
  expect(spreadLabels([10, 80], 18, [0, 100])).toEqual([10, 80]);
});

test('labels that want the same height are set apart by the least gap, in any order', () => {
  expect(spreadLabels([50, 50], 18, [0, 100])).toEqual([50, 68]);
  expect(spreadLabels([52, 50], 18, [0, 100])).toEqual([68, 50]);
});

test('labels at the bottom are moved up, not out of the picture', () => {
  expect(spreadLabels([98, 99, 100], 18, [0, 100])).toEqual([64, 82, 100]);
});

test('no label and one label are fine', () => {
  expect(spreadLabels([], 18, [0, 100])).toEqual([]);
  expect(spreadLabels([120], 18, [0, 100])).toEqual([100]);
});
