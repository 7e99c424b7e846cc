import { defineTemplate } from './template.ts';
import { MENTOR_STRAIN, STAYED_A_YEAR } from './usual-outcomes.ts';
import { SIMILAR_PEOPLE, USUAL_ACTIVITIES, USUAL_GATES, USUAL_SCALE, threeSurveys } from './usual-parts.ts';

/** New people find their place and stay. */
export const onboarding = defineTemplate({
  id: 'onboarding',
  months: 6,
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
    'satisfaction',
  ],
  primary: STAYED_A_YEAR,
  also: [],
  watchOuts: [MENTOR_STRAIN],
  kpis: [
    'promises-kept',
    'meeting-regularity',
    'goals-reached',
    'time-to-productivity',
    'staff-retention',
    'participation',
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
      measures: ['rhythm-kept', 'meetings-held', 'meeting-quality', 'support-felt'],
    },
    { id: 'settle', kpis: ['goals-reached', 'time-to-productivity'], measures: ['goals-on-track'] },
    { id: 'stay', kpis: ['staff-retention', 'participation'], measures: ['retention'] },
    {
      id: 'wellbeing',
      kpis: ['participant-satisfaction', 'mentor-strain'],
      measures: ['satisfaction', 'mentor-workload'],
    },
  ],
  gates: USUAL_GATES,
  rhythm: { offered: ['two-weekly', 'monthly'], usual: 'two-weekly' },
  activities: { ...USUAL_ACTIVITIES, reviewEvery: 4 },
  comparison: { ...SIMILAR_PEOPLE, covariates: ['grade', 'unit', 'age_group'] },
  expected: { retention: { share: 0.85 }, strain: USUAL_SCALE },
  surveys: threeSurveys([]),
  followUps: [6, 12, 24],
});
