import type { Problem } from './problem.ts';

/** Code of the first problem of each line of a file that has one; both copies of a contradicting double have it. */
export function reasonsByLine(problems: readonly Problem[], file: string | undefined): Map<number, string> {
  const reasons = new Map<number, string>();
  for (const problem of problems) {
    if (problem.file !== file || problem.line === null) continue;
    for (const line of [problem.line, ...(problem.alsoLines ?? [])])
      if (!reasons.has(line)) reasons.set(line, problem.code);
  }
  return reasons;
}
