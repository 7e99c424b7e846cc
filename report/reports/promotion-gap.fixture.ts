import type { ShownContrast } from '#evaluation/shown.ts';

/** The demo's promotion gap: women 14 of 70, men 17 of 78, among participants only. */
export const PROMOTION_GAP: ShownContrast = {
  outcome: 'promotion',
  label: 'Promotion gap',
  who: 'mentees',
  better: 'higher',
  matters: 0.05,
  kind: 'share',
  unit: 'in 100',
  months: 24,
  source: 'hr',
  role: 'watch-out',
  among: 'participants',
  column: 'gender',
  group: { kind: 'level', name: 'women' },
  reference: { kind: 'level', name: 'men' },
  level: 0.95,
  contrasts: 1,
  cells: [
    { group: 'group', who: 'participants', n: 70, nStar: 70 },
    { group: 'reference', who: 'participants', n: 78, nStar: 78 },
  ],
  figures: { estimate: -0.018, range: [-0.147, 0.115], values: [0.2, 0.22] },
  missing: null,
  state: 'cannot-tell',
};

/** A cut of the plan: two groups whose differences do not clearly differ. */
export const BY_SITE: ShownContrast = {
  ...PROMOTION_GAP,
  label: 'Promotion',
  role: 'cut',
  among: 'everybody',
  column: 'site',
  group: { kind: 'level', name: 'Kiel' },
  reference: { kind: 'level', name: 'Berlin' },
  level: 0.975,
  contrasts: 2,
  cells: [
    { group: 'group', who: 'participants', n: 60, nStar: 60 },
    { group: 'group', who: 'comparison', n: 120, nStar: 110 },
    { group: 'reference', who: 'participants', n: 88, nStar: 88 },
    { group: 'reference', who: 'comparison', n: 176, nStar: 171 },
  ],
  figures: { estimate: 0.031, range: [-0.12, 0.19], values: null },
  state: null,
};

/** One with too few people in a cell. */
export const BY_TENURE: ShownContrast = {
  ...BY_SITE,
  column: 'tenure_years',
  group: { kind: 'above', value: 4.5 },
  reference: { kind: 'up-to', value: 4.5 },
  cells: [],
  figures: null,
  missing: { reason: 'too-few-people', values: { need: 20 } },
};
