import { type ComparedColumns, comparedColumns } from './compared-columns.ts';
import type { Prepared } from './designs/prepared.ts';
import { steadyModel } from './effect/steady-model.ts';
import { type OutcomeValues, exactFigures } from './effect/exact-figures.ts';
import { naiveGap } from './effect/naive-gap.ts';
import { type OutcomeColumns, outcomeAt } from './effect/outcome-values.ts';
import type { ExactFigures, Finding, Gate, Grade, Missing, Range, Verdict } from './finding.ts';
import { outcomeGates } from './outcome-gates.ts';
import { reasonsFor } from './reasons.ts';
import { measureOf } from './measures/registry.ts';
import type { AskedOutcome } from './plan/asked-outcomes.ts';
import type { Plan, PlannedOutcome } from './plan/plan.ts';
import type { PlannedWay } from './sensitivity/analysis.ts';
import type { Sensitivity } from './sensitivity/sensitivity.ts';
import { isFragile, sensitivityOf } from './sensitivity/sensitivity-of.ts';
import { everyPlace, pickColumns } from './study/pick.ts';
import type { Study } from './study/study.ts';
import { type Judgement, verdictOn } from './verdict.ts';

/** With more of the outcomes missing than this, bounds that include no difference make a finding fragile (5.2). */
const MANY_MISSING = 0.2;

/** What the design cannot compare is not too little data. */
const NO_VERDICT = { verdict: 'none', qualifier: null, fragile: false } as const;

/** The finding of one compared outcome, unrounded. */
export function comparedFinding(
  study: Study,
  prepared: Prepared,
  plan: Plan,
  fingerprint: string,
  asked: AskedOutcome,
): Finding {
  const { planned, role } = asked;
  const measure = measureOf(planned.outcome);
  const { compared, outcome, exact, missing, gates } = computedOutcome(study, prepared, plan, asked);
  const kind = outcome?.kind ?? measure.kind;
  return {
    outcome: planned.outcome,
    role,
    who: planned.who ?? 'mentees',
    label: planned.label ?? planned.outcome,
    better: planned.better,
    kind,
    unit: planned.unit ?? (kind === 'share' ? 'in 100' : 'points'),
    scale: outcome && compared.plain.ends,
    wave: measure.counts === null ? (planned.wave ?? 'after') : null,
    months: planned.months ?? (measure.counts === null ? null : 24),
    matters: planned.matters,
    design: plan.design,
    method: prepared.method === 'alone' ? 'paired' : prepared.method,
    grade: gradeOf(prepared, gates),
    ...(compared.missing ? NO_VERDICT : judgement(planned, exact, gates)),
    reasons: exact ? reasonsFor(exact, gates, planned) : [],
    gates,
    source: measure.source,
    sensitive: measure.sensitive,
    exact,
    missing,
    planned: true,
    look: plan.look,
    planFingerprint: fingerprint,
  };
}

/** The design's grade, unless a gate took it down. */
function gradeOf({ grade }: Prepared, gates: readonly Gate[]): Grade {
  return gates.some(({ effect }) => effect === 'grade-b') ? 'B' : grade;
}

interface Computed {
  readonly compared: ComparedColumns;
  readonly outcome: OutcomeValues | null;
  readonly exact: ExactFigures | null;
  readonly missing: Missing | null;
  readonly gates: readonly Gate[];
}

