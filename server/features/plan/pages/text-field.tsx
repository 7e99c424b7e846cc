import { Field, type FieldProps } from '#server/ui/field.tsx';
import type { StepFields } from './step-page.ts';

/** A field of a step: its words come from `plan.field.<words>`, its value from the form or the plan. */
export function TextField({
  fields: { view, form },
  name,
  words,
  value,
  hint,
  ...rest
}: {
  readonly fields: StepFields;
  readonly name: string;
  /** Last part of the key of its label. */
  readonly words: string;
  readonly value: string | number | undefined;
  readonly hint?: string;
} & Omit<FieldProps, 'name' | 'label' | 'value' | 'error' | 'hint'>) {
  return (
    <Field
      {...rest}
      name={name}
      label={view.words.say(`plan.field.${words}`)}
      hint={hint === undefined ? undefined : view.words.say(`plan.hint.${hint}`)}
      value={form.given(name, value === undefined ? undefined : String(value))}
      error={form.error(name)}
    />
  );
}

/** A short field for a number of a step. */
export function NumberField(props: Omit<Parameters<typeof TextField>[0], 'width' | 'inputmode'>) {
  return <TextField {...props} width="short" inputmode="decimal" />;
}
