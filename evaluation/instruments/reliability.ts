import { alphaOfCovariance } from '#stats/reliability/cronbach-alpha.ts';
import { type ItemCovariance, itemCovariances } from '#stats/reliability/item-covariance.ts';
import { omegaOfCovariance } from '#stats/reliability/one-factor-omega.ts';
import { clusterBootstrap } from '#stats/resampling/cluster-bootstrap.ts';
import type { Missing, Range } from '../finding.ts';
import { type Day, MISSING_DAY } from '../study/day.ts';
import type { StudyRows } from '../study/rows.ts';
import { wavesInOrder } from '../study/waves.ts';
import type { Instrument, Item, Scale } from './instrument.ts';
import { instrumentOf, instrumentsOf } from './score-answers.ts';
import { itemValue } from './scoring.ts';

/** Complete answers from which on a coefficient is given (measurement 3.8), and the items that it takes (section 8). */
const LEAST_FOR_ALPHA = 50;
const LEAST_FOR_OMEGA = 100;
const LEAST_ITEMS = 3;
/** Below this alpha a scale is flagged. */
const LOW_ALPHA = 0.6;

/** A coefficient with its bootstrap range, or why there is none. */
export type Coefficient =
  | { readonly kind: 'figure'; readonly value: number; readonly range95: Range | null }
  | ({ readonly kind: 'missing' } & Missing);

/** How far the items of one scale hang together in the answers at hand. */
export interface ReliabilityFinding {
  readonly instrument: string;
  readonly version: string;
  readonly scale: string;
  /** Answers about oneself and about another are judged apart. */
  readonly about: 'oneself' | 'the-other';
  /** The wave with the most complete answers; the earliest of several. */
  readonly wave: string;
  readonly items: number;
  /** Complete sets of answers, and the people who gave them. */
  readonly n: number;
  readonly people: number;
  readonly alpha: Coefficient;
  readonly omega: Coefficient;
  /** Alpha below 0.6: the scale hardly measures one thing here. A negative alpha points to an item that was not turned. */
  readonly flagged: boolean;
}

/** The reliability of every scale of three items or more, from the raw answers up to the cut-off. */
export function reliabilityFindings(
  rows: StudyRows,
  at: { readonly cutoff: Day; readonly seed: number },
): ReliabilityFinding[] {
  const known = instrumentsOf(rows);
  return [...responsesByForm(rows, known, at.cutoff).values()].flatMap(({ instrument, about, waves }) =>
    instrument.scales
      .filter(({ items }) => items.length >= LEAST_ITEMS)
      .flatMap((scale) => {
        const complete = wavesInOrder(waves.keys())
          .map((wave) => ({ wave, ...completeAnswers(instrument, scale, [...waves.get(wave)!.values()]) }))
          .filter(({ people }) => people.length > 0);
        const most = complete.reduce((best, one) => Math.max(best, one.people.length), 0);
        const chosen = complete.find(({ people }) => people.length === most);
        return chosen ? [judged(instrument, scale, about, chosen, at.seed)] : [];
      }),
  );
}

/** Answers of one person about one other (or themselves) at one wave. */
interface Response {
  readonly person: string;
  readonly answers: Map<string, string>;
}

interface FormResponses {
  readonly instrument: Instrument;
  readonly about: ReliabilityFinding['about'];
  readonly waves: Map<string, Map<string, Response>>;
}

function responsesByForm(
  { program }: StudyRows,
  known: readonly Instrument[],
  cutoff: Day,
): Map<string, FormResponses> {
  const forms = new Map<string, FormResponses>();
  const answers = program?.answers;
  for (let i = 0; i < (answers?.count ?? 0); i++) {
    const instrument = instrumentOf(known, answers!.instrument[i]!, answers!.version[i]!);
    const late = answers!.day[i] !== MISSING_DAY && answers!.day[i]! > cutoff;
    if (!instrument || instrument.per === 'meeting' || late) continue;
    const person = answers!.person[i]!;
    const other = answers!.about[i]!;
    const about = other === '' || other === person ? 'oneself' : 'the-other';
    const key = `${instrument.id}\u0000${instrument.version}\u0000${about}`;
    const form = forms.get(key) ?? { instrument, about, waves: new Map() };
    forms.set(key, form);
    const wave = form.waves.get(answers!.wave[i]!) ?? new Map<string, Response>();
    form.waves.set(answers!.wave[i]!, wave);
    const who = `${person}\u0000${about === 'oneself' ? '' : other}`;
    const response = wave.get(who) ?? { person, answers: new Map<string, string>() };
    wave.set(who, response);
    response.answers.set(answers!.item[i]!, answers!.answer[i]!);
  }
  return forms;
}

interface CompleteAnswers {
  readonly items: readonly Float64Array[];
  /** Who gave each complete set. */
  readonly people: readonly string[];
}

function completeAnswers(
  instrument: Instrument,
  scale: Scale,
  responses: readonly Response[],
): CompleteAnswers {
  const items: Item[] = scale.items.map((id) => instrument.items.find((item) => item.id === id)!);
  const rows = responses.flatMap(({ person, answers }) => {
    const values = items.map((item) => itemValue(item, answers.get(item.id) ?? ''));
    return values.some((value) => Number.isNaN(value)) ? [] : [{ person, values }];
  });
  return {
    items: items.map((_, k) => Float64Array.from(rows, ({ values }) => values[k]!)),
    people: rows.map(({ person }) => person),
  };
}

function judged(
  instrument: Instrument,
  scale: Scale,
  about: ReliabilityFinding['about'],
  complete: CompleteAnswers & { readonly wave: string },
  seed: number,
): ReliabilityFinding {
  const people = new Set(complete.people).size;
  const alpha = coefficient(complete, people, LEAST_FOR_ALPHA, seed, alphaOfCovariance);
  const omega = coefficient(complete, people, LEAST_FOR_OMEGA, seed, (covariance) => {
    const found = omegaOfCovariance(covariance);
    return found.kind === 'omega' ? found.omega : undefined;
  });
  return {
    instrument: instrument.id,
    version: instrument.version,
    scale: scale.id,
    about,
    wave: complete.wave,
    items: scale.items.length,
    n: complete.people.length,
    people,
    alpha,
    omega,
    flagged: alpha.kind === 'figure' && alpha.value < LOW_ALPHA,
  };
}

/** A coefficient from enough people, with the percentile range of a bootstrap that draws people. */
function coefficient(
  { items, people }: CompleteAnswers,
  have: number,
  need: number,
  seed: number,
  of: (covariance: ItemCovariance) => number | undefined,
): Coefficient {
  if (have < need) return { kind: 'missing', reason: 'too-few-people', values: { have, need } };
  const covariances = itemCovariances(items);
  const value = of(covariances());
  if (value === undefined) return { kind: 'missing', reason: 'no-spread', values: {} };
  const codes = new Map<string, number>();
  const clusters = Int32Array.from(people, (person) => {
    const code = codes.get(person) ?? codes.size;
    codes.set(person, code);
    return code;
  });
  const times = new Int32Array(people.length);
  const range = clusterBootstrap({
    clusterCount: have,
    seed,
    level: 0.95,
    statistic: (drawn) => {
      for (let i = 0; i < times.length; i++) times[i] = drawn[clusters[i]!]!;
      return of(covariances(times));
    },
  });
  return { kind: 'figure', value, range95: range.kind === 'range' ? [range.low, range.high] : null };
}
