import { SELECTION_WORLDS } from './selection-worlds.ts';
import { VERDICT_WORLDS } from './verdict-worlds.ts';
import type { World, WorldGroup } from './world.ts';

/** Every simulated world, in the order of the page. */
export const WORLD_GROUPS: readonly WorldGroup[] = [
  {
    id: 'selection',
    title: 'Selection, an effect, hidden ambition',
    about:
      'Measurement 9.1: people who are promoted anyway take part more often; comparison people are matched on what is known. Where ambition is hidden the engine ' +
      'cannot know, and must not speak as of a draw. The truth of the effect comes from letting 4,000,000 people live with and without the program.',
    worlds: SELECTION_WORLDS,
  },
  {
    id: 'verdict',
    title: 'How often the verdict is right',
    about:
      'The table of measurement 5.5: two comparison people to a participant, 1 to 4 mentees per mentor, correlation of mentees of one mentor 0.1; scores have a standard deviation of 0.6 and 0.2 matters, ' +
      'shares are 15 in 100 and 5 in 100 matters. Each cell of the table is a target and was simulated by another program; a cell is met within three joint simulation errors.',
    worlds: VERDICT_WORLDS,
  },
];

/** A world by its id. */
export function worldOf(id: string): World {
  const world = WORLD_GROUPS.flatMap(({ worlds }) => worlds).find((one) => one.id === id);
  if (!world) throw new RangeError(`worldOf: id is ${id}; it must be one of the registry's`);
  return world;
}
