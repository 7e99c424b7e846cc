import { definePack } from './pack.ts';

/** Evaluation of the program, the sixteenth element of MENTOR's Elements of Effective Practice for Mentoring. */
export const mentorEepm16 = definePack({
  id: 'mentor-eepm-16',
  source: 'https://www.mentoring.org/resource/elements-of-effective-practice-for-mentoring/',
  items: [
    { key: 'plan', facts: ['objectives', 'lock'] },
    {
      key: 'delivery',
      facts: ['mentees', 'mentors', 'pairs-by-end', 'rhythm'],
      measures: ['M13', 'M14', 'M15', 'M16'],
    },
    { key: 'relationship', measures: ['M01', 'M02', 'M03', 'M04', 'M08', 'M17', 'M18', 'M19'] },
    { key: 'outcomes', facts: ['design', 'outcomes'], measures: ['M27', 'M28'] },
    { key: 'voices', facts: ['who-is-missing'], measures: ['M25', 'M26'] },
    { key: 'harm', facts: ['watch-outs'], measures: ['M32', 'M33', 'M34', 'M37'] },
    { key: 'use', facts: ['decision'], measures: ['M24'] },
    { key: 'sharing' },
  ],
});
