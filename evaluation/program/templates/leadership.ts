import { defineTemplate } from './template.ts';
import { LEADERSHIP, MENTOR_STRAIN, PROMOTION, STAYED } from './usual-outcomes.ts';
import { SIMILAR_PEOPLE, USUAL_ACTIVITIES, USUAL_GATES, USUAL_SCALE, threeSurveys } from './usual-parts.ts';

/** People grow into leading others: the default. */
export const leadership = defineTemplate({
  id: 'leadership',
  months: 12,
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
    'satisfaction',
  ],
  primary: LEADERSHIP,
  also: [PROMOTION, STAYED],
  watchOuts: [MENTOR_STRAIN],
  kpis: [
    'promises-kept',
    'meeting-regularity',
    'meeting-usefulness',
    'goals-reached',
    'leadership-skill',
    'internal-promotion',
    'staff-retention',
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
      kpis: ['meeting-regularity', 'meeting-usefulness'],
      measures: ['rhythm-kept', 'meetings-held', 'meeting-quality'],
    },
    { id: 'goals', kpis: ['goals-reached'], measures: ['goals-on-track'] },
    {
      id: 'leaders',
      kpis: ['leadership-skill', 'internal-promotion', 'staff-retention'],
      measures: ['skill-change', 'promotion', 'retention'],
    },
    {
      id: 'wellbeing',
      kpis: ['participant-satisfaction', 'mentor-strain'],
      measures: ['satisfaction', 'mentor-workload'],
    },
  ],
  gates: USUAL_GATES,
  rhythm: { offered: ['two-weekly', 'monthly'], usual: 'two-weekly' },
  activities: USUAL_ACTIVITIES,
  comparison: SIMILAR_PEOPLE,
  expected: {
    leadership: USUAL_SCALE,
    promotion: { share: 0.15 },
    retention: { share: 0.9 },
    strain: USUAL_SCALE,
  },
  surveys: threeSurveys(['lead-1']),
  followUps: [6, 12, 24],
});
