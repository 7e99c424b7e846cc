import { Button, Buttons } from '#server/ui/button.tsx';
import { Choice } from '#server/ui/choice.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { Form } from '#server/ui/form.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Page } from '#server/ui/page.tsx';
import { Select } from '#server/ui/select.tsx';
import type { View } from '#server/ui/view.ts';
import type { ListedInvitation } from './invitations.actions.ts';
import { INVITED_ROLES } from './invitations.schema.ts';

/** What the page of invitations is given. */
interface Props {
  readonly view: View;
  readonly invitations: readonly ListedInvitation[];
  readonly mail: 'leaves' | 'is shown in the terminal';
  /** Others who have a second factor that could be lost. */
  readonly others: readonly { readonly person: string; readonly name: string }[];
}

/** Who is invited, and a form to invite somebody. */
export function InvitationsPage({ view, invitations, mail, others }: Props) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('invitations.title')} width="reading">
      <InviteForm view={view} />
      {mail === 'leaves' ? null : <p>{words.say('invitations.no-mail')}</p>}
      <section>
        <h2>{words.say('invitations.open')}</h2>
        {invitations.length === 0 ? <p>{words.say('invitations.none')}</p> : null}
        <ul class="plain">
          {invitations.map((invitation) => (
            <InvitationLine view={view} invitation={invitation} mail={mail} />
          ))}
        </ul>
      </section>
      {others.length === 0 ? null : <LostFactor view={view} others={others} />}
    </Page>
  );
}

function LostFactor({ view, others }: Pick<Props, 'view' | 'others'>) {
  const { words } = view;
  return (
    <section>
      <h2>{words.say('invitations.lost')}</h2>
      <p>{words.say('invitations.lost.how')}</p>
      {others.map(({ person, name }) => (
        <Form view={view} action={`/people/${person}/second-factor/removal`}>
          <Button kind="quiet">{words.say('invitations.lost.remove', { name })}</Button>
        </Form>
      ))}
    </section>
  );
}

function InviteForm({ view }: { readonly view: View }) {
  const { words, reader } = view;
  const form = formState(view);
  return (
    <Form view={view} action="/invitations">
      <ErrorSummary words={words} errors={form.errors} />
      <p>{words.say('invitations.lead')}</p>
      <Field
        name="name"
        label={words.say('invitations.name')}
        value={form.given('name')}
        error={form.error('name')}
        required
      />
      <Field
        name="mail"
        type="email"
        inputmode="email"
        spellcheck={false}
        label={words.say('sign-in.mail')}
        value={form.given('mail')}
        error={form.error('mail')}
        required
      />
      <Choice
        kind="several"
        name="roles"
        label={words.say('invitations.roles')}
        options={INVITED_ROLES.map((value) => ({
          value,
          label: words.say(`invitations.role.${value}`),
          hint: words.say(`invitations.role.${value}.does`),
        }))}
        chosen={form.chosen('roles')}
        error={form.error('roles')}
      />
      <Select
        name="program"
        label={words.say('invitations.program')}
        hint={words.say('invitations.program.hint')}
        nothing={words.say('invitations.program.all')}
        options={reader!.programs.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={form.given('program')}
        error={form.error('program')}
      />
      <Button kind="primary">{words.say('invitations.invite')}</Button>
    </Form>
  );
}

function InvitationLine({
  view,
  invitation,
  mail,
}: {
  readonly view: View;
  readonly invitation: ListedInvitation;
  readonly mail: Props['mail'];
}) {
  const { words, reader } = view;
  const { id, name, roles, over } = invitation;
  const until = words.moment(invitation.expires_at, reader!.organisation.timeZone);
  return (
    <li>
      <p>
        <strong>{name}</strong> {invitation.mail}
        <br />
        {words.say('invitations.as', { roles: words.list(roleNames(view, roles)) })}
        <br />
        <span class="small">
          {words.say(over ? 'invitations.was-until' : 'invitations.until', { until })}
        </span>
      </p>
      <Form view={view} action={`/invitations/${id}/repetition`}>
        <Buttons>
          {mail === 'leaves' ? (
            <Button>{words.say('invitations.again')}</Button>
          ) : (
            <Button formaction={`/invitations/${id}/link`}>{words.say('invitations.show-link')}</Button>
          )}
          <Button kind="quiet" formaction={`/invitations/${id}/withdrawal`}>
            {words.say('invitations.withdraw')}
          </Button>
        </Buttons>
      </Form>
    </li>
  );
}

/** Roles in words, each with its program where it has one that the reader knows. */
function roleNames(
  { words, reader }: View,
  roles: readonly { readonly role: string; readonly program_id: string | null }[],
): string[] {
  return roles.map(({ role, program_id }) => {
    const program = reader?.programs.find(({ id }) => id === program_id)?.name;
    const name = words.say(`invitations.role.${role}`);
    return program === undefined ? name : words.say('invitations.role-in', { role: name, program });
  });
}

/** A link to hand over, shown once. */
export function HandOverPage({
  view,
  name,
  link,
}: {
  readonly view: View;
  readonly name: string;
  readonly link: string;
}) {
  const { words } = view;
  return (
    <Page
      view={view}
      title={words.say('invitations.link.title', { name })}
      width="narrow"
      back={{ href: '/invitations', label: words.say('invitations.title') }}
    >
      <p class="lead">{words.say('invitations.link.lead', { name })}</p>
      <Field name="link" label={words.say('invitations.link')} value={link} readonly />
      <p>{words.say('invitations.link.care', { name })}</p>
    </Page>
  );
}

/** What somebody sees who opens the link of an invitation. */
export function AcceptPage({
  view,
  token,
  name,
  organisation,
  inviter,
  roles,
}: {
  readonly view: View;
  readonly token: string;
  readonly name: string;
  readonly organisation: string;
  readonly inviter: string;
  readonly roles: readonly { readonly role: string; readonly program_id: string | null }[];
}) {
  const { words } = view;
  const form = formState(view);
  return (
    <Page view={view} title={words.say('invitations.accept.title', { organisation })} width="narrow">
      <p class="lead">
        {words.say('invitations.accept.lead', { inviter, roles: words.list(roleNames(view, roles)) })}
      </p>
      <ErrorSummary words={words} errors={form.errors} />
      <Form view={view} action={`/invitation/${token}`}>
        <Field
          name="name"
          label={words.say('set-up.name')}
          autocomplete="name"
          value={form.given('name', name)}
          error={form.error('name')}
          required
        />
        <Field
          name="password"
          type="password"
          label={words.say('account.password.optional')}
          hint={words.say('account.password.hint')}
          autocomplete="new-password"
          error={form.error('password')}
        />
        <Button kind="primary">{words.say('invitations.accept')}</Button>
      </Form>
      <p class="small">{words.say('invitations.accept.decline', { inviter })}</p>
    </Page>
  );
}
