import { type ReadStudy, readyStudy } from '#intake/ready-study.ts';
import type { Intake } from '#intake/take-in.ts';
import { type Options, settingsOf } from './options.ts';
import { studyFiles } from './study-files.ts';

/** Files and plan of a folder, read and checked; without a plan file the plan is drawn from the data. */
export async function readStudy(
  folder: string,
  values: Options,
  tell: (stage: string) => void = () => {},
): Promise<ReadStudy> {
  const { hints, ...files } = studyFiles(folder, values);
  for (const hint of hints) console.error(hint);
  return readyStudy(files, {
    settings: settingsOf(values),
    problemRows: values['leave-out-problem-rows'] ? 'leave-out' : 'refuse',
    progress: (stage, file) => tell(stage === 'reading' ? `Reading ${file}` : `Checking ${file}`),
    told: tellAbout,
  });
}

/** What was guessed, and what is worth knowing, on the side channel. */
export function tellAbout(intake: Pick<Intake, 'guesses' | 'warnings'>): void {
  for (const { file, what, column, value, why, flag } of intake.guesses) {
    const of = column === null || what === 'heading' ? '' : ` of \`${column}\``;
    const change = flag === '' ? '' : `; ${flag} changes it`;
    console.error(`${file}: ${what}${of} ${value} (${why}${change})`);
  }
  for (const { file, problem, cure } of intake.warnings) console.error(`${file}: ${problem} ${cure}`);
}
