import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { mailerOf } from './mailer.ts';
import type { Mail } from './mail.ts';

/** A mail server that takes everything it is given, or refuses every mail (RFC 5321, enough of it). */
function mailServer(
  refuses: 'nothing' | 'every mail',
): Promise<{ url: string; server: Server; taken: string[] }> {
  const taken: string[] = [];
  const talk = (socket: Socket): void => {
    let waiting = '';
    let inData = false;
    socket.write('220 test ESMTP\r\n');
    socket.on('data', (chunk) => {
      waiting += chunk.toString('utf8');
      for (;;) {
        const end = inData ? waiting.indexOf('\r\n.\r\n') : waiting.indexOf('\r\n');
        if (end < 0) return;
        const said = waiting.slice(0, end);
        waiting = waiting.slice(end + (inData ? 5 : 2));
        if (inData) {
          taken.push(said);
          inData = false;
          socket.write('250 taken\r\n');
        } else if (/^data/i.test(said)) {
          inData = refuses === 'nothing';
          socket.write(inData ? '354 go on\r\n' : '451 not now\r\n');
        } else if (/^quit/i.test(said)) socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
      }
    });
    socket.on('error', () => undefined);
  };
  const server = createServer(talk);
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, server, taken }),
    ),
  );
}

const MAIL: Mail = {
  id: '6f0c2a7e-6d0b-4a5d-9a55-0d6b6c1f2e3d',
  to: { name: 'Priya Nair', address: 'priya@fernhill.example' },
  replyTo: { name: 'Ines Duarte', address: 'ines@fernhill.example' },
  fromName: 'Fernhill (Plumbline)',
  subject: 'Your sign-in link (10 minutes)',
  text: 'Hello Priya,\n\nhttps://plumbline.example/signin/link?token=abc\n',
};
const open: Server[] = [];
afterAll(() => open.forEach((server) => server.close()));

test('a mail leaves as plain text, from our address, with its own id and somebody to answer', async () => {
  const { url, server, taken } = await mailServer('nothing');
  open.push(server);
  await mailerOf({ smtpUrl: url, from: 'plumbline@fernhill.example' }, () => undefined).send(MAIL);
  expect(taken).toHaveLength(1);
  const [head, body] = taken[0]!.split('\r\n\r\n', 2) as [string, string];
  expect(head).toContain('From: "Fernhill (Plumbline)" <plumbline@fernhill.example>');
  expect(head).toContain('To: Priya Nair <priya@fernhill.example>');
  expect(head).toContain('Reply-To: Ines Duarte <ines@fernhill.example>');
  expect(head).toContain('Message-ID: <6f0c2a7e-6d0b-4a5d-9a55-0d6b6c1f2e3d@fernhill.example>');
  expect(head).toContain('Subject: Your sign-in link (10 minutes)');
  expect(head).toMatch(/Content-Type: text\/plain; charset=utf-8/);
  expect(head).not.toMatch(/html/i);
  expect(body).toContain('Hello Priya,');
});

test('a mail that the server does not take is a fault, so that it is tried again', async () => {
  const { url, server, taken } = await mailServer('every mail');
  open.push(server);
  await expect(
    mailerOf({ smtpUrl: url, from: 'plumbline@fernhill.example' }, () => undefined).send(MAIL),
  ).rejects.toThrow('451');
  expect(taken).toEqual([]);
});

test('without a mail server the mail is one block in the terminal', async () => {
  const blocks: string[] = [];
  await mailerOf({}, (block) => blocks.push(block)).send(MAIL);
  expect(blocks).toHaveLength(1);
  expect(blocks[0]).toContain('https://plumbline.example/signin/link?token=abc');
  expect(
    blocks[0]!
      .split('\n')
      .filter((line) => line !== '')
      .every((line) => line.startsWith('  │')),
  ).toBe(true);
});

test.each([
  [{ smtpUrl: 'https://mail.example', from: 'a@b.example' }],
  [{ smtpUrl: 'smtp://mail.example' }],
  [{ smtpUrl: 'smtp://mail.example', from: 'nobody' }],
])('the settings %j are refused at the start', (settings) => {
  expect(() => mailerOf(settings, () => undefined)).toThrow(RangeError);
});

test('a terminal cannot be steered by what stands in a mail', async () => {
  await expect(mailerOf({}, () => undefined).send({ ...MAIL, subject: '\u001b[2J' })).rejects.toThrow(
    RangeError,
  );
});
