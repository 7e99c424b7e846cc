import { Button, Buttons } from '#server/ui/button.tsx';
import { Empty } from '#server/ui/empty.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Form } from '#server/ui/form.tsx';
import { KeyValues } from '#server/ui/key-values.tsx';
import { Notice } from '#server/ui/notice.tsx';
import { Page } from '#server/ui/page.tsx';
import { Pager } from '#server/ui/pager.tsx';
import { Section } from '#server/ui/section.tsx';
import { Select } from '#server/ui/select.tsx';
import { Table } from '#server/ui/table.tsx';
import { Tabs } from '#server/ui/tabs.tsx';
import type { View } from '#server/ui/view.ts';
import { PER_PAGE, type ShownEntry, type ShownRecord } from './record.actions.ts';
import { EXPORT_FORMATS, PRESETS, type Preset } from './record.schema.ts';
import type { RoleHolders } from './role-holders.ts';
import { kindName, whatItSays } from './what-it-says.ts';

interface RecordProps {
  readonly view: View;
  readonly record: ShownRecord;
  /** `null` for the record of the organisation. */
  readonly holders: readonly RoleHolders[] | null;
}

/** W27: the record of a program, or of the organisation. */
export function RecordPage({ view, record, holders }: RecordProps) {
  const { words } = view;
  const ofOrganisation = holders === null;
  return (
    <Page view={view} title={words.say(ofOrganisation ? 'record.title.organisation' : 'record.title')}>
      <ErrorSummary words={words} errors={formState(view).errors} />
      <Broken view={view} check={record.check} />
      <p class="lead">{words.say('record.lead')}</p>
      {ofOrganisation ? <p>{words.say('record.lead.organisation')}</p> : null}
      {record.whose === 'own' ? <p>{words.say('record.lead.own')}</p> : null}
      <Presets view={view} record={record} />
      <Entries view={view} record={record} />
      <Check view={view} check={record.check} />
      <Export view={view} record={record} />
      {ofOrganisation ? null : <Holders view={view} holders={holders} />}
      {ofOrganisation ? null : (
        <p>
          <a href="/record">{words.say('record.organisation')}</a>
        </p>
      )}
    </Page>
  );
}

