import { EXPLAINED_TABLES } from '#intake/explained-tables.ts';
import type { Words } from '#server/text/words.ts';
import { Field } from '#server/ui/field.tsx';
import type { FormState } from '#server/ui/form-state.ts';
import { MoreAbout } from '#server/ui/section.tsx';
import { SAMPLE_NAMES } from './samples.ts';

/** Kinds of files that are read as tables. */
const TABLE_KINDS = '.csv,.xlsx,.parquet,.tsv,.txt';
/** What most studies bring; the further tables open on request. */
const FIRST: readonly string[] = ['people', 'events', 'scores'];

/** Fields for the files of a study; those of the program's tables stand apart. */
export function FileFields({ words, form }: { readonly words: Words; readonly form: FormState }) {
  const first = EXPLAINED_TABLES.filter(({ name }) => FIRST.includes(name));
  const further = EXPLAINED_TABLES.filter(({ name }) => !FIRST.includes(name));
  return (
    <>
      {first.map(({ name }) => (
        <TableField words={words} form={form} name={name} />
      ))}
      <Field
        name="plan"
        type="file"
        label={words.say('files.table.plan')}
        hint={words.say('files.table.plan.hint')}
        accept=".json"
        error={form.error('plan')}
      />
      <MoreAbout id="further" summary={words.say('files.further')}>
        <p>{words.say('files.further.why')}</p>
        {further.map(({ name }) => (
          <TableField words={words} form={form} name={name} />
        ))}
        <Field
          name="instruments"
          type="file"
          label={words.say('files.table.instruments')}
          hint={words.say('files.table.instruments.hint')}
          accept=".json"
        />
      </MoreAbout>
    </>
  );
}

function TableField({ words, form, name }: { words: Words; form: FormState; name: string }) {
  const { about, columns } = EXPLAINED_TABLES.find((one) => one.name === name)!;
  const label = tableName(words, name);
  const needed = columns.filter(({ need }) => need !== 'nothing').map(({ heading }) => heading);
  const optional = columns.filter(({ need }) => need === 'nothing').map(({ heading }) => heading);
  const hint = [
    about,
    words.say('files.columns.needed', { columns: needed.join(', ') }),
    ...(optional.length === 0 ? [] : [words.say('files.columns.optional', { columns: optional.join(', ') })]),
  ].join(' ');
  return (
    <Field
      name={name}
      type="file"
      label={name === 'people' ? words.say('files.table.needed', { table: label }) : label}
      hint={hint}
      accept={TABLE_KINDS}
      error={form.error(name)}
      chip={<Examples words={words} name={name} label={label} />}
    />
  );
}

/** An empty table with the right headings, and one that is filled. */
function Examples({ words, name, label }: { words: Words; name: string; label: string }) {
  return (
    <span class="small">
      <a href={`/files/templates/${name}.csv`} aria-label={words.say('files.template.of', { table: label })}>
        {words.say('files.template')}
      </a>
      {SAMPLE_NAMES.includes(`${name}.csv`) ? (
        <>
          {' · '}
          <a href={`/files/samples/${name}.csv`} aria-label={words.say('files.sample.of', { table: label })}>
            {words.say('files.sample')}
          </a>
        </>
      ) : null}
    </span>
  );
}

/** How a table is called on the page. */
export function tableName(words: Words, name: string): string {
  const own: Readonly<Record<string, string>> = {
    people: words.say('files.table.people'),
    events: words.say('files.table.events'),
    scores: words.say('files.table.scores'),
    plan: words.say('files.table.plan'),
    instruments: words.say('files.table.instruments'),
  };
  return own[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}
