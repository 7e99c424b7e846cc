import type { Child } from 'hono/jsx';
import { describedBy, fieldId, FieldSentences, type FieldFacts } from './field-parts.tsx';

/** One thing that can be chosen. */
export interface Option {
  readonly value: string;
  readonly label: Child;
  readonly hint?: string | undefined;
  /** What belongs to this option alone: fields that only then count. */
  readonly more?: Child;
  readonly disabled?: boolean;
}

/** What a group of choices is given. */
export interface ChoiceProps extends FieldFacts {
  /** One of them, or any number. */
  readonly kind: 'one' | 'several';
  readonly options: readonly Option[];
  readonly chosen?: readonly string[] | string | undefined;
  /** Beside each other where there is room; only for short labels. */
  readonly inline?: boolean;
  /** With `data-live` and the like, on every box. */
  readonly [data: `data-${string}`]: string | undefined;
}

/** Radios or checkboxes under one legend. Nothing is chosen beforehand unless somebody had chosen it. */
export function Choice(props: ChoiceProps) {
  const { kind, options, inline, error, name } = props;
  const chosen = typeof props.chosen === 'string' ? [props.chosen] : (props.chosen ?? []);
  const data = Object.fromEntries(Object.entries(props).filter(([key]) => key.startsWith('data-')));
  return (
    <fieldset class={error === undefined ? undefined : 'wrong'} aria-describedby={describedBy(props)}>
      <legend>{props.label}</legend>
      {props.chip}
      <FieldSentences facts={props} />
      <div class={inline === true ? 'choices inline' : 'choices'}>
        {options.map((option, i) => {
          const id = i === 0 ? fieldId(name) : `${fieldId(name)}-${i + 1}`;
          return (
            <div class="choice">
              <input
                type={kind === 'one' ? 'radio' : 'checkbox'}
                id={id}
                name={kind === 'several' ? `${name}[]` : name}
                value={option.value}
                checked={chosen.includes(option.value)}
                disabled={option.disabled}
                aria-describedby={option.hint === undefined ? undefined : `${id}-hint`}
                {...data}
              />
              <label for={id}>{option.label}</label>
              {option.hint === undefined ? null : (
                <p class="hint" id={`${id}-hint`}>
                  {option.hint}
                </p>
              )}
              {option.more === undefined ? null : <div class="more">{option.more}</div>}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
