import { allows } from '#server/access/allows.ts';
import { holds } from '#server/access/grants.ts';
import { permissionOf } from '#server/access/permissions.ts';
import { CURRENCIES, TIME_ZONES } from '#server/features/set-up/set-up.schema.ts';
import type { Installation } from '#server/installation.ts';
import { LANGUAGES } from '#server/text/words.ts';
import { Button, Buttons } from '#server/ui/button.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { Form } from '#server/ui/form.tsx';
import { formState } from '#server/ui/form-state.ts';
import { KeyValues } from '#server/ui/key-values.tsx';
import { SavedNotice } from '#server/ui/notice.tsx';
import { Page } from '#server/ui/page.tsx';
import { ReadBy } from '#server/ui/read-by.tsx';
import { Section } from '#server/ui/section.tsx';
import { Select } from '#server/ui/select.tsx';
import type { View } from '#server/ui/view.ts';
import type { OrganisationSettings } from './settings.store.ts';

interface SettingsProps {
  readonly view: View;
  readonly settings: OrganisationSettings;
  readonly mail: Installation['mail'];
}

/** The settings of an organisation, and how this installation keeps what people trust it with. */
export function SettingsPage({ view, settings, mail }: SettingsProps) {
  const { words, query, reader } = view;
  const changes = holds(reader!.grants, permissionOf('settings.change').roles, null);
  return (
    <Page
      view={view}
      title={words.say('settings.title')}
      width="reading"
      status={<ReadBy view={view} needs="settings.read" />}
    >
      {query['saved'] === '1' ? <SavedNotice view={view} sentence={words.say('settings.saved')} /> : null}
      <Section id="organisation" title={words.say('settings.organisation')}>
        {changes ? (
          <SettingsForm view={view} settings={settings} />
        ) : (
          <KeyValues
            rows={(['name', 'timeZone', 'language', 'currency'] as const).map((setting) => [
              words.say(`settings.field.${setting}`),
              settings[setting],
            ])}
          />
        )}
      </Section>
      <Section id="people" title={words.say('settings.people')}>
        <ul>
          {linksFor(view).map((path) => (
            <li>
              <a href={path}>{words.say(`settings.link.${path.slice(1)}`)}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="installation" title={words.say('settings.installation')}>
        <p>{words.say(mail === 'leaves' ? 'settings.mail.leaves' : 'settings.mail.terminal')}</p>
        <p>{words.say('settings.disk')}</p>
        <p>{words.say('settings.retention')}</p>
        <p>{words.say('settings.minimum')}</p>
      </Section>
    </Page>
  );
}

/** Rooms that the reader may enter. */
function linksFor({ reader }: View) {
  const invites = allows('person.invite', reader!.grants, null);
  return (['/people', '/invitations', '/acts', '/account'] as const).filter(
    (path) => path !== '/invitations' || invites,
  );
}

function SettingsForm({ view, settings }: Pick<SettingsProps, 'view' | 'settings'>) {
  const { words } = view;
  const form = formState(view);
  const lists = {
    timeZone: TIME_ZONES.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    language: LANGUAGES.filter((language) => !/-X[AB]$/.test(language)).map((value) => ({
      value,
      label: new Intl.DisplayNames('en', { type: 'language' }).of(value) ?? value,
    })),
    currency: CURRENCIES.map((value) => ({
      value,
      label: `${value} · ${new Intl.DisplayNames('en', { type: 'currency' }).of(value) ?? value}`,
    })),
  };
  return (
    <>
      <ErrorSummary words={words} errors={form.errors} />
      <Form view={view} action="/settings">
        <Field
          name="name"
          label={words.say('settings.field.name')}
          autocomplete="organization"
          value={form.given('name', settings.name)}
          error={form.error('name')}
        />
        {(['timeZone', 'language', 'currency'] as const).map((setting) => (
          <Select
            name={setting}
            label={words.say(`settings.field.${setting}`)}
            options={lists[setting]}
            chosen={form.given(setting, settings[setting])}
            error={form.error(setting)}
          />
        ))}
        <Buttons>
          <Button kind="primary">{words.say('settings.save')}</Button>
        </Buttons>
      </Form>
    </>
  );
}
