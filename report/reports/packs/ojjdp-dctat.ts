import { definePack } from './pack.ts';

/** The performance measures that grantees of the juvenile mentoring program report to OJJDP. */
export const ojjdpDctat = definePack({
  id: 'ojjdp-dctat',
  source: 'https://ojjdp.ojp.gov/funding/performance-measures',
  items: [
    { key: 'served', facts: ['mentees'] },
    { key: 'mentors-recruited', facts: ['mentors'] },
    { key: 'mentors-trained' },
    { key: 'mentors-retained', facts: ['mentors-by-end'] },
    { key: 'requirements-completed', facts: ['mentees-by-end'] },
    { key: 'evidence-based' },
    { key: 'behaviour-change', facts: ['design', 'outcomes'], measures: ['M27', 'M28', 'M33'] },
    { key: 'offending' },
    { key: 'victims' },
    { key: 'satisfaction', measures: ['M25', 'M26'] },
  ],
});
