import { MISSING_DAY, type Day } from '../study/day.ts';
import { linkedPairs } from '../study/linked-pairs.ts';
import { END_KINDS, type PairRows } from '../study/program-rows.ts';
import { defineProgramMeasure } from './measure.ts';
import { peopleOf, sumOf } from './pooled-share.ts';
import { rosterShare } from './roster-share.ts';
import { workedPairs } from './worked-tables.ts';

const LEAST_PAIRS = 10;
/** Fewer pairs with one reason would tell whose it was; then no reason is given, so that none can be computed. */
const LEAST_PAIRS_PER_REASON = 5;
const REASONS = ['none', 'early', 'moved-on'] as const;

/** Pairs that ended before their planned end without both calling it completed, of all pairs ever made. */
export const earlyEndings = defineProgramMeasure({
  id: 'early-endings',
  number: 'M32',
  serves: ['G12', 'S45', 'G7'],
  sensitive: true,
  better: 'lower',
  needs: ['pairs'],
  when: 'any-time',
  from: 'records',
  compute({ pairs }, { cutoff }) {
    const clusters = linkedPairs(pairs);
    const everyPair = new Float64Array(pairs.count).fill(1);
    const shared = {
      of: 'pairs' as const,
      unknown: 0,
      clusters,
      need: LEAST_PAIRS,
      people: peopleOf(pairs, everyPair),
    };
    const early = Float64Array.from(pairs.pair, (_, i) => (endedEarly(pairs, i, cutoff) ? 1 : 0));
    const assumed = sumOf(early.map((is, i) => (is === 1 && nobodySaysWhen(pairs, i) ? 1 : 0)));
    const byReason = REASONS.map((kind) =>
      early.map((is, i) => (is === 1 && END_KINDS[pairs.endKind[i]!] === kind ? 1 : 0)),
    );
    const given = byReason.filter((counts) => sumOf(counts) > 0);
    const mayBeGiven = given.length > 1 && given.every((counts) => sumOf(counts) >= LEAST_PAIRS_PER_REASON);
    const fewest = Math.min(...given.map((counts) => peopleOf(pairs, counts)));
    return [
      rosterShare({ ...shared, key: 'early', values: early, assumed, sums: [{ sum: 'early', as: 'whole' }] }),
      ...(mayBeGiven
        ? REASONS.flatMap((kind, k) =>
            sumOf(byReason[k]!) === 0
              ? []
              : [
                  rosterShare({
                    ...shared,
                    key: kind === 'none' ? 'not-said' : kind === 'early' ? 'said-early' : kind,
                    values: byReason[k]!,
                    sums: [{ sum: 'early', as: 'part' }],
                    // All reasons are shown or none.
                    people: fewest,
                  }),
                ],
          )
        : []),
    ];
  },
  sources: [
    'Grossman and Rhodes 2002, The test of time, 10.1023/A:1014680827552 (harm of early endings)',
    'Wilson 1927, 10.1080/01621459.1927.10502953',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs(
          Array.from({ length: 160 }, (_, i) => ({
            made: 0,
            plannedEnd: 365,
            ...(i < 17 && { ended: 100 + i, endKind: END_KINDS.indexOf('early') }),
            ...(i >= 17 && i < 40 && { ended: 300, endKind: END_KINDS.indexOf('completed') }),
          })),
        ),
      },
      context: { cutoff: 400 },
      expected: { early: { value: 17 / 160, range95: [0.0674, 0.1636] } },
      from: 'R: prop.test(17, 160, correct = FALSE)',
    },
  ],
});

/**
 * Whether a pair ended before its planned end, and not completed as both say.
 *
 * Missing: where no end was planned every end that is not completed came early; so forgetting the plan or the reason can't help.
 */
function endedEarly(pairs: PairRows, i: number, cutoff: Day): boolean {
  const ended = pairs.ended[i]!;
  const plannedEnd = pairs.plannedEnd[i]!;
  if (ended === MISSING_DAY || ended > cutoff || END_KINDS[pairs.endKind[i]!] === 'completed') return false;
  return plannedEnd === MISSING_DAY || ended < plannedEnd;
}

/** Neither a planned end nor a word about how it ended: that it came early is not known, only the worse. */
function nobodySaysWhen(pairs: PairRows, i: number): boolean {
  return pairs.plannedEnd[i] === MISSING_DAY && END_KINDS[pairs.endKind[i]!] === 'none';
}
