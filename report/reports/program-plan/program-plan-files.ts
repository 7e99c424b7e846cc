import type { PlanHistory } from '#evaluation/program/plan-history.ts';
import { programPlanFingerprint } from '#evaluation/program/program-plan-fingerprint.ts';
import type { ProgramPlan } from '#evaluation/program/program-plan.ts';
import { studyPlan } from '#evaluation/program/study-plan.ts';
import type { Paper } from '../../formats/pdf/print-data.ts';
import { type OutputFile, reportFiles } from '../../formats/registry.ts';
import { programPlanReport, seenFingerprint } from './program-plan-report.ts';

/**
 * A program plan in every format: the document as HTML, PDF and DOCX with its pictures; `program-plan.json`, the document for machines;
 * `plan.json`, what the command line evaluates.
 *
 * Missing: no `plan.json` while there is no measurement plan.
 */
export async function programPlanFiles(
  plan: ProgramPlan,
  history: PlanHistory,
  paper: Paper,
): Promise<OutputFile[]> {
  const documents = await reportFiles(programPlanReport(plan, history), 'program-plan', paper);
  const study = studyPlanJson(plan, history);
  return [
    ...documents,
    ['program-plan.json', programPlanJson(plan, history)],
    ...(study === null ? [] : [['plan.json', study] as const]),
  ];
}

/** The document for machines: the plan, its fingerprints, its lock and changes. Taken in again it is the same plan. */
export function programPlanJson(plan: ProgramPlan, history: PlanHistory): string {
  const said = {
    fingerprint: seenFingerprint(plan),
    documentFingerprint: programPlanFingerprint(plan),
    lock: history.lock,
    changes: history.changes,
    plan,
  };
  return `${JSON.stringify(said, null, 2)}\n`;
}

/** The measurement plan as the command line reads it, with the statement of the lock; null while there is none. */
export function studyPlanJson(plan: ProgramPlan, { lock }: PlanHistory): string | null {
  const locked = lock && { on: lock.at.slice(0, 10), by: lock.by, witness: lock.second };
  const derived = studyPlan(plan, locked ?? undefined);
  return 'lacks' in derived ? null : `${JSON.stringify(derived, null, 2)}\n`;
}
