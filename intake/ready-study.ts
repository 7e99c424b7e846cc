import type { LeftOut } from '#evaluation/evaluation.ts';
import { scoredRows } from '#evaluation/instruments/score-answers.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { planFitProblems } from './plan-fit.ts';
import { planTemplate } from './plan-template.ts';
import type { Problem } from './problem.ts';
import { readPlan } from './read-plan.ts';
import type { SourceFile, Table } from './table.ts';
import { type Intake, type IntakeSettings, type Progress, type StudyFiles, takeIn } from './take-in.ts';
import { withoutProblemRows } from './without-problem-rows.ts';

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

/** Files of a study with its plan as a file; without a plan one is drawn from the data. */
export interface GivenFiles extends Omit<StudyFiles, 'plan'> {
  readonly plan?: SourceFile;
}

/** How a study is made ready. */
export interface Readying {
  readonly settings: IntakeSettings;
  /** What happens to rows that have a problem. */
  readonly problemRows: 'refuse' | 'leave-out';
  readonly progress?: Progress;
  /** What was guessed and what is worth knowing, as soon as it is known. */
  readonly told?: (intake: Intake) => void;
}

/** Files and plan, read and checked, the same way for the command line and for the server. */
export async function readyStudy(
  { plan: planFile, ...files }: GivenFiles,
  { settings, problemRows, progress, told }: Readying,
): Promise<ReadStudy> {
  const read = planFile && readPlan(planFile);
  const planProblems = read && 'problems' in read ? read.problems : [];
  const given = read && 'plan' in read ? read.plan : undefined;
  const intake = await takeIn({ ...files, ...(given && { plan: given }) }, settings, progress);
  told?.(intake);
  const usable = usableRows(intake, problemRows);
  const refused = (problems: readonly Problem[]): ReadStudy => ({
    kind: 'problems',
    problems,
    tables: intake.tables,
    intake,
  });
  const problems = [...planProblems, ...usable.problems];
  if (problems.length > 0) return refused(problems);
  const scored = scoredRows(usable.rows).rows;
  const drawn = given === undefined ? planTemplate(scored) : { plan: given };
  if ('problems' in drawn) return refused(drawn.problems);
  const { plan } = drawn;
  const unfit = planFitProblems(scored, plan, planFile?.name ?? 'plan.json');
  if (unfit.length > 0) return refused(unfit);
  const { rows, leftOut } = usable;
  return { kind: 'study', rows, plan, drawn: given === undefined, leftOut, intake };
}

function usableRows(intake: Intake, problemRows: Readying['problemRows']) {
  if (problemRows === 'refuse' || intake.problems.length === 0)
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