/** The address of a preset and a page of it. */
function addressOf(view: View, show: Preset | null, page = 1): string {
  const query = new URLSearchParams({
    ...(show === null ? {} : { show }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return query === '' ? view.path : `${view.path}?${query}`;
}

function Presets({ view, record }: { readonly view: View; readonly record: ShownRecord }) {
  const { words } = view;
  const tabs = [null, ...PRESETS].map((show) => ({
    label: words.say(`record.show.${show ?? 'all'}`),
    href: addressOf(view, show),
    here: record.show === show,
  }));
  return <Tabs words={words} tabs={tabs} label={words.say('record.presets')} />;
}

function Entries({ view, record }: { readonly view: View; readonly record: ShownRecord }) {
  const { words } = view;
  const { entries, page, pages, total, show } = record;
  if (total === 0)
    return <Empty sentence={words.say(show === 'looks' ? 'record.none.looks' : 'record.none')} />;
  const waiting = entries.filter(({ number }) => number === null).length;
  const first = (page - 1) * PER_PAGE + 1;
  return (
    <>
      <Table
        words={words}
        caption={words.say('record.table')}
        columns={[
          { label: words.say('record.column.number'), short: true },
          { label: words.say('record.column.when'), short: true },
          { label: words.say('record.column.who'), short: true },
          { label: words.say('record.column.what'), long: true },
        ]}
        rows={entries.map((entry) => rowOf(view, entry))}
        note={waiting === 0 ? null : words.say('record.waiting.note')}
      />
      <Pager
        words={words}
        first={first}
        last={first + entries.length - 1}
        of={total}
        before={page === 1 ? undefined : addressOf(view, show, page - 1)}
        after={page === pages ? undefined : addressOf(view, show, page + 1)}
      />
    </>
  );
}

function rowOf({ words, reader }: View, entry: ShownEntry) {
  const zone = reader?.organisation.timeZone ?? 'UTC';
  return [
    entry.number === null ? words.say('record.waiting') : words.number(entry.number),
    <time datetime={entry.at}>{words.moment(new Date(entry.at), zone)}</time>,
    entry.who ?? words.say(entry.actor === 'system' ? 'record.system' : 'record.somebody'),
    <>
      <strong>{kindName(words, entry.kind)}</strong>
      <br />
      {whatItSays(words, entry) ?? words.say('record.not-shown')}
    </>,
  ];
}

/** What the last verification found, where it found something: first of all, and as an alert. */
function Broken({ view, check }: { readonly view: View; readonly check: ShownRecord['check'] }) {
  const { words } = view;
  const [first] = check.breaks;
  if (first === undefined || check.endedAt === null) return null;
  return (
    <div role="alert">
      <Notice tone="warn">
        <p>
          <strong>
            {words.say('record.check.broken', { at: momentOf(view, check.endedAt), seq: first.seq })}
          </strong>
        </p>
        <ul>
          {check.breaks.map(({ kind, seq, at }) => {
            const meaning = words.say(`record.break.${kind}`);
            return (
              <li>
                {at === null
                  ? words.say('record.check.broken.entry', { seq, meaning })
                  : words.say('record.check.broken.at', { seq, meaning, at: momentOf(view, new Date(at)) })}
              </li>
            );
          })}
        </ul>
        <p>{words.say('record.check.broken.do')}</p>
      </Notice>
    </div>
  );
}

function Check({ view, check }: { readonly view: View; readonly check: ShownRecord['check'] }) {
  const { words } = view;
  const { endedAt, entries, breaks, underWay } = check;
  return (
    <Section id="whole" title={words.say('record.check')}>
      {endedAt === null ? <p>{words.say('record.check.never')}</p> : null}
      {endedAt !== null && breaks.length === 0 ? (
        <p>{words.say('record.check.whole', { at: momentOf(view, endedAt), entries: entries ?? 0 })}</p>
      ) : null}
      <p>{words.say('record.check.limits')}</p>
      {underWay ? (
        <p role="status">{words.say('record.check.under-way')}</p>
      ) : (
        <Form view={view} action={`${view.path}/verifications`}>
          <Buttons>
            <Button>{words.say('record.check.again')}</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  );
}

function momentOf({ words, reader }: View, at: Date): string {
  return words.moment(at, reader?.organisation.timeZone ?? 'UTC');
}

function Export({ view, record }: { readonly view: View; readonly record: ShownRecord }) {
  const { words } = view;
  return (
    <Section id="export" title={words.say('record.export')}>
      {record.mayExport ? (
        <Form view={view} action={`${view.path}/exports`}>
          <p>{words.say('record.export.why')}</p>
          <input type="hidden" name="show" value={record.show ?? ''} />
          <Select
            name="format"
            label={words.say('record.export.format')}
            options={EXPORT_FORMATS.map((value) => ({ value, label: words.say(`record.export.${value}`) }))}
          />
          <Buttons>
            <Button data-key="e">{words.say('record.export.do')}</Button>
          </Buttons>
        </Form>
      ) : (
        <p>{words.say('record.export.only')}</p>
      )}
    </Section>
  );
}

function Holders({ view, holders }: { readonly view: View; readonly holders: readonly RoleHolders[] }) {
  const { words, program } = view;
  return (
    <Section id="holders" title={words.say('record.holders')}>
      {holders.length === 0 ? (
        <p>{words.say('record.holders.none')}</p>
      ) : (
        <KeyValues rows={holders.map(({ role, names }) => [words.say(`role.${role}`), words.list(names)])} />
      )}
      <p>
        <a href={`/p/${program!.id}/roles`}>{words.say('record.holders.all')}</a>
      </p>
    </Section>
  );
}
