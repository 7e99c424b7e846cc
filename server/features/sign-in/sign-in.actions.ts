import { randomUUID } from 'node:crypto';
import { actFor } from '#server/database/transaction.ts';
import { Problem } from '#server/http/problem.ts';
import type { Answer } from '#server/http/route.ts';
import { mailKey } from '#server/mail/mail.ts';
import type { DoorScope } from '#server/scope.ts';
import { LINK_COOKIE } from '#server/sign-in/cookies.ts';
import { deviceOf, deviceText } from '#server/sign-in/device.ts';
import { networkOf } from '#server/sign-in/network.ts';
import { isCheaperThanToday, passwordHash, passwordMatches } from '#server/sign-in/password-hash.ts';
import { couldBeToken, newToken, tokenDigest } from '#server/sign-in/tokens.ts';
import { accountsOfMail, type DoorPerson } from './accounts.store.ts';
import { beginSignIn, comeIn, signInCookie, waitingSignIn, type Browser } from './begin-sign-in.ts';
import { useTypedCode } from './check-code.ts';
import { insertMailLinkRequest, mailLinkOfToken, useMailLink, type MailLinkRow } from './mail-links.store.ts';
import { passwordOf, putPassword, type PasswordRow } from './passwords.store.ts';
import { renewSignIn } from './sign-ins.store.ts';

/** A day: the cookie that binds a link outlives every link. */
const LINK_COOKIE_SECONDS = 24 * 60 * 60;

/**
 * Writes down that somebody wants a link to sign in, whoever they are: known and unknown addresses take the same way, and the job
 * that sends the links looks them up later.
 *
 * @throws Problem `too-often`
 */
export async function askForLink(
  { rows, clock, installation }: DoorScope,
  asked: { readonly mail: string; readonly to: string },
  { cookies, signIn }: Browser,
): Promise<Answer> {
  const at = clock.now();
  const key = mailKey(asked.mail);
  const { mailLinks, mailLinksOfNetwork } = installation.limits;
  refuseTooOften(
    mailLinks.take([key], at) || mailLinksOfNetwork.take([networkOf(signIn.address)], at),
    'sign-in.links-too-often',
  );
  const held = cookies[LINK_COOKIE];
  const browser = held !== undefined && couldBeToken('link', held) ? held : newToken('link').token;
  await insertMailLinkRequest(rows, {
    id: randomUUID(),
    mail_key: key,
    browser_digest: tokenDigest(browser),
    device: deviceText(deviceOf(signIn.device)),
    go_to: asked.to,
    asked_at: at,
  });
  return {
    data: {},
    cookies: [{ name: LINK_COOKIE, value: browser, maxAgeSeconds: LINK_COOKIE_SECONDS }],
    goTo: `/signin/sent?${new URLSearchParams({ to: asked.to }).toString()}`,
  };
}

/** What a mail link is good for in this browser. */
export type LinkState = 'good' | 'other-browser' | 'over';

/** Looks at a mail link without using it up: programs that look through mails open every link. */
export async function linkState(
  { rows, clock }: DoorScope,
  token: string,
  cookies: Browser['cookies'],
): Promise<{ state: LinkState; link?: MailLinkRow }> {
  const link = couldBeToken('link', token) ? await mailLinkOfToken(rows, tokenDigest(token)) : undefined;
  if (link === undefined) return { state: 'over' };
  if (link.used_at !== null || link.expires_at <= clock.now()) return { state: 'over', link };
  const held = cookies[LINK_COOKIE];
  const same = held !== undefined && tokenDigest(held).equals(link.browser_digest);
  return { state: same ? 'good' : 'other-browser', link };
}

/**
 * Uses a mail link up and signs in.
 *
 * @throws Problem `gone` when it is over or somebody was faster, `not-allowed` in another browser
 */
