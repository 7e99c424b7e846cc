import type { Prepared } from '../designs/prepared.ts';
import { comparedOutcome } from '../effect/compared-outcome.ts';
import { meanRange } from '../effect/ranges.ts';
import type { Gate, Note } from '../finding.ts';
import { pickColumns } from '../study/pick.ts';
import { scoreColumn, wavesOf } from '../study/score-column.ts';
import type { Study } from '../study/study.ts';

/** Waves before the start, earliest first: `before1`, `before2`, …; the last one is called `before`. */
const EARLIER = /^before\d+$/;

/** As many people per arm as a verdict needs. */
const LEAST_PEOPLE = 20;

/** What the time before the start says about a comparison of changes. */
export interface EarlierChange {
  readonly gates: readonly Gate[];
  readonly notes: readonly Note[];
}

/**
 * Whether the groups were already changing apart before the start (F13): the change from the earliest wave that enough people answered to
 * the last one before the start, in the same model as the change that is judged. One test, over the longest time, so that looking at many
 * pairs of waves does not find something by chance. That the groups changed alike before does not prove that they would have gone on so.
 *
 * @param last the value just before the start of everybody of the population; NaN where it is not known or came too late
 *
 * Missing: without an earlier wave nothing is said; where too few answered one, a remark.
 */
export function earlierChange(
  study: Study,
  prepared: Prepared,
  scale: string,
  last: Float64Array,
): EarlierChange {
  const waves = wavesOf(study, scale).filter((wave) => EARLIER.test(wave));
  if (waves.length === 0) return { gates: [], notes: [] };
  const { population, positions } = prepared;
  for (const wave of waves) {
    const first = scoreColumn(study, population, scale, wave).value;
    const change = pickColumns(
      last.map((value, i) => value - first[i]!),
      positions,
    );
    const compared = comparedOutcome(prepared, change, undefined);
    if (Math.min(...compared.n) < LEAST_PEOPLE) continue;
    const difference = compared.model(compared.outcome)?.difference;
    const range = difference && meanRange(difference, 0.95);
    if (!difference || !range) continue;
    const values = { difference: difference.estimate, low: range[0], high: range[1] };
    if (range[0] > 0 || range[1] < 0)
      return { gates: [{ id: 'F13', effect: 'words-only', values }], notes: [] };
    return { gates: [], notes: [{ key: 'earlier-alike', values }] };
  }
  return { gates: [], notes: [{ key: 'earlier-too-few', values: { need: LEAST_PEOPLE } }] };
}
