/** Acts that nobody does alone. Closed: each has its texts (`acts.<kind>.title`, `.consequence`) and one feature that does it. */
export const ACT_KINDS = [
  'plan-lock',
  'plan-amendment',
  'plan-deviation',
  'report-publication',
  'early-look',
  'threshold-change',
  'retention-change',
  'evidence-erasure',
  'box-keeper-grant',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];
