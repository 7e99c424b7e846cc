import type { ReadColumn, Reading, ReadTable } from '#server/evaluating/reading.ts';
import type { Words } from '#server/text/words.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Form } from '#server/ui/form.tsx';
import { MoreAbout, Section } from '#server/ui/section.tsx';
import { Select } from '#server/ui/select.tsx';
import { Table } from '#server/ui/table.tsx';
import type { View } from '#server/ui/view.ts';
import { tableName } from './file-fields.tsx';
import { ProblemList } from './problem-list.tsx';
import { StudyFrame } from './study-frame.tsx';
import type { StudyData } from './study-data.ts';

/** What was read as what, what was guessed, and how to read it in another way. */
export function ColumnsStepPage({
  view,
  study,
  reading,
}: {
  readonly view: View;
  readonly study: StudyData;
  readonly reading: Reading;
}) {
  const { words } = view;
  if (reading.tables.length === 0)
    return (
      <StudyFrame view={view} study={study} here="columns">
        <ProblemList words={words} study={study} reading={reading} />
        <Buttons>
          <Button kind="primary" href={`/files/${study.id}/files`}>
            {words.say('files.next.files')}
          </Button>
        </Buttons>
      </StudyFrame>
    );
  return (
    <StudyFrame view={view} study={study} here="columns">
      <p class="lead">{words.say('files.columns.lead')}</p>
      <Buttons>
        <Button kind="primary" href={`/files/${study.id}/plan`}>
          {words.say('files.next.plan')}
        </Button>
      </Buttons>
      {reading.tables.map((table) => (
        <Section id={`table-${table.table}`} title={tableName(words, table.table)}>
          <p>{aboutTable(words, table)}</p>
          <ColumnTable words={words} table={table} />
        </Section>
      ))}
      <Guesses words={words} reading={reading} />
      <Warnings words={words} reading={reading} />
      <Otherwise view={view} study={study} />
    </StudyFrame>
  );
}

function aboutTable(words: Words, { file, rows, span, columns }: ReadTable): string {
  const facts = { file, rows, columns: columns.length };
  if (span === null) return words.say('files.read.table', facts);
  return words.say('files.read.table.span', { ...facts, from: words.day(span[0]), to: words.day(span[1]) });
}

function ColumnTable({ words, table }: { words: Words; table: ReadTable }) {
  return (
    <Table
      words={words}
      caption={words.say('files.columns.caption', { file: table.file })}
      columns={[
        { label: words.say('files.columns.yours') },
        { label: words.say('files.columns.first') },
        { label: words.say('files.columns.as') },
        { label: words.say('files.columns.use') },
      ]}
      rows={table.columns.map((column) => [
        column.heading === '' ? words.say('files.columns.unnamed') : column.heading,
        firstValues(words, column),
        words.say(`files.as.${column.as}`),
        words.say(`files.use.${column.use}`),
      ])}
    />
  );
}

function firstValues(words: Words, { as, values, use }: ReadColumn): string {
  if (use === 'never-needed') return words.say('files.columns.not-shown');
  return values.length === 0
    ? '–'
    : values.map((value) => (as === 'date' ? words.day(value) : value)).join(', ');
}

function Guesses({ words, reading }: { words: Words; reading: Reading }) {
  if (reading.guesses.length === 0) return null;
  return (
    <Section id="guesses" title={words.say('files.guesses')}>
      <Table
        words={words}
        caption={words.say('files.guesses.caption')}
        columns={[
          { label: words.say('files.guesses.file') },
          { label: words.say('files.guesses.what') },
          { label: words.say('files.guesses.value') },
          { label: words.say('files.guesses.why') },
        ]}
        rows={reading.guesses.map(({ file, what, column, value, why }) => [
          file,
          column === null
            ? words.say(`files.guess.${what}`)
            : words.say('files.guess.of', { what: words.say(`files.guess.${what}`), column }),
          value,
          why,
        ])}
      />
    </Section>
  );
}

function Warnings({ words, reading }: { words: Words; reading: Reading }) {
  if (reading.warnings.length === 0) return null;
  return (
    <Section id="warnings" title={words.say('files.warnings')}>
      <ul>
        {reading.warnings.map(({ file, problem, cure }) => (
          <li>{words.say('files.warning', { file, problem, cure })}</li>
        ))}
      </ul>
    </Section>
  );
}

/** Settings that take the place of guesses; they hold for all files. */
function Otherwise({ view, study }: { readonly view: View; readonly study: StudyData }) {
  const { words } = view;
  const form = formState(view);
  const { dates, decimal, delimiter, encoding } = study.settings;
  const guess = words.say('files.otherwise.guess');
  return (
    <MoreAbout
      id="otherwise"
      summary={words.say('files.otherwise')}
      open={Object.keys(study.settings).length > 0}
    >
      <Form view={view} action={`/files/${study.id}/columns`}>
        <Select
          name="dates"
          label={words.say('files.dates')}
          nothing={guess}
          options={['day-first', 'month-first'].map((value) => ({
            value,
            label: words.say(`files.dates.${value}`),
          }))}
          chosen={form.given('dates', dates)}
        />
        <Select
          name="decimal"
          label={words.say('files.decimal')}
          nothing={guess}
          options={['comma', 'point'].map((value) => ({ value, label: words.say(`files.decimal.${value}`) }))}
          chosen={form.given('decimal', decimal)}
        />
        <Select
          name="delimiter"
          label={words.say('files.delimiter')}
          nothing={guess}
          options={DELIMITERS.map(([value, name]) => ({
            value,
            label: words.say(`files.delimiter.${name}`),
          }))}
          chosen={form.given('delimiter', delimiter === '\t' ? 'tab' : delimiter)}
        />
        <Select
          name="encoding"
          label={words.say('files.encoding')}
          nothing={guess}
          options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
          chosen={form.given('encoding', encoding)}
        />
        <Buttons>
          <Button>{words.say('files.otherwise.read')}</Button>
        </Buttons>
      </Form>
    </MoreAbout>
  );
}

const DELIMITERS = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['tab', 'tab'],
  ['|', 'bar'],
] as const;
const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-1', 'utf-16le', 'utf-16be'];
