/** What is known and unknown of one group. */
export interface KnownAndUnknown {
  /** Sum of the known values. */
  readonly sum: number;
  /** People whose value is known. */
  readonly known: number;
  /** People whose value is not known. */
  readonly unknown: number;
}

/**
 * The two ends between which a difference of means must lie, whatever the people who did not answer would have said.
 *
 * Use it beside every estimate with missing answers. It assumes nothing about why answers are missing; so it is wide,
 * and it is no range of chance.
 *
 * Shape: first group minus second; low end with the first group's unknown at the lowest and the second's at the highest value.
 * Units: those of the values; people.
 * Missing: this is what it is about.
 *
 * @param groups.lowest the lowest value an answer can have (0 for a share)
 * @param groups.highest the highest (1 for a share)
 * @returns `undefined` when a group has nobody at all
 * @throws RangeError when a count is not a whole number of 0 or more, a sum cannot come from its people, or the values are the wrong way round
 * @see Manski, C. F. (1990). Nonparametric bounds on treatment effects. American Economic Review 80, 319–323.
 * @see manski.test.ts (every completion listed)
 * @example
 * manskiBounds({ first: { sum: 3, known: 4, unknown: 1 }, second: { sum: 2, known: 4, unknown: 0 }, lowest: 0, highest: 1 })
 * // => [0.09999999999999998, 0.30000000000000004]
 */
export function manskiBounds(groups: {
  readonly first: KnownAndUnknown;
  readonly second: KnownAndUnknown;
  readonly lowest: number;
  readonly highest: number;
}): [low: number, high: number] | undefined {
  const { first, second, lowest, highest } = groups;
  if (!(lowest <= highest)) {
    throw new RangeError(
      `manskiBounds: lowest is ${lowest} and highest ${highest}; lowest must not be above highest`,
    );
  }
  checkGroup(first, 'first', lowest, highest);
  checkGroup(second, 'second', lowest, highest);
  if (first.known + first.unknown === 0 || second.known + second.unknown === 0) return undefined;
  return [filled(first, lowest) - filled(second, highest), filled(first, highest) - filled(second, lowest)];
}

/** The mean with every unknown value at one value. */
function filled({ sum, known, unknown }: KnownAndUnknown, value: number): number {
  return (sum + unknown * value) / (known + unknown);
}

function checkGroup(
  { sum, known, unknown }: KnownAndUnknown,
  which: string,
  lowest: number,
  highest: number,
): void {
  for (const [name, people] of Object.entries({ known, unknown })) {
    if (!(Number.isInteger(people) && people >= 0)) {
      throw new RangeError(
        `manskiBounds: ${which}.${name} is ${people}; it must be a whole number of 0 or more`,
      );
    }
  }
  // A sum of many decimals may pass its limit by rounding.
  const slack = 1e-9 * known * Math.max(Math.abs(lowest), Math.abs(highest), 1);
  if (!(sum >= known * lowest - slack && sum <= known * highest + slack)) {
    throw new RangeError(
      `manskiBounds: ${which}.sum is ${sum} from ${known} people; values must lie between ${lowest} and ${highest}`,
    );
  }
}
