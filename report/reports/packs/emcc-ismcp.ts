import { definePack } from './pack.ts';

/** The six core standards of the International Standards for Mentoring and Coaching Programmes. */
export const emccIsmcp = definePack({
  id: 'emcc-ismcp',
  source: 'https://www.emccglobal.org/accreditation/ismcp/standards/',
  items: [
    { key: 'purpose', facts: ['objectives', 'lock', 'goals'], measures: ['M12', 'M20', 'M21'] },
    { key: 'briefing', facts: ['mentees', 'mentors'] },
    { key: 'matching', facts: ['pairs-by-end'], measures: ['M32'] },
    {
      key: 'review',
      facts: ['design', 'outcomes', 'watch-outs'],
      measures: ['M13', 'M14', 'M24', 'M25', 'M26', 'M27', 'M28', 'M33', 'M36'],
    },
    { key: 'ethics', measures: ['M05', 'M06', 'M07', 'M10', 'M37'] },
    { key: 'support', measures: ['M11', 'M18', 'M19', 'M34', 'M35'] },
  ],
});
