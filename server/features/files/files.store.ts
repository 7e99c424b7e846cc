import type { Insertable, Updateable } from 'kysely';
import type { IntakeSettings } from '#intake/take-in.ts';
import type { Stage } from '#server/evaluating/order.ts';
import type { WorkFailure } from '#server/evaluating/run-apart.ts';
import type { Rows } from '#server/scope.ts';

/** A file that was brought along: of which table, how it was called, and where its bytes lie. */
export interface KeptFile {
  readonly table: string;
  readonly name: string;
  readonly id: string;
  readonly bytes: number;
  /** SHA-256, in hex. */
  readonly digest: string;
}

/** An output of a report. */
export interface KeptResult {
  readonly name: string;
  readonly id: string;
  readonly bytes: number;
}

/** What a report is made as: further reports by their ids, and the paper. */
export interface WantedReports {
  readonly reports: readonly string[];
  readonly paper: 'a4' | 'letter';
}

export type Keep = 'visit' | 'week' | 'month';
type WorkKind = 'read' | 'report';

/** A study from files. Dates and lists are as the driver gives and takes them. */
interface FileStudyRow {
  readonly organisation_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly sign_in_id: string;
  readonly made_at: Date;
  readonly keep: Keep;
  readonly delete_at: Date;
  readonly files: readonly KeptFile[];
  readonly settings: IntakeSettings;
  readonly problem_rows: 'refuse' | 'leave-out';
  readonly plan_answered: boolean;
  readonly wanted: WantedReports;
  readonly reading_id: string | null;
  readonly results: readonly KeptResult[];
  readonly work_run: string | null;
  readonly work_kind: WorkKind | null;
  readonly work_stage: Stage['stage'] | null;
  readonly work_done: number | null;
  readonly work_of: number | null;
  readonly work_at: Date | null;
  readonly failure: WorkFailure | 'refused' | null;
  readonly failed_kind: WorkKind | null;
}

declare module '#server/database/tables.ts' {
  interface Tables {
    file_studies: FileStudyRow;
  }
}

export type FileStudy = FileStudyRow;
export type FileStudyChange = Omit<
  Updateable<FileStudyRow>,
  'organisation_id' | 'id' | 'person_id' | 'sign_in_id' | 'made_at'
>;

/** Whose studies: a scope is one, and so is a transaction of a job that acts for the person. */
export interface Owner {
  readonly rows: Rows;
  readonly organisation: { readonly id: string };
  readonly person: string;
}

/** Lists go in as JSON. */
function written<Change extends FileStudyChange>(change: Change): Change {
  const { files, settings, results, wanted } = change;
  const texts = Object.entries({ files, settings, results, wanted }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, JSON.stringify(value)]],
  );
  return { ...change, ...Object.fromEntries(texts) };
}

/** Writes a new study of the person. */
export async function insertStudy(
  { rows, organisation, person }: Owner,
  study: Omit<Insertable<FileStudyRow>, 'organisation_id' | 'person_id'>,
): Promise<void> {
  await rows
    .insertInto('file_studies')
    .values({ ...written(study), organisation_id: organisation.id, person_id: person })
    .execute();
}

/** A study of the person; nobody else's. `locking` holds it until the transaction ends. */
export async function ownStudy(
  { rows, organisation, person }: Owner,
  id: string,
  locking: 'read' | 'locking' = 'read',
): Promise<FileStudy | undefined> {
  const found = rows
    .selectFrom('file_studies')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('person_id', '=', person)
    .where('id', '=', id);
  return (locking === 'locking' ? found.forUpdate() : found).executeTakeFirst();
}

/** All studies of the person, newest first. */
export async function ownStudies({ rows, organisation, person }: Owner): Promise<FileStudy[]> {
  return rows
    .selectFrom('file_studies')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .where('person_id', '=', person)
    .orderBy('made_at', 'desc')
    .execute();
}

/** Changes a study; with `run` only while that work is still the one that is wanted. True when a row was changed. */
export async function changeStudy(
  { rows, organisation, person }: Owner,
  id: string,
  change: FileStudyChange,
  run?: string,
): Promise<boolean> {
  let update = rows
    .updateTable('file_studies')
    .set(written(change))
    .where('organisation_id', '=', organisation.id)
    .where('person_id', '=', person)
    .where('id', '=', id);
  if (run !== undefined) update = update.where('work_run', '=', run);
  const { numUpdatedRows } = await update.executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Removes the row of a study. */
export async function removeStudyRow({ rows, organisation, person }: Owner, id: string): Promise<void> {
  await rows
    .deleteFrom('file_studies')
    .where('organisation_id', '=', organisation.id)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .execute();
}

/** Studies of every organisation whose time is over at `now`, or whose visit has ended; as the door sees them. */
export async function studiesDue(rows: Rows, now: Date): Promise<DueStudy[]> {
  return rows
    .selectFrom('file_studies')
    .select(['organisation_id as organisation', 'person_id as person', 'id as study'])
    .where((is) =>
      is.or([
        is('delete_at', '<=', now),
        is.and([
          is('keep', '=', 'visit'),
          is.not(
            is.exists(
              is
                .selectFrom('sign_ins')
                .select('sign_ins.id')
                .whereRef('sign_ins.organisation_id', '=', 'file_studies.organisation_id')
                .whereRef('sign_ins.id', '=', 'file_studies.sign_in_id')
                .where('sign_ins.ended_at', 'is', null),
            ),
          ),
        ]),
      ]),
    )
    .execute();
}

/** A study whose time is over, and whose it is. */
export interface DueStudy {
  readonly organisation: string;
  readonly person: string;
  readonly study: string;
}
