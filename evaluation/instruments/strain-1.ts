import { defineInstrument, type Answered } from './instrument.ts';
import { OWN_RIGHTS, OWN_SOURCE } from './own-rights.ts';

const TRUTH: Answered = { kind: 'rating', lowest: 1, highest: 5, words: 'truth' };
const ITEMS = ['st1', 'st2', 'st3'] as const;

/** How much strain work puts on mentors, asked of similar colleagues who do not mentor as well. */
export const strain1 = defineInstrument({
  id: 'strain-1',
  version: '1',
  per: 'wave',
  forms: [{ id: 'self', asks: ['mentor', 'colleague'], about: 'oneself', items: ITEMS }],
  items: ITEMS.map((id) => ({ id, answered: TRUTH })),
  scales: [{ id: 'strain', subject: 'load', items: ITEMS, leastAnswered: 2, score: 'mean', better: 'lower' }],
  rights: OWN_RIGHTS,
  source: OWN_SOURCE,
  languages: ['en'],
  worked: [
    { answers: { st1: '4', st2: '', st3: '3' }, expected: { strain: 3.5 }, from: 'by hand: (4 + 3) ÷ 2' },
    {
      answers: { st1: '4', st2: '', st3: '' },
      expected: { strain: null },
      from: 'by hand: one of three is too few',
    },
  ],
});
