import { COMPASS } from '#report/reports/compass.fixture.ts';
import { evaluationReport } from '#report/reports/evaluation-report.ts';
import { figuresOf } from '#report/document-parts.ts';
import { Button, Buttons } from './button.tsx';
import { Card, Cards } from './card.tsx';
import { Code, Copy } from './code.tsx';
import { Empty } from './empty.tsx';
import { Field } from './field.tsx';
import { Figure } from './figure.tsx';
import { FilterField } from './filter-field.tsx';
import { Form } from './form.tsx';
import { KeyValues } from './key-values.tsx';
import { Page } from './page.tsx';
import { Pager } from './pager.tsx';
import { Pill } from './pill.tsx';
import { MoreAbout, Section } from './section.tsx';
import { Table } from './table.tsx';
import type { View } from './view.ts';

const FIGURES = figuresOf(evaluationReport(COMPASS));
const PILLS = [
  ['benefit', 'Benefit'],
  ['harm', 'Harm'],
  ['no-meaningful-difference', 'No meaningful difference'],
  ['inconclusive', 'Inconclusive'],
  ['too-little-data', 'Too little data'],
  ['not-due', 'Not due until 15 Jan 2029'],
  ['hidden', 'Hidden to protect people'],
] as const;

/** A page that is read: pills, figures of the report, tables, facts, cards, codes. */
export function ReadingSpecimen({ view }: { view: View }) {
  const { words } = view;
  const say = (key: string) => words.say(`specimen.${key}`);
  return (
    <Page view={view} title={say('outcomes')} helper={{ name: 'Priya Nair', mail: 'priya@example.org' }}>
      <p class="lead">{say('headline')}</p>
      <p>
        {PILLS.map(([verdict, word]) => (
          <>
            <Pill verdict={verdict} word={word} />{' '}
          </>
        ))}
      </p>
      <Section id="primary" title={say('primary')} beside={<Pill verdict="benefit" word="Benefit" />}>
        <p>{say('sentence')}</p>
        {FIGURES.slice(0, 2).map((figure, i) => (
          <Figure
            view={view}
            figure={figure}
            actions={
              <>
                {i === 0 ? (
                  <Copy text={say('sentence')} label={say('copy.sentence')} done={say('copied')} keyed />
                ) : null}
                <a href={`/figures/${figure.name}.svg`}>SVG</a>
                <a href={`/figures/${figure.name}.png`}>PNG</a>
              </>
            }
          />
        ))}
        <MoreAbout summary={say('fair')}>
          <p>{say('fair.more')}</p>
        </MoreAbout>
        <MoreAbout summary={say('why')} open>
          <p>{say('fair.more')}</p>
        </MoreAbout>
      </Section>
      <Section id="facts" title={say('facts')}>
        <KeyValues
          rows={[
            [say('facts.locked'), words.moment(new Date('2024-09-02T10:14:00Z'), 'UTC')],
            [say('facts.code'), <Code value="7f3c91ade20b4d1186aa2290cc01be77" most={3} />],
          ]}
        />
        <Cards>
          <Card title={say('card')}>
            <p>{say('card.text')}</p>
            <Buttons>
              <Button kind="primary">{say('start')}</Button>
            </Buttons>
          </Card>
          <Card title={say('step.5')}>
            <p>{say('see.answer')}</p>
          </Card>
        </Cards>
      </Section>
      <RecordPart view={view} />
    </Page>
  );
}

function RecordPart({ view }: { view: View }) {
  const { words } = view;
  const say = (key: string) => words.say(`specimen.${key}`);
  const row = (what: string, day: string, who: string, rows: string) => [
    <a href={`#${what}`}>{say(what)}</a>,
    words.day(day),
    who,
    rows,
  ];
  return (
    <Section id="record" title={say('record')}>
      <FilterField words={words} of="entries" label={say('filter')} />
      <Table
        words={words}
        id="entries"
        caption={say('record')}
        walked
        columns={[
          { label: say('record.what') },
          { label: say('record.when'), short: true },
          { label: say('record.who') },
          { label: say('record.rows'), align: 'end' },
        ]}
        rows={[
          row('record.locked', '2024-09-02', 'Priya Nair, Lena Hoffmann', ''),
          row('record.import', '2026-10-14', 'Lena Hoffmann', '12,473'),
          row('record.look', '2026-09-30', 'Lena Hoffmann', ''),
        ]}
      />
      <Pager words={words} first={51} last={100} of={312} before="?page=1" after="?page=3" />
      <Empty sentence={say('none')}>
        <Button href="#add">{say('add')}</Button>
      </Empty>
    </Section>
  );
}

/** A page for somebody who has not signed in. */
export function DoorSpecimen({ view }: { view: View }) {
  const say = (key: string) => view.words.say(`specimen.${key}`);
  return (
    <Page view={view} title={say('signin')} width="narrow">
      <p class="lead">{say('signin.lead')}</p>
      <Form view={view} action="/signin">
        <Field name="mail" type="email" label={say('mail')} autocomplete="email" required />
        <Buttons>
          <Button kind="primary">{say('send')}</Button>
          <Button kind="quiet" href="/signin/password">
            {say('password')}
          </Button>
        </Buttons>
      </Form>
    </Page>
  );
}
