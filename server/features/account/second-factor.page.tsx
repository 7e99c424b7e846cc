import { base32 } from '#server/sign-in/base32.ts';
import { authenticatorUri, qrPath } from '#server/sign-in/authenticator-uri.ts';
import { Button } from '#server/ui/button.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { Form } from '#server/ui/form.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Page } from '#server/ui/page.tsx';
import type { View } from '#server/ui/view.ts';
import type { ProposedSecret } from './second-factor.actions.ts';

/** Sets up an authenticator app: a picture to scan, the same as text, and a field for its first code. */
export function EnrolPage({
  view,
  proposed,
  mail,
}: {
  readonly view: View;
  readonly proposed: ProposedSecret;
  readonly mail: string;
}) {
  const { words } = view;
  const form = formState(view);
  const issuer = words.say('mail.from', { organisation: view.reader!.organisation.name });
  const uri = authenticatorUri({ issuer, account: mail, secret: proposed.secret });
  const text = base32(proposed.secret).match(/.{4}/g)!.join(' ');
  return (
    <Page view={view} title={words.say('account.enrol.title')} width="narrow">
      <p class="lead">{words.say('account.enrol.why')}</p>
      <ErrorSummary words={words} errors={form.errors} />
      <ol>
        <li>{words.say('account.enrol.app')}</li>
        <li>
          {words.say('account.enrol.scan')}
          <div>
            <Qr text={uri} label={words.say('account.enrol.picture')} />
          </div>
          <p class="small">
            {words.say('account.enrol.type')} <code>{text}</code>
          </p>
          <p class="small">
            <a href={uri}>{words.say('account.enrol.here')}</a>
          </p>
        </li>
        <li>{words.say('account.enrol.code')}</li>
      </ol>
      <Form view={view} action="/account/second-factor">
        <input type="hidden" name="secret" value={proposed.lockedText} />
        <Field
          name="code"
          label={words.say('sign-in.code')}
          autocomplete="one-time-code"
          inputmode="numeric"
          width="short"
          spellcheck={false}
          required
          error={form.error('code')}
        />
        <Button kind="primary">{words.say('account.enrol.finish')}</Button>
      </Form>
    </Page>
  );
}

/** A QR code, dark on white in every theme, as cameras want it. */
function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = qrPath(text);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="232"
      height="232"
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

/** Recovery codes, shown once. */
export function RecoveryCodesPage({
  view,
  codes,
}: {
  readonly view: View;
  readonly codes: readonly string[];
}) {
  const { words } = view;
  return (
    <Page view={view} title={words.say('account.codes.title')} width="narrow">
      <p class="lead">{words.say('account.codes.once')}</p>
      <p>{words.say('account.codes.use')}</p>
      <ol class="codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Button kind="primary" href="/">
        {words.say('account.codes.kept')}
      </Button>
    </Page>
  );
}
