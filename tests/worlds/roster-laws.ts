/** What may happen to a figure when pairs are closed, muted, forgotten, deleted or people erased. */
export interface RosterLaw {
  /** `never-better`: it can't come out better. `bounds-hold`: its bounds contain what it was. `free`: neither, for the reason given. */
  readonly law: 'never-better' | 'bounds-hold' | 'free';
  /** Which way is good for this figure, where it is not its measure's way. */
  readonly better?: 'higher' | 'lower';
  /** Its bounds contain what they were, or its value, as long as every row stays: what is no longer said is visibly unknown. */
  readonly boundsHold?: true;
  /** Why deleted rows may move it: then at least the printed denominator is smaller, so that the gain is seen. */
  readonly rowsOf?: string;
  readonly why?: string;
}

const ROWS =
  'a rate of rows cannot know of rows that are no longer on file; a product that keeps them loses only what they say';
const ASKED = 'a mean of answers is about who answered; its bounds say what the others could make of it';

/** Figures of which every pair or person of the roster is in the denominator: nothing can make them better. */
const ROSTER: RosterLaw = { law: 'never-better' };
const ROSTER_BOUNDED: RosterLaw = { ...ROSTER, boundsHold: true };
const ROSTER_LOWER: RosterLaw = { law: 'never-better', better: 'lower' };
/** Figures that pool rows: better only when rows are deleted, and then with a smaller denominator. */
const POOLED: RosterLaw = { law: 'never-better', rowsOf: ROWS };
const ASKED_OF_BOTH: RosterLaw = { ...POOLED, boundsHold: true };
const POOLED_LOWER: RosterLaw = { law: 'never-better', better: 'lower', rowsOf: ROWS };
const ANSWERS: RosterLaw = { law: 'bounds-hold', boundsHold: true, why: ASKED };

/** The law of each figure, by `number key`, or by `number` alone. A figure without a law fails the test. */
export const ROSTER_LAWS: Readonly<Record<string, RosterLaw>> = {
  M01: ANSWERS,
  M02: ROSTER_BOUNDED,
  M03: ANSWERS,
  M04: ANSWERS,
  M05: ANSWERS,
  M06: ANSWERS,
  M07: ANSWERS,
  M08: ANSWERS,
  M09: { law: 'free', why: 'a slope has no best and worst; it is printed with the pairs it rests on' },
  'M10 kept': ASKED_OF_BOTH,
  // Renegotiating needs both to say so; what is not kept and not renegotiated is missed or not known, so these two together never shrink.
  'M10 renegotiated': POOLED,
  'M10 missed': {
    law: 'free',
    why: 'what nobody says any more is not known instead of missed; the two together never shrink, because neither kept nor renegotiated can grow',
  },
  'M10 not-known': POOLED_LOWER,
  'M10 ledger-short': ROSTER_LOWER,
  M11: ASKED_OF_BOTH,
  M12: ROSTER_BOUNDED,
  M13: ROSTER_BOUNDED,
  M14: ROSTER_BOUNDED,
  M15: {
    law: 'free',
    boundsHold: true,
    why: 'it says how regular the meetings on file are; without a meeting two short gaps are one regular gap, and silence is one gap. How long it lasts is in M13, which cannot rise',
  },
  'M16 confirmed': POOLED,
  'M16 pairs': ROSTER,
  'M17 exact': ASKED_OF_BOTH,
  M17: {
    law: 'free',
    why: 'coefficients speak of what both answered; the share beside them counts silence against',
  },
  'M18 both-ways': ROSTER,
  'M18 from-mentors': ROSTER,
  'M18 from-mentees': ROSTER,
  M19: {
    law: 'free',
    why: 'each person counts by the mean of the meetings spoken of, so it moves with what is said about fewer of them',
  },
  'M20 goals': POOLED,
  'M20 pairs-without': ROSTER_LOWER,
  'M21 overruled': { law: 'free', why: 'neither way is better: people may overrule a check' },
  M21: ROSTER,
  'M22 on-track': POOLED,
  'M22 reached': POOLED,
  'M22 late': {
    law: 'free',
    why: 'a goal of which nothing is known any more is not known instead of late; on track cannot rise',
  },
  'M22 let-go': POOLED_LOWER,
  'M22 not-known': POOLED_LOWER,
  M22: {
    law: 'free',
    why: 'neither way is better: activities are no fault, the skill should be asked for too',
  },
  'M23 goals-without-area': POOLED_LOWER,
  'M23 pairs-without': ROSTER_LOWER,
  M23: POOLED,
  'M24 none-due': ROSTER_LOWER,
  M24: POOLED,
  M25: ROSTER,
  M26: ANSWERS,
  M27: ANSWERS,
  M28: {
    law: 'free',
    why: 'what counts as reliably changed follows from the spread of the answers, and that moves with who answered',
  },
  M30: ROSTER,
  M32: ROSTER,
  M33: {
    law: 'bounds-hold',
    why: 'who is not known is shown apart; the bounds say what they could make of it',
  },
  M34: ANSWERS,
  M35: ROSTER,
  M36: ROSTER,
  M37: ROSTER,
  M38: ANSWERS,
  M39: ANSWERS,
};

/** Figures of any measure by the end of their key. */
const BY_ENDING: Readonly<Record<string, RosterLaw>> = {
  '-standardised': {
    law: 'free',
    why: 'in standard deviations nothing has a best and worst; the change beside it, in points, has bounds',
  },
  '-two-groups': {
    law: 'free',
    why: 'two groups who cannot be joined are two sets of people who answered; nobody is followed, so nobody is missing',
  },
};

/** The law of one figure. */
export function lawOf(number: string, key: string): RosterLaw | undefined {
  const ending = Object.keys(BY_ENDING).find((end) => key.endsWith(end));
  return ROSTER_LAWS[`${number} ${key}`] ?? (ending === undefined ? ROSTER_LAWS[number] : BY_ENDING[ending]);
}
