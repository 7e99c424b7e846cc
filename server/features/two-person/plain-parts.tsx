import type { Child } from 'hono/jsx';
import type { Words } from '#server/text/words.ts';
import { Button } from '#server/ui/button.tsx';
import { Form } from '#server/ui/form.tsx';
import type { View } from '#server/ui/view.ts';

/** A part of a page under its heading. */
export function Section(props: { readonly id: string; readonly title: Child; readonly children: Child }) {
  return (
    <section id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** A table; the first cell names the row. */
export function Table(props: {
  readonly words: Words;
  readonly caption: string;
  readonly columns: readonly { readonly label: Child }[];
  readonly rows: readonly (readonly Child[])[];
  readonly walked?: boolean;
}) {
  return (
    <table class="plain">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map(({ label }) => (
            <th scope="col">{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((cells) => (
          <tr>{cells.map((cell, i) => (i === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>))}</tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was done, and the way to undo it. */
export function SavedNotice(props: {
  readonly view: View;
  readonly sentence: string;
  readonly undo?: { readonly action: string };
}) {
  return (
    <div class="notice" role="status">
      <p>{props.sentence}</p>
      {props.undo === undefined ? null : (
        <Form view={props.view} action={props.undo.action}>
          <Button kind="quiet">{props.view.words.say('roles.undo')}</Button>
        </Form>
      )}
    </div>
  );
}

/** Facts as names and values. */
export function KeyValues(props: { readonly rows: readonly (readonly [Child, Child])[] }) {
  return (
    <dl class="facts">
      {props.rows.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
