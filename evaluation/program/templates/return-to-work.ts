import { defineTemplate } from './template.ts';
import { MENTOR_STRAIN, OPPORTUNITY, STAYED_A_YEAR } from './usual-outcomes.ts';
import { SIMILAR_PEOPLE, USUAL_ACTIVITIES, USUAL_GATES, USUAL_SCALE, threeSurveys } from './usual-parts.ts';

/** People come back after a long leave, stay, and are not passed over. */
export const returnToWork = defineTemplate({
  id: 'return-to-work',
  months: 9,
  measures: [
    'honesty',
    'transparency',
    'ethics',
    'trust-level',
    'agreement-kept',
    'rhythm-kept',
    'meetings-held',
    'meeting-quality',
    'goals-on-track',
    'support-felt',
    'commitment-felt',
    'satisfaction',
  ],
  primary: STAYED_A_YEAR,
  also: [OPPORTUNITY],
  watchOuts: [MENTOR_STRAIN],
  kpis: [
    'promises-kept',
    'meeting-regularity',
    'goals-reached',
    'return-rate',
    'staff-retention',
    'new-opportunities',
    'participant-satisfaction',
    'mentor-strain',
  ],
  objectives: [
    {
      id: 'integrity',
      kpis: ['promises-kept'],
      measures: ['honesty', 'transparency', 'ethics', 'trust-level', 'agreement-kept'],
    },
    {
      id: 'meetings',
      kpis: ['meeting-regularity'],
      measures: ['rhythm-kept', 'meetings-held', 'meeting-quality', 'support-felt', 'commitment-felt'],
    },
    { id: 'goals', kpis: ['goals-reached'], measures: ['goals-on-track'] },
    { id: 'stay', kpis: ['return-rate', 'staff-retention'], measures: ['retention'] },
    { id: 'chances', kpis: ['new-opportunities'], measures: ['opportunities'] },
    {
      id: 'wellbeing',
      kpis: ['participant-satisfaction', 'mentor-strain'],
      measures: ['satisfaction', 'mentor-workload'],
    },
  ],
  gates: USUAL_GATES,
  rhythm: { offered: ['two-weekly', 'monthly'], usual: 'two-weekly' },
  activities: { ...USUAL_ACTIVITIES, reviewEvery: 4 },
  comparison: { ...SIMILAR_PEOPLE, covariates: ['grade', 'unit', 'leave_months'] },
  expected: { retention: { share: 0.8 }, opportunities: { share: 0.2 }, strain: USUAL_SCALE },
  surveys: threeSurveys([]),
  followUps: [6, 12, 24],
});
