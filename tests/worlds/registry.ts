import { DRAWN_WORLDS } from './drawn-worlds.ts';
import { ROLLING_WORLDS } from './rolling-worlds.ts';
import { SELECTION_WORLDS } from './selection-worlds.ts';
import { SURVEY_WORLDS } from './survey-worlds.ts';
import { VERDICT_WORLDS } from './verdict-worlds.ts';
import type { World, WorldGroup } from './world.ts';

/** Every simulated world, in the order of the page. */
export const WORLD_GROUPS: readonly WorldGroup[] = [
  {
    id: 'selection',
    title: 'Selection, an effect, hidden ambition',
    about:
      'Measurement 9.1: people who are promoted anyway take part more often; comparison people are matched on what is known. Where ambition is hidden the engine ' +
      'cannot know, and must not speak as of a draw. The truth of the effect comes from letting 1,000,000 people live with and without the program.',
    worlds: SELECTION_WORLDS,
  },
  {
    id: 'rolling',
    title: 'Selection with rolling enrolment',
    about:
      'The people of measurement 9.1, but places are given over 200 days, and everybody without a place yet is a possible comparison person. Who gets a place later is promoted more than others and is followed ' +
      'only until then, so follow-up ends for a reason that tells about the outcome; see the decision on strata of alike people.',
    worlds: ROLLING_WORLDS,
  },
  {
    id: 'verdict',
    title: 'How often the verdict is right',
    about:
      'The table of measurement 5.5: two comparison people to a participant, 1 to 4 mentees per mentor, correlation of mentees of one mentor 0.1; scores have a standard deviation of 0.6 and 0.2 matters, ' +
      'shares are 15 in 100 and 5 in 100 matters. Each cell of the table is a target and was simulated by another program; a cell is met within three joint simulation errors.',
    worlds: VERDICT_WORLDS,
  },
  {
    id: 'drawn',
    title: 'Places drawn by lot',
    about:
      'Measurement 2 (decision on competing endings) and 3.6: leaving takes the place of a promotion, so who stays longer is promoted more often; strata are drawn at different chances; people do otherwise than drawn. ' +
      'The truth comes from letting 1,000,000 people live drawn and not drawn.',
    worlds: DRAWN_WORLDS,
  },
  {
    id: 'survey',
    title: 'Answers before and after',
    about:
      'Measurement 3.1, 3.7, 3.10 and the gates of 4.2: 100 participants and 200 comparison people unless said otherwise, 1 to 4 mentees per mentor, scores of 1 to 5, 0.2 matters.',
    worlds: SURVEY_WORLDS,
  },
];

/** A world by its id. */
export function worldOf(id: string): World {
  const world = WORLD_GROUPS.flatMap(({ worlds }) => worlds).find((one) => one.id === id);
  if (!world) throw new RangeError(`worldOf: id is ${id}; it must be one of the registry's`);
  return world;
}
