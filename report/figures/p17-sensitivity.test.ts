import { expect, test } from 'vitest';
import { COMPASS } from '../reports/compass.fixture.ts';
import { LOTTERY } from '../reports/hard-cases.fixture.ts';
import { p17Sensitivity } from './p17-sensitivity.tsx';

const [skill, promotion] = COMPASS.findings;

test('the planned way stands first and the seven follow, whether they apply or not', () => {
  const { table, title } = p17Sensitivity(COMPASS, promotion!)!;
  expect(title).toBe('Promotion: 5 of 7 other ways keep the verdict');
  expect(table.rows).toHaveLength(8);
  expect(table.rows[0]).toEqual([
    'Matching (as planned)',
    '+6.1',
    '−1.2',
    '14.2',
    '148',
    '296',
    'Inconclusive',
  ]);
  expect(table.rows[7]![0]).toBe('Followed for 18 months');
});

test('a sample that differs by fewer than ten people shows no figure of its own', () => {
  const { table, svg } = p17Sensitivity(COMPASS, skill!)!;
  expect(table.rows[7]!.slice(1)).toEqual([
    ...Array.from({ length: 5 }, () => 'not shown'),
    'Same as planned: fewer than ten people differ',
  ]);
  expect(svg.paper).toContain('fewer than ten people');
});

test('where no verdict could change there is no picture', () => {
  expect(p17Sensitivity(LOTTERY, LOTTERY.findings[0]!)).toBeNull();
});