/** The figures of an outcome with the gates that fired, or why there are none. */
function computedOutcome(
  study: Study,
  prepared: Prepared,
  plan: Plan,
  { planned, role }: AskedOutcome,
): Computed {
  const measure = measureOf(planned.outcome);
  const compared = comparedColumns(study, prepared, plan, planned, measure);
  const { columns, plain } = compared;
  const none = { compared, outcome: null, exact: null, gates: compared.gates };
  const outcome = compared.missing ?? outcomeAt(columns, prepared.positions);
  if ('reason' in outcome) return { ...none, missing: outcome };
  const { population } = columns;
  const all = outcomeAt(columns, everyPlace(population.n));
  const everybody = 'reason' in all ? undefined : all;
  const naive = everybody ? naiveGap(study, population, everybody.values, everybody.kind) : null;
  const k = role === 'also' ? Math.max(1, plan.also?.length ?? 1) : 1;
  const figures = exactFigures(prepared, outcome, k, naive);
  if (!figures) {
    return { ...none, outcome, missing: { reason: 'no-such-data', values: { outcome: planned.outcome } } };
  }
  const exact = compared.completed(figures);
  const before = beforeOf(plain, prepared);
  const gates = [...compared.gates, ...outcomeGates(exact, { ...outcome, before }, prepared, measure.source)];
  if (role === 'negative-control') return { compared, outcome, exact, missing: null, gates };
  const way = { study, population, plan, planned, prepared, columns, plain, outcome, everybody, exact };
  const sensitivity = sensitivityFor(way, gates);
  return { compared, outcome, exact: { ...exact, sensitivity }, missing: null, gates };
}

/** Verdicts that another way to calculate could change. */
const TOLD: readonly Verdict[] = ['benefit', 'harm', 'no-meaningful-difference', 'inconclusive'];

function sensitivityFor(way: PlannedWay, gates: readonly Gate[]): Sensitivity | null {
  const { verdict } = verdictFrom(way.planned, way.exact, gates);
  if (!TOLD.includes(verdict)) return null;
  const grade = gradeOf(way.prepared, gates);
  return sensitivityOf(way, grade, verdict, (exact, fired) => verdictFrom(way.planned, exact, fired));
}

/** The value before of the used people. */
function beforeOf({ scoreBefore }: OutcomeColumns, { positions }: Prepared): Float64Array | undefined {
  return scoreBefore && pickColumns(scoreBefore, positions);
}

function judgement(planned: PlannedOutcome, exact: ExactFigures | null, gates: readonly Gate[]) {
  const silent = gates.some((gate) => gate.effect === 'words-only');
  if (!exact) return { ...NO_VERDICT, verdict: silent ? ('none' as const) : ('too-little-data' as const) };
  const { verdict, qualifier } = verdictFrom(planned, exact, gates);
  const fragile =
    (verdict === 'benefit' || verdict === 'harm') &&
    (gates.some((gate) => gate.effect === 'fragile') ||
      manyMissing(exact) ||
      (exact.sensitivity !== null && isFragile(exact.sensitivity)));
  return { verdict, qualifier, fragile };
}

/** The verdict on figures, however they were calculated: rule 3 here, the others in the rule itself. */
function verdictFrom(planned: PlannedOutcome, exact: ExactFigures, gates: readonly Gate[]): Judgement {
  if (gates.some((gate) => gate.effect === 'words-only')) return { verdict: 'none', qualifier: null };
  const orient = (range: Range | null): Range | null =>
    range && planned.better === 'lower' ? [-range[1], -range[0]] : range;
  return verdictOn({
    matters: planned.matters,
    range: steadyModel(exact) ? orient(exact.range95) : null,
    familyRange: orient(exact.rangeFamily),
    nStar: [exact.nStar[0] ?? 0, exact.nStar[1] ?? 0],
    events: exact.events,
    nonEvents: exact.nonEvents,
    tooFewClusters: gates.some(({ id }) => id === 'F11'),
  });
}

/** Bounds that include no difference while more than a fifth of outcomes is missing. */
function manyMissing(exact: ExactFigures): boolean {
  const asked = exact.groups.reduce((sum, group) => sum + group.asked, 0);
  const known = exact.groups.reduce((sum, group) => sum + group.n, 0);
  const { bounds } = exact;
  return bounds !== null && bounds[0] <= 0 && bounds[1] >= 0 && asked > 0 && 1 - known / asked > MANY_MISSING;
}
