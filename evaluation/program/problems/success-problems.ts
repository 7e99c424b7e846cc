import { MEASURE_KINDS, measureKind, registeredMeasure } from '../measure-kinds.ts';
import { measuresOn, programOutcomes } from '../measures-on.ts';
import { orphans } from '../orphans.ts';
import type { ProgramOutcome, ProgramPlan } from '../program-plan.ts';
import { type PlanProblem, advice, obstacle } from './plan-problem.ts';

const MOST_OUTCOMES = 5;
const LAST_WAVE = 'after';

/** What is missing or wrong in step 3. */
export function successProblems(plan: ProgramPlan): PlanProblem[] {
  const { primary, also, watchOuts } = plan.success;
  return [
    ...(primary === undefined ? [obstacle('success', 'primary', 'primary-missing')] : []),
    ...(watchOuts.length === 0 ? [obstacle('success', 'watchOuts', 'watch-out-none')] : []),
    ...(['also', 'watchOuts'] as const)
      .filter((list) => plan.success[list].length > MOST_OUTCOMES)
      .map((list) => obstacle('success', list, 'outcomes-many', { most: MOST_OUTCOMES })),
    ...placed(plan).flatMap(([field, outcome]) => outcomeProblems(plan, field, outcome)),
    ...twice(plan),
    ...[...also, ...(primary ? [primary] : [])]
      .filter(({ cut, among }) => cut !== undefined || among !== undefined)
      .map((outcome) => obstacle('success', 'also', 'cut-misplaced', { outcome: nameOf(outcome) })),
    ...measureProblems(plan),
  ];
}

/** Outcomes with the field that holds them. */
export function placed({ success }: ProgramPlan): [field: string, outcome: ProgramOutcome][] {
  const { primary, also, watchOuts, negativeControl } = success;
  return [
    ...(primary ? [['primary', primary] as [string, ProgramOutcome]] : []),
    ...also.map((outcome, i): [string, ProgramOutcome] => [`also.${i}`, outcome]),
    ...watchOuts.map((outcome, i): [string, ProgramOutcome] => [`watchOuts.${i}`, outcome]),
    ...(negativeControl ? [['negativeControl', negativeControl] as [string, ProgramOutcome]] : []),
  ];
}

/** How people know an outcome. */
export function nameOf({ label, outcome }: ProgramOutcome): string {
  return label ?? outcome;
}

function outcomeProblems(plan: ProgramPlan, field: string, outcome: ProgramOutcome): PlanProblem[] {
  const { measure, months, instrument, wave = LAST_WAVE } = outcome;
  const values = { outcome: nameOf(outcome), wave };
  const asked = (at: (wave: string) => boolean): boolean =>
    plan.privacy.surveys.some((survey) => at(survey.wave) && survey.instruments.includes(instrument!));
  return [
    ...(registeredMeasure(measure) ? [] : [obstacle('success', field, 'measure-unknown', { measure })]),
    ...(fromRecords(measure) && months === undefined
      ? [obstacle('success', `${field}.months`, 'months-missing', values)]
      : []),
    ...(instrument !== undefined && !asked((one) => one === wave)
      ? [obstacle('success', field, 'outcome-not-asked', { ...values, instrument })]
      : []),
    ...(instrument !== undefined && !asked((one) => one.startsWith('before'))
      ? [advice('success', field, 'outcome-not-asked-before', { ...values, instrument })]
      : []),
  ];
}

/** Whether a measure counts events of employment records. */
export function fromRecords(measure: string): boolean {
  const found = registeredMeasure(measure);
  return found !== undefined && 'source' in found && found.source === 'hr';
}

function twice(plan: ProgramPlan): PlanProblem[] {
  const keys = placed(plan).map(([, { outcome, months, wave, who, cut, among }]) =>
    JSON.stringify([outcome, months, wave, who, cut, among]),
  );
  return placed(plan)
    .filter((_, i) => keys.indexOf(keys[i]!) < i)
    .map(([field, outcome]) => obstacle('success', field, 'outcome-twice', { outcome: nameOf(outcome) }));
}

function measureProblems(plan: ProgramPlan): PlanProblem[] {
  const { measures } = plan.success;
  const kinds = measuresOn(plan).flatMap((id) => {
    const found = registeredMeasure(id);
    return found ? [measureKind(found)] : [];
  });
  const outcomes = new Set(programOutcomes(plan.success).map(({ measure }) => measure));
  return [
    ...measures.flatMap((on, i) => [
      ...(registeredMeasure(on.measure)
        ? []
        : [obstacle('success', `measures.${i}`, 'measure-unknown', { measure: on.measure })]),
      ...(['owner', 'schedule'] as const)
        .filter((part) => on[part].trim() === '')
        .map((part) =>
          obstacle('success', `measures.${i}.${part}`, 'measure-lacks', { measure: on.measure, part }),
        ),
    ]),
    ...orphans(plan)
      .measures.filter((measure) => !outcomes.has(measure))
      .map((measure) => advice('success', 'measures', 'measure-orphan', { measure })),
    ...MEASURE_KINDS.filter((kind) => kind !== 'running' && !kinds.includes(kind)).map((kind) =>
      advice('success', 'measures', 'kind-none', { kind }),
    ),
  ];
}
