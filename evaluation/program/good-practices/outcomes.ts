import { registeredMeasure } from '../measure-kinds.ts';
import { programOutcomes } from '../measures-on.ts';
import type { ProgramPlan } from '../program-plan.ts';
import { type GoodPractice, activity, measured, setting } from './good-practice.ts';

const TWO_YEARS = 24;
const SIX_PARTS = ['definition', 'formula', 'unit', 'source', 'owner', 'schedule'] as const;

const fromRecords = (measure: string): boolean => {
  const found = registeredMeasure(measure);
  return found !== undefined && 'source' in found && found.source === 'hr';
};
const waveWith = (plan: ProgramPlan, wave: RegExp, instrument?: string): boolean =>
  plan.privacy.surveys.some(
    (survey) =>
      wave.test(survey.wave) && (instrument === undefined || survey.instruments.includes(instrument)),
  );
const skillInstrument = (plan: ProgramPlan): string | undefined =>
  programOutcomes(plan.success).find(({ measure }) => measure === 'skill-change')?.instrument;

/** What came of it, and how that is found out. */
export const OUTCOME_PRACTICES: readonly GoodPractice[] = [
  {
    id: 'outcomes-of-both',
    requirement: 'S34',
    needs: [
      setting('success.primary', 'outcome-of-people', ({ success }) =>
        programOutcomes(success).some(({ measure }) => !fromRecords(measure)),
      ),
      setting('success.also', 'outcome-of-organisation', ({ success }) =>
        programOutcomes(success).some(({ measure }) => fromRecords(measure)),
      ),
    ],
  },
  {
    id: 'skill-over-time',
    requirement: 'S35',
    needs: [
      measured('skill-change'),
      setting('privacy.surveys', 'skill-before-and-after', (plan) => {
        const instrument = skillInstrument(plan);
        if (instrument === undefined) return false;
        return waveWith(plan, /^before/, instrument) && waveWith(plan, /^after$/, instrument);
      }),
    ],
  },
  {
    id: 'careers',
    requirement: 'S36',
    needs: [
      setting('success.also', 'careers', ({ success }) =>
        programOutcomes(success).some(({ outcome }) => ['promotion', 'opportunities'].includes(outcome)),
      ),
    ],
  },
  { id: 'satisfaction-asked', requirement: 'S37', needs: [measured('satisfaction')] },
  {
    id: 'kpis-defined',
    requirement: 'S38',
    needs: [
      setting(
        'purpose.kpis',
        'kpis',
        ({ purpose: { kpis } }) =>
          kpis.length > 0 && kpis.every((kpi) => SIX_PARTS.every((part) => kpi[part].trim() !== '')),
      ),
    ],
  },
  {
    id: 'waves',
    requirement: 'S39',
    needs: [
      setting('privacy.surveys', 'wave-before', (plan) => waveWith(plan, /^before/)),
      setting('privacy.surveys', 'wave-during', (plan) => waveWith(plan, /^during/)),
      setting('privacy.surveys', 'wave-after', (plan) => waveWith(plan, /^after$/)),
    ],
  },
  {
    id: 'same-people-twice',
    requirement: 'S40',
    needs: [
      setting('privacy.surveys', 'same-instrument-twice', ({ privacy: { surveys } }) =>
        surveys.some(
          (first) =>
            first.wave.startsWith('before') &&
            surveys.some(
              (last) =>
                last.wave === 'after' && last.instruments.some((one) => first.instruments.includes(one)),
            ),
        ),
      ),
    ],
  },
  {
    id: 'promotions-compared',
    requirement: 'S41',
    needs: [
      setting('success.also', 'two-years', ({ success }) =>
        programOutcomes(success).some(
          ({ outcome, months }) => outcome === 'promotion' && (months ?? 0) >= TWO_YEARS,
        ),
      ),
      setting(
        'comparison.design',
        'compared',
        ({ comparison: { design } }) =>
          design !== undefined && design !== 'before-after' && design !== 'opinions',
      ),
    ],
  },
  {
    id: 'harm-watched',
    requirement: 'G12',
    needs: [setting('success.watchOuts', 'watch-outs', ({ success }) => success.watchOuts.length > 0)],
  },
  {
    id: 'asked-later',
    requirement: 'G21',
    needs: [setting('looks.followUps', 'follow-ups', ({ looks }) => looks.followUps.length > 0)],
  },
  { id: 'said-and-done', requirement: 'S26', needs: [activity('saidAndDone'), activity('teamReviewWeeks')] },
];
