import { EXCLUSIONS } from '#server/access/combinations.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Form } from '#server/ui/form.tsx';
import { SavedNotice } from '#server/ui/notice.tsx';
import { Page } from '#server/ui/page.tsx';
import { Section } from '#server/ui/section.tsx';
import { Select } from '#server/ui/select.tsx';
import { Table } from '#server/ui/table.tsx';
import type { View } from '#server/ui/view.ts';
import type { JustDone, ShownGrant, WhoWorksHere } from './who-works-here.ts';

/** Everybody who works in the organisation: who holds what since when until when, and by whom. */
export function PeoplePage({
  view,
  shown,
  done,
}: {
  readonly view: View;
  readonly shown: WhoWorksHere;
  readonly done: JustDone | null;
}) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('roles.title')}>
      {done === null ? null : <Done view={view} done={done} />}
      <ErrorSummary words={words} errors={formState(view).errors} />
      <p class="lead">{words.say('roles.lead')}</p>
      {shown.mayGrant ? (
        <p>
          <a href="/invitations">{words.say('roles.invite')}</a>
        </p>
      ) : null}
      <Grants view={view} grants={shown.grants} />
      {shown.mayGrant ? <GiveRole view={view} shown={shown} /> : null}
      <Exclusions view={view} />
    </Page>
  );
}

/** Everybody who works in one program. */
export function ProgramRolesPage({
  view,
  shown,
  mayAsk,
}: {
  readonly view: View;
  readonly shown: WhoWorksHere;
  readonly mayAsk: boolean;
}) {
  const { words, program } = view;
  return (
    <Page view={view} title={words.say('roles.title')}>
      <ErrorSummary words={words} errors={formState(view).errors} />
      <p class="lead">{words.say('roles.lead.program')}</p>
      <p>
        <a href="/people">{words.say('roles.everywhere')}</a>
      </p>
      <Grants view={view} grants={shown.grants} />
      {mayAsk && program !== null ? <AskForBoxKeeper view={view} shown={shown} /> : null}
      <Exclusions view={view} />
    </Page>
  );
}

function Done({ view, done }: { readonly view: View; readonly done: JustDone }) {
  const { words } = view;
  const sentence = words.say(`roles.done.${done.what}`, {
    name: done.name,
    role: words.say(`role.${done.role}`),
  });
  return done.what === 'ended' ? (
    <SavedNotice view={view} sentence={sentence} undo={{ action: `/people/grants/${done.id}/undo` }} />
  ) : (
    <SavedNotice view={view} sentence={sentence} />
  );
}

function Grants({ view, grants }: { readonly view: View; readonly grants: readonly ShownGrant[] }) {
  const { words } = view;
  const zone = view.reader!.organisation.timeZone;
  return (
    <Table
      words={words}
      caption={words.say('roles.table')}
      columns={['name', 'role', 'where', 'since', 'until', 'by', 'change'].map((column) => ({
        label: words.say(`roles.column.${column}`),
      }))}
      rows={grants.map((grant) => [
        grant.name,
        words.say(`role.${grant.role}`),
        grant.program?.name ?? words.say('roles.in-organisation'),
        words.moment(grant.since, zone),
        <Until view={view} grant={grant} />,
        grant.grantedBy ?? words.say('roles.by-set-up'),
        <Change view={view} grant={grant} />,
      ])}
    />
  );
}

function Until({ view, grant }: { readonly view: View; readonly grant: ShownGrant }) {
  const { words } = view;
  if (grant.state === 'held') return <>{words.day(grant.until)}</>;
  return <>{words.say(`roles.until.${grant.state}`, { day: words.day(grant.until) })}</>;
}

function Change({ view, grant }: { readonly view: View; readonly grant: ShownGrant }) {
  const { words } = view;
  if (!grant.mayChange) return <>{words.say('roles.none')}</>;
  const of = { role: words.say(`role.${grant.role}`), name: grant.name };
  return (
    <Buttons>
      {grant.own ? null : (
        <Form view={view} action={`/people/grants/${grant.id}/renew`}>
          <Button kind="quiet" aria-label={words.say('roles.renew.of', of)}>
            {words.say('roles.renew')}
          </Button>
        </Form>
      )}
      <Form view={view} action={`/people/grants/${grant.id}/end`}>
        <Button kind="quiet" aria-label={words.say('roles.end.of', of)}>
          {words.say('roles.end')}
        </Button>
      </Form>
    </Buttons>
  );
}

function GiveRole({ view, shown }: { readonly view: View; readonly shown: WhoWorksHere }) {
  const { words } = view;
  const form = formState(view);
  const programs = (view.reader?.programs ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const everywhere = { value: 'organisation', label: words.say('roles.in-organisation') };
  return (
    <Section id="give" title={words.say('roles.give')}>
      <p>{words.say('roles.give.why')}</p>
      <Form view={view} action="/people/grants">
        <Person view={view} people={shown.choices.people} />
        <Select
          name="role"
          label={words.say('roles.role')}
          nothing={words.say('roles.choose')}
          options={shown.choices.roles.map((role) => ({ value: role, label: words.say(`role.${role}`) }))}
          chosen={form.given('role')}
          error={form.error('role')}
        />
        <Select
          name="program"
          label={words.say('roles.where')}
          hint={words.say('roles.where.hint')}
          nothing={words.say('roles.choose')}
          options={shown.mayGrantEverywhere ? [everywhere, ...programs] : programs}
          chosen={form.given('program')}
          error={form.error('program')}
        />
        <Buttons>
          <Button kind="primary">{words.say('roles.give')}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

function AskForBoxKeeper({ view, shown }: { readonly view: View; readonly shown: WhoWorksHere }) {
  const { words } = view;
  return (
    <Section id="box-keeper" title={words.say('roles.box-keeper')}>
      <p>{words.say('roles.box-keeper.why')}</p>
      <Form view={view} action={`/p/${view.program!.id}/roles/box-keeper`}>
        <Person view={view} people={shown.choices.people} />
        <Buttons>
          <Button kind="primary">{words.say('roles.box-keeper.ask')}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

function Person({
  view,
  people,
}: {
  readonly view: View;
  readonly people: WhoWorksHere['choices']['people'];
}) {
  const { words } = view;
  const form = formState(view);
  return (
    <Select
      name="person"
      label={words.say('roles.person')}
      nothing={words.say('roles.choose')}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={form.given('person')}
      error={form.error('person') ?? form.error('role')}
    />
  );
}

function Exclusions({ view }: { readonly view: View }) {
  const { words } = view;
  return (
    <Section id="exclude" title={words.say('roles.exclude')}>
      <p>{words.say('roles.exclude.why')}</p>
      <ul>
        {EXCLUSIONS.map(({ why }) => (
          <li>{words.say(why)}</li>
        ))}
      </ul>
    </Section>
  );
}
