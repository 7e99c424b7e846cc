import { parseArgs } from 'node:util';
import type { Expects, Plan } from '#evaluation/plan/plan.ts';
import { Stop, WRONG_USAGE } from './exit.ts';

const OPTIONS = {
  plan: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  paper: { type: 'string', default: 'a4' },
  participants: { type: 'string' },
  comparison: { type: 'string' },
  answered: { type: 'string' },
  'comparison-answered': { type: 'string' },
  'per-mentor': { type: 'string' },
  'mentor-variation': { type: 'string' },
  'mentor-correlation': { type: 'string' },
  share: { type: 'string' },
  spread: { type: 'string' },
  correlation: { type: 'string' },
  matters: { type: 'string' },
  better: { type: 'string', default: 'higher' },
  label: { type: 'string' },
  unit: { type: 'string' },
} as const;

export type PowerOptions = ReturnType<typeof powerOptions>['values'];

/** The folder, if any, and the options of `plumbline power`. */
export function powerOptions(args: readonly string[]) {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new Stop(WRONG_USAGE, error instanceof Error ? error.message : String(error));
  }
  const [folder, ...more] = parsed.positionals;
  if (more.length > 0) throw new Stop(WRONG_USAGE, 'Name one folder at most: plumbline power DIR');
  return { folder, values: parsed.values };
}

/** What the options say of people, and of one outcome. */
export function askedExpects(values: PowerOptions, outcome: string): Expects {
  const outcomes = {
    ...numbered(values, 'share', 'share', [0, 1]),
    ...numbered(values, 'spread', 'spread', [Number.MIN_VALUE, Infinity]),
    ...numbered(values, 'correlation', 'correlation', [0, 1]),
  };
  return {
    ...numbered(values, 'participants', 'participants', [1, Infinity]),
    ...numbered(values, 'comparison', 'comparison', [1, Infinity]),
    ...numbered(values, 'answered', 'answered', [Number.MIN_VALUE, 1]),
    ...numbered(values, 'comparison-answered', 'comparisonAnswered', [Number.MIN_VALUE, 1]),
    ...numbered(values, 'per-mentor', 'menteesPerMentor', [1, Infinity]),
    ...numbered(values, 'mentor-variation', 'mentorVariation', [0, Infinity]),
    ...numbered(values, 'mentor-correlation', 'mentorCorrelation', [0, 1]),
    ...(Object.keys(outcomes).length > 0 && { outcomes: { [outcome]: outcomes } }),
  };
}

/** A plan of one outcome, from options alone; a share from records, or a score. */
export function plannedByOptions(values: PowerOptions): Plan {
  const { share, spread, better, label } = values;
  if ((share === undefined) === (spread === undefined))
    throw new Stop(
      WRONG_USAGE,
      'Without a folder say --share (of 0 to 1, without the program) or --spread (standard deviation of a score), one of them.',
    );
  if (better !== 'higher' && better !== 'lower')
    throw new Stop(WRONG_USAGE, `--better is ${better}; it must be one of: higher, lower.`);
  const { matters } = numbered(values, 'matters', 'matters', [Number.MIN_VALUE, Infinity]) as {
    matters?: number;
  };
  if (matters === undefined)
    throw new Stop(
      WRONG_USAGE,
      'Say --matters: the smallest difference that would matter (a share of 0 to 1, or points).',
    );
  const outcome = share === undefined ? 'score' : 'promotion';
  return {
    plan: 1,
    design: 'matched',
    cutoff: '2100-01-01',
    look: '2100-01-01',
    primary: {
      outcome,
      better,
      matters,
      label: label ?? (share === undefined ? 'The score' : 'The share'),
      ...(values.unit !== undefined && { unit: values.unit }),
    },
  };
}

function numbered(
  values: PowerOptions,
  option: keyof PowerOptions,
  name: string,
  [low, high]: readonly [number, number],
): Record<string, number> {
  const given = values[option];
  if (given === undefined) return {};
  const value = Number(given);
  if (
    typeof given !== 'string' ||
    given.trim() === '' ||
    !(value >= low && value <= high) ||
    !Number.isFinite(value)
  ) {
    const limit =
      high === Infinity
        ? `a number${low > 0 ? ` of at least ${low === Number.MIN_VALUE ? 'a little above 0' : low}` : ' from 0 up'}`
        : `a number from ${low === Number.MIN_VALUE ? 'above 0' : low} to ${high}`;
    throw new Stop(WRONG_USAGE, `--${option} is ${String(given)}; it must be ${limit}.`);
  }
  return { [name]: value };
}
