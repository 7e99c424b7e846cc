import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';
import { atTheDoor } from '#server/database/transaction.ts';
import { ownLink } from '#server/mail/own-link.ts';
import { newToken } from '#server/sign-in/tokens.ts';
import { wordsIn } from '#server/text/words.ts';
import { anyOrganisation, replaceSetUpLink } from './set-up.store.ts';

/** A newcomer may have lunch; the link is in nobody's mail. */
const GOOD_HOURS = 24;

/**
 * Makes the one-time link for the first set-up and gives the block for the terminal, while there is no organisation.
 *
 * Call it at every start: a new link replaces the one before, so that only the terminal of now opens the house.
 *
 * @returns `null` once there is an organisation
 */
export async function setUpBlock(database: Kysely<Tables>, origin: string, at: Date): Promise<string | null> {
  const { token, digest } = newToken('link');
  const made = await atTheDoor(database, 'read write', async (rows) => {
    if (await anyOrganisation(rows)) return false;
    const expires_at = new Date(at.getTime() + GOOD_HOURS * 60 * 60_000);
    await replaceSetUpLink(rows, { id: randomUUID(), token_digest: digest, made_at: at, expires_at });
    return true;
  });
  return made ? wordsIn('en').say('set-up.terminal', { link: ownLink(origin, `/set-up/${token}`) }) : null;
}
