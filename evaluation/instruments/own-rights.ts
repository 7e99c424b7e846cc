import { USES, type Rights } from './instrument.ts';

/** Wording of our own, free for everybody. */
export const OWN_RIGHTS: Rights = {
  holder: 'The Plumbline contributors',
  terms: 'Apache-2.0, as the rest of this project',
  uses: USES,
  unaltered: true,
};

/** Said wherever an instrument of our own is shown. */
export const OWN_SOURCE =
  'Written for this project; new, not yet validated. Reliability comes from your own data.';
