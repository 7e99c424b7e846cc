import type { DesignId, Plan } from '#evaluation/plan/plan.ts';
import { isoFromDay } from '#evaluation/study/day.ts';
import type { StudyRows } from '#evaluation/study/rows.ts';
import { Chance } from './chance.ts';
import { type MadePerson, madeRows, type MadeScore } from './made-rows.ts';

/** What can be set about a program whose outcome is a score, asked before and after. */
export interface SurveySettings {
  readonly design: DesignId;
  readonly participants: number;
  readonly comparison: number;
  /** What the program adds, in points. */
  readonly effect: number;
  /** Standard deviation of what mentors add for all of their mentees alike, in points. */
  readonly mentorSpread: number;
  readonly mostMentees: number;
  /** How much higher participants stand, before and after alike. */
  readonly higher: number;
  /** How much participants gained on the others in the half year before the start. */
  readonly gainingBefore: number;
  /** Participants are people whose value before was below this; undefined: anybody. */
  readonly onlyBelow?: number;
  /** Share of participants who were asked "before" only two months after the start, when half of the effect was there. */
  readonly late: number;
  /** How low scores keep people from answering, in each arm: nobody at 0. */
  readonly silent: readonly [participants: number, comparison: number];
}

/** A program in which nothing is wrong: drawn by lot, everybody answers in time. */
export const PLAIN_SURVEY: SurveySettings = {
  design: 'lottery',
  participants: 100,
  comparison: 200,
  effect: 0,
  mentorSpread: 0.15,
  mostMentees: 4,
  higher: 0,
  gainingBefore: 0,
  late: 0,
  silent: [0, 0],
};

const START = 18_000;
const SCALE = 'skill';
const MIDDLE = 3;
/** Standard deviations: of people, and of one answer. */
const PEOPLE_SPREAD = 0.4;
const ANSWER_SPREAD = 0.35;
/** Scores of 1 to 5 with these spreads leave the scale in fewer than 2 of 10,000 cases; they are put on its ends. */
const ENDS = [1, 5] as const;

/** The plan of a survey program. */
export function surveyPlan(design: DesignId): Plan {
  const look = isoFromDay(START + 400);
  const primary = { outcome: SCALE, wave: 'after', months: 12, better: 'higher', matters: 0.2 } as const;
  return { plan: 1, design, cutoff: look, look, primary };
}

/** One survey program, as rows; comparison people start on the day of the participants. */
export function surveyProgram(seed: number, settings: SurveySettings): StudyRows {
  const chance = new Chance(seed);
  const people: MadePerson[] = [];
  const scores: MadeScore[] = [];
  const add = (arm: 0 | 1, mentor: string, shift: number): void => {
    const key = `P${String(people.length).padStart(6, '0')}`;
    people.push({ key, arm, index: START, mentor });
    for (const { wave, day, score } of answers(chance, settings, arm, shift)) {
      scores.push({ key, wave, day: START + day, scale: SCALE, score });
    }
  };
  for (let i = 0, mentor = 0; i < settings.participants; mentor++) {
    const shift = settings.mentorSpread * chance.normal();
    for (let own = chance.upTo(settings.mostMentees); own > 0 && i < settings.participants; own--, i++) {
      add(1, `M${mentor}`, shift);
    }
  }
  for (let i = 0; i < settings.comparison; i++) add(0, '', 0);
  return madeRows(people, scores, ENDS);
}

interface Answer {
  readonly wave: string;
  readonly day: number;
  readonly score: number;
}

/** Answers of one person: half a year before the start, just before it, and after a year. */
function answers(chance: Chance, settings: SurveySettings, arm: 0 | 1, mentorShift: number): Answer[] {
  const said = (level: number): number =>
    Math.min(ENDS[1], Math.max(ENDS[0], level + ANSWER_SPREAD * chance.normal()));
  const usual = MIDDLE + arm * settings.higher;
  const below = arm === 1 ? (settings.onlyBelow ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
  let person: number;
  let before: number;
  do {
    person = usual + PEOPLE_SPREAD * chance.normal();
    before = said(person);
  } while (before >= below);
  const late = arm === 1 && chance.happens(settings.late);
  if (late) before = said(person + settings.effect / 2);
  const after = said(person + mentorShift + arm * settings.effect);
  // The lower the score, the likelier the silence: at most a little over twice the usual at the lower end.
  const keeps = settings.silent[arm === 1 ? 0 : 1] * Math.min(2.2, Math.max(0, 1 + (MIDDLE - after) / 1.2));
  return [
    { wave: 'before1', day: -200, score: said(person - arm * settings.gainingBefore) },
    { wave: 'before', day: late ? 60 : -20, score: before },
    { wave: 'after', day: 365, score: chance.happens(keeps) ? Number.NaN : after },
  ];
}
