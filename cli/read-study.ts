import { scoredRows } from '#evaluation/instruments/score-answers.ts';
import type { LeftOut } from '#evaluation/evaluation.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { planFitProblems } from '#intake/plan-fit.ts';
import { planTemplate } from '#intake/plan-template.ts';
import type { Problem } from '#intake/problem.ts';
import { readPlan } from '#intake/read-plan.ts';
import type { Table } from '#intake/table.ts';
import { type Intake, takeIn } from '#intake/take-in.ts';
import { withoutProblemRows } from '#intake/without-problem-rows.ts';
import { type Options, settingsOf } from './options.ts';
import { studyFiles } from './study-files.ts';

/** A study ready to be evaluated, or everything that is wrong with its files. */
export type ReadStudy =
  | {
      readonly kind: 'study';
      readonly rows: StudyRows;
      readonly plan: Plan;
      readonly drawn: boolean;
      readonly leftOut: readonly LeftOut[];
      readonly intake: Intake;
    }
  | {
      readonly kind: 'problems';
      readonly problems: readonly Problem[];
      readonly tables: readonly Table[];
      readonly intake: Intake;
    };

/** Files and plan of a folder, read and checked; without a plan file the plan is drawn from the data. */
export async function readStudy(
  folder: string,
  values: Options,
  tell: (stage: string) => void = () => {},
): Promise<ReadStudy> {
  const { plan: planFile, hints, ...files } = studyFiles(folder, values);
  for (const hint of hints) console.error(hint);
  const read = planFile && readPlan(planFile);
  const planProblems = read && 'problems' in read ? read.problems : [];
  const given = read && 'plan' in read ? read.plan : undefined;
  const intake = await takeIn(
    { ...files, ...(given && { plan: given }) },
    settingsOf(values),
    (stage, file) => tell(stage === 'reading' ? `Reading ${file}` : `Checking ${file}`),
  );
  tellAbout(intake);
  const usable = usableRows(intake, values['leave-out-problem-rows']);
  const problems = [...planProblems, ...usable.problems];
  if (problems.length > 0) return { kind: 'problems', problems, tables: intake.tables, intake };
  const scored = scoredRows(usable.rows).rows;
  const drawn = given === undefined ? planTemplate(scored) : { plan: given };
  if ('problems' in drawn)
    return { kind: 'problems', problems: drawn.problems, tables: intake.tables, intake };
  const { plan } = drawn;
  const unfit = planFitProblems(scored, plan, planFile?.name ?? 'plan.json');
  if (unfit.length > 0) return { kind: 'problems', problems: unfit, tables: intake.tables, intake };
  return {
    kind: 'study',
    rows: usable.rows,
    plan,
    drawn: given === undefined,
    leftOut: usable.leftOut,
    intake,
  };
}

function usableRows(intake: Intake, leaveOut: boolean) {
  if (!leaveOut || intake.problems.length === 0)
    return { rows: intake.rows, leftOut: [], problems: intake.problems };
  const { rows, leftOut, leftOutOfProgram, remaining } = withoutProblemRows(intake);
  const ofProgram = leftOutOfProgram.reduce((sum, { n }) => sum + n, 0);
  const people = leftOut.filter(({ file }) => file === intake.files.people);
  const others = leftOut.filter(({ file }) => file !== intake.files.people);
  const summed = (rows: typeof leftOut, reason: string): LeftOut[] => {
    const n = rows.reduce((sum, row) => sum + row.n, 0);
    const participants = rows.reduce((sum, row) => sum + row.participants, 0);
    return n === 0
      ? []
      : [{ reason, n, participants, comparison: rows.reduce((sum, row) => sum + row.comparison, 0) }];
  };
  return {
    rows,
    leftOut: [
      ...summed(people, 'problem-rows'),
      ...summed(others, 'problem-rows-of-events-and-scores'),
      ...(ofProgram === 0
        ? []
        : [{ reason: 'problem-rows-of-program-tables', n: ofProgram, participants: 0, comparison: 0 }]),
    ],
    problems: remaining,
  };
}

/** What was guessed, and what is worth knowing, on the side channel. */
export function tellAbout(intake: Pick<Intake, 'guesses' | 'warnings'>): void {
  for (const { file, what, column, value, why, flag } of intake.guesses) {
    const of = column === null || what === 'heading' ? '' : ` of \`${column}\``;
    const change = flag === '' ? '' : `; ${flag} changes it`;
    console.error(`${file}: ${what}${of} ${value} (${why}${change})`);
  }
  for (const { file, problem, cure } of intake.warnings) console.error(`${file}: ${problem} ${cure}`);
}
