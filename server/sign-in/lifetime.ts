/** How long a sign-in holds. */
export interface Lifetime {
  /** Minutes without a request after which it ends. */
  readonly idleMinutes: number;
  /** Minutes after which it ends in any case. */
  readonly mostMinutes: number;
}

/** trust.md 7.1: whoever holds a staff role signs in every working day; whoever only takes part, once a week. */
const STAFF: Lifetime = { idleMinutes: 30, mostMinutes: 12 * 60 };
const TAKING_PART: Lifetime = { idleMinutes: 8 * 60, mostMinutes: 7 * 24 * 60 };

/** What is known of a sign-in's age. */
export interface SignInAge {
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly staff: boolean;
}

/** The lifetime of the sign-ins of whoever holds a staff role, or of everybody else. */
export function lifetimeOf({ staff }: Pick<SignInAge, 'staff'>): Lifetime {
  return staff ? STAFF : TAKING_PART;
}

/** Whether a sign-in still holds; at its last minute it no longer does. */
export function stillHolds(age: SignInAge, now: Date): boolean {
  const { idleMinutes, mostMinutes } = lifetimeOf(age);
  return minutesFrom(age.lastSeenAt, now) < idleMinutes && minutesFrom(age.startedAt, now) < mostMinutes;
}

function minutesFrom(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 60_000;
}
