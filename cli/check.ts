import { scoredRows } from '#evaluation/instruments/score-answers.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { waveAnswers } from '#evaluation/planning/wave-answers.ts';
import { lookTooEarly } from '#evaluation/study/look-too-early.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { rosterCoverage } from '#evaluation/survey/coverage.ts';
import { TABLE_NAMES } from '#intake/program/registry.ts';
import { rosterLines, waveLines } from '#report/planning/wave-lines.ts';
import { noteText } from '#report/sentences/note-text.ts';
import { text } from '#report/text/text.ts';
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
  process.stdout.write(completeness(study.rows, study.plan));
  const leftOut = study.leftOut.reduce((sum, { n }) => sum + n, 0);
  process.stdout.write(
    leftOut === 0
      ? `No problems: ${found}.\n`
      : `${leftOut} ${leftOut === 1 ? 'row' : 'rows'} left out for problems. What is left has none: ${found}.\n`,
  );
  return ANSWERED;
}

/** Who answered which wave, and what is planned too early. */
function completeness(rows: StudyRows, plan: Plan): string {
  const answers = waveAnswers(scoredRows(rows).rows);
  const early = lookTooEarly(rows.people, rows.people.index, plan).map((note) => noteText(note));
  const roster = rows.program?.roster ? rosterLines(rosterCoverage(rows.program.roster)) : [];
  const waves =
    answers.length + roster.length === 0 ? [] : [text('waves.title'), ...waveLines(answers), ...roster];
  return [...waves, ...early].map((line) => `${line}\n`).join('') + (waves.length > 0 ? '\n' : '');
}
