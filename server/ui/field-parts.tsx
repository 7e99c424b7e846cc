import type { Child } from 'hono/jsx';

/** What every kind of field has around what is typed or chosen. */
export interface FieldFacts {
  /** As the form is sent; the field's id follows from it. */
  readonly name: string;
  readonly label: string;
  /** Said before an answer is given. */
  readonly hint?: string | undefined;
  /** What is wrong and what would be right. */
  readonly error?: string | undefined;
  /** Who will see it: a `Chip`, before the field in reading order. */
  readonly chip?: Child;
}

/** The id of a field, for links from the error summary. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** Ids of the sentences that describe a field, as `aria-describedby` wants them. */
export function describedBy({ name, hint, error }: FieldFacts): string | undefined {
  const id = fieldId(name);
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Hint and error, where they stand before the field. */
export function FieldSentences(props: { facts: FieldFacts }) {
  const { name, hint, error } = props.facts;
  const id = fieldId(name);
  return (
    <>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}
