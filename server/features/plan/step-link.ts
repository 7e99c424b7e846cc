import type { View } from '#server/ui/view.ts';
import { fieldId } from '#server/ui/field-parts.tsx';

/** The address of the step that a field of the document belongs to, at the field itself. */
export function stepLink({ program, query }: View, field: string): string {
  const [step, ...rest] = field.split('.');
  const edit = query['edit'] === '1' ? '&edit=1' : '';
  return `/p/${program!.id}/plan?step=${step}${edit}#${fieldId(rest.join('.'))}`;
}
