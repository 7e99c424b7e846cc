import { describe, expect, test } from 'vitest';
import { clientAddresses } from './client-address.ts';

describe('the address of a client', () => {
  test('is the other end, whatever the request says, where no proxy is trusted', () => {
    const addressOf = clientAddresses([]);
    expect(addressOf('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7');
    expect(addressOf('127.0.0.1', '203.0.113.9')).toBe('127.0.0.1');
    expect(addressOf('::ffff:198.51.100.7', null)).toBe('198.51.100.7');
    expect(addressOf(undefined, '203.0.113.9')).toBe('unknown');
  });

  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['1.2.3.4, 203.0.113.9', '203.0.113.9'],
    ['1.2.3.4, 203.0.113.9, 10.9.9.9', '203.0.113.9'],
    ['10.1.1.1, 10.2.2.2', '10.1.1.1'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['203.0.113.9:55123', '203.0.113.9'],
    ['1.2.3.4, not an address', '10.0.0.5'],
    ['1.2.3.4, ', '10.0.0.5'],
    ['unknown, 10.3.3.3', '10.3.3.3'],
    ['', '10.0.0.5'],
  ])('from a trusted proxy that says “%s” is %s', (said, address) => {
    expect(clientAddresses(['10.0.0.0/8'])('10.0.0.5', said)).toBe(address);
  });

  test('is the other end where that is not the trusted proxy', () => {
    expect(clientAddresses(['10.0.0.0/8'])('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7');
    expect(clientAddresses(['2001:db8::/32'])('::1', '203.0.113.9')).toBe('::1');
  });
});
