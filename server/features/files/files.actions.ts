import { randomUUID } from 'node:crypto';
import type { IntakeSettings } from '#intake/take-in.ts';
import type { Reading } from '#server/evaluating/reading.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import type { AskedReport, GivenSettings, NewStudy } from './files.schema.ts';
import {
  changeStudy,
  insertStudy,
  ownStudies,
  ownStudy,
  removeStudyRow,
  type FileStudy,
  type FileStudyChange,
  type Keep,
} from './files.store.ts';
import { deskOf, placeOf, putFiles, type UploadedFile } from './put-files.ts';

/** Days after which files are gone at the latest, whatever happens. A visit ends with its sign-in; half a day after that at most. */
const MOST_DAYS: Readonly<Record<Keep, number>> = { visit: 1, week: 7, month: 30 };
const DAY_MILLISECONDS = 86_400_000;
/** So many studies of one person are kept at a time: a folder is no place to store things. */
const MOST_STUDIES = 20;

/** Begins work once everything is written. */
type Afterwards = () => void;

/** Takes files in; people must be among them. Gives the study and what begins the reading. */
export async function makeStudy(
  scope: Scope,
  { keep }: NewStudy,
  uploaded: readonly UploadedFile[],
): Promise<{ id: string; afterwards: Afterwards }> {
  if (!uploaded.some(({ table }) => table === 'people'))
    throw new Problem('cannot-be', { fields: [{ field: 'people', text: 'files.wrong.people' }] });
  if ((await ownStudies(scope)).length >= MOST_STUDIES)
    throw new Problem('not-now', { text: 'files.not-now.many', values: { most: MOST_STUDIES } });
  const id = randomUUID();
  const now = scope.clock.now();
  const until = new Date(now.getTime() + MOST_DAYS[keep] * DAY_MILLISECONDS);
  deskOf(scope).uploads.begin(placeOf(scope, id), until);
  const { files } = putFiles(scope, id, [], uploaded);
  const { change, afterwards } = wanting(scope, id, 'read');
  await insertStudy(scope, {
    id,
    sign_in_id: scope.signIn,
    made_at: now,
    keep,
    delete_at: until,
    files,
    settings: {},
    problem_rows: 'refuse',
    plan_answered: false,
    wanted: { reports: [], paper: 'a4' },
    reading_id: null,
    results: [],
    failure: null,
    failed_kind: null,
    ...change,
  });
  return { id, afterwards };
}

/**
 * A study of whoever asks.
 *
 * @throws Problem `not-found` also where it is somebody else's
 */
export async function studyOf(scope: Scope, id: string, locking?: 'locking'): Promise<FileStudy> {
  const study = await ownStudy(scope, id, locking);
  if (study === undefined) throw new Problem('not-found');
  return study;
}

/** All studies of whoever asks, newest first. */
export async function studiesOf(scope: Scope): Promise<FileStudy[]> {
  return ownStudies(scope);
}

/** Takes further files, each in the place of the one of its table. A new plan has to be answered for again. */
export async function addFiles(
  scope: Scope,
  id: string,
  uploaded: readonly UploadedFile[],
): Promise<Afterwards> {
  const study = await studyOf(scope, id, 'locking');
  if (uploaded.length === 0)
    throw new Problem('cannot-be', { fields: [{ field: 'people', text: 'files.wrong.none' }] });
  const { files, old } = putFiles(scope, id, study.files, uploaded);
  const replan = uploaded.some(({ table }) => table === 'plan') ? { plan_answered: false } : {};
  return readAnew(scope, study, { files, ...replan }, old);
}

/** Takes a file away; people are needed and can only be replaced. */
export async function removeFile(scope: Scope, id: string, table: string): Promise<Afterwards> {
  const study = await studyOf(scope, id, 'locking');
  const gone = study.files.find((file) => file.table === table);
  if (gone === undefined) throw new Problem('not-found');
  if (table === 'people')
    throw new Problem('cannot-be', { fields: [{ field: 'people', text: 'files.wrong.people' }] });
  const files = study.files.filter((file) => file !== gone);
  const replan = table === 'plan' ? { plan_answered: false } : {};
  return readAnew(scope, study, { files, ...replan }, [gone.id]);
}

/** Reads everything again in another way. */
export async function readOtherwise(scope: Scope, id: string, given: GivenSettings): Promise<Afterwards> {
  const study = await studyOf(scope, id, 'locking');
  const { dates, decimal, delimiter, encoding } = given;
  const settings: IntakeSettings = {
    ...(dates && { dates }),
    ...(decimal && { decimal }),
    ...(delimiter && { delimiter: delimiter === 'tab' ? '\t' : delimiter }),
    ...(encoding && { encoding }),
  };
  return readAnew(scope, study, { settings });
}

/** Reads everything again, rows with problems refused or left out. */
export async function chooseProblemRows(
  scope: Scope,
  id: string,
  problemRows: FileStudy['problem_rows'],
): Promise<Afterwards> {
  const study = await studyOf(scope, id, 'locking');
  return readAnew(scope, study, { problem_rows: problemRows });
}

