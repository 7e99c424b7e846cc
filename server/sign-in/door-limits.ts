import { AttemptLimit, MAIL_LINKS, SIGN_IN_ATTEMPTS } from './attempt-limit.ts';

/** The limits of one running application. */
export interface DoorLimits {
  /** Passwords and one-time codes that were wrong, per account and per network. */
  readonly attempts: AttemptLimit;
  /** Mail links asked for, per address. */
  readonly mailLinks: AttemptLimit;
  /** Mail links asked for from one network, whatever the address, so that nobody floods strangers with our mails. */
  readonly mailLinksOfNetwork: AttemptLimit;
}

/** An office may hold many people who ask in one hour. */
const MAIL_LINKS_OF_NETWORK = { most: 30, withinMinutes: 60 };

/** Fresh limits: nobody has tried anything yet. */
export function doorLimits(): DoorLimits {
  return {
    attempts: new AttemptLimit(SIGN_IN_ATTEMPTS),
    mailLinks: new AttemptLimit(MAIL_LINKS),
    mailLinksOfNetwork: new AttemptLimit(MAIL_LINKS_OF_NETWORK),
  };
}
