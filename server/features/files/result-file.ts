import { Problem } from '#server/http/problem.ts';
import type { Answer } from '#server/http/route.ts';
import type { Scope } from '#server/scope.ts';
import { bytesOf, studyOf } from './files.actions.ts';

/** What an output is, by its ending. */
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** An output of a study as a file to take along; never shown in place, whatever it is. */
export async function resultFile(scope: Scope, id: string, name: string): Promise<Answer> {
  const study = await studyOf(scope, id);
  const result = study.results.find((one) => one.name === name);
  if (result === undefined) throw new Problem('not-found');
  const type = TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream';
  return { file: { name, type, bytes: bytesOf(scope, study, result.id) } };
}
