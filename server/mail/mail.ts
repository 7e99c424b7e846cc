/** One mail, as it leaves: plain text only. */
export interface Mail {
  /** The same mail has the same id, so that a second delivery can be recognised. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  /** Who reads an answer; absent where nobody does. */
  readonly replyTo?: { readonly name: string; readonly address: string };
  /** The name beside our address. */
  readonly fromName: string;
  readonly subject: string;
  /** Lines that end in `\n`. */
  readonly text: string;
}

/** screens.md 11: what phones show of a subject. */
const MOST_SUBJECT = 55;
/** RFC 5321, 4.5.3.1.3: a path has at most 256 letters with its brackets. */
const MOST_ADDRESS = 254;

/**
 * A mail whose head cannot be broken out of: no line break or control letter in names and subject, an address that is one.
 *
 * A subject that is too long is cut at a word.
 *
 * @throws RangeError when an address is none, or head or text hold control letters
 */
export function checkedMail(mail: Mail): Mail {
  for (const { name, address } of [mail.to, ...(mail.replyTo === undefined ? [] : [mail.replyTo])]) {
    if (!isMailAddress(address)) throw new RangeError('checkedMail: an address is no mail address');
    refuseControl(name, 'a name');
  }
  refuseControl(mail.fromName, 'fromName');
  refuseControl(mail.subject, 'subject');
  refuseControl(mail.text.replaceAll('\n', ''), 'text');
  return { ...mail, subject: shortened(mail.subject) };
}

/**
 * Whether a text is a mail address that we write to: one `@`, no blank, no quote, a name for the host.
 *
 * Narrower than RFC 5321 on purpose: quoted names and hosts in brackets are used by attackers and by nobody else.
 *
 * @example
 * isMailAddress('priya@fernhill.example')
 * // => true
 */
export function isMailAddress(text: string): boolean {
  if (text.length > MOST_ADDRESS) return false;
  const at = text.lastIndexOf('@');
  const [local, host] = [text.slice(0, at), text.slice(at + 1)];
  return (
    /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u.test(local) &&
    local.length <= 64 &&
    host.split('.').every((part) => /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(part)) &&
    (host.includes('.') || host === 'localhost')
  );
}

/**
 * An address as it is compared: two that differ in capitals or form of letters are one.
 *
 * @example
 * mailKey(' Priya@Fernhill.example ')
 * // => 'priya@fernhill.example'
 */
export function mailKey(address: string): string {
  return address.trim().normalize('NFKC').toLowerCase();
}

// eslint-disable-next-line no-control-regex -- control letters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

function refuseControl(text: string, what: string): void {
  if (CONTROL.test(text)) throw new RangeError(`checkedMail: ${what} holds a line break or a control letter`);
}

function shortened(subject: string): string {
  const letters = [...subject];
  if (letters.length <= MOST_SUBJECT) return subject;
  const head = letters.slice(0, MOST_SUBJECT - 1).join('');
  const word = head.lastIndexOf(' ');
  return `${word > MOST_SUBJECT / 2 ? head.slice(0, word) : head}…`;
}
