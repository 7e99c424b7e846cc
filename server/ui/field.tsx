import type { Child } from 'hono/jsx';
import { describedBy, fieldId, FieldSentences, type FieldFacts } from './field-parts.tsx';

/** What a field for typing is given. */
export interface FieldProps extends FieldFacts {
  readonly value?: string | number | undefined;
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'number' | 'url' | 'tel' | 'file';
  /** What a browser may fill in for its owner; `off` for everything that is not about them. */
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | 'email';
  /** A field as wide as what is typed: numbers short, days medium. */
  readonly width?: 'short' | 'medium' | 'full';
  /** Several lines; how many are shown. */
  readonly lines?: number;
  /** Stands behind a number: *in 100*, *points*. */
  readonly unit?: Child;
  readonly required?: boolean;
  readonly readonly?: boolean;
  readonly least?: number | string;
  readonly most?: number | string;
  readonly step?: number | 'any';
  /** Kinds of files, as `.csv,.xlsx`. */
  readonly accept?: string;
  readonly spellcheck?: boolean;
  readonly [data: `data-${string}`]: string | undefined;
}

/** A label, who will see it, a hint, what was wrong, and the field itself, in this order. */
export function Field(props: FieldProps) {
  const id = fieldId(props.name);
  return (
    <div class={props.error === undefined ? 'field' : 'field wrong'}>
      <div class="field-head">
        <label for={id}>{props.label}</label>
        {props.chip}
      </div>
      <FieldSentences facts={props} />
      {props.unit === undefined ? (
        <Typed props={props} id={id} />
      ) : (
        <div class="with-unit">
          <Typed props={props} id={id} />
          <span>{props.unit}</span>
        </div>
      )}
    </div>
  );
}

function Typed({ props, id }: { props: FieldProps; id: string }) {
  const { value, type, lines, width, least, most, ...rest } = props;
  const { label: _label, hint: _hint, error, chip: _chip, unit: _unit, ...attributes } = rest;
  const common = {
    ...attributes,
    id,
    autocomplete: props.autocomplete ?? 'off',
    'aria-describedby': describedBy(props),
    'aria-invalid': error === undefined ? undefined : ('true' as const),
  };
  if (lines !== undefined) {
    return (
      <textarea rows={lines} {...common}>
        {value ?? ''}
      </textarea>
    );
  }
  return (
    <input
      {...common}
      type={type ?? 'text'}
      class={width === undefined || width === 'full' ? undefined : width}
      value={value === undefined ? undefined : String(value)}
      min={least}
      max={most}
    />
  );
}
