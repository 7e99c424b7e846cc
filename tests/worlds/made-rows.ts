import { type Day, MISSING_DAY } from '#evaluation/study/day.ts';
import {
  type Covariate,
  EVENT_KINDS,
  type EventKind,
  type ScoreRows,
  type StudyRows,
} from '#evaluation/study/rows.ts';

/** One row of a made-up people.csv, with the events of its human. */
export interface MadePerson {
  readonly key: string;
  readonly arm: 0 | 1;
  /** Left out: dealt. */
  readonly index?: Day;
  readonly cohort?: string;
  readonly mentor?: string;
  readonly stratum?: string;
  readonly lastSeen?: Day;
  readonly tookPart?: boolean;
  readonly covariates?: Readonly<Record<string, number | string>>;
  /** Of the human; given on one of their rows only. */
  readonly events?: readonly { readonly day: Day; readonly kind: EventKind }[];
}

/** One row of a made-up scores.csv. */
export interface MadeScore {
  readonly key: string;
  readonly wave: string;
  readonly day: Day;
  readonly scale: string;
  /** NaN: asked, not answered. */
  readonly score: number;
}

/** Ends of a scale that a file does not give. */
const NO_ENDS = [Number.NaN, Number.NaN] as const;

/** Made-up people and scores as the checked rows that intake hands on. */
export function madeRows(
  people: readonly MadePerson[],
  scores: readonly MadeScore[] = [],
  ends: readonly [low: number, high: number] = NO_ENDS,
): StudyRows {
  const events = people.flatMap(({ key, events: own }) => (own ?? []).map((event) => ({ key, ...event })));
  const day = (value: Day | undefined): Day => value ?? MISSING_DAY;
  const names = Object.keys(people[0]?.covariates ?? {});
  return {
    people: {
      count: people.length,
      person: people.map(({ key }) => key),
      cohort: people.map(({ cohort }) => cohort ?? ''),
      arm: Uint8Array.from(people, ({ arm }) => arm),
      index: Int32Array.from(people, ({ index }) => day(index)),
      role: new Uint8Array(people.length),
      hired: new Int32Array(people.length).fill(MISSING_DAY),
      lastSeen: Int32Array.from(people, ({ lastSeen }) => day(lastSeen)),
      mentor: people.map(({ mentor }) => mentor ?? ''),
      stratum: people.map(({ stratum }) => stratum ?? ''),
      probability: new Float64Array(people.length).fill(Number.NaN),
      tookPart: Uint8Array.from(people, ({ tookPart }) => (tookPart === undefined ? 2 : tookPart ? 1 : 0)),
      covariates: new Map(names.map((name) => [name, covariate(people, name)])),
    },
    events: {
      count: events.length,
      person: events.map(({ key }) => key),
      day: Int32Array.from(events, (event) => event.day),
      kind: Uint8Array.from(events, ({ kind }) => EVENT_KINDS.indexOf(kind)),
      value: events.map(() => ''),
    },
    scores: scoreRows(scores, ends),
  };
}

function covariate(people: readonly MadePerson[], name: string): Covariate {
  const values = people.map(({ covariates }) => covariates![name]!);
  if (values.every((value) => typeof value === 'number')) {
    return { kind: 'numeric', values: Float64Array.from(values) };
  }
  const levels = [...new Set(values.map(String))].sort();
  return {
    kind: 'category',
    codes: Int32Array.from(values, (value) => 1 + levels.indexOf(String(value))),
    levels,
  };
}

function scoreRows(scores: readonly MadeScore[], [low, high]: readonly [number, number]): ScoreRows {
  return {
    count: scores.length,
    person: scores.map(({ key }) => key),
    wave: scores.map(({ wave }) => wave),
    day: Int32Array.from(scores, (score) => score.day),
    scale: scores.map(({ scale }) => scale),
    score: Float64Array.from(scores, ({ score }) => score),
    low: new Float64Array(scores.length).fill(low),
    high: new Float64Array(scores.length).fill(high),
    about: scores.map(() => ''),
    instrument: scores.map(() => ''),
    version: scores.map(() => ''),
    nItems: new Int32Array(scores.length),
  };
}
