import { mayBe, OCCASION_OUTCOMES, outcomeOf, owedBy } from '../promises/occasions.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import { MISSING_DAY } from '../study/day.ts';
import { noColumns } from '../study/no-columns.ts';
import { PROMISE_VIEWS, type PairRows, type PromiseRows } from '../study/program-rows.ts';
import { defineProgramMeasure } from './measure.ts';
import { bindingLeast, pairsWith, peopleWho, pooledShare, sumOf } from './pooled-share.ts';
import { workedPairs } from './worked-tables.ts';

/** Something is due at least every two months in a ledger that is kept: the longest rhythm that is offered is a month. */
const QUIET_DAYS = 60;

const NOT_SAID = PROMISE_VIEWS.indexOf('none');

/** The say-do ledger: what became of everything that was due, as both see it. */
export const agreementKept = defineProgramMeasure({
  id: 'agreement-kept',
  number: 'M10',
  serves: ['G5', 'S42', 'G7'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'promises'],
  when: 'any-time',
  from: 'answers',
  compute({ pairs, promises }, { cutoff }) {
    const owner = owedBy(pairs, promises, cutoff);
    const due = new Float64Array(pairs.count);
    const perOutcome = (): Record<string, Float64Array> =>
      Object.fromEntries(OCCASION_OUTCOMES.map((outcome) => [outcome, new Float64Array(pairs.count)]));
    const became = perOutcome();
    const could = perOutcome();
    for (const [occasion, pair] of owner.entries()) {
      if (pair === -1) continue;
      due[pair]!++;
      became[outcomeOf(promises, occasion)]![pair]!++;
      for (const outcome of OCCASION_OUTCOMES)
        if (mayBe(outcome, promises, occasion)) could[outcome]![pair]!++;
    }
    const occasions = sumOf(due);
    const people = peopleWho(pairs, whoSaid(promises, owner));
    const shared = {
      clusters: linkedPairs(pairs),
      pairs,
      due,
      of: 'occasions' as const,
      known: occasions - sumOf(became['not-known']!),
      least: bindingLeast({ need: 10, have: pairsWith(due) }, { need: 30, have: occasions }),
    };
    return [
      ...OCCASION_OUTCOMES.map((outcome) =>
        pooledShare({
          ...shared,
          people,
          key: outcome,
          // What is not known is always told: it is what is due without what is known.
          ...(outcome !== 'not-known' && { sums: [{ sum: 'known', as: 'part' }] }),
          counted: became[outcome]!,
          atBest: could[outcome]!,
        }),
      ),
      pooledShare({
        ...shared,
        key: 'ledger-short',
        of: 'pairs',
        counted: ledgersShort(pairs, promises, owner, cutoff),
        due: new Float64Array(pairs.count).fill(1),
        known: pairs.count,
        least: { need: 10, have: pairs.count },
      }),
    ];
  },
  sources: [
    'Simons 2002, Behavioral integrity, 10.1287/orsc.13.1.18.543',
    'Cochran 1977, Sampling Techniques, 3rd edition, 6.3 (ratio by clusters)',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: { pairs: workedPairs([{}, {}, {}, {}, {}]), promises: workedPromises([4, 3, 2, 3, 1]) },
      expected: {
        kept: { value: 0.65, range95: [0.3076, 0.8859] },
        renegotiated: { value: 0 },
        missed: { value: 0.35 },
        'not-known': { value: 0 },
        'ledger-short': { value: 0 },
      },
      from: 'by hand: 13 of 20; the standard error of 0.1275 makes them worth 14, and R gives Wilson with t of 4 degrees',
    },
  ],
});

/** Everybody who has said something of what was due: who is silent is not behind a figure of what people say. */
function* whoSaid(
  { viewMentor, viewMentee }: PromiseRows,
  owner: Int32Array,
): Generator<readonly [pair: number, side: 'mentor' | 'mentee']> {
  for (const [occasion, pair] of owner.entries()) {
    if (pair === -1) continue;
    if (viewMentor[occasion] !== NOT_SAID) yield [pair, 'mentor'];
    if (viewMentee[occasion] !== NOT_SAID) yield [pair, 'mentee'];
  }
}

/**
 * 1 per pair of which the ledger is empty, or holds nothing due in the last two months that the pair owes: what a ledger that is no longer
 * kept would hide from the rate, whether the pair has ended or not.
 */
function ledgersShort(
  pairs: PairRows,
  promises: PromiseRows,
  owner: Int32Array,
  cutoff: number,
): Float64Array {
  const last = new Float64Array(pairs.count).fill(-Infinity);
  for (const [occasion, pair] of owner.entries()) {
    if (pair === -1) continue;
    const due = promises.due[occasion]!;
    last[pair] = Math.max(last[pair]!, due === MISSING_DAY ? cutoff : due);
  }
  return last.map((day, i) => {
    const plannedEnd = pairs.plannedEnd[i]!;
    const owesTo = plannedEnd === MISSING_DAY ? cutoff : Math.min(cutoff, plannedEnd);
    return owesTo - day > QUIET_DAYS ? 1 : 0;
  });
}

/** Four occasions per pair, of which so many were kept and the others missed, as both say. */
function workedPromises(kept: readonly number[]): PromiseRows {
  const rows = kept.flatMap((count, i) =>
    [0, 1, 2, 3].map((k) => ({ pair: `p${i}`, view: k < count ? 1 : 3 })),
  );
  const views = Uint8Array.from(rows, ({ view }) => view);
  return {
    ...noColumns.promises(rows.length),
    pair: rows.map(({ pair }) => pair),
    viewMentor: views,
    viewMentee: views,
  };
}
