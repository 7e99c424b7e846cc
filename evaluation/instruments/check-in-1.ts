import { defineInstrument, type Answered } from './instrument.ts';
import { OWN_RIGHTS, OWN_SOURCE } from './own-rights.ts';

const rated = (words: string): Answered => ({ kind: 'rating', lowest: 1, highest: 5, words });

/** The short form after a meeting: was it useful, could you speak openly, was it too much, do you want help. */
export const checkIn1 = defineInstrument({
  id: 'check-in-1',
  version: '1',
  per: 'meeting',
  forms: [
    { id: 'mentee', asks: ['mentee'], about: 'the-meeting', items: ['us', 'op', 'he'] },
    { id: 'mentor', asks: ['mentor'], about: 'the-meeting', items: ['us', 'op', 'lo', 'he'] },
  ],
  items: [
    { id: 'us', answered: rated('useful') },
    { id: 'op', answered: rated('fully') },
    { id: 'lo', answered: rated('fully') },
    { id: 'he', answered: { kind: 'one-of', options: [{ code: 'no' }, { code: 'yes' }] } },
  ],
  scales: [
    {
      id: 'meeting-quality',
      subject: 'meeting',
      items: ['us', 'op'],
      leastAnswered: 1,
      score: 'mean',
      better: 'higher',
    },
    { id: 'meeting-load', subject: 'load', items: ['lo'], leastAnswered: 1, score: 'mean', better: 'higher' },
  ],
  rights: OWN_RIGHTS,
  source: OWN_SOURCE,
  languages: ['en'],
  worked: [
    {
      answers: { us: '4', op: '5', he: 'no' },
      expected: { 'meeting-quality': 4.5, 'meeting-load': null },
      from: 'by hand: (4 + 5) ÷ 2',
    },
    {
      answers: { op: '2', lo: '3', he: 'yes' },
      expected: { 'meeting-quality': 2, 'meeting-load': 3 },
      from: 'by hand: a third meeting asks for the load in place of the use',
    },
  ],
});
