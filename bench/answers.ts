import { MersenneTwister } from '#stats/resampling/mersenne-twister.ts';

/** Made-up answers and counts to time the measures on. */
export interface AnswerRows {
  /** What two sides say to a question with three answers. */
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  /** Three questions to a pair. */
  readonly pairs: Int32Array;
  /** Five items of a scale, 1 to 5. */
  readonly items: readonly Float64Array[];
  /** A score at two times. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Occasions of a cluster: those due, and those that counted. */
  readonly due: Float64Array;
  readonly kept: Float64Array;
  /** A hundred people to a group; what each said, how many events each had, in how many years. */
  readonly groups: Int32Array;
  readonly groupCount: number;
  readonly yes: Uint8Array;
  readonly events: Uint8Array;
  readonly years: Float64Array;
}

const QUESTIONS_PER_PAIR = 3;
const PEOPLE_PER_GROUP = 100;
const ITEMS = 5;

/** The same answers for the same number and seed, on every machine. */
export function answerRows(n: number, seed: number): AnswerRows {
  const random = new MersenneTwister(seed);
  // A sum of three uniform numbers is near enough to a normal one for timing.
  const bell = (): number => 2 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
  const drawn = (most: number): number => Math.floor(most * random.uniform());
  const onScale = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));
  const groupCount = Math.ceil(n / PEOPLE_PER_GROUP);
  const rows: AnswerRows = {
    first: new Uint8Array(n),
    second: new Uint8Array(n),
    pairs: Int32Array.from({ length: n }, (_, i) => Math.floor(i / QUESTIONS_PER_PAIR)),
    items: Array.from({ length: ITEMS }, () => new Float64Array(n)),
    before: new Float64Array(n),
    after: new Float64Array(n),
    due: new Float64Array(n),
    kept: new Float64Array(n),
    groups: Int32Array.from({ length: n }, () => drawn(groupCount)),
    groupCount,
    yes: new Uint8Array(n),
    events: new Uint8Array(n),
    years: new Float64Array(n),
  };
  for (let i = 0; i < n; i++) {
    const core = bell();
    rows.first[i] = drawn(3);
    rows.second[i] = random.uniform() < 0.7 ? rows.first[i]! : drawn(3);
    for (const item of rows.items) item[i] = onScale(3 + core + bell());
    rows.before[i] = 3 + core + 0.5 * bell();
    rows.after[i] = 3.2 + core + 0.5 * bell();
    rows.due[i] = 1 + drawn(12);
    rows.kept[i] = drawn(rows.due[i]! + 1);
    rows.yes[i] = random.uniform() < 0.85 ? 1 : 0;
    rows.years[i] = 0.5 + 1.5 * random.uniform();
    rows.events[i] = random.uniform() < 0.4 ? 1 + drawn(2) : 0;
  }
  return rows;
}
