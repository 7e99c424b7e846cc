import { defineInstrument, type Answered, type Item, type Scale } from './instrument.ts';
import { OWN_RIGHTS, OWN_SOURCE } from './own-rights.ts';

const TRUTH: Answered = { kind: 'rating', lowest: 1, highest: 5, words: 'truth' };
const said = (...ids: readonly string[]): Item[] => ids.map((id) => ({ id, answered: TRUTH }));
const turned = (id: string): Item => ({ id, answered: TRUTH, reverse: true });
const scale = (id: string, leastAnswered: number, ...items: readonly string[]): Scale => ({
  id,
  subject: 'relationship',
  items,
  leastAnswered,
  score: 'mean',
  better: 'higher',
});

const INTEGRITY = ['ho1', 'ho2', 'ho3r', 'tr1', 'tr2', 'tr3r', 'et1', 'et2', 'et3'] as const;
const TOGETHER = ['tu1', 'tu2', 'tu3r', 'li1', 'li2', 'fb1', 'fb2', 'su1', 'su2', 'co1', 'sa1'] as const;

/** The mirrored core: mentor and mentee get the same sentences about each other, and the integrity ones about themselves. */
export const core1 = defineInstrument({
  id: 'core-1',
  version: '1',
  per: 'wave',
  forms: [
    { id: 'other', asks: ['mentor', 'mentee'], about: 'the-other', items: [...INTEGRITY, ...TOGETHER] },
    { id: 'self', asks: ['mentor', 'mentee'], about: 'oneself', items: INTEGRITY },
  ],
  items: [
    ...said('ho1', 'ho2'),
    turned('ho3r'),
    ...said('tr1', 'tr2'),
    turned('tr3r'),
    ...said('et1', 'et2', 'et3', 'tu1', 'tu2'),
    turned('tu3r'),
    ...said('li1', 'li2', 'fb1', 'fb2', 'su1', 'su2', 'co1', 'sa1'),
  ],
  scales: [
    scale('honesty', 2, 'ho1', 'ho2', 'ho3r'),
    scale('transparency', 2, 'tr1', 'tr2', 'tr3r'),
    scale('ethics', 2, 'et1', 'et2', 'et3'),
    scale('trust', 2, 'tu1', 'tu2', 'tu3r'),
    scale('listening', 2, 'li1', 'li2'),
    scale('feedback', 2, 'fb1', 'fb2'),
    scale('listening-and-feedback', 3, 'li1', 'li2', 'fb1', 'fb2'),
    scale('support', 2, 'su1', 'su2'),
    scale('commitment', 1, 'co1'),
    scale('satisfaction', 1, 'sa1'),
  ],
  rights: OWN_RIGHTS,
  source: OWN_SOURCE,
  languages: ['en'],
  worked: [
    {
      answers: { ho1: '4', ho2: '5', ho3r: '2' },
      expected: { honesty: 4.3333, trust: null },
      from: 'by hand: (4 + 5 + (6 − 2)) ÷ 3',
    },
    {
      answers: { tu1: '5', tu2: '', tu3r: '1', li1: '4', li2: '3', fb1: '5', fb2: '' },
      expected: { trust: 5, listening: 3.5, feedback: null, 'listening-and-feedback': 4 },
      from: 'by hand: (5 + (6 − 1)) ÷ 2, one left out; (4 + 3 + 5) ÷ 3; one of two feedback items is too few',
    },
  ],
});
