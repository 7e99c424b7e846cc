import type { Plan, PlannedOutcome } from '#evaluation/plan/plan.ts';
import { decodedText } from './decode.ts';
import { doubledKeys } from './doubled-keys.ts';
import { plannedOutcomes } from './plan-columns.ts';
import { planSchema } from './plan-schema.ts';
import { waveProblems } from './plan-waves.ts';
import { type PlanWords, planWords } from './plan-words.ts';
import { type Problem, nothingTold } from './problem.ts';
import type { SourceFile } from './table.ts';
import { WAVE } from './wave.ts';

/** A plan, or everything that is wrong with it at once. Unknown fields are refused. */
export type ReadPlan = { readonly plan: Plan } | { readonly problems: readonly Problem[] };

/** The plan in a file. */
export function readPlan(file: SourceFile): ReadPlan {
  const told = nothingTold();
  const asProblem = ({ field, ...words }: PlanWords): Problem => ({
    file: file.name,
    line: null,
    column: field,
    code: 'plan',
    severity: 'error',
    ...words,
  });
  const text = decodedText(file, told);
  const unreadable = told.problems.filter(({ severity }) => severity === 'error');
  if (unreadable.length > 0) return { problems: unreadable };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problems: [asProblem(notJson(error))] };
  }
  const doubled = doubledKeys(text);
  if (doubled.length > 0) return { problems: doubled.map((path) => asProblem(standsTwice(path))) };
  const read = planSchema.safeParse(json);
  if (!read.success)
    return { problems: read.error.issues.flatMap((issue) => planWords(issue, json).map(asProblem)) };
  const plan = read.data as Plan;
  const problems = contradictions(plan).map(asProblem);
  return problems.length > 0 ? { problems } : { plan };
}

function standsTwice(field: string): PlanWords {
  return {
    field,
    value: null,
    problem: `\`${field}\` stands twice in the plan.`,
    cure: 'Keep the one that is meant.',
  };
}

function notJson(error: unknown): PlanWords {
  const why = error instanceof Error ? error.message : String(error);
  return {
    field: 'plan',
    value: null,
    problem: `The plan is not JSON: ${why}.`,
    cure: 'Correct the file, or write a new one with plumbline plan new.',
  };
}

const EVENT_OUTCOMES: ReadonlySet<string> = new Set(['promotion', 'opportunities', 'retention']);

/** Groups are cut by the plan's `cuts`, or by a watch-out about the gap between them. */
function cutContradictions(plan: Plan): PlanWords[] {
  const misplaced = notWatched(plan)
    .filter(([, { cut, among }]) => cut !== undefined || among !== undefined)
    .map(([field, { outcome, cut, among }]) => ({
      field,
      value: JSON.stringify(cut ?? among),
      problem: `\`${outcome}\` has a \`cut\`, which only a watch-out may have.`,
      cure: 'Name the column in `cuts`, or make the outcome a watch-out.',
    }));
  const uncut = (plan.watchOuts ?? [])
    .filter(({ cut, among }) => among !== undefined && cut === undefined)
    .map(({ outcome, among }) => ({
      field: 'among',
      value: JSON.stringify(among),
      problem: `The watch-out \`${outcome}\` has \`among\` but no \`cut\`.`,
      cure: 'Name the column that makes the groups.',
    }));
  return [...misplaced, ...uncut];
}

/** Outcomes that are no watch-outs, with the field that holds them. */
function notWatched(plan: Plan): [field: string, outcome: PlannedOutcome][] {
  return [
    ['primary', plan.primary],
    ...(plan.also ?? []).map((one): [string, PlannedOutcome] => ['also', one]),
    ...(plan.negativeControl ? [['negativeControl', plan.negativeControl] as [string, PlannedOutcome]] : []),
  ];
}

/** What a plan says against itself, or what this version cannot do. */
function contradictions(plan: Plan): PlanWords[] {
  const found: PlanWords[] = [];
  const say = (field: string, value: unknown, problem: string, cure: string): void => {
    found.push({ field, value: value === undefined ? null : JSON.stringify(value), problem, cure });
  };
  if ((plan.design === 'matched' || plan.design === 'weighted') && !plan.covariates?.length) {
    say(
      'covariates',
      plan.covariates,
      `A ${plan.design} plan needs \`covariates\`.`,
      'Name the characteristics in which the groups must be alike, known before the start.',
    );
  }
  if (plan.design === 'before-after-comparison' && plan.match) {
    say(
      'match',
      plan.match,
      'A before-after-comparison plan matches nobody: in groups that were made alike in the value before, taking the change would count the return to the usual value as an effect.',
      'Leave `match` out, or use the design `matched`, where the value before is taken into account.',
    );
  }
  const seen = new Set<string>();
  for (const outcome of plannedOutcomes(plan)) {
    const { outcome: name, months, wave, who, cut, among } = outcome;
    const key = JSON.stringify([name, months, wave, who, cut, among]);
    if (seen.has(key))
      say('outcome', name, `The outcome \`${name}\` is planned twice.`, 'Name each outcome once.');
    seen.add(key);
    if (EVENT_OUTCOMES.has(name) && months === undefined)
      say(
        'months',
        months,
        `The outcome \`${name}\` has no \`months\`.`,
        'Add how many months it is followed.',
      );
    if (plan.design === 'before-after-comparison' && EVENT_OUTCOMES.has(name))
      say(
        'outcome',
        name,
        `\`${name}\` happens or does not, so it has no value before and no change that could be compared.`,
        'Use the design `matched` or `weighted` for it, in a plan of its own.',
      );
    if (wave !== undefined && !WAVE.test(wave))
      say('wave', wave, `\`${wave}\` is not a wave.`, 'Write before, during1, …, after, or followup6, ….');
    else if (wave?.startsWith('before'))
      say(
        'wave',
        wave,
        `\`${wave}\` lies before the start, so \`${name}\` cannot be an outcome there.`,
        'Name a wave after the start; the value before is taken into account by itself.',
      );
  }
  return [...found, ...cutContradictions(plan), ...waveProblems(plan)];
}
