import { agreementRange, type PairedAnswers } from '#stats/agreement/agreement-range.ts';
import type { ChanceCorrected } from '#stats/agreement/chance-corrected.ts';
import { cohenKappa } from '#stats/agreement/cohen-kappa.ts';
import { gwetAc1 } from '#stats/agreement/gwet-ac1.ts';
import { type TwoWayTable, twoWayTable } from '#stats/agreement/two-way-table.ts';
import type { BootstrapRange } from '#stats/resampling/cluster-bootstrap.ts';
import { answeredByBoth, type BothViews, bothViews } from '../promises/both-views.ts';
import { noColumns } from '../study/no-columns.ts';
import type { PairRows, PromiseRows } from '../study/program-rows.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';
import { peopleOf } from './pooled-share.ts';
import { workedPairs } from './worked-tables.ts';

const LEAST_PAIRS = 20;

/** Whether both tell the same of what was promised: plainly, and beyond what chance would give. */
export const twoSidedAgreement = defineProgramMeasure({
  id: 'two-sided-agreement',
  number: 'M17',
  serves: ['G6', 'S8'],
  sensitive: false,
  better: 'higher',
  needs: ['pairs', 'promises'],
  when: 'any-time',
  from: 'answers',
  compute({ pairs, promises }, { cutoff, seed }) {
    const asked = bothViews(pairs, promises, cutoff);
    if (asked.pair.length === 0) return { reason: 'nothing-due', values: {} };
    const answered = answeredByBoth(asked);
    const facts = {
      n: answered.pair.length,
      asked: asked.pair.length,
      of: 'occasions' as const,
      people: peopleBehind(answered, pairs),
      least: { need: LEAST_PAIRS, have: new Set(answered.pair).size },
    };
    return [
      { ...facts, ...exact(asked, answered, seed) },
      { ...facts, ...beyondChance('kappa', cohenKappa, answered, seed) },
      { ...facts, ...beyondChance('ac1', gwetAc1, answered, seed) },
    ];
  },
  sources: [
    'Cohen 1960, A coefficient of agreement for nominal scales, 10.1177/001316446002000104',
    'Gwet 2008, Computing inter-rater reliability in the presence of high agreement, 10.1348/000711006X126600',
  ],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: {
        pairs: workedPairs(Array.from({ length: 50 }, () => ({}))),
        promises: workedViews([
          [1, 1, 40],
          [1, 3, 5],
          [3, 1, 3],
          [3, 3, 2],
        ]),
      },
      expected: { exact: { value: 0.84 }, kappa: { value: 0.2453 }, ac1: { value: 0.7972 } },
      from: 'R (psych) and by hand: 40 both yes, 5 and 3 one alone, 2 both no',
    },
  ],
});

type Part = Pick<
  MeasureFigure,
  'key' | 'unit' | 'value' | 'range95' | 'noRange' | 'count' | 'bounds' | 'outOf'
>;

/** The occasions on which both say the same, of all that both were asked about: silence does not agree. */
function exact(asked: BothViews, { mentor }: BothViews, seed: number): Part {
  const isSame = Uint8Array.from(asked.mentor, (view, i) => (view !== 0 && view === asked.mentee[i] ? 1 : 0));
  const same = isSame.reduce((sum, one) => sum + one, 0);
  const all = isSame.length;
  const silent = all - mentor.length;
  const answers = { first: isSame, second: new Uint8Array(all), categories: 2, clusters: asked.clusters };
  const share = ({ counts }: TwoWayTable): number => counts[2]! / (counts[0]! + counts[2]!);
  return {
    key: 'exact',
    unit: 'share',
    value: same / all,
    ...ranged(agreementRange(answers, { figure: share, seed, level: 0.95 })),
    count: same,
    outOf: all,
    bounds: silent === 0 ? null : [same / all, (same + silent) / all],
  };
}

/** A coefficient over the answers that both gave; only the kinds of answer that somebody used are counted as kinds. */
function beyondChance(
  key: 'kappa' | 'ac1',
  coefficient: (table: TwoWayTable) => ChanceCorrected,
  answered: BothViews,
  seed: number,
): Part {
  const answers = usedAnswers(answered);
  const found = coefficient(twoWayTable(answers));
  const shared = { key, unit: 'coefficient' as const, count: null, bounds: null };
  if (found.kind === 'missing') {
    const reason = found.reason === 'no-answers' ? 'never-asked' : 'answered-alike';
    return { ...shared, value: { reason, values: {} }, range95: null, noRange: 'no-figure' };
  }
  const figure = (table: TwoWayTable): number | undefined => {
    const drawn = coefficient(table);
    return drawn.kind === 'coefficient' ? drawn.coefficient : undefined;
  };
  return {
    ...shared,
    value: found.coefficient,
    ...ranged(agreementRange(answers, { figure, seed, level: 0.95 })),
  };
}

function usedAnswers({ mentor, mentee, clusters }: BothViews): PairedAnswers {
  const used = Uint8Array.from(new Set([...mentor, ...mentee])).toSorted();
  const codeOf = (view: number): number => used.indexOf(view);
  return {
    first: mentor.map(codeOf),
    second: mentee.map(codeOf),
    categories: Math.max(1, used.length),
    clusters,
  };
}

function ranged(range: BootstrapRange): Pick<MeasureFigure, 'range95' | 'noRange'> {
  if (range.kind === 'undefined-too-often') return { range95: null, noRange: 'undefined-too-often' };
  if (range.low === range.high) return { range95: null, noRange: 'all-alike' };
  return { range95: [range.low, range.high], noRange: null };
}

function peopleBehind({ pair }: BothViews, pairs: PairRows): number {
  const has = new Float64Array(pairs.count);
  for (const row of pair) has[row] = 1;
  return peopleOf(pairs, has);
}

/** One occasion per pair, with what the mentor and the mentee say. */
function workedViews(
  cells: readonly (readonly [mentor: number, mentee: number, pairs: number])[],
): PromiseRows {
  const rows = cells.flatMap(([mentor, mentee, count]) =>
    Array.from({ length: count }, () => [mentor, mentee] as const),
  );
  return {
    ...noColumns.promises(rows.length),
    pair: rows.map((_, i) => `p${i}`),
    viewMentor: Uint8Array.from(rows, ([mentor]) => mentor),
    viewMentee: Uint8Array.from(rows, ([, mentee]) => mentee),
  };
}
