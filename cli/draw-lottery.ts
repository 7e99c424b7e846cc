import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { listFingerprint } from '#evaluation/draw/list-fingerprint.ts';
import { lotteryDraw } from '#evaluation/draw/lottery-draw.ts';
import { dayFromIso } from '#evaluation/study/day.ts';
import { readApplicants } from '#intake/applicants.ts';
import { drawCsv } from '#report/planning/draw-csv.ts';
import { drawNote } from '#report/planning/draw-note.ts';
import { text } from '#report/text/text.ts';
import { ANSWERED, Stop, WRONG_USAGE } from './exit.ts';
import { settingsOf } from './options.ts';
import { tellAbout } from './read-study.ts';
import { refuse } from './refuse.ts';
import { peopleFile } from './study-files.ts';

const OPTIONS = {
  people: { type: 'string' },
  seed: { type: 'string' },
  places: { type: 'string' },
  strata: { type: 'string' },
  on: { type: 'string' },
  'waiting-list': { type: 'boolean', default: false },
  out: { type: 'string', default: 'draw.csv' },
  dates: { type: 'string' },
  decimal: { type: 'string' },
  delimiter: { type: 'string' },
  encoding: { type: 'string' },
} as const;

/** `plumbline draw-lottery DIR`: draws places among the people of a list, so that anybody with the seed can draw them again. */
export async function drawLotteryCommand(args: readonly string[]): Promise<number> {
  const { folder, values } = optionsOf(args);
  const seed = wholeNumber('seed', values.seed);
  const file = peopleFile(folder, values.people);
  const list = await readApplicants(file, settingsOf(values), values.strata);
  tellAbout(list);
  if (list.problems.length > 0) return refuse(dirname(values.out), list.problems, list.tables);
  const fingerprint = listFingerprint(list.applicants);
  process.stdout.write(`${text('draw.terminal.fingerprint', { fingerprint })}\n`);
  if (seed === undefined) {
    process.stdout.write(`${text('draw.terminal.no-seed')}\n`);
    return ANSWERED;
  }
  const people = list.applicants.length;
  const places = wholeNumber('places', values.places) ?? Math.floor(people / 2);
  if (places < 0 || places > people)
    throw new Stop(WRONG_USAGE, `--places is ${places}; the list has ${people} people.`);
  const drawn = lotteryDraw(list.applicants, { seed, places });
  const columns = { waitingList: values['waiting-list'], ...(values.on !== undefined && { on: values.on }) };
  const note = `${basename(values.out, '.csv')}-how.md`;
  const described = { drawn, seed, fingerprint, file: basename(values.out), strataColumn: list.strataColumn };
  write(values.out, drawCsv(drawn, columns));
  writeFileSync(join(dirname(values.out), note), drawNote(described));
  const said = { places, people, file: basename(values.out), note };
  process.stdout.write(`${text('draw.terminal.drawn', said)}\n`);
  return ANSWERED;
}

function optionsOf(args: readonly string[]) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Stop(WRONG_USAGE, error instanceof Error ? error.message : String(error));
  }
  const [folder, ...more] = parsed.positionals;
  if (folder === undefined || more.length > 0)
    throw new Stop(WRONG_USAGE, 'Name one folder: plumbline draw-lottery DIR --seed N');
  const { on } = parsed.values;
  if (on !== undefined && dayFromIso(on) === undefined)
    throw new Stop(WRONG_USAGE, `--on ${on} is not a date; write YYYY-MM-DD.`);
  return { folder, values: parsed.values };
}

/** A whole number of 32 bits; R refuses the smallest one. */
function wholeNumber(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (!/^-?\d+$/.test(given) || value > 2147483647 || value < -2147483647)
    throw new Stop(WRONG_USAGE, `--${name} is ${given}; it must be a whole number of at most 2147483647.`);
  return value;
}

/** A draw is made once: one that is already there is not replaced by another. */
function write(path: string, content: string): void {
  if (existsSync(path)) {
    if (readFileSync(path, 'utf8') === content) {
      process.stdout.write(`${text('draw.terminal.same', { file: basename(path) })}\n`);
      return;
    }
    throw new Stop(
      WRONG_USAGE,
      `${path} is already there and holds something else. A draw is made once: to draw among other people, name another file with --out.`,
    );
  }
  writeFileSync(path, content);
}
