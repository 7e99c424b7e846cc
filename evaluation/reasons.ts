import { steadyModel } from './effect/steady-model.ts';
import type { ExactFigures, Gate, Range, Reason } from './finding.ts';

const LEAST_PEOPLE = 20;
const LEAST_EVENTS = 10;

/** The checklist behind a verdict, a line per check, in the order in which the rule looks. */
export function reasonsFor(
  exact: ExactFigures,
  gates: readonly Gate[],
  outcome: { readonly better: 'higher' | 'lower'; readonly matters: number },
): Reason[] {
  const orient = (range: Range | null): Range | null =>
    range && outcome.better === 'lower' ? [-range[1], -range[0]] : range;
  const range = steadyModel(exact) ? orient(exact.range95) : null;
  const family = orient(exact.rangeFamily);
  const { matters } = outcome;
  const reasons: Reason[] = [
    { check: 'fair-comparison', ok: !gates.some(({ effect }) => effect === 'words-only'), values: {} },
    { check: 'range-known', ok: range !== null, values: {} },
    peopleReason(exact),
    ...eventReason(exact),
  ];
  if (!range) return reasons;
  const [low, high] = range;
  reasons.push(
    { check: 'clears-zero', ok: low > 0 || high < 0, values: { low, high } },
    { check: 'clears-band', ok: low >= matters || high <= -matters, values: { low, high, matters } },
  );
  if (low > -matters && high < matters)
    reasons.push({ check: 'inside-band', ok: true, values: { low, high, matters } });
  if (exact.k > 1 && family && low > 0) {
    reasons.push({ check: 'corrected-for-k', ok: family[0] > 0, values: { k: exact.k, low: family[0] } });
  }
  return reasons;
}

function peopleReason(exact: ExactFigures): Reason {
  const [participants = 0, comparison = 0] = exact.nStar;
  return {
    check: 'enough-people',
    ok: Math.min(participants, comparison) >= LEAST_PEOPLE,
    values: { participants, comparison, need: LEAST_PEOPLE },
  };
}

function eventReason(exact: ExactFigures): Reason[] {
  const { events, nonEvents } = exact;
  if (events === null || nonEvents === null) return [];
  return [
    {
      check: 'enough-events',
      ok: Math.min(events, nonEvents) >= LEAST_EVENTS,
      values: { events, nonEvents, need: LEAST_EVENTS },
    },
  ];
}
