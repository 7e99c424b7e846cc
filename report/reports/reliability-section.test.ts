import { expect, test } from 'vitest';
import type { Coefficient, ReliabilityFinding } from '#evaluation/instruments/reliability.ts';
import type { TableBlock } from '../document.ts';
import { COMPASS } from './compass.fixture.ts';
import { reliabilitySection } from './reliability-section.ts';

const FEW: Coefficient = { kind: 'missing', reason: 'too-few-people', values: { have: 31, need: 50 } };
const figure = (value: number): Coefficient => ({
  kind: 'figure',
  value,
  range95: [value - 0.1, value + 0.1],
});
const scale = (more: Partial<ReliabilityFinding>): ReliabilityFinding => ({
  instrument: 'core-1',
  version: '1',
  scale: 'trust',
  about: 'the-other',
  wave: 'after',
  items: 3,
  n: 81,
  people: 81,
  alpha: figure(0.72),
  omega: { kind: 'missing', reason: 'too-few-people', values: { have: 81, need: 100 } },
  flagged: false,
  ...more,
});

function rows(...reliability: readonly ReliabilityFinding[]): readonly (readonly string[])[] {
  const [section] = reliabilitySection({ ...COMPASS, survey: { ...COMPASS.survey, reliability } });
  return (section!.blocks.find(({ kind }) => kind === 'table') as TableBlock).rows;
}

test('each scale has its alpha with range, or how many answers are missing for one', () => {
  expect(rows(scale({}), scale({ scale: 'honesty', about: 'oneself', n: 31, alpha: FEW }))).toEqual([
    [
      'Trust',
      'another person',
      '81, at the end',
      '0.72 (0.62 to 0.82)',
      '81 of 100',
      'The sentences hang together.',
    ],
    ['Honesty', 'oneself', '31, at the end', '31 of 50', '81 of 100', 'Too few answers to judge the scale.'],
  ]);
});

test('a low alpha is flagged, and a negative one says where to look', () => {
  const readings = rows(
    scale({ alpha: figure(0.41), flagged: true }),
    scale({ alpha: figure(-0.29), flagged: true }),
  );
  expect(readings.map((row) => row.at(-1))).toEqual([
    'Weak: these sentences hardly measure one thing here.',
    'The sentences work against each other: one that means the opposite may not have been turned round.',
  ]);
});

test('a scale that a study brings along bears its own name and version; nothing answered, no section', () => {
  expect(rows(scale({ instrument: 'theirs', version: '2019', scale: 'calm' }))[0]![0]).toBe(
    'calm (theirs 2019)',
  );
  expect(reliabilitySection(COMPASS)).toEqual([]);
});
