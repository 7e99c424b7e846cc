import { TABLE_NAMES } from '#intake/program/registry.ts';
import { ANSWERED } from './exit.ts';
import { optionsOf } from './options.ts';
import { previewOf } from './preview.ts';
import { readStudy } from './read-study.ts';
import { refuse } from './refuse.ts';

/** `plumbline check DIR`: reads and checks everything, shows how it was understood, evaluates nothing. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { folder, values } = optionsOf(args, 'check');
  const study = await readStudy(folder, values);
  process.stdout.write(`${previewOf(study.intake)}\n`);
  if (study.kind === 'problems') return refuse(values.out, study.problems, study.tables);
  const { people, events, scores, program } = study.rows;
  const ofProgram = TABLE_NAMES.flatMap((name) => {
    const table = program?.[name];
    return table ? [`${table.count} ${name}`] : [];
  });
  const found = [
    `${people.count} people`,
    `${events.count} events`,
    `${scores.count} scores`,
    ...ofProgram,
  ].join(', ');
  const leftOut = study.leftOut.reduce((sum, { n }) => sum + n, 0);
  process.stdout.write(
    leftOut === 0
      ? `No problems: ${found}.\n`
      : `${leftOut} ${leftOut === 1 ? 'row' : 'rows'} left out for problems. What is left has none: ${found}.\n`,
  );
  return ANSWERED;
}