export async function followLink(door: DoorScope, token: string, browser: Browser): Promise<Answer> {
  const { state, link } = await linkState(door, token, browser.cookies);
  if (state === 'other-browser') throw new Problem('not-allowed', { text: 'sign-in.other-browser' });
  if (link === undefined || state === 'over') throw new Problem('gone', { text: 'sign-in.link-over' });
  await comeIn(door, link, browser);
  if (!(await useMailLink(door.rows, link, door.clock.now())))
    throw new Problem('gone', { text: 'sign-in.link-over' });
  return beginSignIn(door, link, browser, link.go_to);
}

/**
 * Signs in with a password. A wrong one, an unknown address and an account without password get the same answer after the same work.
 *
 * @throws Problem `too-often`, `cannot-be`
 */
export async function enterWithPassword(
  door: DoorScope,
  asked: { readonly mail: string; readonly password: string; readonly to: string },
  browser: Browser,
): Promise<Answer> {
  const key = mailKey(asked.mail);
  const keys = [`account ${key}`, `network ${networkOf(browser.signIn.address)}`];
  const { attempts } = door.installation.limits;
  refuseTooOften(attempts.take(keys, door.clock.now()), 'sign-in.too-often');
  const found = await personOfPassword(door, key, asked.password);
  if (found === undefined)
    throw new Problem('cannot-be', { fields: [{ field: 'password', text: 'sign-in.wrong-password' }] });
  attempts.forgive(keys);
  await comeIn(door, found, browser);
  if (isCheaperThanToday(found.hash))
    await putPassword(door.rows, {
      ...found,
      hash: await passwordHash(asked.password),
      changed_at: door.clock.now(),
    });
  return beginSignIn(door, found, browser, asked.to);
}

/** One address may belong to accounts in several organisations; the oldest whose password fits is meant. */
async function personOfPassword(
  { rows }: DoorScope,
  key: string,
  password: string,
): Promise<PasswordRow | undefined> {
  const stored: (PasswordRow | undefined)[] = [];
  for (const account of await accountsOfMail(rows, key)) stored.push(await passwordOf(rows, account));
  let found: PasswordRow | undefined;
  for (const row of stored.length === 0 ? [undefined] : stored)
    if ((await passwordMatches(password, row?.hash)) && row !== undefined) found ??= row;
  return found;
}

/**
 * The second step: a code of the authenticator app, or a recovery code.
 *
 * @throws Problem `too-often`, `cannot-be`, `gone` when there is no first step to go on from
 */
export async function enterCode(
  door: DoorScope,
  asked: { readonly code: string; readonly to: string },
  { cookies }: Browser,
): Promise<Answer> {
  const waiting = await waitingSignIn(door, cookies);
  if (waiting === undefined) throw new Problem('gone', { text: 'sign-in.start-again', goTo: '/signin' });
  const at = door.clock.now();
  await actFor(door.rows, { organisation: waiting.organisation_id, person: waiting.person_id, at });
  await useCodeOrRefuse(door, waiting, asked.code);
  const { token, digest } = newToken('sign-in');
  await renewSignIn(door.rows, waiting, {
    token_digest: digest,
    complete: true,
    last_seen_at: at,
    proved_at: at,
  });
  return { data: { next: 'signed-in' }, cookies: [signInCookie(token)], goTo: asked.to };
}

/**
 * Takes a code, or says that it is wrong; the tries are counted per person.
 *
 * @throws Problem `too-often`, `cannot-be`
 */
export async function useCodeOrRefuse(
  { rows, clock, installation }: Pick<DoorScope, 'rows' | 'clock' | 'installation'>,
  person: DoorPerson,
  code: string,
): Promise<void> {
  const keys = [`code ${person.organisation_id} ${person.person_id}`];
  const { attempts } = installation.limits;
  refuseTooOften(attempts.take(keys, clock.now()), 'sign-in.too-often');
  if (!(await useTypedCode(rows, installation, person, code, clock.now())))
    throw new Problem('cannot-be', { fields: [{ field: 'code', text: 'sign-in.wrong-code' }] });
  attempts.forgive(keys);
}

/** @throws Problem `too-often` when there are minutes to wait */
export function refuseTooOften(minutes: number, text: string): void {
  if (minutes > 0) throw new Problem('too-often', { text, values: { minutes } });
}
