import { type GoodPractice, activity, measured, setting } from './good-practice.ts';

const said = (text: string): boolean => text.trim() !== '';

/** How mentors and mentees deal with each other. */
export const RELATIONSHIP_PRACTICES: readonly GoodPractice[] = [
  {
    id: 'integrity-stated',
    requirement: 'S5',
    needs: [
      setting('rhythm.agreement.integrity', 'integrity', ({ rhythm }) => said(rhythm.agreement.integrity)),
      setting('rhythm.agreement.acknowledged', 'acknowledged', ({ rhythm }) => rhythm.agreement.acknowledged),
    ],
  },
  {
    id: 'integrity-measured',
    requirement: 'S6',
    needs: [measured('honesty'), measured('transparency'), measured('ethics')],
  },
  {
    id: 'trust-from-both-sides',
    requirement: 'S7',
    needs: [measured('trust-level'), measured('trust-trend'), measured('trust-asymmetry')],
  },
  {
    id: 'open-agreement',
    requirement: 'S8',
    needs: [
      setting('rhythm.agreement.whoSeesWhat', 'whoSeesWhat', ({ rhythm }) => rhythm.agreement.whoSeesWhat),
      setting(
        'rhythm.agreement.confidentiality',
        'confidentiality',
        ({ rhythm: { agreement } }) => said(agreement.confidentiality) && agreement.exceptions.length > 0,
      ),
      measured('transparency'),
    ],
  },
  { id: 'growth-of-both', requirement: 'S9', needs: [activity('growthAims')] },
  {
    id: 'agreed-channels',
    requirement: 'S10',
    needs: [
      setting(
        'rhythm.agreement.mainChannel',
        'channels',
        ({ rhythm: { agreement } }) =>
          said(agreement.mainChannel) && said(agreement.fallbackChannel) && agreement.answerWithinDays > 0,
      ),
      measured('channel-kept'),
    ],
  },
  { id: 'promises-followed', requirement: 'G5', needs: [measured('agreement-kept')] },
  { id: 'listening-asked', requirement: 'S13', needs: [measured('listening'), measured('listening-trust')] },
];
