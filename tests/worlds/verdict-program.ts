import type { Plan } from '#evaluation/plan/plan.ts';
import { isoFromDay } from '#evaluation/study/day.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { Chance } from './chance.ts';
import { type MadePerson, madeRows, type MadeScore } from './made-rows.ts';

/** What can be set about the programs of measurement 5.5. */
export interface VerdictSettings {
  readonly participants: number;
  readonly kind: 'score' | 'share';
  /** Score: points; share: 0–1. */
  readonly truth: number;
}

/** What matters in the two kinds. */
export const MATTERS = { score: 0.2, share: 0.05 } as const;
/** Standard deviation of a score after the value before is taken into account. */
const SPREAD = 0.6;
/** Share of comparison people with the event. */
const USUAL = 0.15;
/** How alike mentees of one mentor are. */
const ICC = 0.1;
const START = 18_000;
const HORIZON_DAYS = 730;
const LOOK = isoFromDay(START + HORIZON_DAYS + 70);

/** Places were drawn by lot, two comparison people to a participant: the verdict rule alone is tried. */
export function verdictPlan(kind: VerdictSettings['kind']): Plan {
  const common = { better: 'higher', matters: MATTERS[kind] } as const;
  return {
    plan: 1,
    design: 'lottery',
    cutoff: LOOK,
    look: LOOK,
    primary:
      kind === 'score'
        ? { outcome: 'skill', wave: 'after', ...common }
        : { outcome: 'promotion', months: 24, ...common },
  };
}

/** One program of measurement 5.5: 1 to 4 mentees per mentor, mentees of one mentor correlated, comparison people alone. */
export function verdictProgram(seed: number, { participants, kind, truth }: VerdictSettings): StudyRows {
  const chance = new Chance(seed);
  const people: MadePerson[] = [];
  const scores: MadeScore[] = [];
  const add = (arm: 0 | 1, mentor: string, outcome: number): void => {
    const key = `P${String(people.length).padStart(6, '0')}`;
    const promoted = kind === 'share' && outcome === 1;
    const events = [{ day: START + chance.upTo(HORIZON_DAYS), kind: 'promotion' as const }];
    people.push({ key, arm, index: START, mentor, events: promoted ? events : [] });
    if (kind === 'score') {
      scores.push({ key, wave: 'after', day: START + 365, scale: 'skill', score: 3 + outcome });
    }
  };
  for (let i = 0, mentor = 0; i < participants; mentor++) {
    const mentees = Math.min(chance.upTo(4), participants - i);
    const outcomes = alikeOutcomes(chance, mentees, kind, truth);
    for (const outcome of outcomes) add(1, `M${mentor}`, outcome);
    i += mentees;
  }
  for (let i = 0; i < 2 * participants; i++) add(0, '', alikeOutcomes(chance, 1, kind, 0)[0]!);
  return madeRows(people, scores);
}

/** Outcomes of the mentees of one mentor, correlated by the ICC; each alone has the spread or share of everybody. */
function alikeOutcomes(
  chance: Chance,
  count: number,
  kind: VerdictSettings['kind'],
  truth: number,
): number[] {
  if (kind === 'score') {
    const mentor = chance.normal() * SPREAD * Math.sqrt(ICC);
    return Array.from(
      { length: count },
      () => truth + mentor + chance.normal() * SPREAD * Math.sqrt(1 - ICC),
    );
  }
  // With probability √ICC a mentee has the outcome that the mentor drew: two of them then correlate by the ICC (Lunn & Davies 1998).
  const drawn = (): number => (chance.happens(USUAL + truth) ? 1 : 0);
  const mentor = drawn();
  return Array.from({ length: count }, () => (chance.happens(Math.sqrt(ICC)) ? mentor : drawn()));
}
