import { writeProgramFiles } from './program-files.ts';

/** The seed was fixed before the first run; `--seed` and `--into` serve the loop over seeds in `seeds.R`. */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const into = option('--into');
writeProgramFiles(
  { seed: Number(option('--seed') ?? 1), people: 4500, promotionRatio: 1.8, exitRatio: 0.8, selection: 1 },
  into === undefined ? new URL('../', import.meta.url) : new URL(`file://${into}/`),
  into === undefined ? new URL('truth.json', import.meta.url) : new URL(`file://${into}/truth.json`),
);
