import type { GivenFiles } from '#intake/ready-study.ts';
import type { SourceFile } from '#intake/table.ts';
import { TABLE_NAMES } from '#intake/program/registry.ts';

/** Tables that come in by a form, in the order of the page of files; then instruments that are brought along, and the plan. */
export const FILE_NAMES: readonly string[] = [
  'people',
  'events',
  'scores',
  ...TABLE_NAMES,
  'instruments',
  'plan',
];

/**
 * Uploaded files as the intake takes them.
 *
 * @throws RangeError without a file of people
 */
export function filesOf(files: Readonly<Record<string, SourceFile>>): GivenFiles {
  const { people, events, scores, instruments, plan } = files;
  if (people === undefined) throw new RangeError('filesOf: people is missing; it must be there');
  const program = Object.fromEntries(
    TABLE_NAMES.flatMap((name) => (files[name] === undefined ? [] : [[name, files[name]]])),
  );
  return {
    people,
    ...(events && { events }),
    ...(scores && { scores }),
    program,
    ...(instruments && { instruments: [instruments] }),
    ...(plan && { plan }),
  };
}
