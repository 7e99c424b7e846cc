import { INSTRUMENTS } from '../instruments/registry.ts';
import type { Expects, Plan, PlannedOutcome } from '../plan/plan.ts';
import { programOutcomes } from './measures-on.ts';
import { programPlanFingerprint } from './program-plan-fingerprint.ts';
import type { Expected, ProgramOutcome, ProgramPlan } from './program-plan.ts';

/** Fields without which there is no measurement plan. */
export type NoStudyPlan = { readonly lacks: readonly ('design' | 'cutoff' | 'look' | 'primary')[] };

/**
 * The measurement plan of a program plan: what files are evaluated with, here or on the command line. Its fingerprint covers the whole
 * locked document, since the document's own stands in it.
 *
 * @param locked a statement about the lock, which stands outside the fingerprint
 */
export function studyPlan(plan: ProgramPlan, locked?: Plan['locked']): Plan | NoStudyPlan {
  const { design } = plan.comparison;
  const { cutoff, look } = plan.looks;
  const { primary } = plan.success;
  if (design === undefined || cutoff === undefined || look === undefined || primary === undefined) {
    const said = { design, cutoff, look, primary };
    return {
      lacks: (['design', 'cutoff', 'look', 'primary'] as const).filter((field) => said[field] === undefined),
    };
  }
  return {
    plan: 1,
    ...(plan.purpose.program !== '' && { program: plan.purpose.program }),
    ...some('cohorts', plan.purpose.cohorts),
    design,
    cutoff,
    look,
    ...comparisonFields(plan),
    ...outcomeFields(plan, primary),
    ...some('dimensions', plan.privacy.groups),
    ...instrumentsOf(plan),
    ...wavesOf(plan),
    ...(plan.looks.seed !== undefined && { seed: plan.looks.seed }),
    floors: { k: plan.privacy.least, kHr: plan.privacy.leastHr },
    document: programPlanFingerprint(plan),
    ...(locked && { locked }),
    ...objectivesOf(plan),
    expects: expectsOf(plan.expected),
  };
}

function some<K extends string, T>(key: K, values: readonly T[]): { readonly [P in K]?: readonly T[] } {
  return (values.length > 0 ? { [key]: values } : {}) as { readonly [P in K]?: readonly T[] };
}

/** What a design does not use is left out, so that it cannot contradict it. */
function comparisonFields({ comparison }: ProgramPlan): Partial<Plan> {
  const { design, fallback, match, covariates, scope, minTenureDays, cuts } = comparison;
  const compares = design !== 'before-after' && design !== 'opinions';
  return {
    ...(design === 'matched' && fallback && { fallback }),
    ...(design === 'matched' && match && { match }),
    ...(compares && some('covariates', covariates)),
    ...(scope && { scope }),
    ...(minTenureDays !== undefined && { minTenureDays }),
    ...some('cuts', cuts),
  };
}

function outcomeFields(
  { success }: ProgramPlan,
  primary: ProgramOutcome,
): Pick<Plan, 'primary'> & Partial<Plan> {
  const { also, watchOuts, negativeControl, decision } = success;
  return {
    primary: planned(primary),
    ...some('also', also.map(planned)),
    ...some('watchOuts', watchOuts.map(planned)),
    ...(negativeControl && { negativeControl: planned(negativeControl) }),
    ...(decision !== undefined && decision !== '' && { decision: { words: decision } }),
  };
}

function planned({ measure: _measure, instrument: _instrument, ...outcome }: ProgramOutcome): PlannedOutcome {
  return outcome;
}

/** Each instrument that is asked, with its version. */
function instrumentsOf({ privacy, success }: ProgramPlan): Partial<Plan> {
  const asked = [
    ...privacy.surveys.flatMap((survey) => survey.instruments),
    ...programOutcomes(success).flatMap(({ instrument }) => instrument ?? []),
  ];
  const versions = INSTRUMENTS.filter(({ id }) => asked.includes(id)).map(({ id, version }) => [id, version]);
  return versions.length > 0 ? { instruments: Object.fromEntries(versions) } : {};
}

function wavesOf({ privacy }: ProgramPlan): Partial<Plan> {
  const dated = privacy.surveys.flatMap(({ wave, on }) => (on === undefined ? [] : [[wave, on] as const]));
  return dated.length > 0 ? { waves: Object.fromEntries(dated) } : {};
}

/** Objectives beside the outcomes that show them, directly or by a KPI. */
function objectivesOf({ purpose, success }: ProgramPlan): Partial<Plan> {
  const entries = purpose.objectives.map(({ words, measures, kpis }) => {
    const shown = [
      ...measures,
      ...purpose.kpis.filter(({ id }) => kpis.includes(id)).map(({ measure }) => measure),
    ];
    const outcomes = programOutcomes(success).filter(({ measure }) => shown.includes(measure));
    return [words, [...new Set(outcomes.map(({ outcome }) => outcome))]] as const;
  });
  return entries.length > 0 ? { objectives: Object.fromEntries(entries) } : {};
}

/** What the plan expects, as planning reads it: mentees of one mentor follow from both numbers. */
export function expectsOf({
  mentors,
  applicants: _applicants,
  keptKnowingly: _kept,
  ...expected
}: Expected): Expects {
  const { participants } = expected;
  const shared = mentors !== undefined && mentors > 0 && participants !== undefined;
  return {
    ...expected,
    ...(mentors !== undefined && { mentors }),
    ...(shared && { menteesPerMentor: Math.max(1, participants / mentors) }),
  };
}
