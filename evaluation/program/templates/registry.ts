import { blank } from './blank.ts';
import { leadership } from './leadership.ts';
import { onboarding } from './onboarding.ts';
import { returnToWork } from './return-to-work.ts';
import type { Template } from './template.ts';

/** Every template, the default first; one line each. */
export const TEMPLATES: readonly Template[] = [leadership, onboarding, returnToWork, blank];

/** The template of an id, or undefined when there is none. */
export function templateOf(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}
