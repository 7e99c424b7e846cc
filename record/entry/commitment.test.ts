import { expect, test } from 'vitest';
import { commitmentTo, keepsCommitment, payloadKey } from './commitment.ts';

const KEY = Buffer.alloc(32, 7);
const PAYLOAD = { until: '2027-11-25', role: 'sponsor' };

test('a commitment is the HMAC that OpenSSL 3.0 gives for the canonical text', () => {
  // printf '{"role":"sponsor","until":"2027-11-25"}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…
  expect(commitmentTo(PAYLOAD, KEY)).toBe('2f4e6b22b7c3e439f52233d56be4c426e1f49859c562bd03b8153c3b0465576a');
});

test('the key of the payload is the one that OpenSSL 3.0 draws by HKDF, and not the key of the entry', () => {
  expect(payloadKey(KEY).toString('hex')).toBe(
    '79725e36d169a0586c968ee25d06e4a913240be0a4a308d88a2406e19746bef8',
  );
});

test('a commitment is kept by its payload alone, and only under its key', () => {
  const commit = commitmentTo(PAYLOAD, KEY);
  expect(keepsCommitment(commit, { role: 'sponsor', until: '2027-11-25' }, KEY)).toBe(true);
  expect(keepsCommitment(commit, { ...PAYLOAD, role: 'admin' }, KEY)).toBe(false);
  expect(keepsCommitment(commit, PAYLOAD, Buffer.alloc(32, 8))).toBe(false);
  expect(keepsCommitment(commit.slice(2), PAYLOAD, KEY)).toBe(false);
});

test('a short key is refused', () => {
  expect(() => commitmentTo(PAYLOAD, Buffer.alloc(31))).toThrow(/31 bytes/);
});
