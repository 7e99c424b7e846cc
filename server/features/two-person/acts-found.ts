import { modulesFound } from '#server/features/found.ts';
import type { ActDefinition } from './act-definition.ts';
import type { ActKind } from './act-kinds.ts';

let found: Promise<ReadonlyMap<ActKind, ActDefinition>> | undefined;

/**
 * The kinds of acts that features have, by kind. They are looked for when first asked, since the actions that do them may ask for acts
 * themselves.
 */
export function actDefinitions(): Promise<ReadonlyMap<ActKind, ActDefinition>> {
  found ??= lookedFor();
  return found;
}

/**
 * What a kind of act is.
 *
 * @throws RangeError for a kind that no feature does
 */
export async function actDefinition(kind: ActKind): Promise<ActDefinition> {
  const definition = (await actDefinitions()).get(kind);
  if (definition === undefined)
    throw new RangeError(`actDefinition: kind is ${kind}; no feature has such acts`);
  return definition;
}

async function lookedFor(): Promise<ReadonlyMap<ActKind, ActDefinition>> {
  const modules = await modulesFound<{ acts: readonly ActDefinition[] }>('.acts.ts');
  const definitions = modules.flatMap((module) => module.acts);
  const byKind = new Map(definitions.map((definition) => [definition.kind, definition]));
  if (byKind.size !== definitions.length)
    throw new RangeError('lookedFor: two features have acts of the same kind');
  return byKind;
}
