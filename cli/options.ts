import { parseArgs } from 'node:util';
import { dayFromIso } from '#evaluation/study/day.ts';
import type { TableName } from '#intake/program/program-table.ts';
import { TABLE_NAMES } from '#intake/program/registry.ts';
import type { IntakeSettings } from '#intake/take-in.ts';
import { REPORTS, type ReportPreset } from '#report/reports/registry.ts';
import { Stop, WRONG_USAGE } from './exit.ts';

/** Each table of the program can be named, as people, events and scores can. */
function tableOptions() {
  return Object.fromEntries(TABLE_NAMES.map((name) => [name, { type: 'string' }])) as Readonly<
    Record<TableName, { readonly type: 'string' }>
  >;
}

/** Options that every verb on files understands. */
const OPTIONS = {
  people: { type: 'string' },
  events: { type: 'string' },
  scores: { type: 'string' },
  ...tableOptions(),
  plan: { type: 'string' },
  out: { type: 'string', default: 'plumbline-report' },
  'as-of': { type: 'string' },
  'leave-out-problem-rows': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  report: { type: 'string', multiple: true },
  paper: { type: 'string', default: 'a4' },
  dates: { type: 'string' },
  decimal: { type: 'string' },
  delimiter: { type: 'string' },
  encoding: { type: 'string' },
} as const;

export type Options = ReturnType<typeof optionsOf>['values'];

/** The folder and the options of a verb on files. */
export function optionsOf(args: readonly string[], verb: string) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Stop(WRONG_USAGE, error instanceof Error ? error.message : String(error));
  }
  const [folder, ...more] = parsed.positionals;
  if (folder === undefined || more.length > 0) {
    throw new Stop(WRONG_USAGE, `Name one folder: plumbline ${verb} DIR`);
  }
  return { folder, values: parsed.values };
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** The day asked for; today in UTC when none is named. It only decides whether the look date is reached. */
export function asOfDay({ 'as-of': text }: Options): number {
  if (text === undefined) return Math.floor(Date.now() / MILLISECONDS_PER_DAY);
  const day = dayFromIso(text);
  if (day === undefined) throw new Stop(WRONG_USAGE, `--as-of ${text} is not a date; write YYYY-MM-DD.`);
  return day;
}

/** The reports asked for beside the one of the evaluation, in the order of the registry; `all` names every one. */
export function reportsOf({ report = [] }: Options): ReportPreset[] {
  const names = REPORTS.map(({ id }) => id);
  for (const name of report) oneOf('report', name, ['all', ...names]);
  return REPORTS.filter(({ id }) => report.includes('all') || report.includes(id));
}

/** The paper of the printed report. */
export function paperOf({ paper }: Pick<Options, 'paper'>): 'a4' | 'letter' {
  return oneOf('paper', paper, ['a4', 'letter'])!;
}

/** How the files are to be read. */
export function settingsOf(
  values: Pick<Options, 'dates' | 'decimal' | 'delimiter' | 'encoding'>,
): IntakeSettings {
  const dates = oneOf('dates', values.dates, ['day-first', 'month-first']);
  const decimal = oneOf('decimal', values.decimal, ['comma', 'point']);
  return {
    ...(dates && { dates }),
    ...(decimal && { decimal }),
    ...(values.delimiter !== undefined && {
      delimiter: values.delimiter === 'tab' ? '\t' : values.delimiter,
    }),
    ...(values.encoding !== undefined && { encoding: values.encoding }),
  };
}

function oneOf<const Word extends string>(
  name: string,
  value: string | undefined,
  words: readonly Word[],
): Word | undefined {
  const found = words.find((word) => word === value);
  if (value === undefined || found !== undefined) return found;
  throw new Stop(WRONG_USAGE, `--${name} is ${value}; it must be one of: ${words.join(', ')}.`);
}
