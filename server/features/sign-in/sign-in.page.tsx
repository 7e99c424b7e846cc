import { Button, Buttons } from '#server/ui/button.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { Form } from '#server/ui/form.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Page } from '#server/ui/page.tsx';
import type { View } from '#server/ui/view.ts';

/** What a page of sign-in is given. */
interface Props {
  readonly view: View;
  /** Where to go on, a path of our own. */
  readonly to: string;
}

/** W31: a link by mail first, a password for whoever chose one. */
export function SignInPage({ view, to }: Props) {
  const { words } = view;
  const form = formState(view);
  const wrongPassword = form.error('password');
  return (
    <Page view={view} title={words.say('sign-in.title')} width="narrow">
      <ErrorSummary words={words} errors={form.errors} />
      <Form view={view} action="/signin/link">
        <input type="hidden" name="to" value={form.given('to', to) ?? '/'} />
        <Field
          name="mail"
          type="email"
          label={words.say('sign-in.mail')}
          hint={words.say('sign-in.mail.hint')}
          autocomplete="username"
          inputmode="email"
          spellcheck={false}
          required
          value={form.given('mail')}
          error={form.error('mail')}
        />
        <Button kind="primary">{words.say('sign-in.send-link')}</Button>
        <details open={wrongPassword !== undefined}>
          <summary>{words.say('sign-in.with-password')}</summary>
          <Field
            name="password"
            type="password"
            label={words.say('sign-in.password')}
            autocomplete="current-password"
            error={wrongPassword}
          />
          <Button formaction="/signin/password">{words.say('sign-in.enter')}</Button>
        </details>
      </Form>
      <p class="small">{words.say('sign-in.help')}</p>
    </Page>
  );
}

/** What happens after a link was asked for; the same for every address. */
export function LinkSentPage({
  view,
  to,
  mail,
}: Props & { readonly mail: 'leaves' | 'is shown in the terminal' }) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('sign-in.sent.title')} width="narrow">
      <p class="lead">{words.say('sign-in.sent')}</p>
      <p>{words.say('sign-in.sent.browser')}</p>
      {mail === 'leaves' ? null : <p>{words.say('sign-in.sent.terminal')}</p>}
      <h2>{words.say('sign-in.sent.nothing.title')}</h2>
      <ul>
        <li>{words.say('sign-in.sent.nothing.wait')}</li>
        <li>{words.say('sign-in.sent.nothing.address')}</li>
        <li>{words.say('sign-in.help')}</li>
      </ul>
      <Buttons>
        <Button href={`/signin?${new URLSearchParams({ to }).toString()}`}>
          {words.say('sign-in.again')}
        </Button>
      </Buttons>
    </Page>
  );
}

/** A mail link that was opened: a button uses it, so that a program that looks through mails does not. */
export function MailLinkPage({
  view,
  state,
  token,
  helpers,
}: {
  readonly view: View;
  readonly state: 'good' | 'other-browser' | 'over';
  readonly token: string;
  /** Admins of the organisation, where the link says which. */
  readonly helpers: readonly string[];
}) {
  const { words } = view;
  if (state === 'good')
    return (
      <Page view={view} title={words.say('sign-in.link.title')} width="narrow">
        <p>{words.say('sign-in.link.once')}</p>
        <Form view={view} action={`/signin/link/${token}`}>
          <Button kind="primary">{words.say('sign-in.enter')}</Button>
        </Form>
      </Page>
    );
  return (
    <Page view={view} title={words.say(`sign-in.link.${state}.title`)} width="narrow">
      <p>{words.say(`sign-in.link.${state}`)}</p>
      <Buttons>
        <Button kind="primary" href="/signin">
          {words.say('sign-in.another')}
        </Button>
      </Buttons>
      <p class="small">
        {helpers.length === 0
          ? words.say('sign-in.help')
          : words.say('sign-in.help.names', { names: words.list(helpers) })}
      </p>
    </Page>
  );
}

/** The second step. */
export function CodePage({ view, to }: Props) {
  const { words } = view;
  const form = formState(view);
  return (
    <Page view={view} title={words.say('sign-in.code.title')} width="narrow">
      <ErrorSummary words={words} errors={form.errors} />
      <Form view={view} action="/signin/code">
        <input type="hidden" name="to" value={form.given('to', to) ?? '/'} />
        <CodeField view={view} error={form.error('code')} />
        <Button kind="primary">{words.say('sign-in.enter')}</Button>
      </Form>
      <p class="small">{words.say('sign-in.code.lost')}</p>
    </Page>
  );
}

/** A field for a code of six digits or a recovery code. */
function CodeField({ view: { words }, error }: { readonly view: View; readonly error: string | undefined }) {
  return (
    <Field
      name="code"
      label={words.say('sign-in.code')}
      hint={words.say('sign-in.code.hint')}
      autocomplete="one-time-code"
      spellcheck={false}
      width="medium"
      required
      error={error}
    />
  );
}

/** Asks somebody who is signed in once more who they are, and comes back to what they were about to do. */
export function AgainPage({
  view,
  to,
  ways,
}: Props & { readonly ways: readonly ('code' | 'password' | 'link')[] }) {
  const { words } = view;
  const form = formState(view);
  return (
    <Page view={view} title={words.say('sign-in.again.title')} width="narrow">
      <p>{words.say('sign-in.again.why')}</p>
      <ErrorSummary words={words} errors={form.errors} />
      {ways.includes('link') && ways.length === 1 ? null : (
        <Form view={view} action="/signin/again">
          <input type="hidden" name="to" value={form.given('to', to) ?? '/'} />
          {ways.includes('code') ? (
            <CodeField view={view} error={form.error('code')} />
          ) : (
            <Field
              name="password"
              type="password"
              label={words.say('sign-in.password')}
              autocomplete="current-password"
              required
              error={form.error('password')}
            />
          )}
          <Button kind="primary">{words.say('sign-in.again.go-on')}</Button>
        </Form>
      )}
      {ways.includes('link') ? (
        <Form view={view} action="/signin/again/link">
          <input type="hidden" name="to" value={form.given('to', to) ?? '/'} />
          <Button kind={ways.length === 1 ? 'primary' : 'secondary'}>{words.say('sign-in.send-link')}</Button>
        </Form>
      ) : null}
    </Page>
  );
}
