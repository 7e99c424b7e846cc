import type { CoursePoint, OutcomeCourse, OutcomeCurves, ShownCourse } from '../evaluation.ts';
import type { Range } from '../finding.ts';
import type { ShownFinding } from '../shown.ts';
import { armShown, stepped } from './display-table.ts';
import { significant } from './two-digits.ts';

const FINE_FROM = 50;

/**
 * A course at the grain of its arms, without the points of too few people: such a point looks like one of nobody. Where the other arm is
 * shown and this one is at another wave, there is a gap, with the day of the other arm.
 */
export function shownCourse(course: OutcomeCourse, need: number): ShownCourse[] {
  const open = course.waves.filter(({ n }) => n >= need);
  if (open.length === 0) return [];
  const gaps = open.flatMap((point) => {
    const who = point.who === 'participants' ? ('comparison' as const) : ('participants' as const);
    const own = open.filter((one) => one.who === who);
    return own.length === 0 || own.some(({ wave }) => wave === point.wave) ? [] : [gapAt(point, who)];
  });
  const points = [...open.map((point) => shownPoint(point, course)), ...gaps];
  const order = [...new Set(course.waves.map(({ wave }) => wave))];
  const rank = ({ wave, who }: Point): number => 2 * order.indexOf(wave) + (who === 'participants' ? 0 : 1);
  return [{ ...course, waves: points.sort((one, other) => rank(one) - rank(other)) }];
}

type Point = ShownCourse['waves'][number];

function gapAt({ wave, month, date }: CoursePoint, who: CoursePoint['who']): Point {
  const nothing = { value: null, range95: null, range80: null, range50: null, words: null };
  return { wave, who, month, date, n: 0, ...nothing, hidden: true };
}

function shownPoint({ alike, ...point }: CoursePoint, { scale }: OutcomeCourse): Point {
  const { value, range95, words } = armShown({
    kind: 'score',
    n: point.n,
    value: point.value,
    range95: point.range95,
    count: null,
    alike,
    scale,
    source: 'survey',
    sensitive: false,
  });
  const inner = (range: Range | null): Range | null =>
    range95 && range ? [significant(range[0], 3), significant(range[1], 3)] : null;
  return {
    ...point,
    value,
    range95,
    range80: inner(point.range80),
    range50: inner(point.range50),
    words,
    hidden: false,
  };
}

/** People still observed come in steps: with those to whom it happened the others would tell how many left. */
const OBSERVED_STEP = 5;

/** Curves at the grain of their arm; an arm whose own figure is not shown has no curve. */
export function shownCurves(curves: OutcomeCurves, findings: readonly ShownFinding[]): OutcomeCurves[] {
  const finding = findings.find(
    ({ outcome, who, months }) =>
      outcome === curves.outcome && who === curves.who && months === curves.months,
  );
  const groups = finding?.shown?.groups ?? [];
  const arms = curves.arms.flatMap((arm) => {
    const group = groups.find(({ who }) => who === arm.who);
    if (!group || group.value === null) return [];
    const grain = group.n >= FINE_FROM ? 0.01 : 0.05;
    const steps = arm.steps.map((step) => ({
      ...step,
      observed: stepped(step.observed, OBSERVED_STEP),
      value: stepped(step.value, grain),
      range95: step.range95 && ([stepped(step.range95[0], grain), stepped(step.range95[1], grain)] as const),
    }));
    return [{ ...arm, steps }];
  });
  return arms.length > 0 ? [{ ...curves, arms }] : [];
}
