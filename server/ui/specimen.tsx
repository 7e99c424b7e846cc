import type { Words } from '#server/text/words.ts';
import { Button, Buttons } from './button.tsx';
import { Choice } from './choice.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { Form } from './form.tsx';
import type { View } from './view.ts';
import { Page } from './page.tsx';
import { Select } from './select.tsx';

/** A view of a made-up reader, for the specimen and its tests. */
export function specimenView(words: Words, more: Partial<View> = {}): View {
  return {
    words,
    path: '/p/one/plan',
    query: {},
    csrf: 'specimen',
    today: '2026-11-25',
    reader: {
      person: 'priya',
      organisation: {
        id: 'fernhill',
        name: 'Fernhill Group',
        timeZone: 'Europe/Berlin',
        language: 'en',
        currency: 'EUR',
      },
      name: 'Priya Nair',
      grants: [
        { role: 'program-manager', program: null },
        { role: 'admin', program: null },
      ],
      programs: [
        { id: 'one', name: 'Compass 2027' },
        { id: 'two', name: 'Lantern pilot' },
      ],
    },
    program: { id: 'one', name: 'Compass 2027' },
    wrong: null,
    ...more,
  };
}

/** Every component once, to look at and to be tested; nobody is sent here. */
export function Specimen({ view }: { view: View }) {
  const { words } = view;
  const say = (key: string) => words.say(`specimen.${key}`);
  return (
    <Page view={view} title={say('title')} status={<span>{say('status')}</span>} width="wide">
      <p class="lead">{say('lead')}</p>
      <ErrorSummary words={words} errors={[{ field: 'matters', sentence: say('matters.error') }]} />
      <Form view={view}>
        <Field name="name" label={say('name')} hint={say('name.hint')} required />
        <Field
          name="matters"
          label={say('matters')}
          error={say('matters.error')}
          width="short"
          unit={say('unit')}
        />
        <Choice
          name="outcome"
          kind="one"
          label={say('outcome')}
          chosen="skill"
          options={[
            { value: 'skill', label: say('outcome.skill'), hint: say('outcome.skill.hint') },
            { value: 'promotion', label: say('outcome.promotion') },
          ]}
        />
        <Choice
          name="watch"
          kind="several"
          inline
          label={say('watch')}
          chosen={['strain']}
          options={[
            { value: 'strain', label: say('watch.strain') },
            { value: 'gap', label: say('watch.gap') },
          ]}
        />
        <Select
          name="second"
          label={say('second')}
          nothing={say('second.nothing')}
          options={[{ value: 'lena', label: 'Lena Hoffmann' }]}
        />
        <Field name="why" label={say('why')} lines={4} />
        <Buttons>
          <Button kind="primary">{say('save')}</Button>
          <Button>{say('check')}</Button>
          <Button kind="quiet">{say('discard')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}
