import type { Life } from './program-life.ts';

const MENTOR = 1;
const MENTEE = 2;

/** Something that a program could do to look better, or that happens to it. */
export type Change =
  /** The pair is closed early. */
  | { readonly kind: 'close'; readonly pair: number; readonly day: number }
  /** From a day on nobody of the pair says anything any more; every row that asks them stays. */
  | { readonly kind: 'mute'; readonly pair: number; readonly day: number }
  /** From a day on one side's reports of meetings are taken back. */
  | { readonly kind: 'unconfirm'; readonly pair: number; readonly day: number; readonly side: 1 | 2 }
  /** A person is erased: a row stays under a key that says nothing. */
  | { readonly kind: 'erase'; readonly pair: number; readonly side: 1 | 2 }
  /** From a day on the pair's meetings are no longer on file. */
  | { readonly kind: 'forget-meetings'; readonly pair: number; readonly day: number }
  /** All rows of the pair in one table are deleted; its row among the pairs stays. */
  | { readonly kind: 'delete-rows'; readonly pair: number; readonly table: PairTable };

export const PAIR_TABLES = [
  'meetings',
  'promises',
  'areas',
  'goals',
  'reviews',
  'actions',
  'feedback',
  'understanding',
] as const;
export type PairTable = (typeof PAIR_TABLES)[number];

/** The program after changes; the one before is left as it was. */
export function changedLife(life: Life, changes: readonly Change[]): Life {
  const after = structuredClone(life);
  for (const change of changes) apply(after, change);
  return after;
}

function apply(life: Life, change: Change): void {
  const pair = life.pairs[change.pair % life.pairs.length]!;
  switch (change.kind) {
    case 'close':
      if (pair.ended === undefined || pair.ended > change.day) {
        pair.ended = Math.max(pair.made, change.day);
        pair.endKind = change.day % 2 === 0 ? 2 : 0;
      }
      return;
    case 'mute':
      return mute(life, pair, change.day);
    case 'unconfirm':
      for (const meeting of life.meetings)
        if (meeting.pair === pair.pair && meeting.day >= change.day) meeting.by &= ~change.side;
      return;
    case 'erase':
      return erase(life, change.side === MENTOR ? pair.mentor : pair.mentee);
    case 'forget-meetings':
      life.meetings = life.meetings.filter(({ pair: key, day }) => key !== pair.pair || day < change.day);
      return;
    case 'delete-rows':
      Object.assign(life, {
        [change.table]: (life[change.table] as { pair: string }[]).filter(
          ({ pair: key }) => key !== pair.pair,
        ),
      });
  }
}

function mute(life: Life, { pair, mentor, mentee }: Life['pairs'][number], day: number): void {
  const own = <T extends { pair: string }>(rows: T[]): T[] => rows.filter((row) => row.pair === pair);
  const people = [mentor, mentee];
  for (const promise of own(life.promises)) if (promise.due >= day) promise.mentor = promise.mentee = 0;
  for (const review of own(life.reviews))
    if (review.due >= day) {
      delete review.done;
      review.channel = [2, 2];
    }
  for (const action of own(life.actions)) if ((action.closed ?? 0) >= day) delete action.closed;
  for (const goal of own(life.goals)) goal.progress = goal.progress.filter((step) => step.day < day);
  for (const answer of own(life.understanding)) answer.same = -1;
  for (const given of own(life.feedback)) given.fromMentee = 0;
  for (const gate of life.gates)
    if (people.includes(gate.person) && (gate.done ?? 0) >= day) delete gate.done;
  life.scores = life.scores.filter(({ person, day: on }) => !people.includes(person) || on < day);
}

/** Every row that names the person stays under another key; what the person said or did is gone from it. */
function erase(life: Life, person: string): void {
  const key = `erased-${person}`;
  for (const pair of life.pairs) {
    const side = pair.mentor === person ? MENTOR : pair.mentee === person ? MENTEE : 0;
    if (side === 0) continue;
    if (side === MENTOR) pair.mentor = key;
    else pair.mentee = key;
    eraseSide(life, pair.pair, side);
  }
  for (const gate of life.gates)
    if (gate.person === person) {
      gate.person = key;
      delete gate.done;
    }
  life.scores = life.scores.filter((score) => score.person !== person);
  for (const score of life.scores) if (score.about === person) score.about = key;
  life.opportunities = life.opportunities.filter((one) => one.person !== person);
}

function eraseSide(life: Life, pair: string, side: number): void {
  const own = <T extends { pair: string }>(rows: T[]): T[] => rows.filter((row) => row.pair === pair);
  for (const meeting of own(life.meetings)) meeting.by &= ~side;
  for (const promise of own(life.promises)) promise[side === MENTOR ? 'mentor' : 'mentee'] = 0;
  for (const area of own(life.areas)) if (area.side === side) area.area = '';
  for (const review of own(life.reviews)) review.channel[side - 1] = 2;
  for (const answer of own(life.understanding)) answer.same = -1;
  for (const given of own(life.feedback)) given[side === MENTOR ? 'fromMentor' : 'fromMentee'] = 0;
  for (const goal of own(life.goals)) {
    goal.mutual &= ~side;
    if (goal.owner !== side) continue;
    goal.area = '';
    goal.progress = [];
    delete goal.target;
  }
}
