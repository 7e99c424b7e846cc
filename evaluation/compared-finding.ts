import type { Prepared } from './designs/prepared.ts';
import { exactFigures } from './effect/exact-figures.ts';
import { naiveGap } from './effect/naive-gap.ts';
import { outcomeValues } from './effect/outcome-values.ts';
import type { ExactFigures, Finding, Gate, Missing, OutcomeRole, Range } from './finding.ts';
import { measureOf } from './measures/registry.ts';
import type { Plan, PlannedOutcome } from './plan/plan.ts';
import type { Study } from './study/study.ts';
import { verdictOn } from './verdict.ts';

/** An outcome as the plan names it, and its part there. */
export interface AskedOutcome {
  readonly planned: PlannedOutcome;
  readonly role: OutcomeRole;
}

const LEAST_DEGREES_OF_FREEDOM = 4;
const LEAST_MENTORS = 5;
const LEAST_PEOPLE = 20;
/** Attrition limits of F4, in shares. */
const LEAST_ANSWERED = 0.5;
const ARMS_APART_WORDS = 0.15;
const ARMS_APART_FRAGILE = 0.1;

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
  const { population } = prepared;
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
  const gates = exact
    ? [...prepared.gates, ...outcomeGates(exact, prepared, measure.source)]
    : prepared.gates;
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
    method: prepared.method,
    grade: gates.some((gate) => gate.effect === 'grade-b') ? 'B' : prepared.grade,
    ...judgement(planned, exact, gates, prepared),
    reasons: [],
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

function judgement(
  planned: PlannedOutcome,
  exact: ExactFigures | null,
  gates: readonly Gate[],
  prepared: Prepared,
) {
  const silent = { qualifier: null, fragile: false } as const;
  if (gates.some((gate) => gate.effect === 'words-only')) return { verdict: 'none' as const, ...silent };
  if (!exact) return { verdict: 'too-little-data' as const, ...silent };
  const orient = (range: Range | null): Range | null =>
    range && planned.better === 'lower' ? [-range[1], -range[0]] : range;
  const fewMentors = prepared.mentors > 0 && prepared.mentors < LEAST_MENTORS;
  const { verdict, qualifier } = verdictOn({
    matters: planned.matters,
    range: orient(exact.range95),
    familyRange: orient(exact.rangeFamily),
    nStar: [exact.nStar[0] ?? 0, exact.nStar[1] ?? 0],
    events: exact.events,
    nonEvents: exact.nonEvents,
    tooFewClusters: fewMentors || (exact.df ?? 0) < LEAST_DEGREES_OF_FREEDOM,
  });
  const fragile =
    (verdict === 'benefit' || verdict === 'harm') && gates.some((gate) => gate.effect === 'fragile');
  return { verdict, qualifier, fragile };
}

/** F4 and F5: gates that need to know who answered, or the plain gap. */
function outcomeGates(exact: ExactFigures, prepared: Prepared, source: 'hr' | 'survey'): Gate[] {
  const gates: Gate[] = [];
  const [participants, comparison] = exact.groups.map((group) => group.n / Math.max(1, group.asked));
  const apart = Math.abs(participants! - comparison!);
  const values = { participants: participants!, comparison: comparison! };
  if (source === 'survey') {
    if (Math.min(participants!, comparison!) < LEAST_ANSWERED || apart > ARMS_APART_WORDS) {
      gates.push({ id: 'F4', effect: 'words-only', values });
    } else if (apart > ARMS_APART_FRAGILE) gates.push({ id: 'F4', effect: 'fragile', values });
    if (prepared.method === 'lottery' && (apart > 0.1 || Math.min(participants!, comparison!) < 0.7)) {
      gates.push({ id: 'F4', effect: 'grade-b', values });
    }
  }
  const excludes = (range: Range | null | undefined): boolean => !!range && (range[0] > 0 || range[1] < 0);
  const naive = exact.naive;
  const enough = Math.min(...exact.nStar) >= LEAST_PEOPLE;
  if (
    enough &&
    prepared.method !== 'lottery' &&
    naive &&
    excludes(naive.range95) &&
    exact.range95 &&
    !excludes(exact.range95)
  ) {
    gates.push({
      id: 'F5',
      effect: 'selection',
      values: { participants: naive.participants, comparison: naive.comparison },
    });
  }
  return gates;
}
