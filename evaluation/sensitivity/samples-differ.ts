import type { OtherWay } from './analysis.ts';

/** From so many people on a sample counts as another one (measurement 7, trust D10). */
const TOLD_APART_FROM = 10;

type Sample = Pick<OtherWay, 'prepared' | 'outcome'>;

/** People with a known outcome who are in one of two samples of a population only. */
export function samplesDiffer(first: Sample, second: Sample): number {
  if (first.prepared.positions === second.prepared.positions) return knownDiffer(first, second);
  const inside = new Uint8Array(first.prepared.population.n);
  for (const [mark, { prepared, outcome }] of [first, second].entries()) {
    for (let i = 0; i < prepared.positions.length; i++) {
      if (!Number.isNaN(outcome.values[i]!)) inside[prepared.positions[i]!]! |= mark + 1;
    }
  }
  let apart = 0;
  for (const marks of inside) if (marks === 1 || marks === 2) apart++;
  return apart;
}

/** The same for two samples of the same people. */
function knownDiffer(first: Sample, second: Sample): number {
  const [a, b] = [first.outcome.values, second.outcome.values];
  let apart = 0;
  for (let i = 0; i < a.length; i++) if (Number.isNaN(a[i]!) !== Number.isNaN(b[i]!)) apart++;
  return apart;
}

/** Whether two samples differ by so few people that telling them apart could tell on somebody. */
export function printedAsSame(apart: number): boolean {
  return apart > 0 && apart < TOLD_APART_FROM;
}
