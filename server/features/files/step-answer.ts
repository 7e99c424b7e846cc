import type { Reading } from '#server/evaluating/reading.ts';
import type { Answer } from '#server/http/route.ts';
import type { Scope } from '#server/scope.ts';
import type { View } from '#server/ui/view.ts';
import { FilesStepPage } from './files-step.page.tsx';
import { readingOf, studyOf } from './files.actions.ts';
import type { FileStudy } from './files.store.ts';
import { studyData, type StudyData } from './study-data.ts';
import { WorkPage } from './work.page.tsx';

/** How soon a browser looks again while work is under way. */
const AGAIN_SECONDS = 1;

/** What a page of a study is made of. */
interface Seen {
  readonly study: FileStudy;
  readonly data: StudyData;
  readonly reading: Reading | null;
}

/** A study of whoever asks, with what was read. */
export async function seen(scope: Scope, id: string): Promise<Seen> {
  const study = await studyOf(scope, id);
  const reading = readingOf(scope, study);
  return { study, reading, data: studyData(study, reading, scope.clock.now()) };
}

/** The page of a step, or how far the work is that it waits for. */
export function stepAnswer(
  { data, reading }: Seen,
  page: (view: View, reading: Reading) => NonNullable<ReturnType<NonNullable<Answer['page']>>>,
): Answer {
  const { work } = data;
  const all = { study: data, ...(reading !== null && { reading }) };
  if (work !== null && work !== 'interrupted')
    return {
      data: all,
      page: (view) => WorkPage({ view, study: data, work }),
      againInSeconds: AGAIN_SECONDS,
    };
  if (reading === null) return { data: all, page: (view) => FilesStepPage({ view, study: data }) };
  return { data: all, page: (view) => page(view, reading) };
}

/** Where a browser goes on while work begins. */
export function goTo(id: string, step: string, afterwards: () => void): Answer {
  return { data: { id }, status: 202, goTo: `/files/${id}/${step}`, afterwards };
}
