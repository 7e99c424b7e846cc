import type { FileStudy } from './files.store.ts';
import { outputsOf, stepStates, workOf, type StepName, type UnderWay } from './study-state.ts';
import type { Reading } from '#server/evaluating/reading.ts';
import type { StepState } from '#server/ui/steps.tsx';

/** A study as programs get it; the pages draw themselves from the same. */
export interface StudyData {
  readonly id: string;
  readonly madeAt: string;
  readonly keep: FileStudy['keep'];
  readonly deleteAt: string;
  readonly files: readonly { table: string; name: string; bytes: number; sha256: string }[];
  readonly settings: FileStudy['settings'];
  readonly problemRows: FileStudy['problem_rows'];
  readonly planAnswered: boolean;
  readonly steps: Readonly<Record<StepName, StepState>>;
  readonly work: UnderWay | 'interrupted' | null;
  readonly failure: { readonly work: FileStudy['failed_kind']; readonly why: FileStudy['failure'] } | null;
  readonly results: readonly { name: string; bytes: number; address: string }[];
}

/** What may be told of a study. */
export function studyData(study: FileStudy, reading: Reading | null, now: Date): StudyData {
  return {
    id: study.id,
    madeAt: study.made_at.toISOString(),
    keep: study.keep,
    deleteAt: study.delete_at.toISOString(),
    files: study.files.map(({ table, name, bytes, digest }) => ({ table, name, bytes, sha256: digest })),
    settings: study.settings,
    problemRows: study.problem_rows,
    planAnswered: study.plan_answered,
    steps: stepStates(study, reading),
    work: workOf(study, now),
    failure: study.failure === null ? null : { work: study.failed_kind, why: study.failure },
    results: outputsOf(study).map(({ name, bytes }) => ({
      name,
      bytes,
      address: `/files/${study.id}/results/${name}`,
    })),
  };
}
