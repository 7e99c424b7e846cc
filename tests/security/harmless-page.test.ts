import { expect, test } from 'vitest';
import { harmIn } from './harmless-page.ts';
import { SCRIPT_PAYLOADS } from './script-payloads.ts';

const PLAIN_TEXT = /^(javascript:|\/\/|&|%|\\u|＜|\+ADw|\{\{|\$\{|" on|' on|" auto)/;

test('there are sixty payloads, all different', () => {
  expect(new Set(SCRIPT_PAYLOADS).size).toBe(60);
});

test.each(SCRIPT_PAYLOADS.filter((payload) => !PLAIN_TEXT.test(payload)))(
  '%s as it is in a page is found',
  (payload) => {
    expect(harmIn(`<p>${payload}</p>`)).not.toEqual([]);
  },
);

test.each(SCRIPT_PAYLOADS.filter((payload) => payload.startsWith('" ')))(
  '%s in a value is found',
  (payload) => {
    expect(harmIn(`<input value="${payload}">`)).not.toEqual([]);
  },
);

test.each(['javascript:xss7mark()', '//xss7mark.example', 'https://xss7mark.example'])(
  'an address %s is found',
  (address) => {
    expect(harmIn(`<a href="${address}">x</a>`)).not.toEqual([]);
  },
);

test('what is escaped, and what our pages have, is harmless', () => {
  expect(
    harmIn(
      '<!doctype html><html lang="en"><script type="module" src="/assets/keys-0123456789abcdef.js"></script>' +
        '<a href="/help">x</a><a href="#x">x</a><a href="mailto:a@b.example">x</a><form action="?a=1"></form>' +
        '<input value="&quot; onfocus=xss7mark()"> &lt;script&gt;xss7mark()&lt;/script&gt; javascript:xss7mark()',
    ),
  ).toEqual([]);
});
