import type { PlanProblem } from '#evaluation/program/problems/plan-problem.ts';
import { problemText } from '#report/program/problem-text.ts';
import type { View } from '#server/ui/view.ts';
import { stepLink } from '../step-link.ts';

/** What is missing or to be known, each with a link to the step and field where it is put right. */
export function ProblemList({
  view,
  problems,
}: {
  readonly view: View;
  readonly problems: readonly PlanProblem[];
}) {
  return (
    <ul>
      {problems.map((problem) => (
        <li>
          <a href={stepLink(view, problem.field)}>{problemText(problem)}</a>
        </li>
      ))}
    </ul>
  );
}
