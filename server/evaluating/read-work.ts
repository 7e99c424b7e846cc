import { disclose } from '#evaluation/disclosure/disclose.ts';
import { evaluate } from '#evaluation/evaluate.ts';
import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import { scoredRows } from '#evaluation/instruments/score-answers.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { planTemplate } from '#intake/plan-template.ts';
import type { Problem } from '#intake/problem.ts';
import { problemCells, problemsCsv } from '#intake/problems-csv.ts';
import { type ReadStudy, readyStudy } from '#intake/ready-study.ts';
import type { SourceFile, Table } from '#intake/table.ts';
import type { Intake } from '#intake/take-in.ts';
import { uploadRefusals } from '#intake/upload-refusals.ts';
import { withoutProblemRows } from '#intake/without-problem-rows.ts';
import { cellsXlsx } from '#report/formats/cells-xlsx.ts';
import type { OutputFile } from '#report/formats/registry.ts';
import { whatCanBeJudged } from '#report/planning/what-can-be-judged.ts';
import { filesOf } from './given-files.ts';
import type { Made, Order, Stage } from './order.ts';
import { possibleOutcomes } from './possible-outcomes.ts';
import { readTables } from './read-tables.ts';
import type { Reading } from './reading.ts';

/** So many problems stand on the page; the files of problems hold all. */
const FIRST_PROBLEMS = 200;
const MOST_WARNINGS = 100;

/** Reads and checks everything, and tries what the plan could judge. Tells nothing of what came out. */
export async function readWork(order: Order, tell: (stage: Stage) => void): Promise<Made> {
  const refused = Object.values(order.files).flatMap(uploadRefusals);
  if (refused.length > 0) return problemsOnly(refused);
  const given = filesOf(order.files);
  const tables = Object.keys(order.files).filter((name) => name !== 'plan').length;
  let read = 0;
  const study = await readyStudy(given, {
    settings: order.settings,
    problemRows: order.problemRows,
    progress: (stage) => {
      tell({ stage, done: read, of: tables });
      if (stage === 'checking') read += 1;
    },
  });
  const shown = study.kind === 'study' ? shownOf(study, order, tell) : null;
  const problems = study.kind === 'problems' ? study.problems : [];
  const reading: Reading = {
    ...factsOf(study, order.files),
    problems: {
      count: problems.length,
      first: problems.slice(0, FIRST_PROBLEMS),
      curable: problems.length > 0 && problems.every(({ line }) => line !== null),
    },
    compared: comparedIn(shown),
    leftOut: study.kind === 'study' ? study.leftOut.reduce((sum, { n }) => sum + n, 0) : 0,
    ...planIn(study, given.plan),
    judged: shown === null ? null : whatCanBeJudged(shown),
  };
  return {
    work: 'read',
    reading,
    files: problems.length === 0 ? [] : problemFiles(problems, study.intake.tables),
  };
}

/** What was read, whatever is wrong with it. */
function factsOf({ intake }: ReadStudy, files: Order['files']) {
  const { rows, guesses, warnings, counts } = intake;
  const participants = rows.people.arm.reduce((sum, arm) => sum + (arm === 1 ? 1 : 0), 0);
  return {
    tables: readTables(intake, files),
    guesses,
    warnings: warnings.slice(0, MOST_WARNINGS),
    people: counts.people,
    arms: { participants, comparison: rows.people.count - participants },
    events: counts.events,
    scores: counts.scores,
    outcomes: possibleOutcomes(rows),
  };
}

function shownOf(
  study: Extract<ReadStudy, { kind: 'study' }>,
  order: Order,
  tell: (stage: Stage) => void,
): ShownEvaluation | null {
  tell({ stage: 'comparing', done: 0, of: study.rows.people.count });
  const { plan, drawn, leftOut } = study;
  const evaluated = evaluate(study.rows, plan, {
    asOf: order.asOf,
    fingerprint: planFingerprint(plan),
    drawn,
    leftOut,
  });
  return evaluated.kind === 'evaluation' ? disclose(evaluated.evaluation) : null;
}

function comparedIn(shown: ShownEvaluation | null): Reading['compared'] {
  const step = shown?.study.flow.find((one) => one.step === 'compared');
  return step === undefined ? null : { participants: step.participants, comparison: step.comparison };
}

/** The plan that was given; without one the draft drawn from rows that can be used, also while others have problems. */
function planIn(study: ReadStudy, given: SourceFile | undefined): { plan: Plan | null; drawn: boolean } {
  if (study.kind === 'study') return { plan: study.plan, drawn: study.drawn };
  if (given !== undefined) return { plan: null, drawn: false };
  const draft = planTemplate(scoredRows(usable(study.intake)).rows);
  return { plan: 'plan' in draft ? draft.plan : null, drawn: true };
}

function usable(intake: Intake): StudyRows {
  return intake.problems.length === 0 ? intake.rows : withoutProblemRows(intake).rows;
}

/** Files that were not opened: nothing is known but why. */
function problemsOnly(problems: readonly Problem[]): Made {
  return {
    work: 'read',
    reading: {
      tables: [],
      guesses: [],
      warnings: [],
      problems: { count: problems.length, first: problems, curable: false },
      people: 0,
      arms: null,
      compared: null,
      events: 0,
      scores: 0,
      leftOut: 0,
      outcomes: [],
      plan: null,
      drawn: true,
      judged: null,
    },
    files: problemFiles(problems, []),
  };
}

/** Every problem with the row that has it, for whoever corrects the file. */
function problemFiles(problems: readonly Problem[], tables: readonly Table[]): OutputFile[] {
  return [
    ['problems.csv', problemsCsv(problems, tables)],
    ['problems.xlsx', cellsXlsx('problems', problemCells(problems, tables))],
  ];
}
