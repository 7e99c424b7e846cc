import { definePack } from './pack.ts';

/** The three types of metrics of ISO/TS 30437:2023, learning and development metrics. */
export const isoTs30437 = definePack({
  id: 'iso-ts-30437',
  source: 'https://www.iso.org/standard/68693.html',
  items: [
    { key: 'efficiency-reach', facts: ['mentees', 'mentors', 'mentees-by-end'] },
    { key: 'efficiency-activity', facts: ['rhythm'], measures: ['M13', 'M14', 'M16', 'M24'] },
    { key: 'efficiency-cost', measures: ['M35', 'M36'] },
    { key: 'effectiveness-reaction', measures: ['M19', 'M25', 'M26'] },
    { key: 'effectiveness-learning', facts: ['goals'], measures: ['M22', 'M23', 'M27', 'M28'] },
    { key: 'effectiveness-application', measures: ['M08', 'M10', 'M20'] },
    { key: 'outcome', facts: ['objectives', 'design', 'outcomes', 'watch-outs'] },
    { key: 'return' },
  ],
});
