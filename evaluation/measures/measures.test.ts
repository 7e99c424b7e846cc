import { describe, expect, test } from 'vitest';
import { MEASURES, PROGRAM_MEASURES } from './registry.ts';
import { WORKED_CONTEXT } from './worked-context.ts';

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

describe.each(PROGRAM_MEASURES.map((measure) => [measure.id, measure] as const))('%s', (_, measure) => {
  test.each(measure.worked.map((worked) => [worked.from, worked] as const))(
    'gives its worked values, from %s',
    (__, worked) => {
      const figures = measure.compute(worked.columns as never, { ...WORKED_CONTEXT, ...worked.context });
      if ('reason' in figures) throw new Error(`no figures: ${figures.reason}`);
      for (const [key, expected] of Object.entries(worked.expected)) {
        const figure = figures.find((one) => one.key === key);
        if (typeof figure?.value !== 'number') throw new Error(`no figure ${key}`);
        expect(figure.value, key).toBeCloseTo(expected.value, PRINTED_DIGITS);
        for (const name of ['range95', 'bounds'] as const)
          expected[name]?.forEach((end, i) =>
            expect(figure[name]![i], `${key} ${name}`).toBeCloseTo(end, PRINTED_DIGITS),
          );
      }
    },
  );

  test('says why a figure has no range, or has one', () => {
    for (const worked of measure.worked) {
      const figures = measure.compute(worked.columns as never, { ...WORKED_CONTEXT, ...worked.context });
      for (const figure of 'reason' in figures ? [] : figures)
        expect((figure.range95 === null) !== (figure.noRange === null), figure.key).toBe(true);
    }
  });

  test('has a number, sources and a review that is not over before it began', () => {
    expect(measure.number).toMatch(/^M\d\d$/);
    expect(measure.sources.length).toBeGreaterThan(0);
    expect(measure.reviewed.again > measure.reviewed.on).toBe(true);
  });
});
