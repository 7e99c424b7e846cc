import type { DesignId } from '../plan/plan.ts';
import { beforeAfter } from './before-after.ts';
import { beforeAfterComparison } from './before-after-comparison.ts';
import type { Design } from './design.ts';
import { lottery } from './lottery.ts';
import { matched } from './matched.ts';
import { opinions } from './opinions.ts';
import { waitingList } from './waiting-list.ts';
import { weighted } from './weighted.ts';

/** Every design that can be evaluated; one line each. */
export const DESIGNS: readonly Design[] = [
  lottery,
  waitingList,
  matched,
  weighted,
  beforeAfterComparison,
  beforeAfter,
  opinions,
];

/** The design of an id, or `undefined` when this version cannot evaluate it yet. */
export function designOf(id: DesignId): Design | undefined {
  return DESIGNS.find((design) => design.id === id);
}
