import { FreePlaces } from './free-places.ts';
import { matchingSides, type MatchingSides, type Offered, UNITS } from './matching-sides.ts';

/** Beyond this, differences in billionths would no longer be exact in a double (2^53). */
const LARGEST_SCORE = 4e6;

/** People to be matched, one entry per row; rows are in order of their key. */
export interface MatchingPeople {
  /** What people are matched on, usually the linear predictor of a propensity model. */
  readonly score: Float64Array;
  /** 1 for those who look for a match, 0 for those who can be one. */
  readonly treated: Uint8Array;
  /** People are matched inside their cell only; codes 0 … rows − 1. */
  readonly cell: Int32Array;
  /** Who wins a tie: the row that comes first, or the one that comes last (to see how much ties matter). */
  readonly keyOrder: 'ascending' | 'descending';
}

/** How they are matched. */
export interface MatchingRule {
  /** Most matches per treated person. */
  readonly ratio: number;
  /** Largest distance of scores within a match; none when `undefined`. */
  readonly caliper: number | undefined;
}

/** People and rule together. */
export interface MatchingInput extends MatchingPeople, MatchingRule {}

/** Who was matched with whom. */
export interface Matching {
  /** Rows of the treated people, rising. */
  readonly treatedRows: Int32Array;
  /** Their matches' rows in the order found, `ratio` places for each treated person; −1 for none. */
  readonly matches: Int32Array;
  /** Treated people with at least one match. */
  readonly treatedMatched: number;
  /** People who became a match. */
  readonly comparisonMatched: number;
}

/**
 * Nearest-neighbour matches without replacement, inside cells and a caliper.
 *
 * Use it to find for each participant the most similar people who did not take part. In `ratio` rounds, participants
 * choose in order of falling score (ties: first key); each takes the nearest person still free within the caliper (ties: first key);
 * who finds nobody in one round sits out the later ones. It assumes rows in order of a key that has nothing to do with outcomes.
 *
 * Shape: lists of one length; nobody treated gives empty lists.
 * Units: scores and caliper alike; scores are rounded to 1e-9 first.
 * Missing: not allowed.
 *
 * @throws RangeError when lists differ in length, a score is not finite or beyond 4 million, a cell is not a code, or ratio or caliper is out of range
 * @see Stuart, E. A. (2010). Matching methods for causal inference. Statistical Science 25, 1–21. 10.1214/09-STS313
 * @see nearest-matching.oracle.R (MatchIt on rows in the order of choosing)
 * @example
 * nearestMatching({ score: Float64Array.of(0.1, 0.4, 0.12, 0.43), treated: Uint8Array.of(1, 1, 0, 0), cell: new Int32Array(4), ratio: 1, caliper: 0.05, keyOrder: 'ascending' }).matches
 * // => Int32Array.of(2, 3)
 */
export function nearestMatching(input: MatchingInput): Matching {
  return nearestMatcher(input)(input);
}

/**
 * The same for several rules on the same people, who are sorted once.
 *
 * Shape, units, missing, errors: as above.
 *
 * @see nearest-matching.oracle.R (MatchIt on rows in the order of choosing)
 * @example
 * nearestMatcher({ score: Float64Array.of(0.1, 0.12), treated: Uint8Array.of(1, 0), cell: new Int32Array(2), keyOrder: 'ascending' })({ ratio: 1, caliper: 0.01 }).treatedMatched
 * // => 0
 */
export function nearestMatcher(people: MatchingPeople): (rule: MatchingRule) => Matching {
  checkPeople(people);
  const sides = matchingSides(people);
  return (rule) => {
    checkRule(rule);
    return matched(sides, people.keyOrder, rule);
  };
}

function matched(
  { treatedRows, seekers, offered }: MatchingSides,
  keyOrder: MatchingPeople['keyOrder'],
  { ratio, caliper }: MatchingRule,
): Matching {
  const matches = new Int32Array(treatedRows.length * ratio).fill(-1);
  const free = new FreePlaces(offered.rows.length);
  const firstKey = keyOrder === 'ascending' ? 1 : -1;
  // The last factor forgives the caliper its own rounding (0.29 × 1e9 falls below 290 000 000), never a billionth.
  const reach = caliper === undefined ? Infinity : Math.floor(caliper * UNITS * (1 + 4 * Number.EPSILON));
  let treatedMatched = 0;
  let comparisonMatched = 0;
  for (let round = 0; round < ratio; round++) {
    for (let i = 0; i < treatedRows.length; i++) {
      const at = seekers.position[i]! * ratio + round;
      if (round > 0 && matches[at - 1] === -1) continue;
      const place = nearestFree(offered, free, seekers.cells[i]!, seekers.values[i]!, reach, firstKey);
      if (place === -1) continue;
      free.take(place);
      matches[at] = offered.rows[place]!;
      comparisonMatched++;
      if (round === 0) treatedMatched++;
    }
  }
  return { treatedRows, matches, treatedMatched, comparisonMatched };
}

/** The place of the nearest free person of a cell within reach; −1 when there is none. */
function nearestFree(
  { rows, values, start }: Offered,
  free: FreePlaces,
  cell: number,
  value: number,
  reach: number,
  firstKey: number,
): number {
  const begin = start[cell]!;
  const end = start[cell + 1]!;
  const from = firstAtLeast(values, begin, end, value);
  const above = free.atOrAfter(from);
  const below = free.atOrBefore(from - 1);
  const up = above < end ? values[above]! - value : Infinity;
  const down = below >= begin ? value - values[below]! : Infinity;
  if (Math.min(up, down) > reach || (up === Infinity && down === Infinity)) return -1;
  if (up < down) return above;
  // Going down, the nearest place holds the last key of its score; the first free one of that score is wanted.
  const lowest = free.atOrAfter(firstAtLeast(values, begin, below, values[below]!));
  if (down < up) return lowest;
  return (rows[above]! - rows[lowest]!) * firstKey < 0 ? above : lowest;
}

/** The first place from `begin` up to `end` with at least a value; `end` when there is none. */
function firstAtLeast(values: Float64Array, begin: number, end: number, value: number): number {
  let low = begin;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function checkRule({ ratio, caliper }: MatchingRule): void {
  if (!(Number.isInteger(ratio) && ratio >= 1)) {
    throw new RangeError(`nearestMatching: ratio is ${ratio}; it must be a whole number of 1 or more`);
  }
  if (caliper !== undefined && !(caliper >= 0)) {
    throw new RangeError(`nearestMatching: caliper is ${caliper}; it must be 0 or more, or undefined`);
  }
}

function checkPeople({ score, treated, cell }: MatchingPeople): void {
  const n = score.length;
  if (treated.length !== n || cell.length !== n) {
    throw new RangeError(
      `nearestMatching: score, treated and cell have ${n}, ${treated.length} and ${cell.length} entries; they must have the same number`,
    );
  }
  for (let row = 0; row < n; row++) {
    if (!(Math.abs(score[row]!) <= LARGEST_SCORE)) {
      throw new RangeError(
        `nearestMatching: score[${row}] is ${score[row]}; it must be finite and within ±${LARGEST_SCORE}`,
      );
    }
    if (treated[row]! > 1) {
      throw new RangeError(`nearestMatching: treated[${row}] is ${treated[row]}; it must be 0 or 1`);
    }
    if (!(cell[row]! >= 0 && cell[row]! < n)) {
      throw new RangeError(
        `nearestMatching: cell[${row}] is ${cell[row]}; it must be a code from 0 to rows − 1`,
      );
    }
  }
}
