import type { Child } from 'hono/jsx';
import { holds, type Grant } from '#server/access/grants.ts';
import type { Role } from '#server/access/roles.ts';
import type { Scope } from '#server/scope.ts';
import type { View } from '#server/ui/view.ts';
import type { ActKind } from './act-kinds.ts';

/** What an act is about, as it was asked for. */
export interface AskedAct {
  readonly program: string | null;
  /** A noun and an id, for example `plan/6f0c…`. */
  readonly object: string;
  /** Exactly what will be done, as plain JSON. */
  readonly change: unknown;
}

/** A kind of act: a feature exports a list of them as `acts` from `<noun>.acts.ts`, and they are found there. */
export interface ActDefinition {
  readonly kind: ActKind;
  /** Roles that may ask. */
  readonly asks: readonly Role[];
  /** Roles that may confirm. */
  readonly confirms: readonly Role[];
  /** Roles that may confirm where nobody holds one of `confirms`; for the organisation they may be held in any program. */
  readonly otherwise?: readonly Role[];
  /** What whoever confirms types, as it is in every language: `LOCK`. */
  readonly word?: string;
  /** What will be done in words, for who has to agree; every part of it stands below in any case. */
  readonly inWords?: (scope: Scope, act: AskedAct) => Promise<(view: View) => Child>;
  /** Page that shows the object. */
  readonly page: (act: AskedAct) => string;
  /**
   * The change as it would be asked for now. If it is not the same to the letter, the second person saw something else than
   * what would be done, and nothing is done.
   */
  readonly changeNow: (scope: Scope, act: AskedAct) => Promise<unknown>;
  /** Does it, in the name of whoever asked. `confirmedBy` is the second person. */
  readonly perform: (scope: Scope, act: AskedAct & { readonly confirmedBy: string }) => Promise<void>;
}

/** Whether somebody with these grants may confirm, given whether anybody holds one of the first roles. */
export function mayConfirm(
  definition: ActDefinition,
  { grants, program, firstRolesHeld }: ConfirmationFacts,
): boolean {
  if (holds(grants, definition.confirms, program)) return true;
  const { otherwise } = definition;
  if (firstRolesHeld || otherwise === undefined) return false;
  return program === null
    ? grants.some(({ role }) => otherwise.includes(role))
    : holds(grants, otherwise, program);
}

/** What decides about a confirmation. */
export interface ConfirmationFacts {
  readonly grants: readonly Grant[];
  readonly program: string | null;
  /** Somebody other than who asked holds one of the roles that confirm first. */
  readonly firstRolesHeld: boolean;
}
