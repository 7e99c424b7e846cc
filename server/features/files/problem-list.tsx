import type { Reading } from '#server/evaluating/reading.ts';
import type { Words } from '#server/text/words.ts';
import { Table } from '#server/ui/table.tsx';
import type { StudyData } from './study-data.ts';

/** Every problem at once: where, what value, why, and the cure. */
export function ProblemList({
  words,
  study,
  reading,
}: {
  readonly words: Words;
  readonly study: StudyData;
  readonly reading: Reading;
}) {
  const { count, first } = reading.problems;
  if (count === 0) return null;
  return (
    <>
      <Table
        words={words}
        caption={
          first.length === count
            ? words.say('files.problems.all', { count })
            : words.say('files.problems.caption', { count, shown: first.length })
        }
        columns={[
          { label: words.say('files.problems.file') },
          { label: words.say('files.problems.line'), align: 'end' },
          { label: words.say('files.problems.column') },
          { label: words.say('files.problems.value') },
          { label: words.say('files.problems.problem') },
          { label: words.say('files.problems.cure') },
        ]}
        rows={first.map(({ file, line, alsoLines = [], column, value, problem, cure }) => [
          file,
          line === null ? '–' : [line, ...alsoLines].sort((a, b) => a - b).join(', '),
          column ?? '–',
          value ?? '–',
          problem,
          cure,
        ])}
      />
      <p>
        <a href={`/files/${study.id}/problems.csv`}>{words.say('files.problems.csv')}</a>
        {' · '}
        <a href={`/files/${study.id}/problems.xlsx`}>{words.say('files.problems.xlsx')}</a>
      </p>
    </>
  );
}
