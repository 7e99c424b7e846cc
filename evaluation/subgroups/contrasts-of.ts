import { comparedColumns } from '../compared-columns.ts';
import type { Prepared } from '../designs/prepared.ts';
import { floorOf } from '../disclosure/floors.ts';
import { type OutcomeValues, exactFigures } from '../effect/exact-figures.ts';
import { outcomeAt } from '../effect/outcome-values.ts';
import type { Missing, Range } from '../finding.ts';
import { type Measure, isMissing } from '../measures/measure.ts';
import { measureOf } from '../measures/registry.ts';
import { outcomeGates } from '../outcome-gates.ts';
import type { Plan, PlannedOutcome } from '../plan/plan.ts';
import type { Study } from '../study/study.ts';
import { contrastCells, contrastModel } from './contrast-model.ts';
import { type CutGroup, cutGroups } from './cut-groups.ts';
import { participantsGap } from './participants-gap.ts';
import type { ContrastFigures, ContrastedOutcome, SubgroupCell, SubgroupContrast } from './subgroup.ts';

/** Each of the four cells needs so many effective people (measurement 5.4). */
const LEAST_PEOPLE = 20;

/** What is asked for: an outcome and the column that cuts it. */
interface AskedContrast {
  readonly planned: PlannedOutcome;
  readonly column: string;
  readonly role: SubgroupContrast['role'];
  readonly among: SubgroupContrast['among'];
}

/** Every contrast that the plan names: the primary outcome by each cut, and each watch-out by its own. Nothing else is ever looked at. */
export function contrastsOf(
  study: Study,
  plan: Plan,
  prepared: (who: 'mentees' | 'mentors') => Prepared,
): SubgroupContrast[] {
  const asked = askedContrasts(plan).map((one) => {
    const own = prepared(one.planned.who ?? 'mentees');
    return { ...one, prepared: own, groups: cutGroups(study, own, one.column) };
  });
  const judged = asked.filter(({ among }) => among === 'everybody');
  const contrasts = judged.reduce((sum, { groups }) => sum + Math.max(1, (groups?.length ?? 1) - 1), 0);
  return asked.flatMap((one) => contrastsFor(study, plan, one, Math.max(1, contrasts)));
}

function askedContrasts(plan: Plan): AskedContrast[] {
  const cuts = (plan.cuts ?? []).map((column) => {
    return { planned: plan.primary, column, role: 'cut', among: 'everybody' } as const;
  });
  const gaps = (plan.watchOuts ?? []).flatMap((planned) => {
    if (planned.cut === undefined) return [];
    const among = planned.among ?? 'everybody';
    return [{ planned, column: planned.cut, role: 'watch-out', among } as const];
  });
  return [...cuts, ...gaps];
}

function contrastsFor(
  study: Study,
  plan: Plan,
  asked: AskedContrast & { readonly prepared: Prepared; readonly groups: CutGroup[] | undefined },
  contrasts: number,
): SubgroupContrast[] {
  const { planned, column, role, among, prepared, groups } = asked;
  const measure = measureOf(planned.outcome);
  const outcome = comparableOutcome(study, plan, planned, measure, prepared);
  const level = among === 'participants' ? 0.95 : 1 - 0.05 / contrasts;
  const base = {
    ...contrastedOutcome(planned, measure, isMissing(outcome) ? measure.kind : outcome.kind),
    role,
    among,
    column,
    level,
    contrasts,
  };
  const [reference, ...others] = groups ?? [];
  if (!reference || others.length === 0) {
    const missing = { reason: groups ? 'all-alike' : 'no-such-data', values: { column } } as const;
    return [{ ...base, ...nobody, missing, state: role === 'watch-out' ? 'cannot-tell' : null }];
  }
  const models =
    isMissing(outcome) || among === 'participants'
      ? []
      : contrastModel(prepared, outcome, [reference, ...others], level);
  return others.map((group, j) => {
    const names = { group: group.name, reference: reference.name };
    if (isMissing(outcome))
      return { ...base, ...nobody, ...names, missing: outcome, state: stateOf(base, null) };
    const cells = contrastCells(prepared, outcome, group, reference).filter(
      ({ who }) => among === 'everybody' || who === 'participants',
    );
    const few = tooFew(cells, floorOf(plan, measure.source));
    const figures = few
      ? null
      : ((among === 'participants' ? participantsGap(prepared, outcome, group, reference) : models[j]) ??
        null);
    const missing = few ?? (figures ? null : couldNot(planned));
    return { ...base, ...names, cells, figures, missing, state: stateOf(base, figures) };
  });
}

const UNNAMED = { kind: 'level', name: '' } as const;
const nobody = { group: UNNAMED, reference: UNNAMED, cells: [], figures: null } as const;

function couldNot({ outcome }: PlannedOutcome): Missing {
  return { reason: 'could-not-be-calculated', values: { outcome } };
}

/** The outcome as the design compares it, or why no groups of it can be compared: words only for the whole is words only for parts. */
function comparableOutcome(
  study: Study,
  plan: Plan,
  planned: PlannedOutcome,
  measure: Measure,
  prepared: Prepared,
): OutcomeValues | Missing {
  const compared = comparedColumns(study, prepared, plan, planned, measure);
  const outcome = compared.missing ?? outcomeAt(compared.columns, prepared.positions);
  if (isMissing(outcome)) return outcome;
  const exact = exactFigures(prepared, outcome, 1, null);
  if (!exact) return couldNot(planned);
  const gates = [...compared.gates, ...outcomeGates(exact, outcome, prepared, measure.source)];
  const silent = gates.find(({ effect }) => effect === 'words-only');
  return silent ? { reason: 'groups-not-compared', values: { gate: silent.id } } : outcome;
}

function contrastedOutcome(
  planned: PlannedOutcome,
  measure: Measure,
  kind: ContrastedOutcome['kind'],
): ContrastedOutcome {
  return {
    outcome: planned.outcome,
    label: planned.label ?? planned.outcome,
    who: planned.who ?? 'mentees',
    better: planned.better,
    matters: planned.matters,
    kind,
    unit: planned.unit ?? (kind === 'share' ? 'in 100' : 'points'),
    months: planned.months ?? (measure.counts === null ? null : 24),
    source: measure.source,
  };
}

function tooFew(cells: readonly SubgroupCell[], floor: number): Missing | null {
  const enough = cells.every(({ n, nStar }) => n >= floor && nStar >= LEAST_PEOPLE);
  return enough ? null : { reason: 'too-few-people', values: { need: Math.max(floor, LEAST_PEOPLE) } };
}

/** A gap between groups is held against its limit on either side: wider for one group is narrower for the other. */
function stateOf(
  { role, among, matters }: Pick<SubgroupContrast, 'role' | 'among' | 'matters'>,
  figures: ContrastFigures | null,
): SubgroupContrast['state'] {
  if (role === 'cut') return null;
  const range: Range | null = figures?.range ?? null;
  if (among === 'participants' || range === null) return 'cannot-tell';
  const [low, high] = range;
  if (low > -matters && high < matters) return 'inside';
  return (low > 0 && high >= matters) || (high < 0 && low <= -matters) ? 'outside' : 'cannot-tell';
}
