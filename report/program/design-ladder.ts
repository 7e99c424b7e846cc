import { DESIGNS } from '#evaluation/designs/registry.ts';
import type { DesignId } from '#evaluation/plan/plan.ts';
import { text } from '../text/text.ts';

/** A design as the plan offers it: how strong it is, how it compares, the sentence that it allows. */
export interface LadderStep {
  readonly design: DesignId;
  readonly grade: string;
  readonly name: string;
  readonly how: string;
  readonly allows: string;
  readonly compares: boolean;
}

/** The evidence ladder: every design, the strongest first. */
export function designLadder(): readonly LadderStep[] {
  return DESIGNS.map((design) => ({
    design: design.id,
    grade: design.grade,
    name: text(`design.${design.id}`),
    how: text(`ladder.${design.id}.how`),
    allows: text(`ladder.${design.id}.allows`),
    compares: design.compares === 'arms',
  }));
}
