import type { Kysely } from 'kysely';
import { makeRowPolicies } from '#server/access/make-row-policies.ts';
import type { Tables } from './tables.ts';

/**
 * What is made anew after every migration, in one transaction as `app_owner`, from tables in the code: rights and row
 * policies. Each says the same when it runs twice.
 */
export const AFTER_MIGRATE: readonly ((rows: Kysely<Tables>) => Promise<void>)[] = [makeRowPolicies];
