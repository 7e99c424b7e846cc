import { changeFigures, opinionFigures } from './described-figures.ts';
import type { DescribingDesign } from './designs/design.ts';
import type { Prepared } from './designs/prepared.ts';
import type { OutcomeValues } from './effect/exact-figures.ts';
import { outcomeValues } from './effect/outcome-values.ts';
import type { ExactFigures, Finding, Gate, Missing } from './finding.ts';
import { instrumentGate } from './outcome-gates.ts';
import { measureOf } from './measures/registry.ts';
import type { AskedOutcome } from './plan/asked-outcomes.ts';
import type { Plan, PlannedOutcome } from './plan/plan.ts';
import type { Study } from './study/study.ts';

/** F8: the share of values before that may be late. */
const MOST_LATE = 0.2;

/** What participants alone can tell: a change, or what they said. Never a verdict. */
export function describedFinding(
  study: Study,
  prepared: Prepared,
  design: DescribingDesign,
  plan: Plan,
  fingerprint: string,
  { planned, role }: AskedOutcome,
): Finding {
  const measure = measureOf(planned.outcome);
  const outcome = outcomeValues(study, prepared.population, planned, measure, prepared.positions);
  const { figures, gates } =
    'reason' in outcome ? { figures: outcome, gates: [] } : described(prepared, design, planned, outcome);
  const missing = 'reason' in figures ? figures : null;
  return {
    outcome: planned.outcome,
    role,
    who: planned.who ?? 'mentees',
    label: planned.label ?? planned.outcome,
    better: planned.better,
    kind: design.compares === 'opinion' ? 'share' : 'score',
    unit: planned.unit ?? (design.compares === 'opinion' ? 'in 100' : 'points'),
    scale: 'reason' in outcome ? null : outcome.ends,
    wave: planned.wave ?? 'after',
    months: planned.months ?? null,
    matters: planned.matters,
    design: plan.design,
    method: design.compares === 'change' ? 'paired' : 'opinion',
    grade: design.grade,
    verdict: 'none',
    qualifier: null,
    fragile: false,
    reasons: [],
    gates,
    source: measure.source,
    sensitive: measure.sensitive,
    exact: missing ? null : (figures as ExactFigures),
    missing,
    planned: true,
    look: plan.look,
    planFingerprint: fingerprint,
  };
}

/** The figures of one outcome under a design that describes, and the gates that stand before them. */
function described(
  prepared: Prepared,
  design: DescribingDesign,
  planned: PlannedOutcome,
  outcome: OutcomeValues,
): { figures: ExactFigures | Missing; gates: readonly Gate[] } {
  if (measureOf(planned.outcome).counts !== null)
    return { figures: { reason: 'not-in-this-design', values: { outcome: planned.outcome } }, gates: [] };
  const { late, known } = outcome.beforeDates;
  const { before, at } = outcome.instruments;
  const change = design.compares === 'change';
  const lateGates: Gate[] =
    change && known > 0 && late / known > MOST_LATE
      ? [{ id: 'F8', effect: 'words-only', values: { late, known } }]
      : [];
  const changed = instrumentGate({ instruments: { before: change ? before : [], at } });
  const gates = [...lateGates, ...changed];
  if (changed.length > 0)
    return { figures: { reason: 'instrument-changed', values: changed[0]!.values }, gates };
  return { figures: change ? changeFigures(prepared, outcome) : opinionFigures(prepared, outcome), gates };
}
