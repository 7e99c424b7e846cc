import type { Plan } from '#evaluation/plan/plan.ts';
import { MISSING_DAY } from '#evaluation/study/day.ts';
import type { PeopleRows } from '#evaluation/study/rows.ts';
import type { Problem } from './problem.ts';

/**
 * What the people file lacks for a plan that says who came first was drawn: the day of the draw for both arms, and for a waiting list
 * what tells a draw from first come, first served.
 */
export function drawProblems(people: PeopleRows, { design }: Plan, file: string): Problem[] {
  if (design !== 'lottery' && design !== 'waiting-list') return [];
  const say = (column: string, value: string | null, problem: string, cure: string): Problem => {
    return { file, line: null, column, value, code: 'draw', problem, cure, severity: 'error' };
  };
  const undated = rowsWhere(people, (i) => people.arm[i] === 0 && people.index[i] === MISSING_DAY);
  const problems: Problem[] = [];
  if (undated > 0) {
    problems.push(
      say(
        'index',
        String(undated),
        `${undated} comparison ${undated === 1 ? 'person has' : 'people have'} no \`index\`, and the plan says that places were drawn.`,
        'Write the day of the draw into `index` for everybody who was in it, drawn or not.',
      ),
    );
  }
  if (design === 'waiting-list' && people.probability.every((value) => Number.isNaN(value))) {
    problems.push(
      say(
        'probability',
        null,
        'Nothing in the people file says that this waiting list was drawn: `probability` is empty.',
        'If it was drawn, write the chance of starting first into `probability` (plumbline draw-lottery writes it). If people started in the order in which they came, the design is `matched`.',
      ),
    );
  }
  return problems;
}

function rowsWhere({ count }: PeopleRows, holds: (row: number) => boolean): number {
  let rows = 0;
  for (let i = 0; i < count; i++) if (holds(i)) rows++;
  return rows;
}
