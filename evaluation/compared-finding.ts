import type { Prepared } from './designs/prepared.ts';
import { steadyModel } from './effect/steady-model.ts';
import { exactFigures } from './effect/exact-figures.ts';
import { naiveGap } from './effect/naive-gap.ts';
import { outcomeValues } from './effect/outcome-values.ts';
import type { ExactFigures, Finding, Gate, Missing, OutcomeRole, Range } from './finding.ts';
import { outcomeGates } from './outcome-gates.ts';
import { reasonsFor } from './reasons.ts';
import { measureOf } from './measures/registry.ts';
import type { Plan, PlannedOutcome } from './plan/plan.ts';
import type { Study } from './study/study.ts';
import { verdictOn } from './verdict.ts';
import { followedOutcome } from './waiting-over.ts';

/** An outcome as the plan names it, and its part there. */
export interface AskedOutcome {
  readonly planned: PlannedOutcome;
  readonly role: OutcomeRole;
}

/** With more of the outcomes missing than this, bounds that include no difference make a finding fragile (5.2). */
const MANY_MISSING = 0.2;

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
  const { population, gates: known } = followedOutcome(study, prepared, planned, measure);
  const outcome = outcomeValues(study, population, planned, measure, prepared.positions);
  const k = role === 'also' ? Math.max(1, plan.also?.length ?? 1) : 1;
  let exact: ExactFigures | null = null;
  let missing: Missing | null = null;
  if ('reason' in outcome) missing = outcome;
  else {
    const everybody = new Int32Array(population.n).map((_, i) => i);
    const all = outcomeValues(study, population, planned, measure, everybody);
    const naive = 'reason' in all ? null : naiveGap(study, population, all.values, all.kind);
    exact = exactFigures(prepared, outcome, k, naive) ?? null;
    if (!exact) missing = { reason: 'no-such-data', values: { outcome: planned.outcome } };
  }
  const kind = 'reason' in outcome ? measure.kind : outcome.kind;
  const gates =
    exact && !('reason' in outcome)
      ? [...known, ...outcomeGates(exact, outcome, prepared, measure.source)]
      : known;
  return {
    outcome: planned.outcome,
    role,
    who: planned.who ?? 'mentees',
    label: planned.label ?? planned.outcome,
    better: planned.better,
    kind,
    unit: planned.unit ?? (kind === 'share' ? 'in 100' : 'points'),
    scale: 'reason' in outcome ? null : outcome.ends,
    wave: measure.counts === null ? (planned.wave ?? 'after') : null,
    months: planned.months ?? (measure.counts === null ? null : 24),
    matters: planned.matters,
    design: plan.design,
    method: prepared.method === 'alone' ? 'paired' : prepared.method,
    grade: gates.some((gate) => gate.effect === 'grade-b') ? 'B' : prepared.grade,
    ...judgement(planned, exact, gates),
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

function judgement(planned: PlannedOutcome, exact: ExactFigures | null, gates: readonly Gate[]) {
  const silent = { qualifier: null, fragile: false } as const;
  if (gates.some((gate) => gate.effect === 'words-only')) return { verdict: 'none' as const, ...silent };
  if (!exact) return { verdict: 'too-little-data' as const, ...silent };
  const orient = (range: Range | null): Range | null =>
    range && planned.better === 'lower' ? [-range[1], -range[0]] : range;
  const { verdict, qualifier } = verdictOn({
    matters: planned.matters,
    range: steadyModel(exact) ? orient(exact.range95) : null,
    familyRange: orient(exact.rangeFamily),
    nStar: [exact.nStar[0] ?? 0, exact.nStar[1] ?? 0],
    events: exact.events,
    nonEvents: exact.nonEvents,
    tooFewClusters: gates.some(({ id }) => id === 'F11'),
  });
  const fragile =
    (verdict === 'benefit' || verdict === 'harm') &&
    (gates.some((gate) => gate.effect === 'fragile') || manyMissing(exact));
  return { verdict, qualifier, fragile };
}

/** Bounds that include no difference while more than a fifth of outcomes is missing. */
function manyMissing(exact: ExactFigures): boolean {
  const asked = exact.groups.reduce((sum, group) => sum + group.asked, 0);
  const known = exact.groups.reduce((sum, group) => sum + group.n, 0);
  const { bounds } = exact;
  return bounds !== null && bounds[0] <= 0 && bounds[1] >= 0 && asked > 0 && 1 - known / asked > MANY_MISSING;
}
