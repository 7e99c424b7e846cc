import { exactFigures } from '../effect/exact-figures.ts';
import { steadyModel } from '../effect/steady-model.ts';
import type { ExactFigures, Gate, Grade, Verdict } from '../finding.ts';
import { clusterGate } from '../outcome-gates.ts';
import type { Judgement } from '../verdict.ts';
import type { OtherWay, PlannedWay } from './analysis.ts';
import { hiddenDifference } from './hidden-difference.ts';
import { differenceWithOtherTies } from './other-ties.ts';
import { CALCULATIONS } from './registry.ts';
import { printedAsSame, samplesDiffer } from './samples-differ.ts';
import type { Analysis, AnalysisFigures, NotApplied, Sensitivity } from './sensitivity.ts';
import { tippingPoint } from './tipping-point.ts';

/** How a verdict is found from figures and the gates that follow from them. */
export type Judge = (exact: ExactFigures, gates: readonly Gate[]) => Judgement;

/** All seven, each with the same estimator, ranges and verdict rule as the planned way. A calculation that repeats an earlier one is not counted twice. */
export function sensitivityOf(way: PlannedWay, grade: Grade, planned: Verdict, judge: Judge): Sensitivity {
  const analyses: Analysis[] = [];
  const before: ExactFigures[] = [];
  for (const calculation of CALCULATIONS) {
    const { id } = calculation;
    const other = calculated(calculation.vary(way), way, before);
    if (typeof other === 'string') analyses.push({ id, figures: null, notApplied: other, months: null });
    else {
      before.push(other.exact);
      const figures = figuresOf(other, way, planned, judge);
      analyses.push({ id, figures, notApplied: null, months: other.months ?? null });
    }
  }
  const figures = analyses.flatMap((one) => one.figures ?? []);
  const changed = figures.filter(({ keeps }) => !keeps).map(({ verdict }) => verdict);
  return {
    analyses,
    apply: figures.length,
    keep: figures.length - changed.length,
    changesTo: mostFrequentFirst(changed),
    otherTies: differenceWithOtherTies(way),
    hidden: hiddenDifference(way, grade, planned),
    tipping: tippingPoint(way, planned, judge),
  };
}

/** Fewer than five of seven keep the verdict; of fewer that apply the same part (measurement 5.2). */
export function isFragile({ apply, keep }: Pick<Sensitivity, 'apply' | 'keep'>): boolean {
  const [least, all] = [5, 7];
  return keep * all < least * apply;
}

interface Calculated extends OtherWay {
  readonly exact: ExactFigures;
}

/** The figures of another way, or why it says nothing that is not said already. */
function calculated(
  other: OtherWay | NotApplied,
  way: PlannedWay,
  before: readonly ExactFigures[],
): Calculated | NotApplied {
  if (typeof other === 'string') return other;
  const exact = exactFigures(other.prepared, other.outcome, way.exact.k, null, other.modelOf);
  if (exact?.estimate == null) return 'could-not-be-calculated';
  if (isSame(exact, way.exact)) return 'changes-nothing';
  return before.some((one) => isSame(exact, one)) ? 'same-as-earlier' : { ...other, exact };
}

function figuresOf(other: Calculated, way: PlannedWay, planned: Verdict, judge: Judge): AnalysisFigures {
  const { exact, prepared } = other;
  const { verdict, qualifier } = judge(exact, clusterGate(exact, prepared));
  const apart = samplesDiffer(way, other);
  return {
    estimate: exact.estimate!,
    range95: exact.range95,
    n: [exact.groups[0]!.n, exact.groups[1]!.n],
    nStar: exact.nStar,
    steady: steadyModel(exact),
    verdict,
    qualifier,
    samplesDiffer: apart,
    keeps: verdict === planned || printedAsSame(apart),
  };
}

/** Nothing but rounding sets two calculations apart. */
const ROUNDING = 1e-9;

/** Whether a calculation is the planned one under another name: the same people, the same figure, the same error. */
function isSame(other: ExactFigures, planned: ExactFigures): boolean {
  const [size, own] = [planned.standardError ?? 0, other.standardError ?? 0];
  if (other.groups.some(({ n }, arm) => n !== planned.groups[arm]!.n)) return false;
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDING * size;
  return near(other.estimate ?? 0, planned.estimate ?? 0) && near(own, size);
}

function mostFrequentFirst(verdicts: readonly Verdict[]): Verdict[] {
  const counts = new Map<Verdict, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([verdict]) => verdict);
}
