import { expect, test } from 'vitest';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import type { Plan } from '#evaluation/plan/plan.ts';
import { horizonDays, isoFromDay } from '#evaluation/study/day.ts';
import { followUp } from '#evaluation/study/follow-up.ts';
import { populationOf } from '#evaluation/study/population.ts';
import { studyOf } from '#evaluation/study/study.ts';
import { aalenJohansen } from '#stats/survival/aalen-johansen.ts';
import { FIRST_DAY, LAST_DAY, promotedWithin, rollingProgram, rollingRows } from './rolling-program.ts';

const HORIZON = horizonDays(24);
const PLAN: Plan = {
  plan: 1,
  design: 'weighted',
  cutoff: isoFromDay(LAST_DAY),
  look: isoFromDay(LAST_DAY),
  primary: { outcome: 'promotion', months: 24, better: 'higher', matters: 0.05 },
};

/** Four programs of 6,000 people; seeds fixed before the first run. */
const PROGRAMS = [1, 2, 3, 4].map((seed) => rollingProgram(seed, 6000));

/** Share promoted within 24 months and its standard error, of an arm of one program, from dealt index dates. */
function shares(people: (typeof PROGRAMS)[number]): readonly [participants: Share, comparison: Share] {
  const study = studyOf(rollingRows(people), PLAN, planFingerprint(PLAN));
  const population = populationOf(study, 'mentees');
  const follow = followUp(population.followed, study.employment, 'promotion', HORIZON, study.cutoff);
  const arm = (wanted: number): Share => {
    const own = [...population.treated.keys()].filter((i) => population.treated[i] === wanted);
    const incidence = aalenJohansen({
      time: Int32Array.from(own, (i) => follow.time[i]!),
      event: Uint8Array.from(own, (i) => follow.event[i]!),
      horizon: HORIZON,
    });
    if (incidence.kind === 'followed-too-short') throw new Error('the records are long enough');
    return { share: incidence.estimate, standardError: incidence.standardError };
  };
  return [arm(1), arm(0)];
}

interface Share {
  readonly share: number;
  readonly standardError: number;
}

test('dealt index dates give both arms the true share, where enrolment took only people not yet promoted', () => {
  const truth = promotedWithin(HORIZON);
  const all = PROGRAMS.map(shares);
  for (const arm of [0, 1] as const) {
    const mean = all.reduce((sum, pair) => sum + pair[arm].share / all.length, 0);
    const error = Math.sqrt(all.reduce((sum, pair) => sum + pair[arm].standardError ** 2, 0)) / all.length;
    expect(Math.abs(mean - truth) / error).toBeLessThan(3);
    expect(error).toBeLessThan(0.006);
  }
});

test('the clock from the first day for people who never enrolled makes up a difference of more than 5 in 100', () => {
  const apart = PROGRAMS.map((people) => {
    const never = people.filter(({ place }) => place === undefined);
    const enrolled = people.filter(({ place }) => place !== undefined);
    const promoted = never.filter(({ promotions }) => (promotions[0] ?? Infinity) - FIRST_DAY <= HORIZON);
    const after = enrolled.filter(({ promotions, place }) => (promotions[0] ?? Infinity) - place! <= HORIZON);
    return promoted.length / never.length - after.length / enrolled.length;
  });
  for (const difference of apart) expect(difference).toBeGreaterThan(0.05);
});
