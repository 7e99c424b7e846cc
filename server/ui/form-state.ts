import type { SummedError } from './error-summary.tsx';
import type { View } from './view.ts';

/** What a form that came back knows of what was typed and what was wrong; nothing of both the first time. */
export interface FormState {
  /** For the summary on top. */
  readonly errors: readonly SummedError[];
  /** What is wrong with a field, named as in the form: `kpis.0.name`. */
  readonly error: (field: string) => string | undefined;
  /** What was typed into a field or chosen in it; `otherwise` where no form came back. */
  readonly given: (field: string, otherwise?: string) => string | undefined;
  /** What was chosen among several. */
  readonly chosen: (field: string, otherwise?: readonly string[]) => readonly string[];
}

/** The state of the form on a page. Use it for every form, so that nothing that was typed is lost. */
export function formState({ wrong, words }: View): FormState {
  const errors = (wrong?.fields ?? []).map(({ field, text, values }) => ({
    field,
    sentence: words.say(text, values),
  }));
  const at = (field: string): unknown => {
    let value: unknown = wrong?.given;
    for (const part of field.split('.')) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
      value = (value as Record<string, unknown>)[part];
    }
    return value;
  };
  return {
    errors,
    error: (field) => errors.find((error) => error.field === field)?.sentence,
    given: (field, otherwise) => {
      if (wrong === null) return otherwise;
      const value = at(field);
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    },
    chosen: (field, otherwise = []) => {
      if (wrong === null) return otherwise;
      const value = at(field);
      return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
    },
  };
}
