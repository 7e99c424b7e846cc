import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkedMail, isMailAddress, mailKey, type Mail } from './mail.ts';
import { ownLink, ownPath } from './own-link.ts';

const MAIL: Mail = {
  id: '6f0c2a7e-6d0b-4a5d-9a55-0d6b6c1f2e3d',
  to: { name: 'Priya Nair', address: 'priya@fernhill.example' },
  fromName: 'Fernhill (Plumbline)',
  subject: 'Your sign-in link (10 minutes)',
  text: 'One\nTwo\n',
};

test.each([
  ['a line break in a subject', { subject: 'Hello\r\nBcc: all@elsewhere.example' }],
  ['a line feed in a name', { to: { name: 'Priya\nBcc: x', address: MAIL.to.address } }],
  ['a line break in the name of the sender', { fromName: 'Fernhill\r\nX: y' }],
  ['a line separator of Unicode', { subject: 'Hello\u2028Bcc: x' }],
  ['a letter that turns the direction', { subject: 'Hello \u202egnp.exe' }],
  ['a NUL in the text', { text: 'Hello\u0000' }],
  ['two addresses in one', { to: { name: 'P', address: 'a@b.example, c@d.example' } }],
  ['an address with a line break', { to: { name: 'P', address: 'a@b.example\r\nBcc: c@d.example' } }],
] as const)('%s is refused', (_what, change) => {
  expect(() => checkedMail({ ...MAIL, ...change })).toThrow(RangeError);
});

test('a long subject is cut at a word to what phones show', () => {
  const { subject } = checkedMail({
    ...MAIL,
    subject: 'The measurement plan of the Fernhill leadership program waits for your agreement',
  });
  expect([...subject].length).toBeLessThanOrEqual(55);
  expect(subject).toBe('The measurement plan of the Fernhill leadership…');
});

test.each([
  'priya@fernhill.example',
  'p.n+plumb@mail.fernhill.example',
  'pelé@exämple.example',
  'root@localhost',
  "o'neill@example.org",
])('%s is an address', (address) => {
  expect(isMailAddress(address)).toBe(true);
});

test.each([
  '',
  'priya',
  '@fernhill.example',
  'a@b',
  'a@@b.example',
  'a b@c.example',
  '"a b"@c.example',
  'a@[192.0.2.1]',
  'a@b.example>',
  'a..b@c.example',
  `${'a'.repeat(250)}@b.example`,
  'a@-b.example',
])('%j is no address', (address) => {
  expect(isMailAddress(address)).toBe(false);
});

test('capitals, blanks around and the form of letters make no second address', () => {
  expect(mailKey(' Priya@FERNHILL.example')).toBe('priya@fernhill.example');
  expect(mailKey('pele\u0301@b.example')).toBe(mailKey('pel\u00e9@b.example'));
});

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  '',
  'account',
  '/a b',
  '/a\nb',
  '/a\\b',
  'javascript:alert(1)',
  '/\u202e',
])('%j leads to no page of ours', (path) => {
  expect(() => ownLink('https://plumbline.example', path)).toThrow(RangeError);
  expect(ownPath(path)).toBe('/');
});

test('a path that is ours is kept with its query, and no text at all leads elsewhere', () => {
  expect(ownPath('/p/1/plan?step=2#kpis')).toBe('/p/1/plan?step=2#kpis');
  expect(ownLink('http://127.0.0.1:4000', '/')).toBe('http://127.0.0.1:4000/');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `/${text}`),
        fc.webUrl(),
      ),
      (text) => {
        expect(new URL(ownPath(text), 'https://plumbline.example').origin).toBe('https://plumbline.example');
      },
    ),
    { seed: 20261125, numRuns: 2000 },
  );
});
