import type { ShownCourse, ShownEvaluation } from '#evaluation/evaluation.ts';
import type { ShownFinding } from '#evaluation/shown.ts';
import type { FigureBlock, TableBlock } from '../document.ts';
import { text } from '../text/text.ts';
import { countedTexts, decimalsOf, plainNumber } from './amounts.ts';
import { figureBlock } from './figure-block.tsx';
import { outcomeFileName } from './file-name.ts';
import { groupName, markOf } from './group-names.ts';
import { courseDrawing } from './course-drawing.tsx';
import type { CourseLine } from './course-drawing.tsx';
import { dayText, sourceLine } from './source-line.ts';
import { measureSubtitle, verdictTitle } from './verdict-title.ts';

/** P02: how a scale went over time, both groups. Absent when the waves of the outcome are not known. */
export function p02Course(shown: ShownEvaluation, finding: ShownFinding): FigureBlock | null {
  const course = shown.courses.find((one) => one.outcome === finding.outcome && one.who === finding.who);
  if (!course || course.waves.every((wave) => wave.value === null)) return null;
  const lines = linesOf(shown, course);
  const title = verdictTitle(finding);
  const figures = finding.shown;
  return figureBlock({
    id: 'P02',
    name: `P02-${outcomeFileName(shown, finding)}`,
    title,
    subtitle: measureSubtitle(finding, dayText(shown.plan.cutoff)),
    description: text('p02.description', {
      finding: title,
      groups: lines.map((line) => line.described).join('. '),
    }),
    source: sourceLine(shown),
    n: figures ? figures.groups.reduce((sum, group) => sum + group.n, 0) : null,
    low: figures?.range95?.[0] ?? null,
    high: figures?.range95?.[1] ?? null,
    table: twinOf(shown, course, `table-P02-${outcomeFileName(shown, finding)}`),
    draw: (pen) => courseDrawing(pen, course, lines),
  });
}

function linesOf(shown: ShownEvaluation, course: ShownCourse): CourseLine[] {
  return (['participants', 'comparison'] as const).flatMap((arm) => {
    const waves = course.waves.filter((wave) => wave.who === arm).toSorted((a, b) => a.month - b.month);
    const known = waves.filter((wave) => wave.value !== null);
    if (known.length === 0) return [];
    const name = groupName(shown.plan.design, course.who, arm);
    const values = countedTexts(
      { kind: 'score', unit: course.unit },
      known.map((wave) => wave.value!),
    );
    const steps = known.map((wave, i) =>
      text('p02.point', { month: plainNumber(wave.month, 0), value: values[i]!, n: wave.n }),
    );
    return [{ who: markOf(course.who, arm), name, waves, described: `${name}: ${steps.join(', ')}` }];
  });
}

/** From so many points before the start on, whether the groups ran side by side can be seen. */
const LEAST_EARLIER = 3;

/** Whether a comparison of changes shows enough of the time before the start to be looked at. */
function earlierPoints({ plan }: ShownEvaluation, course: ShownCourse): boolean {
  const known = course.waves.filter((wave) => wave.value !== null && wave.wave.startsWith('before'));
  const points = new Set(known.map(({ wave }) => wave));
  return plan.design === 'before-after-comparison' && points.size >= LEAST_EARLIER;
}

function twinOf(shown: ShownEvaluation, course: ShownCourse, id: string): TableBlock {
  const keys = ['wave', 'date', 'group', 'n', 'value', 'low', 'high'] as const;
  const numbers = course.waves
    .flatMap((wave) => [wave.value, ...(wave.range95 ?? [])])
    .filter((v) => v !== null);
  const decimals = decimalsOf(numbers);
  const blank = text('figures.not-shown', {});
  const cell = (value: number | undefined | null) =>
    value === undefined || value === null ? blank : plainNumber(value, decimals);
  return {
    kind: 'table',
    id,
    caption: text('p02.table', { label: course.label }),
    columns: keys.map((key) => ({
      key,
      label: text(`figures.column.${key}`, {}),
      align: key === 'n' || key === 'value' || key === 'low' || key === 'high' ? 'end' : 'start',
    })),
    rows: course.waves
      .toSorted((a, b) => a.month - b.month || (a.who === b.who ? 0 : a.who === 'participants' ? -1 : 1))
      .map((wave) => [
        text('p02.wave', { wave: wave.wave, month: plainNumber(wave.month, 0) }),
        dayText(wave.date),
        groupName(shown.plan.design, course.who, wave.who),
        wave.hidden ? blank : plainNumber(wave.n, 0),
        cell(wave.value),
        cell(wave.range95?.[0]),
        cell(wave.range95?.[1]),
      ]),
    note: earlierPoints(shown, course) ? text('p02.note.earlier', {}) : text('p02.note', {}),
  };
}
