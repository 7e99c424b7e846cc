/** Holds the token of a sign-in, complete or between its two steps. */
export const SIGN_IN_COOKIE = 'plumbline-sign-in';
/** Binds a mail link to the browser that asked for it. */
export const LINK_COOKIE = 'plumbline-link';
