import type { Figure } from './figures.ts';
import type { Observed } from './observed.ts';
import { programsOf } from './programs-worker.ts';
import { worldOf } from './registry.ts';

/** The first programs of a world and its figures by name; the long run with its narrow limits is `npm run worlds`. */
export function firstOf(
  id: string,
  programs: number,
): { observed: Observed[]; figure: (name: string) => Figure } {
  const world = worldOf(id);
  const observed = programsOf({ world: id, firstSeed: world.firstSeed, programs });
  const figures = world.figures(observed);
  const figure = (name: string): Figure => {
    const found = figures.find((one) => one.name === name);
    if (!found) throw new RangeError(`firstOf: ${id} has no figure ${name}`);
    return found;
  };
  return { observed, figure };
}
