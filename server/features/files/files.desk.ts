import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { dayFromIso } from '#evaluation/study/day.ts';
import type { Tables } from '#server/database/tables.ts';
import { actFor, atTheDoor } from '#server/database/transaction.ts';
import type { FileDesk, WantedWork } from '#server/evaluating/file-desk.ts';
import { MOST_AT_A_TIME } from '#server/evaluating/limits.ts';
import type { Made, Order, Stage } from '#server/evaluating/order.ts';
import type { WorkEnd } from '#server/evaluating/run-apart.ts';
import { openUploadStore, type UploadStore } from '#server/evaluating/upload-store.ts';
import { workQueue } from '#server/evaluating/work-queue.ts';
import { dayIn } from '#server/http/standing.ts';
import type { Clock } from '#server/scope.ts';
import {
  changeStudy,
  ownStudy,
  removeStudyRow,
  studiesDue,
  type KeptResult,
  type Owner,
} from './files.store.ts';

/** What the desk stands on. */
export interface DeskParts {
  readonly database: Kysely<Tables>;
  /** A private folder inside the data folder. */
  readonly folder: string;
  /** 32 bytes, from the folder of secrets. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  /** What went wrong unforeseen, without personal content. */
  readonly fault: (error: unknown) => void;
}

/** A desk that is open. */
export interface OpenDesk extends FileDesk {
  /** Removes every study whose time is over; gives how many. Runs every few minutes. */
  sweep(): Promise<number>;
  /** Ends the work under way and takes no more. */
  close(): Promise<void>;
  /** Process ids of the work under way. */
  readonly running: () => readonly number[];
}

/** How often work gives a sign of life. */
const BEAT_MILLISECONDS = 2000;

/** Opens the desk at which files are taken, worked on in processes of their own, and removed when their time is over. */
export function openFileDesk({ database, folder, key, clock, fault }: DeskParts): OpenDesk {
  const uploads = openUploadStore(folder, key);
  const queue = workQueue(MOST_AT_A_TIME, fault);
  const inTheNameOf = <T>(
    { organisation, person }: Pick<WantedWork, 'organisation' | 'person'>,
    work: (owner: Owner) => Promise<T>,
  ): Promise<T> =>
    atTheDoor(database, 'read write', async (rows) => {
      await actFor(rows, { organisation, person, at: clock.now() });
      return work({ rows, organisation: { id: organisation }, person });
    });
  return {
    uploads,
    running: queue.running,
    stop: (study) => queue.stop(study),
    begin(wanted) {
      const { study, run } = wanted;
      let telling = Promise.resolve();
      const write = (stage?: Stage): void => {
        telling = telling
          .then(() => inTheNameOf(wanted, (owner) => changeStudy(owner, study, beatOf(clock, stage), run)))
          .then((wantedStill) => (wantedStill ? undefined : queue.stop(study)))
          .catch(fault);
      };
      const beat = setInterval(() => write(), BEAT_MILLISECONDS);
      queue.add({
        name: study,
        order: () => inTheNameOf(wanted, (owner) => orderFor(owner, wanted, uploads, clock)),
        tell: write,
        async end(end) {
          clearInterval(beat);
          await telling;
          await inTheNameOf(wanted, (owner) => finish(owner, wanted, uploads, end));
        },
      });
    },
    async sweep() {
      const due = await atTheDoor(database, 'read only', (rows) => studiesDue(rows, clock.now()));
      for (const one of due) {
        queue.stop(one.study);
        uploads.removeStudy(one);
        await inTheNameOf(one, (owner) => removeStudyRow(owner, one.study));
      }
      return due.length + uploads.sweep(clock.now());
    },
    close: () => queue.close(),
  };
}

function beatOf(clock: Clock, stage?: Stage) {
  const at = { work_at: clock.now() };
  return stage === undefined
    ? at
    : { ...at, work_stage: stage.stage, work_done: stage.done, work_of: stage.of };
}

/** Everything that the work needs; `null` when it is not wanted any more. */
async function orderFor(
  owner: Owner,
  { organisation, study: id, run }: WantedWork,
  uploads: UploadStore,
  clock: Clock,
): Promise<Order | null> {
  const study = await ownStudy(owner, id);
  if (study === undefined || study.work_run !== run || study.work_kind === null) return null;
  const { time_zone } = await owner.rows
    .selectFrom('organisations')
    .select('time_zone')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  const files: Record<string, { name: string; bytes: Uint8Array }> = {};
  for (const file of study.files) {
    const bytes = uploads.get({ organisation, study: id }, file.id);
    if (bytes === undefined) return null;
    files[file.table] = { name: file.name, bytes };
  }
  return {
    work: study.work_kind,
    files,
    settings: study.settings,
    problemRows: study.problem_rows,
    asOf: dayFromIso(dayIn(time_zone, clock.now()))!,
    reports: study.wanted.reports,
    paper: study.wanted.paper,
  };
}

const NO_WORK = {
  work_run: null,
  work_kind: null,
  work_stage: null,
  work_done: null,
  work_of: null,
  work_at: null,
};

/** Keeps what was made, if it is still wanted; else nothing of it. */
async function finish(owner: Owner, wanted: WantedWork, uploads: UploadStore, end: WorkEnd): Promise<void> {
  const { organisation, study: id, run } = wanted;
  const study = await ownStudy(owner, id, 'locking');
  if (study === undefined || study.work_run !== run) return;
  if (end.kind === 'failed' || end.made.work === 'refused') {
    const failure = end.kind === 'failed' ? end.failure : 'refused';
    await changeStudy(owner, id, { ...NO_WORK, failure, failed_kind: study.work_kind }, run);
    return;
  }
  const place = { organisation, study: id };
  const put = (name: string, content: string | Uint8Array): KeptResult => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const kept = { name, id: randomUUID(), bytes: bytes.length };
    uploads.put(place, kept.id, bytes);
    return kept;
  };
  const results = end.made.files.map(([name, content]) => put(name.replace(/^figures\//, ''), content));
  const reading = readingIn(end.made, put) ?? study.reading_id;
  for (const old of study.results) uploads.remove(place, old.id);
  if (study.reading_id !== null && study.reading_id !== reading) uploads.remove(place, study.reading_id);
  await changeStudy(
    owner,
    id,
    { ...NO_WORK, failure: null, failed_kind: null, results, reading_id: reading },
    run,
  );
}

function readingIn(made: Made, put: (name: string, content: string) => KeptResult): string | undefined {
  return made.work === 'read' ? put('reading', JSON.stringify(made.reading)).id : undefined;
}
