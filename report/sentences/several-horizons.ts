import type { ShownFinding } from '#evaluation/shown.ts';

/** Whether the same outcome of the same people is judged at several horizons, so that its name alone says too little. */
export function severalHorizons(finding: ShownFinding, findings: readonly ShownFinding[]): boolean {
  const same = findings.filter((one) => one.outcome === finding.outcome && one.who === finding.who);
  return finding.months !== null && new Set(same.map((one) => one.months)).size > 1;
}
