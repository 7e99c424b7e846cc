import type { Reading } from '#server/evaluating/reading.ts';
import { DOCUMENT_FILE } from '#server/evaluating/results.ts';
import type { Step, StepState } from '#server/ui/steps.tsx';
import type { FileStudy, KeptResult } from './files.store.ts';

/** Work that gave no sign of life for so long has ended with its server. */
const SILENT_MILLISECONDS = 20_000;

/** Work under way. */
export interface UnderWay {
  readonly kind: 'read' | 'report';
  readonly stage: string;
  readonly done: number;
  readonly of: number;
}

/** Work under way at `now`; `interrupted` when whoever did it is gone. */
export function workOf(study: FileStudy, now: Date): UnderWay | 'interrupted' | null {
  const { work_run, work_kind, work_stage, work_done, work_of, work_at } = study;
  if (work_run === null || work_kind === null) return null;
  if (work_at === null || now.getTime() - work_at.getTime() > SILENT_MILLISECONDS) return 'interrupted';
  return { kind: work_kind, stage: work_stage ?? 'starting', done: work_done ?? 0, of: work_of ?? 0 };
}

/** The document of the report, once it is made. */
export function documentOf({ results }: FileStudy): KeptResult | undefined {
  return results.find(({ name }) => name === DOCUMENT_FILE);
}

/** Outputs that can be taken along. */
export function outputsOf({ results }: FileStudy): readonly KeptResult[] {
  return results.filter(({ name }) => name !== DOCUMENT_FILE && !name.startsWith('problems.'));
}

export type StepName = 'files' | 'columns' | 'plan' | 'check' | 'report';
export const STEPS: readonly StepName[] = ['files', 'columns', 'plan', 'check', 'report'];

/** How far each step is. */
export function stepStates(study: FileStudy, reading: Reading | null): Readonly<Record<StepName, StepState>> {
  const problems = reading?.problems.count ?? 0;
  return {
    files: reading !== null && reading.tables.length === 0 ? 'attention' : 'done',
    columns: reading === null ? 'to-do' : reading.tables.length === 0 ? 'blocked' : 'done',
    plan: study.plan_answered ? 'done' : reading === null ? 'blocked' : 'to-do',
    check: reading === null ? 'blocked' : problems > 0 ? 'attention' : study.plan_answered ? 'done' : 'to-do',
    report:
      documentOf(study) !== undefined
        ? 'done'
        : reading !== null && problems === 0 && study.plan_answered
          ? 'to-do'
          : 'blocked',
  };
}

/** The steps as the page lists them. */
export function stepsOf(
  study: FileStudy,
  reading: Reading | null,
  here: StepName,
  titleOf: (step: StepName) => string,
): Step[] {
  const states = stepStates(study, reading);
  return STEPS.map((step) => ({
    title: titleOf(step),
    state: states[step],
    href: states[step] === 'blocked' ? undefined : `/files/${study.id}/${step}`,
    here: step === here,
  }));
}
