import { Button, Buttons } from '#server/ui/button.tsx';
import { Code } from '#server/ui/code.tsx';
import { Empty } from '#server/ui/empty.tsx';
import { ErrorSummary } from '#server/ui/error-summary.tsx';
import { Field } from '#server/ui/field.tsx';
import { formState } from '#server/ui/form-state.ts';
import { Form } from '#server/ui/form.tsx';
import { KeyValues } from '#server/ui/key-values.tsx';
import { Notice } from '#server/ui/notice.tsx';
import { Page } from '#server/ui/page.tsx';
import { MoreAbout, Section } from '#server/ui/section.tsx';
import { Table } from '#server/ui/table.tsx';
import type { View } from '#server/ui/view.ts';
import type { ShownAct } from './acts-shown.ts';

/** What waits for the reader, and what became of the rest. */
export function ActsPage({ view, acts }: { readonly view: View; readonly acts: readonly ShownAct[] }) {
  const { words } = view;
  const waiting = acts.filter(({ mayAnswer }) => mayAnswer);
  const others = acts.filter(({ mayAnswer }) => !mayAnswer);
  return (
    <Page view={view} title={words.say('acts.title')}>
      <p class="lead">{words.say('acts.lead')}</p>
      <Section id="waiting" title={words.say('acts.waiting')}>
        {waiting.length === 0 ? (
          <Empty sentence={words.say('acts.waiting.none')} />
        ) : (
          <Acts view={view} acts={waiting} caption={words.say('acts.waiting')} />
        )}
      </Section>
      {others.length === 0 ? null : (
        <Section id="others" title={words.say('acts.others')}>
          <Acts view={view} acts={others} caption={words.say('acts.others')} />
        </Section>
      )}
    </Page>
  );
}

function Acts({
  view,
  acts,
  caption,
}: {
  readonly view: View;
  readonly acts: readonly ShownAct[];
  readonly caption: string;
}) {
  const { words } = view;
  const zone = view.reader!.organisation.timeZone;
  return (
    <Table
      words={words}
      caption={caption}
      walked
      columns={['what', 'where', 'asked', 'until', 'state'].map((column) => ({
        label: words.say(`acts.column.${column}`),
      }))}
      rows={acts.map((act) => [
        <a href={`/acts/${act.id}`}>{words.say(`acts.${act.kind}.title`)}</a>,
        act.program?.name ?? words.say('roles.in-organisation'),
        words.say('acts.by', { name: act.asker, at: words.moment(act.askedAt, zone) }),
        words.moment(act.expiresAt, zone),
        words.say(`acts.state.${act.state}`),
      ])}
    />
  );
}

/** One act: exactly what will be done, its digest, and the two ways to answer. */
export function ActPage({ view, act }: { readonly view: View; readonly act: ShownAct }) {
  const { words } = view;
  const zone = view.reader!.organisation.timeZone;
  return (
    <Page
      view={view}
      title={words.say(`acts.${act.kind}.title`)}
      width="reading"
      back={{ href: '/acts', label: words.say('acts.title') }}
    >
      <ErrorSummary words={words} errors={formState(view).errors} />
      <p class="lead">{words.say(`acts.${act.kind}.consequence`)}</p>
      <KeyValues
        rows={[
          [words.say('acts.column.where'), act.program?.name ?? words.say('roles.in-organisation')],
          [
            words.say('acts.column.asked'),
            words.say('acts.by', { name: act.asker, at: words.moment(act.askedAt, zone) }),
          ],
          [words.say('acts.column.until'), words.moment(act.expiresAt, zone)],
          [words.say('acts.column.state'), <State view={view} act={act} />],
        ]}
      />
      <Change view={view} act={act} />
      {act.mayAnswer ? <Answer view={view} act={act} /> : null}
      {act.mayWithdraw ? <Withdraw view={view} act={act} /> : null}
    </Page>
  );
}

function State({ view, act }: { readonly view: View; readonly act: ShownAct }) {
  const { words } = view;
  if (act.answerer === null || act.answeredAt === null) return <>{words.say(`acts.state.${act.state}`)}</>;
  return (
    <>
      {words.say(`acts.state.${act.state}.by`, {
        name: act.answerer,
        at: words.moment(act.answeredAt, view.reader!.organisation.timeZone),
      })}
    </>
  );
}

function Change({ view, act }: { readonly view: View; readonly act: ShownAct }) {
  const { words } = view;
  return (
    <Section id="change" title={words.say('acts.change')}>
      <p>
        <a href={act.page}>{words.say('acts.page')}</a>
      </p>
      {act.inWords === null ? null : act.inWords(view)}
      {act.parts.length <= MOST_OPEN ? (
        <Parts view={view} act={act} />
      ) : (
        <MoreAbout summary={words.say('acts.change.all', { parts: act.parts.length })}>
          <Parts view={view} act={act} />
        </MoreAbout>
      )}
      <p>{words.say('acts.digest.what')}</p>
      <p>
        <Code value={act.digest} />
      </p>
    </Section>
  );
}

/** More parts than this are folded. */
const MOST_OPEN = 12;

function Parts({ view, act }: { readonly view: View; readonly act: ShownAct }) {
  const { words } = view;
  return (
    <Table
      words={words}
      caption={words.say('acts.change.parts')}
      columns={[{ label: words.say('acts.change.part') }, { label: words.say('acts.change.value') }]}
      rows={act.parts.map(({ at, value }) => [at, value])}
    />
  );
}

function Answer({ view, act }: { readonly view: View; readonly act: ShownAct }) {
  const { words } = view;
  return (
    <Section id="answer" title={words.say('acts.answer')}>
      <p>{words.say('acts.answer.why')}</p>
      <Form view={view} action={`/acts/${act.id}/agree`}>
        <input type="hidden" name="digest" value={act.digest} />
        {act.word === null ? null : (
          <Field
            name="word"
            label={words.say('acts.word', { word: act.word })}
            error={formState(view).error('word')}
            width="medium"
            spellcheck={false}
          />
        )}
        <Buttons>
          <Button>{words.say('acts.agree')}</Button>
          <Button formaction={`/acts/${act.id}/decline`}>{words.say('acts.decline')}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

function Withdraw({ view, act }: { readonly view: View; readonly act: ShownAct }) {
  const { words } = view;
  return (
    <>
      {act.somebodyMay ? null : (
        <Notice tone="warn">
          <p>{words.say('acts.nobody')}</p>
        </Notice>
      )}
      <Form view={view} action={`/acts/${act.id}/withdraw`}>
        <Buttons>
          <Button>{words.say('acts.withdraw')}</Button>
        </Buttons>
      </Form>
    </>
  );
}