/** Keeps a plan as the file `plan`, answered for. */
export async function keepPlan(
  scope: Scope,
  study: FileStudy,
  plan: UploadedFile | null,
): Promise<Afterwards> {
  if (plan !== null) {
    const { files, old } = putFiles(scope, study.id, study.files, [plan]);
    return readAnew(scope, study, { files, plan_answered: true }, old);
  }
  const files = study.files.filter(({ table }) => table !== 'plan');
  const old = study.files.filter(({ table }) => table === 'plan').map(({ id }) => id);
  return readAnew(scope, study, { files, plan_answered: true }, old);
}

/** Begins the report. */
export async function beginReport(
  scope: Scope,
  id: string,
  { reports = [], paper = 'a4' }: { readonly [Key in keyof AskedReport]: Readonly<AskedReport[Key]> },
): Promise<Afterwards> {
  const study = await studyOf(scope, id, 'locking');
  if (!study.plan_answered) throw new Problem('not-now', { text: 'files.not-now.plan' });
  if (study.reading_id === null) throw new Problem('not-now', { text: 'files.not-now.reading' });
  const { change, afterwards } = wanting(scope, id, 'report');
  await changeStudy(scope, id, { ...change, wanted: { reports, paper }, failure: null, failed_kind: null });
  return afterwards;
}

/** Does again what ended without a result. */
export async function workAgain(
  scope: Scope,
  id: string,
): Promise<{ kind: 'read' | 'report'; afterwards: Afterwards }> {
  const study = await studyOf(scope, id, 'locking');
  const kind = study.failed_kind ?? study.work_kind ?? 'read';
  const afterwards =
    kind === 'report' ? await beginReport(scope, id, { ...study.wanted }) : await readAnew(scope, study, {});
  return { kind, afterwards };
}

/** Ends the work under way; nothing of it is kept. The files stay until they are removed. */
export async function stopWork(scope: Scope, id: string): Promise<void> {
  const study = await studyOf(scope, id, 'locking');
  if (study.work_run === null) return;
  await changeStudy(scope, id, {
    work_run: null,
    work_kind: null,
    work_at: null,
    failure: 'stopped',
    failed_kind: study.work_kind,
  });
  deskOf(scope).stop(id);
}

/** Keeps files longer or shorter, counted from now. */
export async function keepFor(scope: Scope, id: string, keep: Keep): Promise<void> {
  await studyOf(scope, id, 'locking');
  const until = new Date(scope.clock.now().getTime() + MOST_DAYS[keep] * DAY_MILLISECONDS);
  deskOf(scope).uploads.begin(placeOf(scope, id), until);
  await changeStudy(scope, id, { keep, delete_at: until });
}

/** Removes every byte of a study, then its row. */
export async function deleteStudy(scope: Scope, id: string): Promise<void> {
  await studyOf(scope, id, 'locking');
  deskOf(scope).stop(id);
  deskOf(scope).uploads.removeStudy({ study: id });
  await removeStudyRow(scope, id);
}

/** What was read; `null` before that. */
export function readingOf(scope: Scope, study: FileStudy): Reading | null {
  if (study.reading_id === null) return null;
  const bytes = deskOf(scope).uploads.get(placeOf(scope, study.id), study.reading_id);
  return bytes === undefined ? null : (JSON.parse(new TextDecoder().decode(bytes)) as Reading);
}

/** The bytes of a kept file or result. */
export function bytesOf(scope: Scope, study: FileStudy, id: string): Uint8Array {
  const bytes = deskOf(scope).uploads.get(placeOf(scope, study.id), id);
  if (bytes === undefined) throw new Problem('gone');
  return bytes;
}

/** Wants everything to be read again; what is not wanted any more is removed once that is written. */
async function readAnew(
  scope: Scope,
  study: FileStudy,
  also: FileStudyChange,
  unwanted: readonly string[] = [],
): Promise<Afterwards> {
  const desk = deskOf(scope);
  const made = [
    ...study.results.map(({ id }) => id),
    ...(study.reading_id === null ? [] : [study.reading_id]),
  ];
  const { change, afterwards } = wanting(scope, study.id, 'read');
  await changeStudy(scope, study.id, {
    ...change,
    reading_id: null,
    results: [],
    failure: null,
    failed_kind: null,
    ...also,
  });
  return () => {
    desk.stop(study.id);
    for (const id of [...made, ...unwanted]) desk.uploads.remove(placeOf(scope, study.id), id);
    afterwards();
  };
}

/** The columns that say which work is wanted, and what begins it. */
function wanting(scope: Scope, study: string, kind: 'read' | 'report') {
  const { organisation, person, clock } = scope;
  const run = randomUUID();
  const desk = deskOf(scope);
  return {
    change: {
      work_run: run,
      work_kind: kind,
      work_stage: 'starting' as const,
      work_done: 0,
      work_of: 0,
      work_at: clock.now(),
    },
    afterwards: () => desk.begin({ organisation: organisation.id, person, study, run }),
  };
}
