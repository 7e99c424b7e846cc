import { evaluate } from '#evaluation/evaluate.ts';
import type { Qualifier, Verdict } from '#evaluation/finding.ts';
import { planFingerprint } from '#evaluation/plan/fingerprint.ts';
import { dayFromIso } from '#evaluation/study/day.ts';
import { type PlainGap, plainGap } from './plain-gap.ts';
import type { World } from './world.ts';

/** What the engine said about the primary outcome of one program; plain data, so that it can cross threads and files. */
export interface Observed {
  readonly seed: number;
  readonly verdict: Verdict;
  readonly qualifier: Qualifier | null;
  readonly fragile: boolean;
  readonly grade: string;
  readonly gates: readonly string[];
  readonly notes: readonly string[];
  /** Adjusted gap, or the change where nobody is compared; null when the engine gives none. */
  readonly gap: number | null;
  readonly range: readonly [number, number] | null;
  readonly standardError: number | null;
  readonly bounds: readonly [number, number] | null;
  /** What a spreadsheet finds, worked out without the engine; null without a second arm. */
  readonly plain: PlainGap | null;
  /** What else the world works out without the engine. */
  readonly beside: number | null;
}

/** Draws one program of a world and runs the real engine on it. */
export function observed(
  seed: number,
  { draw, plan, beside }: Pick<World, 'draw' | 'plan' | 'beside'>,
): Observed {
  const rows = draw(seed);
  const asked = { asOf: dayFromIso(plan.look)!, fingerprint: planFingerprint(plan) };
  const evaluated = evaluate(rows, plan, asked);
  if (evaluated.kind !== 'evaluation') throw new Error(`seed ${seed}: the plan cannot be evaluated`);
  const finding = evaluated.evaluation.findings[0]!;
  const { exact } = finding;
  return {
    seed,
    verdict: finding.verdict,
    qualifier: finding.qualifier,
    fragile: finding.fragile,
    grade: finding.grade,
    gates: finding.gates.map(({ id }) => id),
    notes: exact?.notes.map(({ key }) => key) ?? [],
    gap: exact?.estimate ?? null,
    range: exact?.range95 ?? null,
    standardError: exact?.standardError ?? null,
    bounds: exact?.bounds ?? null,
    plain: plainGap(rows, plan),
    beside: beside?.(rows) ?? null,
  };
}
