import { fieldsOf, type Holds, type Kind } from '#record/kinds.ts';
import { ROLES } from '#server/access/roles.ts';
import type { Words } from '#server/text/words.ts';
import type { ShownEntry } from './record.actions.ts';

/** What happened, in a few words. */
export function kindName(words: Words, kind: Kind): string {
  return words.say(`record.kind.${kind}`);
}

/** What an entry says, as a sentence; `null` where that was erased or is not the reader's to see. */
export function whatItSays(words: Words, { kind, says }: Pick<ShownEntry, 'kind' | 'says'>): string | null {
  if (says === null) return null;
  const values = Object.entries(fieldsOf(kind)).map(([field, holds]) => [
    field,
    shownValue(words, field, holds, says[field]),
  ]);
  return words.say(`record.says.${kind}`, Object.fromEntries(values) as Record<string, string | number>);
}

/** What a text chooses by where a field is absent. */
const ABSENT = 'none';

/** A value as it stands in the sentence. */
function shownValue(words: Words, field: string, holds: Holds, value: unknown): string | number {
  if (value === undefined) return ABSENT;
  switch (holds) {
    case 'person':
      return value === null ? words.say('record.somebody') : (value as string);
    case 'day':
      return words.day(value as string);
    case 'digest':
      return fingerprint(value as string);
    case 'texts':
    case 'ids':
      return words.list(value as readonly string[]);
    case 'yes':
      return value === true ? 'yes' : 'no';
    case 'count':
      return value as number;
    case 'id':
    case 'text':
      return named(words, field, value as string);
  }
}

/** Roles, acts and changes of a second factor have names of their own; every other text stands as it was written. */
function named(words: Words, field: string, text: string): string {
  if (field === 'role' && (ROLES as readonly string[]).includes(text)) return words.say(`role.${text}`);
  if (field === 'change') return words.say(`record.second-factor.${text}`);
  if (field === 'act') return words.say(`acts.${text}.title`);
  return text;
}

/** The first twelve digits, as the plan shows its fingerprint. */
function fingerprint(digest: string): string {
  return digest.slice(0, 12).toUpperCase().match(/.{4}/g)!.join('-');
}
