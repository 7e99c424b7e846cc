import { describedBy, fieldId, FieldSentences, type FieldFacts } from './field-parts.tsx';

/** What a list to choose one from is given. */
export interface SelectProps extends FieldFacts {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen?: string | undefined;
  /** Shown while nothing is chosen; its value is empty. */
  readonly nothing?: string;
  readonly autocomplete?: string;
  readonly [data: `data-${string}`]: string | undefined;
}

/** A list to choose one from, where radios would be too long: more than six options. */
export function Select(props: SelectProps) {
  const { name, label, chip, error, options, chosen, nothing, hint: _hint, ...attributes } = props;
  const id = fieldId(name);
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <div class="field-head">
        <label for={id}>{label}</label>
        {chip}
      </div>
      <FieldSentences facts={props} />
      <select
        id={id}
        name={name}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : 'true'}
        {...attributes}
      >
        {nothing === undefined ? null : <option value="">{nothing}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
