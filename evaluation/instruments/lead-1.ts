import { defineInstrument, type Answered } from './instrument.ts';
import { OWN_RIGHTS, OWN_SOURCE } from './own-rights.ts';

const OFTEN: Answered = { kind: 'rating', lowest: 1, highest: 5, words: 'often' };
const ITEMS = ['le1', 'le2', 'le3', 'le4', 'le5', 'le6'] as const;

/** How somebody leads, as that person, the mentor and a third party see it. */
export const lead1 = defineInstrument({
  id: 'lead-1',
  version: '1',
  per: 'wave',
  forms: [
    { id: 'self', asks: ['mentee', 'colleague'], about: 'oneself', items: ITEMS },
    { id: 'other', asks: ['mentor', 'third-party'], about: 'the-mentee', items: ITEMS },
  ],
  items: ITEMS.map((id) => ({ id, answered: OFTEN })),
  scales: [
    { id: 'leadership', subject: 'skill', items: ITEMS, leastAnswered: 4, score: 'mean', better: 'higher' },
  ],
  rights: OWN_RIGHTS,
  source: OWN_SOURCE,
  languages: ['en'],
  worked: [
    {
      answers: { le1: '3', le2: '4', le3: '2', le4: '5' },
      expected: { leadership: 3.5 },
      from: 'by hand: (3 + 4 + 2 + 5) ÷ 4, two left out',
    },
    {
      answers: { le1: '3', le2: '4', le3: '2' },
      expected: { leadership: null },
      from: 'by hand: three of six are fewer than four',
    },
  ],
});
