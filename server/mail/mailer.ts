import { createTransport } from 'nodemailer';
import { checkedMail, isMailAddress, type Mail } from './mail.ts';

/** What takes a mail out of the house; rejects when it could not. */
export interface Mailer {
  /** Whether mails leave, or are only shown in the terminal. */
  readonly leaves: boolean;
  readonly send: (mail: Mail) => Promise<void>;
}

/** Where mails go: from the settings of the installation. */
export interface MailSettings {
  /** `smtp://…` or `smtps://…`; absent: mails are shown in the terminal. */
  readonly smtpUrl?: string;
  /** The address that mails come from. */
  readonly from?: string;
}

/** Milliseconds that a mail server may take for each step. */
const PATIENCE = 20_000;

/**
 * The mailer of an installation.
 *
 * @param print what shows a block of text in the terminal
 * @throws RangeError when there is a mail server without an address to come from, or either is none
 */
export function mailerOf({ smtpUrl, from }: MailSettings, print: (block: string) => void): Mailer {
  if (smtpUrl === undefined)
    return { leaves: false, send: async (mail) => print(mailBlock(checkedMail(mail))) };
  if (!/^smtps?:\/\//.test(smtpUrl))
    throw new RangeError('mailerOf: PLUMBLINE_SMTP_URL must start with smtp:// or smtps://');
  if (from === undefined || !isMailAddress(from))
    throw new RangeError('mailerOf: PLUMBLINE_MAIL_FROM must be the mail address that mails come from');
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = from.slice(from.lastIndexOf('@') + 1);
  return {
    leaves: true,
    async send(mail) {
      const { id, to, replyTo, fromName, subject, text } = checkedMail(mail);
      await transport.sendMail({
        messageId: `<${id}@${host}>`,
        from: { name: fromName, address: from },
        to: [to],
        ...(replyTo === undefined ? {} : { replyTo }),
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
  };
}

/** A mail as one block for the terminal. */
export function mailBlock({ to, subject, text }: Mail): string {
  const lines = [`To: ${to.name} <${to.address}>`, subject, '', ...text.trimEnd().split('\n')];
  return ['', ...lines.map((line) => (line === '' ? '  │' : `  │ ${line}`)), ''].join('\n');
}
