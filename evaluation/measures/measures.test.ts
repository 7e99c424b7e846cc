import { describe, expect, test } from 'vitest';
import { MEASURES } from './registry.ts';

/** Figures are printed to four digits in the method's own table. */
const PRINTED_DIGITS = 4;

describe.each(MEASURES.map((measure) => [measure.id, measure] as const))('%s', (_, measure) => {
  test.each(measure.worked.map((worked) => [worked.from, worked] as const))(
    'gives its worked value, from %s',
    (__, worked) => {
      const figure = measure.compute(worked.columns as never);
      if ('reason' in figure) throw new Error(`no figure: ${figure.reason}`);
      const { estimate, standardError, range95 } = worked.expected;
      expect(figure.estimate).toBeCloseTo(estimate, PRINTED_DIGITS);
      if (standardError !== undefined)
        expect(figure.standardError).toBeCloseTo(standardError, PRINTED_DIGITS);
      if (range95) range95.forEach((end, i) => expect(figure.range95![i]).toBeCloseTo(end, PRINTED_DIGITS));
    },
  );

  test('has a number, sources and a review that is not over before it began', () => {
    expect(measure.number).toMatch(/^M\d\d$/);
    expect(measure.sources.length).toBeGreaterThan(0);
    expect(measure.reviewed.again > measure.reviewed.on).toBe(true);
  });
});
