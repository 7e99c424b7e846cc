import { putPassword } from '#server/features/sign-in/passwords.store.ts';
import { Problem } from '#server/http/problem.ts';
import type { Scope } from '#server/scope.ts';
import { passwordHash } from '#server/sign-in/password-hash.ts';
import {
  LEAST_PASSWORD_LENGTH,
  MOST_PASSWORD_LENGTH,
  passwordFault,
} from '#server/sign-in/password-rules.ts';

/**
 * Sets or replaces the password of whoever acts.
 *
 * @param own words about them that may not be most of it
 * @throws Problem `cannot-be` with what is wrong and what would be right
 */
export async function setPassword(scope: Scope, password: string, own: readonly string[]): Promise<void> {
  const fault = passwordFault(password, own);
  if (fault !== undefined)
    throw new Problem('cannot-be', {
      fields: [
        {
          field: 'password',
          text: `account.password.${fault}`,
          values: { least: LEAST_PASSWORD_LENGTH, most: MOST_PASSWORD_LENGTH },
        },
      ],
    });
  await putPassword(scope.rows, {
    organisation_id: scope.organisation.id,
    person_id: scope.person,
    hash: await passwordHash(password),
    changed_at: scope.clock.now(),
  });
}
