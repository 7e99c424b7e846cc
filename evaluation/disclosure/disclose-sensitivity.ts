import type { Finding, Range } from '../finding.ts';
import { printedAsSame } from '../sensitivity/samples-differ.ts';
import type { Analysis, AnalysisFigures, HiddenDifference, Sensitivity } from '../sensitivity/sensitivity.ts';
import type { ShownAnalysis, ShownSensitivity } from '../shown.ts';
import { differenceShown, significant } from './two-digits.ts';

/**
 * The other ways to calculate a result as others may see them: figures as those of the planned way, and one whose sample differs
 * by so few people that it could tell on somebody as the same as planned.
 *
 * @param least people per arm from which a modelled difference may be shown
 */
export function shownSensitivity(
  sensitivity: Sensitivity,
  { matters }: Pick<Finding, 'matters'>,
  least: number,
): ShownSensitivity {
  const { analyses, otherTies, hidden } = sensitivity;
  return {
    ...sensitivity,
    analyses: analyses.map((one) => shownAnalysis(one, matters, least)),
    otherTies: otherTies === null ? null : differenceShown(otherTies, matters),
    hidden: hidden && shownHidden(hidden),
  };
}

const DIGITS = 2;

function shownHidden({ eValue, benchmarks, strongest }: HiddenDifference): HiddenDifference {
  const two = (value: number): number => significant(value, DIGITS);
  return {
    eValue: { estimate: two(eValue.estimate), limit: two(eValue.limit) },
    benchmarks: benchmarks.map((one) => ({ ...one, shift: two(one.shift) })),
    strongest: strongest && { ...strongest, times: two(strongest.times) },
  };
}

function shownAnalysis({ figures, ...told }: Analysis, matters: number, least: number): ShownAnalysis {
  const base = { ...told, sameAsPlanned: false, figures: null };
  if (!figures) return base;
  if (printedAsSame(figures.samplesDiffer)) return { ...base, sameAsPlanned: true };
  return { ...base, figures: shownFigures(figures, matters, least) };
}

function shownFigures(figures: AnalysisFigures, matters: number, least: number) {
  const { n, verdict, qualifier, keeps } = figures;
  const wide = figures.steady && Math.min(...n) >= least;
  const range = (ends: Range): Range => [
    differenceShown(ends[0], matters),
    differenceShown(ends[1], matters),
  ];
  return {
    n,
    verdict,
    qualifier,
    keeps,
    estimate: wide ? differenceShown(figures.estimate, matters) : null,
    range95: wide && figures.range95 ? range(figures.range95) : null,
  };
}
