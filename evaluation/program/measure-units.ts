import type { Measure, MeasureUnit, ProgramMeasure } from '../measures/measure.ts';
import { WORKED_CONTEXT } from '../measures/worked-context.ts';

/** The units in which a measure gives its figures, as its worked example shows them. */
export function measureUnits(measure: Measure | ProgramMeasure): readonly MeasureUnit[] {
  if ('kind' in measure) return [measure.kind === 'share' ? 'share' : 'points'];
  const units = measure.worked.flatMap((worked) => {
    const figures = measure.compute(worked.columns as never, { ...WORKED_CONTEXT, ...worked.context });
    return 'reason' in figures ? [] : figures.map(({ unit }) => unit);
  });
  return [...new Set(units)];
}
