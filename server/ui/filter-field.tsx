import type { Words } from '#server/text/words.ts';
import { Button, Buttons } from './button.tsx';
import { fieldId } from './field-parts.tsx';

/** What a filter is given. */
export interface FilterFieldProps {
  readonly words: Words;
  /** Id of the table or list whose rows it narrows. */
  readonly of: string;
  readonly label: string;
  /** What the address asks for already. */
  readonly value?: string | undefined;
}

/** Narrows a table: at once with scripts, by `?filter=` without. The key is `/`. */
export function FilterField({ words, of, label, value }: FilterFieldProps) {
  const id = fieldId(`filter-${of}`);
  return (
    <form method="get" class="filter" role="search">
      <div class="field">
        <div class="field-head">
          <label for={id}>{label}</label>
        </div>
        <input
          id={id}
          type="search"
          name="filter"
          class="medium"
          value={value}
          autocomplete="off"
          data-filter={of}
          data-key="/"
          data-shown={words.say('ui.filter.shown', { shown: '{shown}', all: '{all}' })}
        />
      </div>
      <Buttons>
        <Button>{words.say('ui.filter')}</Button>
      </Buttons>
    </form>
  );
}
