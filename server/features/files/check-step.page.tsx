import type { Judged } from '#report/planning/what-can-be-judged.ts';
import { REPORTS } from '#report/reports/registry.ts';
import type { Reading } from '#server/evaluating/reading.ts';
import type { Words } from '#server/text/words.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import { Choice } from '#server/ui/choice.tsx';
import { Form } from '#server/ui/form.tsx';
import { KeyValues } from '#server/ui/key-values.tsx';
import { Notice } from '#server/ui/notice.tsx';
import { MoreAbout, Section } from '#server/ui/section.tsx';
import { Table } from '#server/ui/table.tsx';
import type { View } from '#server/ui/view.ts';
import { ProblemList } from './problem-list.tsx';
import { StudyFrame } from './study-frame.tsx';
import type { StudyData } from './study-data.ts';

/** What is wrong, who is counted, what can be judged; then the report. */
export function CheckStepPage({
  view,
  study,
  reading,
}: {
  readonly view: View;
  readonly study: StudyData;
  readonly reading: Reading;
}) {
  const { words } = view;
  return (
    <StudyFrame view={view} study={study} here="check">
      {reading.problems.count > 0 ? (
        <Wrong view={view} study={study} reading={reading} />
      ) : (
        <Right view={view} study={study} reading={reading} />
      )}
      {reading.judged === null ? null : <CanBeJudged words={words} reading={reading} />}
    </StudyFrame>
  );
}

interface CheckProps {
  readonly view: View;
  readonly study: StudyData;
  readonly reading: Reading;
}

function Wrong({ view, study, reading }: CheckProps) {
  const { words } = view;
  const { count, curable } = reading.problems;
  return (
    <>
      <p class="lead">{words.say('files.problems.lead', { count })}</p>
      <Counts words={words} reading={reading} />
      <ProblemList words={words} study={study} reading={reading} />
      <Buttons>
        <Button kind="primary" href={`/files/${study.id}/files`}>
          {words.say('files.problems.replace')}
        </Button>
      </Buttons>
      {curable ? (
        <Form view={view} action={`/files/${study.id}/check`}>
          <input type="hidden" name="problemRows" value="leave-out" />
          <p>{words.say('files.leave-out.why')}</p>
          <Buttons>
            <Button>{words.say('files.leave-out')}</Button>
          </Buttons>
        </Form>
      ) : null}
    </>
  );
}

function Right({ view, study, reading }: CheckProps) {
  const { words } = view;
  return (
    <>
      <p class="lead">
        {reading.leftOut === 0
          ? words.say('files.check.fine')
          : words.say('files.check.left-out', { n: reading.leftOut })}
      </p>
      <Counts words={words} reading={reading} />
      {study.problemRows === 'leave-out' ? (
        <Form view={view} action={`/files/${study.id}/check`}>
          <input type="hidden" name="problemRows" value="refuse" />
          <Buttons>
            <Button kind="quiet">{words.say('files.leave-out.undo')}</Button>
          </Buttons>
        </Form>
      ) : null}
      {study.planAnswered ? (
        <MakeReport view={view} study={study} />
      ) : (
        <Notice tone="info">
          {words.say('files.check.plan-first')}{' '}
          <a href={`/files/${study.id}/plan`}>{words.say('files.next.plan')}</a>
        </Notice>
      )}
    </>
  );
}

function MakeReport({ view, study }: { readonly view: View; readonly study: StudyData }) {
  const { words } = view;
  return (
    <Form view={view} action={`/files/${study.id}/report`}>
      <Buttons>
        <Button kind="primary">{words.say('files.make')}</Button>
      </Buttons>
      <MoreAbout id="further-reports" summary={words.say('files.reports')}>
        <Choice
          kind="several"
          name="reports"
          label={words.say('files.reports.label')}
          options={REPORTS.filter(({ id }) => id !== 'evaluation').map(({ id }) => ({
            value: id,
            label: words.say(`files.report.${id}`),
          }))}
        />
        <Choice
          kind="one"
          name="paper"
          label={words.say('files.paper')}
          inline
          options={(['a4', 'letter'] as const).map((paper) => ({
            value: paper,
            label: words.say(`files.paper.${paper}`),
          }))}
          chosen="a4"
        />
      </MoreAbout>
    </Form>
  );
}

/** Who is in, who is compared, how much is on file. */
function Counts({ words, reading }: { words: Words; reading: Reading }) {
  const { people, arms, compared, events, scores, tables } = reading;
  const further = tables.filter(({ table }) => !['people', 'events', 'scores'].includes(table));
  return (
    <KeyValues
      rows={[
        [
          words.say('files.count.people'),
          arms === null
            ? words.number(people)
            : words.say('files.count.arms', {
                people,
                participants: arms.participants,
                comparison: arms.comparison,
              }),
        ],
        [
          words.say('files.count.compared'),
          compared === null
            ? words.say('files.count.not-yet')
            : words.say('files.count.compared.arms', {
                participants: compared.participants,
                comparison: compared.comparison,
              }),
        ],
        [words.say('files.count.events'), words.number(events)],
        [words.say('files.count.scores'), words.number(scores)],
        ...further.map(({ file, rows }): [string, string] => [file, words.say('files.count.rows', { rows })]),
      ]}
    />
  );
}

function CanBeJudged({ words, reading }: { words: Words; reading: Reading }) {
  const { outcomes, measures } = reading.judged!;
  return (
    <Section id="judged" title={words.say('files.judged')}>
      <JudgedTable words={words} caption={words.say('files.judged.outcomes')} judged={outcomes} />
      <MoreAbout
        id="measures"
        summary={words.say('files.judged.measures', {
          can: measures.filter(({ why }) => why.length === 0).length,
          all: measures.length,
        })}
      >
        <JudgedTable words={words} caption={words.say('files.judged.measures.caption')} judged={measures} />
      </MoreAbout>
    </Section>
  );
}

function JudgedTable(props: { words: Words; caption: string; judged: readonly Judged[] }) {
  const { words, caption, judged } = props;
  return (
    <Table
      words={words}
      caption={caption}
      columns={[
        { label: words.say('files.judged.what') },
        { label: words.say('files.judged.can') },
        { label: words.say('files.judged.why') },
      ]}
      rows={judged.map(({ name, why }) => [
        name,
        why.length === 0 ? words.say('files.judged.yes') : words.say('files.judged.no'),
        why.join(' '),
      ])}
    />
  );
}
