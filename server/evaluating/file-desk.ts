import { Problem } from '#server/http/problem.ts';
import type { UploadStore } from './upload-store.ts';

/** Work that is wanted on a study from files; `run` tells it from work that was wanted before. */
export interface WantedWork {
  readonly organisation: string;
  readonly person: string;
  readonly study: string;
  readonly run: string;
}

/** Where files that people bring along are kept and worked on. */
export interface FileDesk {
  readonly uploads: UploadStore;
  /** Begins work, once the row that wants it is written. */
  begin(work: WantedWork): void;
  /** Ends the work on a study at once. */
  stop(study: string): void;
}

function away(): never {
  throw new Problem('not-ready', { text: 'files.no-desk' });
}

/** Stands in where the server was started without a folder for files. */
export const NO_DESK: FileDesk = {
  uploads: { begin: away, put: away, get: away, remove: away, removeStudy: away, sweep: () => 0 },
  begin: away,
  stop: away,
};
