import { Button, Buttons } from '#server/ui/button.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { Form } from '#server/ui/form.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Page } from '#server/ui/page.tsx';
import type { View } from '#server/ui/view.ts';
import type { AccountFacts, ListedSignIn } from './account.actions.ts';

/** What sections of the account page are given. */
interface Props {
  readonly view: View;
  readonly account: AccountFacts;
}

/** One's own account: sign-ins, password, second step. */
export function AccountPage({ view, account }: Props) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('account.title')} width="reading">
      <ErrorSummary words={words} errors={formState(view).errors} />
      <p>{words.say('account.mail', { mail: account.mail })}</p>
      <SignIns view={view} account={account} />
      <SecondStep view={view} account={account} />
      <Password view={view} account={account} />
    </Page>
  );
}

function SignIns({ view, account: { signIns } }: Props) {
  const { words } = view;
  return (
    <section>
      <h2>{words.say('account.sign-ins')}</h2>
      <p>{words.say('account.sign-ins.meaning')}</p>
      <ul class="plain">
        {signIns.map((signIn) => (
          <SignInLine view={view} signIn={signIn} />
        ))}
      </ul>
      {signIns.length > 1 ? (
        <Form view={view} action="/account/other-sign-ins/ending">
          <Button>{words.say('account.sign-ins.end-others')}</Button>
        </Form>
      ) : null}
    </section>
  );
}

function SignInLine({ view, signIn }: { readonly view: View; readonly signIn: ListedSignIn }) {
  const { words, reader } = view;
  const zone = reader?.organisation.timeZone ?? 'UTC';
  const device = words.say('account.device', { ...signIn.device });
  const times = {
    started: words.moment(signIn.startedAt, zone),
    seen: words.moment(signIn.lastSeenAt, zone),
  };
  return (
    <li>
      <p>
        <strong>{device}</strong> {signIn.here ? words.say('account.sign-ins.here') : null}
        <br />
        <span class="small">{words.say('account.sign-ins.times', times)}</span>
      </p>
      {signIn.here ? null : (
        <Form view={view} action={`/account/sign-ins/${signIn.id}/ending`}>
          <Button kind="quiet">{words.say('account.sign-ins.end', { device })}</Button>
        </Form>
      )}
    </li>
  );
}

function SecondStep({ view, account: { secondFactorSince, recoveryCodesLeft, staff } }: Props) {
  const { words, reader } = view;
  const zone = reader?.organisation.timeZone ?? 'UTC';
  return (
    <section>
      <h2>{words.say('account.factor')}</h2>
      {secondFactorSince === null ? (
        <>
          <p>{words.say('account.factor.none')}</p>
          <Button href="/account/second-factor">{words.say('account.factor.set-up')}</Button>
        </>
      ) : (
        <>
          <p>{words.say('account.factor.since', { since: words.moment(secondFactorSince, zone) })}</p>
          <p>{words.say('account.codes.left', { left: recoveryCodesLeft })}</p>
          <Form view={view} action="/account/recovery-codes">
            <Buttons>
              <Button>{words.say('account.codes.renew')}</Button>
              <Button href="/account/second-factor">{words.say('account.factor.replace')}</Button>
              {staff ? null : (
                <Button kind="quiet" formaction="/account/second-factor/removal">
                  {words.say('account.factor.remove')}
                </Button>
              )}
            </Buttons>
          </Form>
        </>
      )}
    </section>
  );
}

function Password({ view, account: { passwordSince } }: Props) {
  const { words, reader } = view;
  const zone = reader?.organisation.timeZone ?? 'UTC';
  return (
    <section>
      <h2>{words.say('account.password')}</h2>
      <p>
        {passwordSince === null
          ? words.say('account.password.none')
          : words.say('account.password.since', { since: words.moment(passwordSince, zone) })}
      </p>
      <Form view={view} action="/account/password">
        <Field
          name="password"
          type="password"
          label={words.say('account.password.new')}
          hint={words.say('account.password.new.hint')}
          autocomplete="new-password"
          error={formState(view).error('password')}
        />
        <Buttons>
          <Button>
            {words.say(passwordSince === null ? 'account.password.set' : 'account.password.change')}
          </Button>
        </Buttons>
      </Form>
      {passwordSince === null ? null : (
        <Form view={view} action="/account/password/removal">
          <Button kind="quiet">{words.say('account.password.remove')}</Button>
        </Form>
      )}
    </section>
  );
}
