import { type GoodPractice, activity, measured, setting } from './good-practice.ts';

/** Waves from which a trend can be told: the first two together are the start. */
const LEAST_WAVES = 3;

/** How pairs meet, and how that is looked at. */
export const MEETING_PRACTICES: readonly GoodPractice[] = [
  { id: 'check-ins', requirement: 'S12', needs: [activity('checkIns')] },
  { id: 'team-review', requirement: 'S25', needs: [activity('teamReviewWeeks')] },
  { id: 'meetings-counted', requirement: 'S27', needs: [measured('rhythm-kept'), measured('meetings-held')] },
  { id: 'meetings-worth-it', requirement: 'S28', needs: [activity('checkIns'), measured('meeting-quality')] },
  {
    id: 'feedback-both-ways',
    requirement: 'S29',
    needs: [activity('feedback'), measured('feedback-reciprocity')],
  },
  { id: 'look-back', requirement: 'S30', needs: [activity('reviewEvery')] },
  {
    id: 'both-asked',
    requirement: 'S31',
    needs: [
      setting('privacy.surveys', 'both-roles', ({ privacy }) =>
        privacy.surveys.some(({ minutes }) => minutes.mentee > 0 && minutes.mentor > 0),
      ),
    ],
  },
  {
    id: 'trends',
    requirement: 'S32',
    needs: [
      setting(
        'privacy.surveys',
        'three-waves',
        ({ privacy }) => new Set(privacy.surveys.map(({ wave }) => wave)).size >= LEAST_WAVES,
      ),
      measured('trust-trend'),
    ],
  },
  { id: 'survey-after-six', requirement: 'S33', needs: [activity('surveyAfter')] },
  {
    id: 'rhythm-of-choice',
    requirement: 'S43',
    needs: [
      setting('rhythm.offered', 'two-rhythms', ({ rhythm }) => rhythm.offered.length > 1),
      measured('rhythm-kept'),
    ],
  },
];
