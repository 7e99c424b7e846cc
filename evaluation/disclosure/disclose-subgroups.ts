import type { FigureKind, Finding, Range } from '../finding.ts';
import type { ShownContrast, ShownSubgroups } from '../shown.ts';
import type { SubgroupCell, SubgroupContrast, Subgroups } from '../subgroups/subgroup.ts';
import { armShown } from './display-table.ts';
import { differenceShown } from './two-digits.ts';

/** People per cell or cohort and arm from which a modelled difference may be shown (measurement 7). */
const LEAST_FOR_DIFFERENCE = { hr: 10, survey: 20 } as const;

/**
 * Differences between groups and cohorts as others may see them: a contrast with fewer people than a difference needs in one of its
 * cells says so and nothing else; cohorts are shown all or not at all, and only beside a pooled difference that is shown.
 */
export function shownSubgroups(
  { contrasts, cohorts }: Subgroups,
  primary: (Pick<Finding, 'matters' | 'source'> & { readonly differs: boolean }) | undefined,
): ShownSubgroups {
  const enough =
    primary?.differs === true &&
    cohorts.every(({ n }) => Math.min(...n) >= LEAST_FOR_DIFFERENCE[primary.source]);
  return {
    contrasts: contrasts.map(shownContrast),
    cohorts: enough
      ? cohorts.map((one) => ({
          ...one,
          estimate: differenceShown(one.estimate, primary.matters),
          range95: one.range95 && shownRange(one.range95, primary.matters),
        }))
      : [],
    cohortsHidden: !enough && cohorts.length > 0,
  };
}

function shownContrast(contrast: SubgroupContrast): ShownContrast {
  const { cells, figures, ...told } = contrast;
  const need = LEAST_FOR_DIFFERENCE[contrast.source];
  if (!figures || contrast.missing) return { ...told, cells: [], figures: null };
  if (cells.some(({ n }) => n < need)) {
    const missing = { reason: 'too-few-people', values: { need } } as const;
    return { ...told, missing, cells: [], figures: null };
  }
  const { estimate, range, values } = figures;
  return {
    ...told,
    cells: cells.map(({ nStar, ...cell }) => ({ ...cell, nStar: Math.round(nStar) })),
    figures: {
      estimate: differenceShown(estimate, contrast.matters),
      range: range && shownRange(range, contrast.matters),
      values: values && shownValues(values, cells, contrast),
    },
  };
}

function shownRange([low, high]: Range, matters: number): Range {
  return [differenceShown(low, matters), differenceShown(high, matters)];
}

/** The groups' own figures at the grain of their people. */
function shownValues(
  values: readonly [number, number],
  cells: readonly SubgroupCell[],
  { kind, source }: { readonly kind: FigureKind; readonly source: 'hr' | 'survey' },
): readonly [number | null, number | null] {
  const shown = (which: SubgroupCell['group'], value: number): number | null => {
    const n = cells.find((cell) => cell.group === which)?.n ?? 0;
    const facts = { kind, n, value, range95: null, count: null, scale: null, source, sensitive: false };
    return armShown(facts).value;
  };
  return [shown('group', values[0]), shown('reference', values[1])];
}
