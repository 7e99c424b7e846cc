import type { ShownEvaluation } from '#evaluation/evaluation.ts';
import type { GoalBar } from '#evaluation/goals/what-became-of-goals.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { plainNumber } from './amounts.ts';
import { figureBlock } from './figure-block.tsx';
import { partBarDrawing } from './part-bar.tsx';
import { sourceLine } from './source-line.ts';

/** A tint per status, whichever others are there; what is not known stands on the ground of the page. */
const TINTS = {
  reached: 'cadence4',
  'on-the-way': 'cadence3',
  late: 'cadence2',
  'let-go': 'cadence1',
  'not-known': 'background',
} as const;

/** P14: what became of goals? Absent where no goal is on file, or too few people are behind each part. */
export function p14Goals(shown: ShownEvaluation): FigureBlock | null {
  const parts = shown.views.goals;
  if (parts.length === 0) return null;
  const goals = parts.reduce((sum, part) => sum + part.goals, 0);
  const title = titleOf(parts, goals);
  return figureBlock({
    id: 'P14',
    name: 'P14-goals',
    title,
    subtitle: text('p14.subtitle', {}),
    description: text('p14.description', {
      finding: title,
      parts: parts.map((part) => partWords(part, goals)).join('; '),
    }),
    source: sourceLine(shown),
    n: goals,
    table: twinOf(parts),
    draw: (pen) =>
      partBarDrawing(
        pen,
        parts.map((part) => ({
          count: part.goals,
          words: partWords(part, goals),
          tint: TINTS[part.statuses[0]!],
        })),
      ),
  });
}

/** How many were reached, where that is told apart. */
function titleOf(parts: readonly GoalBar[], goals: number): string {
  const reached = parts.find(({ statuses }) => statuses.length === 1 && statuses[0] === 'reached');
  return reached ? text('p14.title', { reached: reached.goals, goals }) : text('p14.title.plain', { goals });
}

function partWords(part: GoalBar, goals: number): string {
  return text('p14.part', { status: statusName(part), n: part.goals, goals });
}

/** One status, or several as one: "late or let go". */
function statusName({ statuses }: GoalBar): string {
  const names = statuses.map((status) => text(`p14.status.${status}`, {}));
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
}

function twinOf(parts: readonly GoalBar[]): TableBlock {
  const keys = ['status', 'goals', 'people'] as const;
  return {
    kind: 'table',
    id: 'table-P14-goals',
    caption: text('p14.table', {}),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'status' ? ('start' as const) : ('end' as const),
    })),
    rows: parts.map((part) => [
      statusName(part),
      plainNumber(part.goals, 0),
      part.people === null ? text('figures.not-shown', {}) : plainNumber(part.people, 0),
    ]),
    note: text('p14.note', {}),
  };
}
