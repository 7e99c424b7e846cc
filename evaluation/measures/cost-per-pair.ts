import { BOTH, type CostRows, type MeetingRows, type PairRows } from '../study/program-rows.ts';
import { type Day, MISSING_DAY } from '../study/day.ts';
import { noColumns } from '../study/no-columns.ts';
import { defineProgramMeasure, type MeasureFigure } from './measure.ts';
import { peopleOf } from './pooled-share.ts';

/** The worked example: pairs made, and those that met. */
const MADE = 96;
const MET = 80;

/** All cost lines over the pairs that confirmed a meeting; beside it over all pairs ever made. */
export const costPerPair = defineProgramMeasure({
  id: 'cost-per-pair',
  number: 'M36',
  serves: ['G19'],
  sensitive: false,
  better: 'lower',
  needs: ['costs', 'pairs', 'meetings'],
  when: 'any-time',
  from: 'records',
  compute({ costs, pairs, meetings }, { cutoff }) {
    const [currency, ...others] = [...new Set(costs.currency)];
    if (currency === undefined) return { reason: 'no-such-data', values: { file: 'costs.csv' } };
    if (others.length > 0)
      return { reason: 'several-currencies', values: { currencies: [currency, ...others].join(', ') } };
    const total = costs.amount.reduce((sum, amount) => sum + amount, 0);
    const time = costs.amount.reduce((sum, amount, i) => sum + (isTime(costs.kind[i]!) ? amount : 0), 0);
    const confirmed = confirmedPairs(pairs, meetings, cutoff);
    const people = peopleOf(pairs, new Float64Array(pairs.count).fill(1));
    const per = (key: string, n: number, sum = total): MeasureFigure => ({
      key,
      unit: 'money',
      currency,
      value: n === 0 ? { reason: 'too-few-people', values: { have: 0, need: 1 } } : sum / n,
      range95: null,
      noRange: 'whole-sum',
      n,
      asked: pairs.count,
      of: 'pairs',
      ...(key === 'per-pair-made' ? { count: null } : { count: n, outOf: pairs.count }),
      people,
      bounds: null,
      least: { need: 1, have: n },
    });
    return [
      per('per-confirmed-pair', confirmed),
      per('per-pair-made', pairs.count),
      ...(time > 0 ? [per('time-per-confirmed-pair', confirmed, time)] : []),
    ];
  },
  sources: ['Yates 1996, Analyzing costs, procedures, processes, and outcomes in human services'],
  reviewed: { on: '2026-11-25', again: '2027-11-25' },
  worked: [
    {
      columns: { costs: workedCosts(), pairs: workedPairs(), meetings: workedMeetings() },
      expected: { 'per-confirmed-pair': { value: 300 }, 'per-pair-made': { value: 250 } },
      from: 'by hand: 24 000 ÷ 80 of 96 pairs made',
    },
    {
      columns: {
        costs: { ...workedCosts(), kind: ['staff', 'Time'] },
        pairs: workedPairs(),
        meetings: workedMeetings(),
      },
      expected: { 'per-confirmed-pair': { value: 300 }, 'time-per-confirmed-pair': { value: 50 } },
      from: 'by hand: of it 4 000 are hours of the people themselves',
    },
  ],
});

/** Pairs with at least one meeting that was held and reported by both. */
function confirmedPairs(pairs: PairRows, meetings: MeetingRows, cutoff: Day): number {
  const known = new Set(pairs.pair);
  const met = new Set<string>();
  for (let i = 0; i < meetings.count; i++) {
    const day = meetings.day[i]!;
    const isConfirmed = meetings.state[i] === 0 && meetings.reportedBy[i] === BOTH;
    if (isConfirmed && known.has(meetings.pair[i]!) && (day === MISSING_DAY || day <= cutoff))
      met.add(meetings.pair[i]!);
  }
  return met.size;
}

/** Hours of the people themselves, in money: a line of kind `time`; they stand apart. */
function isTime(kind: string): boolean {
  return ['time', 'hours'].includes(kind.trim().toLowerCase());
}

function workedCosts(): CostRows {
  return {
    count: 2,
    line: ['Coordination', 'Training'],
    kind: ['staff', 'material'],
    amount: Float64Array.of(20_000, 4000),
    currency: ['EUR', 'EUR'],
    booked: Uint8Array.of(1, 1),
  };
}

function workedPairs(): PairRows {
  const pair = Array.from({ length: MADE }, (_, i) => `p${i}`);
  return { ...noColumns.pairs(MADE), pair, mentor: pair.map((key) => `m${key}`), mentee: pair };
}

function workedMeetings(): MeetingRows {
  const pair = Array.from({ length: MET }, (_, i) => `p${i}`);
  return { ...noColumns.meetings(MET), pair, reportedBy: new Uint8Array(MET).fill(BOTH) };
}
