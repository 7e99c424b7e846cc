import type { Child } from 'hono/jsx';
import { fieldId } from '#server/ui/field-parts.tsx';

/** One box to tick, with its sentence. */
export function Box({
  name,
  value = 'on',
  label,
  ticked,
  hint,
}: {
  readonly name: string;
  readonly value?: string;
  readonly label: Child;
  readonly ticked: boolean;
  readonly hint?: string;
}) {
  const id = value === 'on' ? fieldId(name) : `${fieldId(name)}-${value}`;
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        checked={ticked}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
