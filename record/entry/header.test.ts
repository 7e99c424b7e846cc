import { expect, test } from 'vitest';
import { checkedHeader, headerLeaf, type Header } from './header.ts';

const HEADER: Header = {
  v: 1,
  id: '22222222-2222-4222-8222-222222222222',
  org: '11111111-1111-4111-8111-111111111111',
  at: '2026-11-25T13:40:00.000Z',
  actor: 'system',
  kind: 'software.changed',
  object: { type: 'software', id: 'plumbline' },
  commit: '0'.repeat(64),
};

test('the leaf of a header is the SHA-256 that OpenSSL 3.0 gives for a zero byte and the canonical text', () => {
  expect(headerLeaf(HEADER).toString('hex')).toBe(
    '74e6c4597d918e9ac6410117c68cd701ce469b8eb76fa586a41f678b857f6ceb',
  );
});

test('a header in the right form is handed on as it is', () => {
  expect(checkedHeader(HEADER)).toBe(HEADER);
});

test.each<[string, object]>([
  ['v', { v: 2 }],
  ['id', { id: 'first' }],
  ['org', { org: '' }],
  ['at', { at: '2026-11-25T13:40:00Z' }],
  ['at', { at: '2026-02-30T13:40:00.000Z' }],
  ['kind', { kind: 'plan.forgotten' }],
  ['kind', { kind: 'toString' }],
  ['actor', { actor: 'Priya Nair' }],
  ['commit', { commit: 'A'.repeat(64) }],
  ['object', { object: { type: 'a plan', id: 'x' } }],
  ['object.program', { object: { type: 'plan', id: 'x', program: 'north' } }],
  ['prev', { prev: 'the one before' }],
])('a header with another form of %s is refused: %j', (part, wrong) => {
  expect(() => checkedHeader({ ...HEADER, ...wrong } as Header)).toThrow(`checkedHeader: ${part} `);
});
