import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SourceFile } from '#intake/table.ts';
import { FILE_MISSING, Stop, WRONG_USAGE } from './exit.ts';

/** Files named on the command line in place of those found in the folder. */
export interface NamedFiles {
  readonly people?: string | undefined;
  readonly events?: string | undefined;
  readonly scores?: string | undefined;
  readonly plan?: string | undefined;
}

const ENDINGS = ['csv', 'xlsx', 'parquet'];

/** The files of a study, found by name in its folder. */
export function studyFiles(folder: string, named: NamedFiles) {
  if (!existsSync(folder)) throw new Stop(FILE_MISSING, `There is no folder ${folder}.`);
  const people = table(folder, 'people', named.people);
  if (!people)
    throw new Stop(FILE_MISSING, `${folder} has no people.csv. The people file is needed: a row per person.`);
  const events = table(folder, 'events', named.events);
  const scores = table(folder, 'scores', named.scores);
  const planPath = named.plan ?? join(folder, 'plan.json');
  if (named.plan && !existsSync(planPath)) throw new Stop(FILE_MISSING, `There is no plan file ${planPath}.`);
  const plan = existsSync(planPath) ? source(planPath) : undefined;
  return { people, ...(events && { events }), ...(scores && { scores }), ...(plan && { plan }) };
}

function table(folder: string, name: string, named: string | undefined): SourceFile | undefined {
  if (named !== undefined) {
    if (!existsSync(named)) throw new Stop(FILE_MISSING, `There is no file ${named}.`);
    return source(named);
  }
  const found = ENDINGS.map((ending) => join(folder, `${name}.${ending}`)).filter((path) => existsSync(path));
  if (found.length > 1)
    throw new Stop(
      WRONG_USAGE,
      `${found.join(' and ')} are both there; keep one, or name it with --${name}.`,
    );
  return found[0] === undefined ? undefined : source(found[0]);
}

function source(path: string): SourceFile {
  return { name: basename(path), bytes: readFileSync(path) };
}
