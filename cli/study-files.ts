import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { areOneSlipApart } from '#intake/program/one-slip-apart.ts';
import type { TableName } from '#intake/program/program-table.ts';
import type { ProgramFiles } from '#intake/program/read-program.ts';
import { TABLE_NAMES } from '#intake/program/registry.ts';
import type { SourceFile } from '#intake/table.ts';
import { FILE_MISSING, Stop, WRONG_USAGE } from './exit.ts';

const FIRST_TABLES = ['people', 'events', 'scores'] as const;
/** Tables that are read from a folder, by the names of their files. */
const TABLES: readonly string[] = [...FIRST_TABLES, ...TABLE_NAMES];

/** Files named on the command line in place of those found in the folder. */
export type NamedFiles = {
  readonly [Name in (typeof FIRST_TABLES)[number] | TableName | 'plan']?: string | undefined;
};

const ENDINGS = ['csv', 'xlsx', 'parquet'];

/** The people of a folder: the one file that is always needed. */
export function peopleFile(folder: string, named: string | undefined): SourceFile {
  if (!existsSync(folder)) throw new Stop(FILE_MISSING, `There is no folder ${folder}.`);
  const people = table(folder, 'people', named);
  if (people) return people;
  throw new Stop(FILE_MISSING, `${folder} has no people.csv. The people file is needed: a row per person.`);
}

/** The files of a study, found by name in its folder; hints name tables in the folder that are not read. */
export function studyFiles(folder: string, named: NamedFiles) {
  const people = peopleFile(folder, named.people);
  const events = table(folder, 'events', named.events);
  const scores = table(folder, 'scores', named.scores);
  const program: ProgramFiles = Object.fromEntries(
    TABLE_NAMES.flatMap((name) => {
      const file = table(folder, name, named[name]);
      return file ? [[name, file]] : [];
    }),
  );
  const planPath = named.plan ?? join(folder, 'plan.json');
  if (named.plan && !existsSync(planPath)) throw new Stop(FILE_MISSING, `There is no plan file ${planPath}.`);
  const plan = existsSync(planPath) ? source(planPath) : undefined;
  return {
    people,
    ...(events && { events }),
    ...(scores && { scores }),
    program,
    instruments: instrumentFiles(folder),
    ...(plan && { plan }),
    hints: hintsOn(folder, named),
  };
}

/** Instruments that a study brings along: instruments.json, and a file each in the folder instruments. */
function instrumentFiles(folder: string): SourceFile[] {
  const inside = join(folder, 'instruments');
  const files = existsSync(inside) ? readdirSync(inside).filter((name) => name.endsWith('.json')) : [];
  return [join(folder, 'instruments.json'), ...files.sort().map((name) => join(inside, name))]
    .filter((path) => existsSync(path))
    .map((path) => ({ ...source(path), name: relative(folder, path) }));
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

/** Tables in a folder that nothing reads, with the name that may be meant. */
function hintsOn(folder: string, named: NamedFiles): string[] {
  const given = new Set(Object.values(named).map((path) => (typeof path === 'string' ? basename(path) : '')));
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, stem, ending] = /^(.+)\.([a-z]+)$/i.exec(file) ?? [];
      if (stem === undefined || !ENDINGS.includes(ending!.toLowerCase())) return [];
      if ((TABLES.includes(stem) && ENDINGS.includes(ending!)) || given.has(file)) return [];
      const form = stem.toLowerCase().replace(/[^a-z]/g, '');
      const meant = TABLES.find((name) => areOneSlipApart(form, name));
      return [
        meant === undefined
          ? `${file} is not read: no table has this name.`
          : `${file} is not read. If it is the ${meant} table, name it ${meant}.${ending!.toLowerCase()}.`,
      ];
    });
}
