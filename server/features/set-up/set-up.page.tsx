import { Button } from '#server/ui/button.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { Form } from '#server/ui/form.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Page } from '#server/ui/page.tsx';
import { Select } from '#server/ui/select.tsx';
import type { View } from '#server/ui/view.ts';

/** What can be chosen at set-up. */
export interface SetUpChoices {
  readonly timeZones: readonly string[];
  /** The zone of the machine, which is usually right. */
  readonly here: string;
  readonly languages: readonly string[];
  readonly currencies: readonly string[];
}

/** What parts of the page are given. */
interface Props {
  readonly view: View;
  readonly choices: SetUpChoices;
}

/** The first page of a new installation: the organisation, and who sets it up. */
export function SetUpPage({ view, token, choices }: Props & { readonly token: string }) {
  const { words } = view;
  const form = formState(view);
  return (
    <Page view={view} title={words.say('set-up.title')} width="narrow">
      <p class="lead">{words.say('set-up.lead')}</p>
      <ErrorSummary words={words} errors={form.errors} />
      <Form view={view} action={`/set-up/${token}`}>
        <h2>{words.say('set-up.about-organisation')}</h2>
        <Field
          name="organisation"
          label={words.say('set-up.organisation')}
          autocomplete="organization"
          value={form.given('organisation')}
          error={form.error('organisation')}
          required
        />
        <Lists view={view} choices={choices} />
        <h2>{words.say('set-up.about-you')}</h2>
        <p>{words.say('set-up.roles')}</p>
        <AboutYou view={view} />
        <Button kind="primary">{words.say('set-up.make')}</Button>
      </Form>
    </Page>
  );
}

function Lists({ view, choices }: Props) {
  const { words } = view;
  const form = formState(view);
  return (
    <>
      <Select
        name="timeZone"
        label={words.say('set-up.time-zone')}
        hint={words.say('set-up.time-zone.hint')}
        options={choices.timeZones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        chosen={form.given('timeZone', choices.here)}
        error={form.error('timeZone')}
      />
      <Select
        name="language"
        label={words.say('set-up.language')}
        options={named(view, 'language', choices.languages)}
        chosen={form.given('language', choices.languages[0])}
        error={form.error('language')}
      />
      <Select
        name="currency"
        label={words.say('set-up.currency')}
        nothing={words.say('set-up.currency.nothing')}
        options={named(view, 'currency', choices.currencies)}
        chosen={form.given('currency')}
        error={form.error('currency')}
      />
    </>
  );
}

/** Codes with their names, in the order of the names. */
function named({ words }: View, type: 'language' | 'currency', codes: readonly string[]) {
  const names = new Intl.DisplayNames(words.language, { type });
  return codes
    .map((value) => ({
      value,
      label: words.say(`set-up.${type}.option`, { name: names.of(value) ?? value, code: value }),
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label, words.language));
}

function AboutYou({ view }: { readonly view: View }) {
  const { words } = view;
  const form = formState(view);
  return (
    <>
      <Field
        name="name"
        label={words.say('set-up.name')}
        autocomplete="name"
        value={form.given('name')}
        error={form.error('name')}
        required
      />
      <Field
        name="mail"
        type="email"
        inputmode="email"
        label={words.say('sign-in.mail')}
        autocomplete="username"
        spellcheck={false}
        value={form.given('mail')}
        error={form.error('mail')}
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
    </>
  );
}
